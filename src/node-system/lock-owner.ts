import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { errnoOf } from '../errors.ts';
import { randomHex } from './random-hex.ts';

/** Who holds a lock, as written into the lock file. */
export type LockOwner = {
  pid: number;
  host: string;
  /** The namespace that `pid` counts in: `docker run --network host` shares the host's name but not its processes. */
  namespace: string;
  /** Boot id and start time of the process, which no reused pid repeats; empty where the system does not tell. */
  start: string;
  /** Makes every lock file's content unique. */
  id: string;
};

/** This process as an owner, as the JSON line for one lock file. */
export async function describeOwner(): Promise<string> {
  const namespace = await pidNamespace();
  const start = (await processStart(process.pid)) ?? '';
  const owner: LockOwner = { pid: process.pid, host: hostname(), namespace, start, id: randomHex(8) };
  return `${JSON.stringify(owner)}\n`;
}

/** The owner in a lock file's content; undefined where it is empty, cut off or not ours. */
export function parseOwner(content: string): LockOwner | undefined {
  try {
    const { pid, host, namespace, start, id } = JSON.parse(content) ?? {};
    if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
    // The id becomes part of a file name.
    if (typeof host !== 'string' || !/^[0-9a-f]{16}$/.test(id)) return undefined;
    return { pid, host, namespace: String(namespace), start: String(start), id };
  } catch {
    return undefined;
  }
}

/** Whether the owner is certainly gone. One in another host or container is never certain. */
export async function isDead(owner: LockOwner): Promise<boolean> {
  if (owner.host !== hostname() || owner.namespace !== (await pidNamespace())) return false;
  if (!isRunning(owner.pid)) return true;
  if (owner.start === '') return false;
  const start = await processStart(owner.pid);
  return start !== undefined && start !== owner.start;
}

/** Whether a process of this number runs here, be it the same one or not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ESRCH';
  }
}

async function pidNamespace(): Promise<string> {
  return readlink('/proc/self/ns/pid').catch(() => '');
}

/**
 * Field 22 of /proc/<pid>/stat, in ticks since boot, behind the boot's id; `dead` for a zombie, which `kill -9`
 * leaves until its parent looks. Undefined where there is no /proc (macOS, Windows).
 */
async function processStart(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may hold blanks and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return 'dead';
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return `${boot.trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
