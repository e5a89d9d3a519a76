import { constants } from 'node:fs';
import { chmod, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from '../../errors.ts';

/**
 * `Files.makeDirectory`: the missing ones from the top down, each with exactly `mode` whatever the umask is.
 * Not `mkdir(…, { recursive: true })`, which applies the umask and leaves no way to tell which ones were new.
 */
export async function makeDirectory(path: string, mode: number): Promise<void> {
  await makeOne(path, mode).catch(async (error) => {
    if (errnoOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeDirectory(dirname(path), mode);
    // Once only: under /proc the answer stays ENOENT, though the parent is there.
    await makeOne(path, mode);
  });
}

async function makeOne(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, mode);
  } catch (error) {
    // EEXIST, and for some existing roots EISDIR, EPERM or EROFS: fine as long as it is a directory.
    const existing = await stat(path).catch(() => undefined);
    if (existing?.isDirectory()) return;
    throw error;
  }
  if (process.getuid?.() === 0) await giveToParentsOwner(path);
  // The umask took bits. Where the file system refuses modes (FAT), the directory is as private as it can be.
  if (((await stat(path)).mode & 0o777) !== mode) await chmod(path, mode).catch(() => undefined);
}

/**
 * `sudo openclaw …` in a user's home: what root makes there is the user's. The owner of the opened directory's own `..`
 * counts, because a user may put a link to a directory of root's in the place of what was just made.
 */
async function giveToParentsOwner(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    const parent = await stat(`/proc/self/fd/${handle.fd}/..`).catch(() => stat(dirname(path)));
    // Refused where the owner is not known here (a container's user namespace, NFS): it stays root's.
    if (parent.uid !== 0) await handle.chown(parent.uid, parent.gid).catch(() => undefined);
  } finally {
    await handle.close();
  }
}
