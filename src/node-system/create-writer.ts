import { unlinkSync } from 'node:fs';
import type { Files } from '../system/files.ts';
import { makeDirectory } from './disk/make-directory.ts';
import { replaceFile } from './disk/replace-file.ts';
import { removeUnchanged } from './disk/replace-unchanged.ts';
import type { Leftovers } from './lock/leftovers.ts';
import { takeLock } from './lock/lock.ts';

export type Writer = Pick<Files, 'replace' | 'remove' | 'makeDirectory' | 'lock'>;

/** The half of `Files` that writes. Most runs write nothing: they load none of it. */
export function createWriter(signal: AbortSignal, leftovers: Leftovers): Writer {
  return {
    replace: (path, bytes, mode, { expected } = {}) => replaceFile(path, { bytes, mode, expected }, leftovers),
    remove: async (path, { expected } = {}) =>
      expected === undefined ? unlinkSync(path) : removeUnchanged(path, expected),
    makeDirectory,
    lock: (path, waitMs) => takeLock(path, { waitMs, signal, leftovers }),
  };
}
