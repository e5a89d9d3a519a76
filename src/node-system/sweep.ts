import { readdir, readFile, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDead, isRunning, parseOwner } from './lock-owner.ts';

/**
 * Removes what killed processes left beside `path`: temp files of `path` and of its lock, and take-over guards.
 * To be called with the lock of `path` held: then nobody else writes `path`, and no guard guards anything.
 */
export async function sweep(path: string): Promise<void> {
  const directory = dirname(path);
  const names = await readdir(directory).catch(() => []);
  const base = basename(path);
  for (const name of names) {
    if (await isLeft(name, base, directory)) await unlink(join(directory, name)).catch(() => undefined);
  }
}

async function isLeft(name: string, base: string, directory: string): Promise<boolean> {
  const pid = pidOfTemp(name, base);
  // Our own: an earlier write in this process that failed half-way, or another process of our number long ago.
  if (pid !== undefined) return pid === process.pid || !isRunning(pid);
  const lockPid = pidOfTemp(name, `${base}.lock`);
  if (lockPid !== undefined) return lockPid !== process.pid && !isRunning(lockPid);
  if (!name.startsWith(`${base}.lock.`)) return false;
  const content = await readFile(join(directory, name), 'utf8').catch(() => '');
  const owner = parseOwner(content);
  return owner !== undefined && isDead(owner);
}

/** The process in a name of the form `.<base>.<pid>.<hex>.tmp`. */
function pidOfTemp(name: string, base: string): number | undefined {
  if (!name.startsWith(`.${base}.`)) return undefined;
  const match = /^(\d+)\.[0-9a-f]+\.tmp$/.exec(name.slice(base.length + 2));
  return match ? Number(match[1]) : undefined;
}
