import type { System } from '../../system.ts';
import type { Note } from '../../words/words.ts';
import { changedMeanwhile, encodeWithin, unwritable } from '../disk-error.ts';
import type { Locations } from '../locate.ts';
import type { ConfigSnapshot } from '../read/read.ts';
import { MAX_CONFIG_BYTES } from '../read/read-text.ts';
import { equalBytes, replaceWithBackup } from './backups.ts';
import { rememberWrite } from './last-write.ts';
import { withLock } from './with-lock.ts';

type PlannedOn = Pick<ConfigSnapshot, 'path' | 'realPath' | 'bytes'>;

export type Save = {
  /** What `text` was planned on. */
  snapshot: PlannedOn;
  /** The whole new file. */
  text: string;
  locations: Pick<Locations, 'lastWriteFile'>;
};

export type Saved = {
  /** The backup's path; null where there was no file before. */
  backup: string | null;
  /** False where the write could not be remembered, so that `config undo` does not know it. */
  undoable: boolean;
  /** A mode that could not be kept or set. */
  notes: Note[];
};

/**
 * Runs `work` while nobody else changes the config, having made sure that it still is what was planned on.
 * Rejects with `config_locked` after 5 s, `config_unwritable`, `config_conflict`; in all of these `work` never ran.
 */
export function withConfigLock<T>(
  snapshot: PlannedOn,
  system: Pick<System, 'files'>,
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
  system: Pick<System, 'files' | 'hash'>,
): Promise<Saved> {
  const { files, hash } = system;
  const { path, realPath, bytes: before } = snapshot;
  const after = encodeWithin(MAX_CONFIG_BYTES, path, text);
  // Before the write: what fails after it must not be told as a write that failed.
  const hashes = { before: before === null ? null : hash(before), after: hash(after) };
  const { mode, backup } = await write().catch((error) => {
    throw unwritable(path, error);
  });
  const undoable = await rememberWrite(locations, { path, ...hashes, backup }, system);
  const modeNow = (await files.stat(realPath).catch(() => undefined))?.mode ?? mode;
  return { backup, undoable, notes: modeNotes(path, mode, modeNow) };

  async function write() {
    const mode = (await files.stat(realPath))?.mode ?? 0o600;
    const kept = await replaceWithBackup({ path, realPath, before, after, mode }, files);
    return { mode, backup: kept?.path ?? null };
  }
}

/** A file's rights are never widened: where its group, access list or mode can't be kept, it loses them. */
function modeNotes(path: string, wanted: number, mode: number): Note[] {
  if (wanted === mode) return [];
  return [{ kind: (mode & ~wanted) === 0 ? 'mode-narrowed' : 'mode-not-set', path, wanted, mode }];
}

async function refuseChanged({ path, realPath, bytes }: PlannedOn, { files }: Pick<System, 'files'>): Promise<void> {
  const now = await readNow(path, (bytes?.length ?? 0) + 1, files);
  if (equalBytes(now, bytes) && (await files.realPath(path)) === realPath) return;
  throw changedMeanwhile(path, now === null ? 'removed' : bytes === null ? 'created' : 'changed');
}

/** More than `maxBytes`, or what can't be read, is a change and not an error: zeros of that length, which differ. */
async function readNow(path: string, maxBytes: number, files: System['files']): Promise<Uint8Array | null> {
  const differing = new Uint8Array(maxBytes);
  return (await files.read(path, maxBytes).catch(() => differing)) ?? null;
}
