import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from '../errors.ts';

/**
 * `Files.makeDirectory`: the missing ones from the top down, each with exactly `mode` whatever the umask is.
 * Not `mkdir(…, { recursive: true })`, which applies the umask and leaves no way to tell which ones were new.
 */
export async function makeDirectory(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, mode);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' && dirname(path) !== path) {
      await makeDirectory(dirname(path), mode);
      return makeDirectory(path, mode);
    }
    // EEXIST, and for some existing roots EISDIR, EPERM or EROFS: fine as long as it is a directory.
    const existing = await stat(path).catch(() => undefined);
    if (existing?.isDirectory()) return;
    throw error;
  }
  await chmod(path, mode);
}
