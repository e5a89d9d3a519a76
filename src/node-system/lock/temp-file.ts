import { closeSync, fstatSync, lstatSync, openSync, readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fateOf, pidPlace } from './lock-owner.ts';
import { randomHex } from './random-hex.ts';

/** `.<name>.<pid>.<place>.<random>.tmp` in the same directory, so that a rename stays on one file system. */
export function tempPathFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${pidPlace()}.${randomHex(8)}.tmp`);
}

/** Earlier versions wrote no place. */
const TEMP_NAME = /^\.(?<of>.+)\.(?<pid>\d+)(?:\.(?<place>[\w-]*))?\.[0-9a-f]+\.tmp$/;

/** Removes what killed processes left beside `path`: temp files of `path`, of its backup, of its lock and its guards. */
export function sweepTemps(path: string): void {
  const base = basename(path);
  removeFrom(dirname(path), (name, file) => {
    const found = TEMP_NAME.exec(name)?.groups;
    return found?.of !== undefined && isOfBase(base, found.of) && isDead(found, file);
  });
}

/** Whether a name is that of a take-over's guard: `<base>.lock.<identity of the lock to remove>`. */
export function isGuardOf(base: string, name: string): boolean {
  return name.startsWith(`${base}.lock.`) && /^([0-9a-f]{16}|\d+-\d+)$/.test(name.slice(base.length + 6));
}

/** Never throws: what can't be removed now is left to a later run. */
export function removeFrom(directory: string, isLeftBehind: (name: string, file: string) => boolean): void {
  for (const name of namesIn(directory)) {
    try {
      const file = join(directory, name);
      if (isLeftBehind(name, file)) unlinkSync(file);
    } catch {
      // A read-only directory, a full disk, or another process that sweeps too.
    }
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function isOfBase(base: string, of: string): boolean {
  return of === base || of === `${base}.bak` || of === `${base}.lock` || isGuardOf(base, of);
}

/** As a lock: at once where its process is certainly gone, else once it was not written to for 30 s. */
function isDead({ pid, place = '' }: Record<string, string | undefined>, file: string): boolean {
  return fateOf({ pid: Number(pid), place, start: '' }) === 'gone' || isUntouched(file);
}

const UNTOUCHED_MS = 30_000;

/**
 * Whether nobody wrote to a file for 30 s, by the file system's own clock: that of another machine, which writes to it
 * too, may go otherwise than ours. A time far ahead is from before the clock was set back. False where it is gone.
 */
export function isUntouched(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && Math.abs(fileSystemTime(path) - stat.mtimeMs) > UNTOUCHED_MS;
}

/** What the file system says that the time is, where `path` is: that of a file which was written this moment. */
function fileSystemTime(path: string): number {
  const temp = tempPathFor(path);
  const descriptor = openSync(temp, 'wx', 0o600);
  try {
    return fstatSync(descriptor).mtimeMs;
  } finally {
    closeSync(descriptor);
    unlinkSync(temp);
  }
}
