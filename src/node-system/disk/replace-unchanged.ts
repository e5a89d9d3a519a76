import { closeSync, fstatSync, linkSync, lstatSync, openSync, readFileSync, renameSync, unlinkSync } from 'node:fs';
import { errnoOf } from '../../errors.ts';
import { errnoError } from './errno-error.ts';
import { READ_FLAGS } from './read-regular-file.ts';

/**
 * Puts `temp` in the place of `path`, where that still holds exactly `expected` (null: nothing at all), else throws
 * `ECHANGED`. All in one turn of the event loop, so that between the last look and the rename there is nothing but
 * that one system call. A file that must not exist is not even raced for: link(2) refuses an existing name.
 */
export function renameOnto(temp: string, path: string, expected: Uint8Array | null): void {
  if (expected !== null) {
    refuseChanged(path, expected);
    renameSync(temp, path);
    return;
  }
  try {
    linkSync(temp, path);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST' || exists(path)) throw changed(path);
    // No hard links here (FAT, some network mounts): a look and a rename must do.
    renameSync(temp, path);
    return;
  }
  try {
    unlinkSync(temp);
  } catch {
    // The file is there, which is what counts; the next run sweeps the second name.
  }
}

/** Removes the file where it still holds exactly `expected`, else throws `ECHANGED`. */
export function removeUnchanged(path: string, expected: Uint8Array): void {
  refuseChanged(path, expected);
  unlinkSync(path);
}

/** Whether a regular file, not a link to one, is there with exactly these bytes. */
export function holds(path: string, expected: Uint8Array): boolean {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, READ_FLAGS);
    const found = fstatSync(descriptor);
    if (!found.isFile() || found.size !== expected.length || !readFileSync(descriptor).equals(expected)) return false;
    // Last of all: whether what was read is still what has the name.
    const named = lstatSync(path);
    return named.ino === found.ino && named.dev === found.dev && named.mtimeMs === found.mtimeMs;
  } catch (error) {
    if (['ENOENT', 'ENXIO', 'EISDIR'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The failure of a file that somebody else changed meanwhile. */
export function changed(path: string): Error {
  return errnoError('ECHANGED', 'changed by another program meanwhile', path);
}

function refuseChanged(path: string, expected: Uint8Array): void {
  if (!holds(path, expected)) throw changed(path);
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
