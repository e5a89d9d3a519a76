export type FileStat = {
  kind: 'file' | 'directory' | 'other';
  size: number;
  /** Permission bits only, e.g. 0o600. */
  mode: number;
  /** The names that the file has: more than 1 where it has hard links. */
  links: number;
};

/** What is in the way of a lock. */
export type LockBlocker =
  | { kind: 'process'; pid: number; host: string }
  /** A file that names no process, or can't be read. */
  | { kind: 'unknown' }
  | { kind: 'not-a-file'; what: 'directory' | 'symbolic link' | 'FIFO' | 'socket' | 'device' };

/** How `Files.lock` fails; `path` is the lock file, or the guard of a take-over, that could not be had. */
export type LockedError = Error & { code: 'ELOCKED'; path: string; blocker: LockBlocker };

/**
 * Files by absolute path. Every function rejects with Node's errno error (`code`, `path`), besides the two
 * that `read` adds: `ENOTREG` for anything but a regular file, and `EFBIG` for more than `maxBytes`.
 */
export type Files = {
  /** The bytes, or undefined where nothing exists at the path. Follows symlinks; never blocks on a FIFO. */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Follows symlinks; undefined where nothing exists. */
  stat(path: string): Promise<FileStat | undefined>;
  /** The path behind all symlinks, also where the last target does not exist yet. */
  realPath(path: string): Promise<string>;
  /** Whether this process may write to it: a write bit (asked of root too) and the system's own answer. `EROFS`: rejects. */
  isWritable(path: string): Promise<boolean>;
  /**
   * Atomic replace: random temp file in the same directory, 0600 from birth, fsync, rename, directory fsync.
   * `path` must be a real path. `mode` is set before the rename. Owner and access list of an existing file are kept; of
   * what can't be kept or set nobody gains a right: the file has fewer bits than `mode` then. A new one of root's goes
   * to the owner of its directory. `EBUSY`: it is a mount point.
   * With `expected` (null: no file) it rejects with `ECHANGED`, and changes nothing, where the file does not hold
   * exactly these bytes: looked at right before the rename, and, for who still writes into the old file, after it.
   */
  replace(path: string, bytes: Uint8Array, mode: number, options?: { expected?: Uint8Array | null }): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** With `expected` rejects with `ECHANGED` where the file does not hold exactly these bytes. */
  remove(path: string, options?: { expected?: Uint8Array }): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  /**
   * Creates the directory and its missing parents with exactly this mode (where the file system has modes), as root for
   * the owner of the parent; an existing one is left as it is.
   */
  makeDirectory(path: string, mode: number): Promise<void>;
  /**
   * Takes the lock file `<path>.lock`, waiting at most `waitMs`. One whose process is certainly gone (same boot, same pid
   * namespace) is taken over at once, any other once its holder has not touched it for 30 s. Also sweeps the temp files
   * that dead processes left beside `path`. Rejects with `ELOCKED` (a `LockedError`).
   */
  lock(path: string, waitMs: number): Promise<() => Promise<void>>;
  /** Runs writes that belong together: the second Ctrl-C, which ends the process, waits for them (5 s at most). */
  uninterrupted<T>(work: () => Promise<T>): Promise<T>;
  /** Removes what killed processes left beside `path`, their lock included; for a run that has nothing to write. Never rejects. */
  sweep(path: string): Promise<void>;
};
