import { readFile, stat, unlink } from 'node:fs/promises';
import { errnoOf, interruption } from '../errors.ts';
import { createLockFile } from './create-lock-file.ts';
import { errnoError } from './errno-error.ts';
import type { Leftover, Leftovers } from './leftovers.ts';
import { describeOwner, isDead, parseOwner } from './lock-owner.ts';
import { monotonic } from './monotonic.ts';
import { sweep } from './sweep.ts';

type Attempt = {
  /** `<path>.lock` */
  lockFile: string;
  /** On the clock of `monotonic()`. */
  deadline: number;
  signal: AbortSignal;
  leftovers: Leftovers;
};

/** A lock file that names nobody counts as dead after this time: its writer died between open and write. */
const GARBAGE_AFTER_MS = 2000;

/**
 * `Files.lock`: takes `<path>.lock` and sweeps what dead processes left; resolves to the function that releases it.
 * Rejects with `ELOCKED` after `waitMs`, with `interrupted` when `signal` aborts, with the errno error of a directory
 * that is missing or can't be written.
 */
export async function takeLock(
  path: string,
  { waitMs, signal, leftovers }: { waitMs: number; signal: AbortSignal; leftovers: Leftovers },
): Promise<() => Promise<void>> {
  const attempt = { lockFile: `${path}.lock`, deadline: monotonic() + waitMs, signal, leftovers };
  const release = await acquire(attempt.lockFile, attempt);
  await sweep(path);
  return release;
}

/** Takes one lock file: the lock itself, or the guard of a take-over (see `removeDead`). */
async function acquire(file: string, attempt: Attempt): Promise<() => Promise<void>> {
  const mine = { path: file, content: await describeOwner() };
  for (;;) {
    if (attempt.signal.aborted) throw interruption(attempt.signal);
    if (await createLockFile(mine, attempt.leftovers)) return () => release(mine, attempt.leftovers);
    const found = await look(file);
    if (found === undefined) continue;
    if (found.dead) await removeDead(file, found, attempt);
    else if (monotonic() >= attempt.deadline) throw locked(found.content, attempt);
    // The jitter keeps waiting processes from asking in step.
    else await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 25));
  }
}

/** A lock file as found; `identity` is never the same for two of them. */
type Found = { content: string; dead: boolean; identity: string };

async function look(file: string): Promise<Found | undefined> {
  try {
    const content = await readFile(file, 'utf8');
    const owner = parseOwner(content);
    if (owner) return { content, dead: await isDead(owner), identity: owner.id };
    const { ino, mtimeMs } = await stat(file);
    return { content, dead: Date.now() - mtimeMs > GARBAGE_AFTER_MS, identity: `${ino}-${Math.round(mtimeMs)}` };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Removes a dead process's lock. Of two contenders that both saw it dead, the second must not unlink the first
 * one's new lock. So whoever removes it first takes a guard, a lock named after the very lock to remove. Being
 * a lock like any other, the guard of a killed holder is taken over in the same way: nothing blocks for ever. And
 * once the dead lock is gone, its guard guards nothing, so one that is left behind does no harm.
 */
async function removeDead(file: string, found: Found, attempt: Attempt): Promise<void> {
  const releaseGuard = await acquire(`${attempt.lockFile}.${found.identity}`, attempt);
  try {
    const now = await look(file);
    if (now?.dead && now.identity === found.identity) await unlink(file);
  } finally {
    await releaseGuard();
  }
}

async function release(mine: Leftover, leftovers: Leftovers): Promise<void> {
  const content = await readFile(mine.path, 'utf8').catch(() => undefined);
  if (content === mine.content) await unlink(mine.path).catch(() => undefined);
  leftovers.delete(mine);
}

function locked(content: string, { lockFile }: Attempt): Error {
  const owner = parseOwner(content);
  const who = owner ? `process ${owner.pid} on host ${owner.host}` : 'an unknown process';
  return errnoError('ELOCKED', `locked by ${who}`, lockFile);
}
