import { constants } from 'node:fs';
import { access, chmod, readdir, rename, stat, unlink } from 'node:fs/promises';
import { errnoOf } from '../errors.ts';
import type { FileStat, Files } from '../system.ts';
import type { Leftovers } from './leftovers.ts';
import { takeLock } from './lock.ts';
import { makeDirectory } from './make-directory.ts';
import { readRegularFile } from './read-regular-file.ts';
import { realPathOf } from './real-path.ts';
import { replaceFile } from './replace-file.ts';
import { removeUnchanged } from './replace-unchanged.ts';

/** The real disk. `signal` ends the wait for a lock; `leftovers` receives what must go when the process ends. */
export function createFiles(signal: AbortSignal, leftovers: Leftovers): Files {
  return {
    read: readRegularFile,
    stat: statOf,
    realPath: (path) => realPathOf(path),
    list: (directory) => readdir(directory),
    isWritable,
    replace: (path, bytes, mode, { expected } = {}) => replaceFile(path, { bytes, mode, expected }, leftovers),
    rename,
    remove: async (path, { expected } = {}) => (expected ? removeUnchanged(path, expected) : unlink(path)),
    chmod,
    makeDirectory,
    lock: (path, waitMs) => takeLock(path, { waitMs, signal, leftovers }),
  };
}

async function statOf(path: string): Promise<FileStat | undefined> {
  try {
    const found = await stat(path);
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
    return { kind, size: found.size, mode: found.mode & 0o777 };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file that its owner made read-only is meant to stay, so root, whom the kernel never refuses, asks the bits too. */
async function isWritable(path: string): Promise<boolean> {
  const found = await stat(path);
  if ((found.mode & 0o222) === 0) return false;
  try {
    // A directory without its x bit lists names but lets nothing be created.
    await access(path, found.isDirectory() ? constants.W_OK | constants.X_OK : constants.W_OK);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ETXTBSY'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}
