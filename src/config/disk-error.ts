import { errnoOf, OpenclawError, reasonOf } from '../errors.ts';

/** For a failed write `config_unwritable`, or `config_conflict` (`ECHANGED`); errors that are typed already pass as they are. */
export function unwritable(path: string, error: unknown): OpenclawError {
  if (error instanceof OpenclawError) return error;
  if (errnoOf(error) === 'ECHANGED') return changedMeanwhile(path, 'changed', error);
  return new OpenclawError(
    'config_unwritable',
    { kind: 'unwritable', path, errno: reasonOf(error) },
    { unchanged: true, cause: error },
  );
}

/** A file that can't be read, or whose links can't be followed. */
export function unreadable(path: string, error: unknown, errno = reasonOf(error)): OpenclawError {
  return new OpenclawError('config_invalid', { kind: 'unreadable', path, errno }, { cause: error });
}

/** A file that is not, or no longer, what was planned on; `event` is what happened to it. */
export function changedMeanwhile(
  path: string,
  event: 'changed' | 'created' | 'removed',
  cause?: unknown,
): OpenclawError {
  return new OpenclawError(
    'config_conflict',
    { kind: 'changed-meanwhile', path, event },
    { unchanged: true, retryable: true, cause },
  );
}

/** A file's new bytes. Throws `config_unwritable` where they are more than are read again. Sizes in bytes. */
export function encodeWithin(most: number, path: string, text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const size = bytes.length;
  if (size <= most) return bytes;
  throw new OpenclawError('config_unwritable', { kind: 'would-be-too-large', path, size, most }, { unchanged: true });
}
