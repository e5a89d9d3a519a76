import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { copyAcl, hasAcl } from './acl.ts';

export type Successor = {
  /** The new file, open, 0600 from birth. */
  handle: FileHandle;
  temp: string;
  /** The file that it will replace, where there is one. */
  path: string;
  mode: number;
};

/**
 * Gives a file the owner, access list and mode of the one that it replaces; a new one of root's goes to the owner of its
 * directory. What can't be kept (a group we are not in, a list without `setfacl`, a file system that refuses chmod) leaves
 * the file with fewer rights than `mode`, never with more: the caller sees it by its mode.
 */
export async function keepRights(successor: Successor): Promise<void> {
  const { handle, path, temp } = successor;
  if (process.getuid === undefined) return setMode(handle, successor.mode);
  const old = await stat(path).catch(() => undefined);
  const mode = await keepOwner(successor, old);
  // A list counts only where others have rights, before or after; and the new file may have one from its directory, whose
  // mask a chmod would open.
  if (old !== undefined && ((old.mode | mode) & 0o077) !== 0) {
    const isKept = !hasAcl([path, temp]) || (mode === successor.mode && copyAcl(path, handle.fd));
    if (!isKept) return setMode(handle, mode & 0o700);
  }
  await setMode(handle, mode);
}

/** FAT and some mounts refuse each chmod, also one to the mode that they give every file. */
async function setMode(handle: FileHandle, mode: number): Promise<void> {
  if (((await handle.stat()).mode & 0o777) !== mode) await handle.chmod(mode).catch(() => undefined);
}

/**
 * `sudo openclaw …` must not turn a user's file into root's, nor leave new ones of root's in the user's directory. Others
 * can't give files away; they can only keep the group, where they are in it. Resolves to the mode that the file may have
 * then: where its group is another one, group and others get only what both had before.
 */
async function keepOwner({ handle, path, mode }: Successor, old: Stats | undefined): Promise<number> {
  const fresh = await handle.stat();
  if (old === undefined) {
    const directory = await stat(dirname(path));
    // Refused where the owner is not known here (a container's user namespace, NFS): it stays root's.
    if (fresh.uid === 0 && directory.uid !== 0) await handle.chown(directory.uid, directory.gid).catch(() => undefined);
    return mode;
  }
  if (old.uid === fresh.uid && old.gid === fresh.gid) return mode;
  if (fresh.uid === 0) {
    await handle.chown(old.uid, old.gid);
    return mode;
  }
  await handle.chown(fresh.uid, old.gid).catch(() => undefined);
  if ((await handle.stat()).gid === old.gid) return mode;
  const both = (mode >> 3) & mode & 0o7;
  return (mode & 0o700) | (both << 3) | both;
}
