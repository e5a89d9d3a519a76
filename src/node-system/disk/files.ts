import { accessSync, chmodSync, constants, readdirSync, renameSync, type Stats, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { FileStat, Files } from '../../system/files.ts';
import type { Leftovers } from '../lock/leftovers.ts';
import { readRegularFile } from './read-regular-file.ts';
import { realPathOf } from './real-path.ts';
import { uninterrupted } from './uninterrupted.ts';

/** The real disk. `signal` ends the wait for a lock; `leftovers` receives what must go when the process ends. */
export function createFiles(signal: AbortSignal, leftovers: Leftovers): Files {
  const writer = async () => (await import('../create-writer.ts')).createWriter(signal, leftovers);
  return {
    read: readRegularFile,
    stat: async (path) => statOf(path),
    realPath: async (path) => realPathOf(path),
    isWritable: async (path) => isWritable(path),
    replace: async (...given) => (await writer()).replace(...given),
    rename: async (from, to) => renameSync(from, to),
    remove: async (...given) => (await writer()).remove(...given),
    chmod: async (path, mode) => chmodSync(path, mode),
    makeDirectory: async (...given) => (await writer()).makeDirectory(...given),
    lock: async (...given) => (await writer()).lock(...given),
    uninterrupted,
    sweep: async (path) => {
      if (!hasTraces(path)) return;
      // Taking the lock removes a dead one, sweeps, and makes sure that no other process is writing.
      const release = await (await writer()).lock(path, 0).catch(() => undefined);
      await release?.();
    },
  };
}

/** Whether anything is beside `path` that a killed process may have left. */
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
