import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { errnoError } from './errno-error.ts';

/** Linux itself follows 40. */
const MAX_LINKS = 40;

/** `Files.realPath`: follows every symlink, also one whose target (or whose target's directory) does not exist yet. */
export function realPathOf(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
  if (links > MAX_LINKS) throw errnoError('ELOOP', 'too many symbolic links', path);
  // The directory first: a relative link counts from where it really is, not from where we came through.
  const directory = realPathOf(dirname(path), links + 1);
  const place = join(directory, basename(path));
  const target = linkTarget(place);
  return target === undefined ? place : realPathOf(resolve(directory, target), links + 1);
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
