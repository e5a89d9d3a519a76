import { readdir, readFile, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDead, isRunning, parseOwner } from './lock-owner.ts';

/**
 * Removes what killed processes left beside `path`: temp files of `path`, of its backup and of its lock, and take-over
 * guards. To be called with the lock of `path` held: then nobody else writes `path`, and no guard guards anything.
 */
export async function sweep(path: string): Promise<void> {
  const directory = dirname(path);
  const base = basename(path);
  await removeFrom(directory, (name) => isLeft(name, base, directory));
}

/** Removes the temp files of `path` that killed processes left: for files without a lock, as the cache. */
export async function sweepTemps(path: string): Promise<void> {
  await removeFrom(dirname(path), async (name) => isDeadTemp(name, basename(path)));
}

async function removeFrom(directory: string, isLeftBehind: (name: string) => Promise<boolean>): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    if (await isLeftBehind(name)) await unlink(join(directory, name)).catch(() => undefined);
  }
}

async function isLeft(name: string, base: string, directory: string): Promise<boolean> {
  const pid = pidOfTemp(name, base);
  // Our own: an earlier write in this process that failed half-way, or another process of our number long ago.
  if (pid !== undefined) return pid === process.pid || !isRunning(pid);
  if (isDeadTemp(name, `${base}.lock`) || isDeadTemp(name, `${base}.bak`)) return true;
  if (!name.startsWith(`${base}.lock.`)) return false;
  const content = await readFile(join(directory, name), 'utf8').catch(() => '');
  const owner = parseOwner(content);
  return owner !== undefined && isDead(owner);
}

function isDeadTemp(name: string, base: string): boolean {
  const pid = pidOfTemp(name, base);
  return pid !== undefined && pid !== process.pid && !isRunning(pid);
}

/** The process in a name of the form `.<base>.<pid>.<hex>.tmp`. */
function pidOfTemp(name: string, base: string): number | undefined {
  if (!name.startsWith(`.${base}.`)) return undefined;
  const match = /^(\d+)\.[0-9a-f]+\.tmp$/.exec(name.slice(base.length + 2));
  return match ? Number(match[1]) : undefined;
}
