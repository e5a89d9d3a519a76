import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { errnoOf } from '../../errors.ts';
import { randomHex } from './random-hex.ts';

/** Which process made a lock or a temp file. */
export type Maker = {
  pid: number;
  /** See `pidPlace`. */
  place: string;
  /** See `startOf`; empty where that is not known. */
  start: string;
};

/** Who holds a lock, as written into the lock file. */
export type LockOwner = Maker & {
  /** For people only: two machines may have one name. */
  host: string;
  /** Makes every lock file's content unique. */
  id: string;
};

/** This process as an owner, as the JSON line for one lock file. */
export function describeOwner(): string {
  const { pid } = process;
  const owner: LockOwner = { pid, host: hostname(), place: pidPlace(), start: startOf(pid) ?? '', id: randomHex(8) };
  return `${JSON.stringify(owner)}\n`;
}

/** The owner in a lock file's content; undefined where it is empty, cut off or not ours. */
export function parseOwner(content: string): LockOwner | undefined {
  try {
    const { pid, host, place, start, id } = JSON.parse(content) ?? {};
    if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
    // The id becomes part of a file name.
    if (typeof host !== 'string' || typeof place !== 'string' || !/^[0-9a-f]{16}$/.test(id)) return undefined;
    return { pid, host, place, start: String(start), id };
  } catch {
    return undefined;
  }
}

/** Whether that very process runs. Not known where its number counts elsewhere, or where another may have it by now. */
export function fateOf({ pid, place, start }: Maker): 'gone' | 'running' | 'unknown' {
  if (place === '' || place !== pidPlace()) return 'unknown';
  if (!isRunning(pid)) return 'gone';
  const now = startOf(pid);
  if (start === '' || now === undefined) return 'unknown';
  return start === now ? 'running' : 'gone';
}

let ownPlace: string | undefined;

/**
 * Where a process number means a process: one pid namespace of one boot of one machine. The host's name would not do:
 * containers on the host's network share it, a restart keeps it, and two machines may have it. Where there is
 * neither boot id nor namespace, the host's name and the minute of its boot. Empty: not known, and so no process's.
 */
export function pidPlace(): string {
  ownPlace ??= findPlace();
  return ownPlace;
}

function findPlace(): string {
  if (process.platform !== 'linux') {
    return `${hostname().replace(/\W/g, '')}-${Math.round((Date.now() / 1000 - uptime()) / 60)}`;
  }
  try {
    const namespace = readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
    return `${namespace}-${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)}`;
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ESRCH';
  }
}

/**
 * When a process started, in ticks since boot, which no reused number repeats: field 22 of /proc/<pid>/stat. `dead` for a zombie, which `kill -9` leaves until its parent looks. Undefined where
 * there is no /proc (macOS, Windows), and where it is that of another pid namespace.
 */
function startOf(pid: number): string | undefined {
  try {
    if (readlinkSync('/proc/self') !== String(process.pid)) return undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may hold blanks and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'dead' : fields[19];
  } catch {
    return undefined;
  }
}
