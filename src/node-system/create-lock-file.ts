import { link, unlink, writeFile } from 'node:fs/promises';
import { errnoOf } from '../errors.ts';
import type { Leftovers } from './leftovers.ts';
import { tempPathFor } from './temp-path.ts';

/** What file systems without hard links (FAT, some network mounts, Android) answer to link(2). */
const NO_LINKS = ['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Creates a lock file together with its content, or returns false where one is there. link(2) makes both
 * appear at once; with open and write, a crash between the two would leave a lock that names nobody.
 */
export async function createLockFile(lock: { path: string; content: string }, leftovers: Leftovers): Promise<boolean> {
  const temp = { path: tempPathFor(lock.path), content: null };
  leftovers.add(temp);
  // Noted before it exists, so that a process that ends in between leaves none; the content tells whose it is.
  leftovers.add(lock);
  let created = false;
  try {
    await writeFile(temp.path, lock.content, { flag: 'wx', mode: 0o600 });
    created = await linkOrCreate(temp.path, lock);
    return created;
  } finally {
    if (!created) leftovers.delete(lock);
    await unlink(temp.path).catch(() => undefined);
    leftovers.delete(temp);
  }
}

async function linkOrCreate(temp: string, lock: { path: string; content: string }): Promise<boolean> {
  try {
    await link(temp, lock.path);
    return true;
  } catch (error) {
    const code = errnoOf(error) ?? '';
    // ENOENT: a process that swept took our temp file for an old one. The caller tries again.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (!NO_LINKS.includes(code)) throw error;
  }
  try {
    await writeFile(lock.path, lock.content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}
