import { closeSync, constants, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type FileHandle, link, open, unlink } from 'node:fs/promises';
import { errnoOf } from '../../errors.ts';
import type { LockBlocker } from '../../system/files.ts';
import { READ_FLAGS } from '../disk/read-regular-file.ts';
import type { Leftover, Leftovers } from './leftovers.ts';
import { fateOf, parseOwner } from './lock-owner.ts';
import { isUntouched, tempPathFor } from './temp-file.ts';

/** A lock file of ours: no other has its content. */
export type LockFile = Leftover & { content: string };

/** What file systems without hard links (FAT, some network mounts, Android) answer to link(2). */
const NO_LINKS = ['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Creates a lock file together with its content and returns it open, undefined where its name is taken. link(2) makes
 * both appear at once; with open and write, a crash between the two would leave a lock that names no process.
 */
export async function createLockFile(lock: LockFile, leftovers: Leftovers): Promise<FileHandle | undefined> {
  const temp = { path: tempPathFor(lock.path), content: null };
  leftovers.add(temp);
  // Noted before it exists, so that a process that ends in between leaves none; the content tells whose it is.
  leftovers.add(lock);
  let created: FileHandle | undefined;
  try {
    const written = await writeNew(temp.path, lock.content);
    try {
      created = await linkOrCreate({ path: temp.path, handle: written }, lock);
      return created;
    } finally {
      if (created !== written) await written.close();
    }
  } finally {
    if (!created) leftovers.delete(lock);
    await unlink(temp.path).catch(() => undefined);
    leftovers.delete(temp);
  }
}

async function linkOrCreate(
  temp: { path: string; handle: FileHandle },
  lock: LockFile,
): Promise<FileHandle | undefined> {
  try {
    await link(temp.path, lock.path);
    return temp.handle;
  } catch (error) {
    const code = errnoOf(error) ?? '';
    // ENOENT: a process that swept took our temp file for an old one. The caller tries again.
    if (code === 'EEXIST' || code === 'ENOENT') return undefined;
    if (!NO_LINKS.includes(code)) throw error;
  }
  try {
    return await writeNew(lock.path, lock.content);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

/** 0600 whatever the umask says: of a lock with mode 000 nobody could read whose it is. Some file systems know no modes. */
async function writeNew(path: string, content: string): Promise<FileHandle> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.chmod(0o600).catch(() => undefined);
    await handle.writeFile(content);
    return handle;
  } catch (error) {
    await handle.close();
    await unlink(path).catch(() => undefined);
    throw error;
  }
}

/** A lock file as found; `identity` is never the same for two of them. */
export type FoundLock = { dead: boolean; identity: string; blocker: LockBlocker };

/**
 * What has the name of a lock; undefined where nothing has. Dead is a lock whose process is certainly gone, and any
 * other whose holder can't be seen from here and has not touched it for 30 s. What is not a regular file is not a
 * lock of ours, so it never is: it is neither opened (a FIFO would wait for its writer) nor followed nor removed.
 */
export function lookAtLock(path: string): FoundLock | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isFile()) return { dead: false, identity: '', blocker: { kind: 'not-a-file', what: kindOf(stat) } };
  const owner = parseOwner(readLock(path));
  const fate = owner === undefined ? 'unknown' : fateOf(owner);
  return {
    dead: fate === 'gone' || (fate === 'unknown' && isUntouched(path)),
    identity: owner?.id ?? `${stat.ino}-${Math.round(stat.mtimeMs)}`,
    blocker: owner ? { kind: 'process', pid: owner.pid, host: owner.host } : { kind: 'unknown' },
  };
}

/** An owner takes 200 bytes. Of what appeared since we looked, no link is followed and no FIFO waited for. */
const MAX_BYTES = 4096;

/** Empty where it can't be read: another user's lock is judged by its age. */
export function readLock(path: string): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, READ_FLAGS | (constants.O_NOFOLLOW ?? 0));
    const bytes = Buffer.alloc(MAX_BYTES);
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function kindOf(stat: Stats): Extract<LockBlocker, { kind: 'not-a-file' }>['what'] {
  if (stat.isDirectory()) return 'directory';
  if (stat.isSymbolicLink()) return 'symbolic link';
  if (stat.isFIFO()) return 'FIFO';
  return stat.isSocket() ? 'socket' : 'device';
}
