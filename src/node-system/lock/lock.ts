import { type FileHandle, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { interruption } from '../../errors.ts';
import type { LockBlocker, LockedError } from '../../system/files.ts';
import { errnoError } from '../disk/errno-error.ts';
import { monotonic } from '../monotonic.ts';
import type { Leftovers } from './leftovers.ts';
import { createLockFile, type LockFile, lookAtLock, readLock } from './lock-file.ts';
import { describeOwner } from './lock-owner.ts';
import { isGuardOf, removeFrom, sweepTemps } from './temp-file.ts';

type Attempt = {
  /** `<path>.lock` */
  lockFile: string;
  /** On the clock of `monotonic()`. */
  deadline: number;
  signal: AbortSignal;
  leftovers: Leftovers;
};

type Release = () => Promise<void>;

/** A sixth of the time after which others take it for dead. */
const TOUCH_EVERY_MS = 5000;

/**
 * `Files.lock`: takes `<path>.lock` and sweeps what dead processes left; resolves to the function that releases it.
 * Rejects with `ELOCKED` (`LockedError`) after `waitMs`, with `interrupted` when `signal` aborts, with the errno error
 * of a directory that is missing or can't be written.
 */
export async function takeLock(
  path: string,
  { waitMs, signal, leftovers }: { waitMs: number; signal: AbortSignal; leftovers: Leftovers },
): Promise<Release> {
  const attempt = { lockFile: `${path}.lock`, deadline: monotonic() + waitMs, signal, leftovers };
  const release = await acquire(attempt.lockFile, attempt);
  sweepTemps(path);
  sweepGuards(path);
  return release;
}

/** Takes one lock file: the lock itself, or the guard of a take-over (see `removeDead`). */
async function acquire(file: string, attempt: Attempt): Promise<Release> {
  const mine = { path: file, content: describeOwner() };
  for (;;) {
    if (attempt.signal.aborted) throw interruption(attempt.signal);
    const handle = await createLockFile(mine, attempt.leftovers);
    if (handle) return hold(mine, handle, attempt.leftovers);
    const found = lookAtLock(file);
    if (found?.dead) await removeDead(file, found.identity, attempt);
    else if (monotonic() >= attempt.deadline) throw locked(file, found?.blocker);
    // The jitter keeps waiting processes from asking in step.
    else await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 25));
  }
}

/**
 * Removes a dead process's lock. Of two contenders that both saw it dead, the second must not unlink the first
 * one's new lock. So whoever removes it first takes a guard, a lock named after the very lock to remove. Being
 * a lock like any other, the guard of a killed holder is taken over in the same way: nothing blocks forever. And
 * once the dead lock is gone, its guard guards nothing, so one that is left behind does no harm.
 */
async function removeDead(file: string, identity: string, attempt: Attempt): Promise<void> {
  const releaseGuard = await acquire(`${attempt.lockFile}.${identity}`, attempt);
  try {
    const now = lookAtLock(file);
    if (now?.dead && now.identity === identity) await unlink(file);
  } finally {
    await releaseGuard();
  }
}

/** Touches the lock while it is held, for those who can't see this process. */
function hold(mine: LockFile, handle: FileHandle, leftovers: Leftovers): Release {
  const timer = setInterval(() => void touch(handle, mine.content), TOUCH_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await handle.close().catch(() => undefined);
    if (readLock(mine.path) === mine.content) await unlink(mine.path).catch(() => undefined);
    leftovers.delete(mine);
  };
}

/** The same bytes again: utimes(2) would set a time by our clock, a write takes the file system's. */
async function touch(handle: FileHandle, content: string): Promise<void> {
  try {
    await handle.write(content, 0);
    await handle.sync();
  } catch {
    // Closed meanwhile, or a full disk: others then look at a lock that grows old.
  }
}

/** Guards whose process is gone. To be called with the lock held: then no guard guards anything. */
function sweepGuards(path: string): void {
  removeFrom(dirname(path), (name, file) => isGuardOf(basename(path), name) && lookAtLock(file)?.dead === true);
}

function locked(path: string, blocker: LockBlocker = { kind: 'unknown' }): LockedError {
  return Object.assign(errnoError('ELOCKED', 'locked', path), { code: 'ELOCKED' as const, path, blocker });
}
