import type { System } from '../../system.ts';
import { changedMeanwhile, tooLarge, unwritable } from '../disk-error.ts';
import type { Locations } from '../locate.ts';
import { type ConfigSnapshot, MOST_CONFIG_BYTES } from '../read/read.ts';
import { replaceWithBackup } from './backups.ts';
import { equalBytes } from './equal-bytes.ts';
import { rememberWrite } from './last-write.ts';
import { withLock } from './with-lock.ts';

type Planned = Pick<ConfigSnapshot, 'path' | 'realPath' | 'bytes'>;

export type Save = {
  /** What `text` was planned on. */
  snapshot: Planned;
  /** The whole new file. */
  text: string;
  locations: Pick<Locations, 'lastWriteFile'>;
};

export type Saved = {
  /** The backup's path; null where there was no file before. */
  backup: string | null;
  /** False where the write could not be remembered, so that `config undo` does not know it. */
  undoable: boolean;
  /** Sentences for the report: a mode that could not be kept or set. */
  notes: string[];
};

/** Writes the config: `withConfigLock` around `replaceConfig`, for a command that writes nothing else. */
export function saveConfig(save: Save, system: Pick<System, 'files' | 'path' | 'hash'>): Promise<Saved> {
  return withConfigLock(save.snapshot, system, () => replaceConfig(save, system));
}

/**
 * Runs `work` while nobody else changes the config, having made sure that it still is what was planned on.
 * Rejects with `config_locked` after 5 s, `config_unwritable`, `config_conflict`; in all of these `work` never ran.
 */
export function withConfigLock<T>(
  snapshot: Planned,
  system: Pick<System, 'files' | 'path'>,
  work: () => Promise<T>,
): Promise<T> {
  return withLock(snapshot, system, async () => {
    await refuseChanged(snapshot, system);
    return work();
  });
}

/**
 * Backup, atomic replace, and the note for `config undo`. To be called within `withConfigLock`. An existing file keeps
 * its mode, a new one gets 0600. Rejects with `config_unwritable` (also for a text too large to be read again) and, where
 * another program wrote the config since `withConfigLock` looked, with `config_conflict`; config and backups are then as
 * they were.
 */
export async function replaceConfig(
  { snapshot, text, locations }: Save,
  system: Pick<System, 'files' | 'path' | 'hash'>,
): Promise<Saved> {
  const { files, hash } = system;
  const { path, realPath, bytes: before } = snapshot;
  const after = new TextEncoder().encode(text);
  if (after.length > MOST_CONFIG_BYTES) throw tooLarge(path, after.length, MOST_CONFIG_BYTES);
  // Before the write: what fails after it must not be told as a write that failed.
  const hashes = { before: before === null ? null : hash(before), after: hash(after) };
  const { mode, backup } = await write().catch((error) => {
    throw unwritable(path, error);
  });
  const undoable = await rememberWrite(locations, { path, ...hashes, backup }, system);
  const modeNow = (await files.stat(realPath).catch(() => undefined))?.mode ?? mode;
  return { backup, undoable, notes: modeNotes(mode, modeNow) };

  async function write() {
    const mode = (await files.stat(realPath))?.mode ?? 0o600;
    const kept = await replaceWithBackup({ path, realPath, before, after, mode }, files);
    return { mode, backup: kept?.path ?? null };
  }
}

/** A file's rights are never widened: where its group, access list or mode can't be kept, it loses them. */
function modeNotes(wanted: number, mode: number): string[] {
  if (wanted === mode) return [];
  const [was, is] = [wanted, mode].map((bits) => `0${bits.toString(8)}`);
  return (mode & ~wanted) === 0
    ? [`Its mode was ${was} and is ${is} now: its group, access list (ACL) or mode could not be kept.`]
    : [`Its mode is ${is} instead of ${was}: this file system does not let it be set.`];
}

async function refuseChanged({ path, realPath, bytes }: Planned, { files }: Pick<System, 'files'>): Promise<void> {
  const now = await readNow(path, (bytes?.length ?? 0) + 1, files);
  if (equalBytes(now, bytes) && (await files.realPath(path)) === realPath) return;
  const what = now === null ? 'was removed' : bytes === null ? 'was created' : 'was changed';
  throw changedMeanwhile(path, what);
}

/** More than `maxBytes`, or no file any more, is no error here but a change: an empty file stands for it. */
async function readNow(path: string, maxBytes: number, files: System['files']): Promise<Uint8Array | null> {
  const differing = new Uint8Array(maxBytes);
  return (await files.read(path, maxBytes).catch(() => differing)) ?? null;
}
