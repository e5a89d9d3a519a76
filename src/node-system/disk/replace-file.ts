import { open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { Leftovers } from '../lock/leftovers.ts';
import { sweepTemps, tempPathFor } from '../lock/temp-file.ts';
import { errnoError } from './errno-error.ts';
import { holdFile } from './held-file.ts';
import { keepRights } from './keep-rights.ts';
import { renameOnto } from './replace-unchanged.ts';

export type Replacement = {
  bytes: Uint8Array;
  mode: number;
  /** What the file must still hold, null for no file; undefined where it does not matter. */
  expected: Uint8Array | null | undefined;
};

/**
 * Atomic replace. Not write-file-atomic, because more is needed than it gives: 0600 from the first moment
 * (a config may hold secrets), a random name opened with O_EXCL (its names can be guessed, so another user of a
 * shared directory could put a link there), the owner kept, and temp names that a later run can attribute and sweep.
 */
export async function replaceFile(path: string, replacement: Replacement, leftovers: Leftovers): Promise<void> {
  const { bytes, mode, expected } = replacement;
  sweepTemps(path);
  const temp = tempPathFor(path);
  const leftover = { path: temp, content: null };
  leftovers.add(leftover);
  const held = expected ? await holdFile(path, expected, leftovers) : undefined;
  let replacedBy: number | undefined;
  try {
    const inode = await writeTemp(temp, bytes, mode, path);
    await renameWithRetry(path, () => (expected === undefined ? rename(temp, path) : renameOnto(temp, path, expected)));
    replacedBy = inode;
    await syncDirectory(dirname(path));
  } catch (error) {
    await unlink(temp).catch(() => undefined);
    throw error;
  } finally {
    leftovers.delete(leftover);
    await held?.release(replacedBy);
  }
}

/** Resolves to the inode. */
async function writeTemp(temp: string, bytes: Uint8Array, mode: number, path: string): Promise<number> {
  const handle = await open(temp, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await keepRights({ handle, temp, path, mode });
    await handle.sync();
    return (await handle.stat()).ino;
  } finally {
    await handle.close();
  }
}

const WINDOWS_RETRIES = 10;

/**
 * On Windows a virus scanner or indexer may hold the target for a moment: 20 ms, 40 ms, … 10 s in all at most, then
 * `EINUSE`: elsewhere its EBUSY is the answer of a mount point.
 */
async function renameWithRetry(path: string, run: () => Promise<void> | void): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '');
      if (process.platform !== 'win32' || !held) throw error;
      if (attempt >= WINDOWS_RETRIES)
        throw errnoOf(error) === 'EBUSY' ? errnoError('EINUSE', 'open in another program', path) : error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(20 * 2 ** attempt, 2000)));
    }
  }
}

/** Makes the rename itself survive a power cut. Some file systems, and Windows, refuse to sync a directory. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r').catch(() => undefined);
  if (handle === undefined) return;
  await handle.sync().catch(() => undefined);
  await handle.close().catch(() => undefined);
}
