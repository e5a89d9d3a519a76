import { errnoOf, OpenclawError } from '../errors.ts';
import { shellQuote } from '../text/shell-quote.ts';

/** In a person's words; the code stands behind it, for those who search the web for it. */
const CAUSES: Record<string, string> = {
  EACCES: 'permission denied',
  EBUSY: 'it is a mount point of its own, which can only be written in place',
  EINUSE: 'another program has it open',
  ENOENT: "its directory can't be made",
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reported an error',
  ENOTDIR: 'a part of its path is not a directory',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links go in a circle',
  EFBIG: 'it is too large',
  ENOTREG: 'it is not a regular file',
};

/** Why a file function failed: words and the errno code. */
export function describeDiskError(error: unknown): string {
  const code = errnoOf(error);
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return CAUSES[code] ? `${CAUSES[code]} (${code})` : code;
}

/** For a failed write `config_unwritable`, or `config_conflict` (`ECHANGED`); errors that are typed already pass as they are. */
export function unwritable(path: string, error: unknown): OpenclawError {
  if (error instanceof OpenclawError) return error;
  if (errnoOf(error) === 'ECHANGED') return changedMeanwhile(path, 'was changed', error);
  return new OpenclawError(
    'config_unwritable',
    `${path} can't be written: ${describeDiskError(error)}. Nothing was changed.`,
    { hint: hintFor(path, errnoOf(error)), cause: error },
  );
}

/** The failure of a file that is not, or no longer, what was planned on; `what` happened to it, in words. */
export function changedMeanwhile(path: string, what: string, cause?: unknown): OpenclawError {
  return new OpenclawError('config_conflict', `${path} ${what} by another program meanwhile. Nothing was changed.`, {
    hint: 'Run the same command again; it then works on the file as it is now.',
    retryable: true,
    cause,
  });
}

/** The refusal to write what could not be read again. Sizes in bytes. */
export function tooLarge(path: string, size: number, most: number): OpenclawError {
  const limit = `${most / 1024 / 1024} MB (${most} bytes)`;
  return new OpenclawError(
    'config_unwritable',
    `${path} would become ${size} bytes, and at most ${limit} are read. Nothing was changed.`,
    { hint: 'Make it smaller, then run the same command again.' },
  );
}

function hintFor(path: string, code: string | undefined): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'Free some space, then run the same command again.';
  if (code === 'EBUSY')
    return 'Mount the directory that holds it instead of the file alone (docker run -v, compose, …).';
  if (code === 'EINUSE') return 'Close that program, then run the same command again.';
  return `Look at its owner and mode, and those of its directory: ls -ld ${shellQuote(path)}`;
}
