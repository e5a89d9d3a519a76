import { shellQuote } from '../../../text/shell-quote.ts';

/** By errno. The code is behind the words where it is the system's own, for those who search the web for it. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied (EACCES)',
  EBUSY: 'it is a mount point of its own, which can only be written in place (EBUSY)',
  EDQUOT: 'the disk quota is used up (EDQUOT)',
  EFBIG: 'it is too large',
  EINUSE: 'another program has it open',
  EIO: 'the disk reported an error (EIO)',
  EISDIR: 'it is a directory',
  ELOOP: 'its symbolic links go in a circle (ELOOP)',
  ENAMETOOLONG: 'its name is too long (ENAMETOOLONG)',
  ENOENT: "its directory can't be made (ENOENT)",
  ENOSPC: 'no space left on the device (ENOSPC)',
  ENOTDIR: 'a part of its path is not a directory (ENOTDIR)',
  ENOTREG: 'it is not a regular file (a pipe, a socket or a device)',
  EPERM: 'not permitted (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
};

/** `errno` is a code, or, where a failure has none, the words it came with. */
export const cause = (errno: string) => CAUSES[errno] ?? errno;

export const look = (path: string) =>
  `Check its owner and mode, and those of its directory: ls -ld ${shellQuote(path)}`;

/** What became of a file. */
export const events = { changed: 'was changed', created: 'was created', removed: 'was removed' };
export type Event = keyof typeof events;

export const inMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
