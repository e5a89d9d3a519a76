import { OpenclawError } from '../../errors.ts';
import type { System } from '../../system.ts';
import type { Problem } from '../../words/words.ts';
import { unwritable } from '../disk-error.ts';
import type { Locations } from '../locate.ts';
import { MAX_CONFIG_BYTES } from '../read/read-text.ts';
import { backupPaths, findBackup } from './backups.ts';
import { type LastWrite, readLastWrite } from './last-write.ts';
import { withLock } from './with-lock.ts';

export type Undone = {
  path: string;
  /** The backup that was put back; null where our last write had created the file, which is gone now. */
  restoredFrom: string | null;
};

/**
 * Puts the config's bytes before our last write back, byte for byte; `.env` is not touched. Rejects with
 * `nothing_to_undo` (no write is remembered, or its backup is gone), `config_conflict` (somebody changed the file
 * since), `config_locked`, `config_unwritable`; nothing was changed then.
 */
export async function undoLastWrite(
  locations: Pick<Locations, 'configPath' | 'lastWriteFile'>,
  system: Pick<System, 'files' | 'hash'>,
): Promise<Undone> {
  const write = await lastWriteTo(locations, system);
  const { path } = write;
  const realPath = await system.files.realPath(path).catch((error) => {
    throw unwritable(path, error);
  });
  return withLock({ path, realPath }, system, async () => {
    const current = await readUnchanged(path, write, system);
    const restoredFrom = await restore(realPath, current, write, system);
    // Where this fails, a second undo is refused all the same: the bytes are no longer those that we wrote.
    await system.files.remove(locations.lastWriteFile).catch(() => undefined);
    return { path, restoredFrom };
  });
}

/** What `undoLastWrite` would do, for a dry run: the bytes there, and those that it would put back (null: no file). */
export async function previewUndo(
  locations: Pick<Locations, 'configPath' | 'lastWriteFile'>,
  system: Pick<System, 'files' | 'hash'>,
): Promise<Undone & { current: Uint8Array; restored: Uint8Array | null }> {
  const write = await lastWriteTo(locations, system);
  const current = await readUnchanged(write.path, write, system);
  const found = write.before === null ? null : await backupOf(write, write.before, system);
  return { path: write.path, current, restored: found?.bytes ?? null, restoredFrom: found?.path ?? null };
}

/** The record is in the state directory, which several configs may share (OPENCLAW_CONFIG_PATH). */
async function lastWriteTo(
  locations: Pick<Locations, 'configPath' | 'lastWriteFile'>,
  system: Pick<System, 'files'>,
): Promise<LastWrite> {
  const path = locations.configPath;
  const write = await readLastWrite(locations, system);
  if (write === undefined || write.path !== path) throw nothingToUndo({ kind: 'no-write-remembered', path });
  return write;
}

/** The bytes there, which are those that we wrote. */
async function readUnchanged(
  path: string,
  write: LastWrite,
  { files, hash }: Pick<System, 'files' | 'hash'>,
): Promise<Uint8Array> {
  const bytes = await files.read(path, 2 * MAX_CONFIG_BYTES).catch((error) => {
    throw unwritable(path, error);
  });
  if (bytes !== undefined && hash(bytes) === write.after) return bytes;
  const event = bytes === undefined ? 'removed' : 'changed';
  throw new OpenclawError(
    'config_conflict',
    { kind: 'changed-since-write', path, event, backup: write.backup },
    { unchanged: true },
  );
}

async function restore(
  realPath: string,
  current: Uint8Array,
  write: LastWrite,
  system: Pick<System, 'files' | 'hash'>,
): Promise<string | null> {
  const { path, before } = write;
  const { files } = system;
  try {
    if (before === null) {
      await files.remove(realPath, { expected: current });
      return null;
    }
    const found = await backupOf(write, before, system);
    const mode = (await files.stat(realPath))?.mode ?? 0o600;
    await files.replace(realPath, found.bytes, mode, { expected: current });
    return found.path;
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** The backup with the bytes before our last write; `before` is their hash. */
async function backupOf(
  { path, backup }: LastWrite,
  before: string,
  system: Pick<System, 'files' | 'hash'>,
): Promise<{ path: string; bytes: Uint8Array }> {
  const candidates = backup === null ? backupPaths(path) : [backup, ...backupPaths(path)];
  const found = await findBackup(candidates, before, system);
  if (found === undefined) throw nothingToUndo({ kind: 'backup-gone', path });
  return found;
}

function nothingToUndo(problem: Problem): OpenclawError {
  return new OpenclawError('nothing_to_undo', problem);
}
