import type { System } from '../system.ts';
import { keepBackup } from './backups.ts';
import { changedMeanwhile, unwritable } from './disk-error.ts';
import { equalBytes } from './equal-bytes.ts';
import { rememberWrite } from './last-write.ts';
import type { Locations } from './locate.ts';
import type { ConfigSnapshot } from './read.ts';
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
};

/** Writes the config: `withConfigLock` around `replaceConfig`, for a command that writes nothing else. */
export function saveConfig(save: Save, system: Pick<System, 'files' | 'path' | 'hash'>): Promise<Saved> {
  return withConfigLock(save.snapshot, system, () => replaceConfig(save, system));
}

/**
 * Runs `work` while nobody else changes the config, having made sure that it still is what was planned on. A command
 * that stores a token too writes it inside, and takes it back where the config then can't be written:
 *
 *     await withConfigLock(snapshot, system, async () => {
 *       const stored = await storeToken(…);
 *       return replaceConfig(…).catch(async (error) => { await stored.restore(); throw error; });
 *     });
 *
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
 * its mode, a new one gets 0600. Rejects with `config_unwritable` and, where another program wrote the config since
 * `withConfigLock` looked, with `config_conflict`; the config is then as it was.
 */
export async function replaceConfig(
  { snapshot, text, locations }: Save,
  system: Pick<System, 'files' | 'path' | 'hash'>,
): Promise<Saved> {
  const { files, hash } = system;
  const { path, realPath, bytes: before } = snapshot;
  const bytes = new TextEncoder().encode(text);
  let backup: string | null = null;
  try {
    const mode = (await files.stat(realPath))?.mode ?? 0o600;
    if (before !== null) backup = await keepBackup(path, before, files);
    // Once more, and this time nothing can come between: others need not respect the lock.
    await files.replace(realPath, bytes, mode, { expected: before });
  } catch (error) {
    throw unwritable(path, error);
  }
  const write = { path, before: before === null ? null : hash(before), after: hash(bytes), backup };
  return { backup, undoable: await rememberWrite(locations, write, system) };
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
