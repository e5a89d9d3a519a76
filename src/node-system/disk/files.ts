import { accessSync, chmodSync, constants, readdirSync, renameSync, type Stats, statSync, unlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { FileStat, Files } from '../../system/files.ts';
import type { Leftovers } from '../lock/leftovers.ts';
import { readRegularFile } from './read-regular-file.ts';
import { realPathOf } from './real-path.ts';
import { uninterrupted } from './uninterrupted.ts';

/**
 * The real disk. `signal` ends the wait for a lock; `leftovers` receives what must go when the process ends. What only
 * a run that writes needs is loaded there: most runs write nothing.
 */
export function createFiles(signal: AbortSignal, leftovers: Leftovers): Files {
  return {
    read: readRegularFile,
    stat: async (path) => statOf(path),
    realPath: async (path) => realPathOf(path),
    isWritable: async (path) => isWritable(path),
    replace: async (path, bytes, mode, { expected } = {}) => {
      const { replaceFile } = await import('./replace-file.ts');
      await replaceFile(path, { bytes, mode, expected }, leftovers);
    },
    rename: async (from, to) => renameSync(from, to),
    remove: async (path, { expected } = {}) => {
      if (expected === undefined) return unlinkSync(path);
      const { removeUnchanged } = await import('./replace-unchanged.ts');
      await removeUnchanged(path, expected);
    },
    chmod: async (path, mode) => chmodSync(path, mode),
    makeDirectory: async (path, mode) => (await import('./make-directory.ts')).makeDirectory(path, mode),
    lock: async (path, waitMs) => (await import('../lock/lock.ts')).takeLock(path, { waitMs, signal, leftovers }),
    uninterrupted,
    sweep: async (path) => {
      if (!hasTraces(path)) return;
      // Taking the lock removes a dead one, sweeps, and makes sure that nobody is at work.
      const { takeLock } = await import('../lock/lock.ts');
      const release = await takeLock(path, { waitMs: 0, signal, leftovers }).catch(() => undefined);
      await release?.();
    },
  };
}

/** Whether anything stands beside `path` that a killed process may have left. */
function hasTraces(path: string): boolean {
  const base = basename(path);
  try {
    return readdirSync(dirname(path)).some((name) => name.startsWith(`${base}.lock`) || /^\..*\.tmp$/.test(name));
  } catch {
    return false;
  }
}

function statOf(path: string): FileStat | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return { kind: kindOf(found), size: found.size, mode: found.mode & 0o777, links: found.nlink };
}

function kindOf(found: Stats): FileStat['kind'] {
  if (found.isFile()) return 'file';
  return found.isDirectory() ? 'directory' : 'other';
}

/** A file that its owner made read-only is meant to stay, so root, whom the kernel never refuses, asks the bits too. */
function isWritable(path: string): boolean {
  const found = statSync(path);
  if ((found.mode & 0o222) === 0) return false;
  try {
    // A directory without its x bit lists names but lets nothing be created.
    accessSync(path, found.isDirectory() ? constants.W_OK | constants.X_OK : constants.W_OK);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'ETXTBSY'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}
