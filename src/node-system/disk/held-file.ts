import { lstatSync, renameSync } from 'node:fs';
import { link, unlink } from 'node:fs/promises';
import type { Leftovers } from '../lock/leftovers.ts';
import { tempPathFor } from '../lock/temp-file.ts';
import { changed, holds } from './replace-unchanged.ts';

/**
 * A second name for a file that is about to be replaced. Who opened it before and writes in place (an editor, a
 * `fs.writeFile`) would write into a file without a name; so it is kept until the new one is safe, and looked at again.
 */
export type HeldFile = {
  /**
   * Lets go of it. Where it no longer holds what it did, and the file that replaced it (its inode; undefined: none did)
   * still has the name, puts it back and throws `ECHANGED`.
   */
  release(replacedBy: number | undefined): Promise<void>;
};

/** Undefined where there is no file, or where the file system (or its owner) allows no second name. */
export async function holdFile(
  path: string,
  expected: Uint8Array,
  leftovers: Leftovers,
): Promise<HeldFile | undefined> {
  const held = { path: tempPathFor(path), content: null };
  leftovers.add(held);
  try {
    await link(path, held.path);
  } catch {
    leftovers.delete(held);
    return undefined;
  }
  return {
    release: async (replacedBy) => {
      try {
        if (replacedBy !== undefined && inodeOf(path) === replacedBy) putBackIfChanged(held.path, path, expected);
      } finally {
        await unlink(held.path).catch(() => undefined);
        leftovers.delete(held);
      }
    },
  };
}

/** The very file goes back, so that a writer that has only begun ends in what has the name. */
function putBackIfChanged(held: string, path: string, expected: Uint8Array): void {
  if (holds(held, expected)) return;
  renameSync(held, path);
  throw changed(path);
}

function inodeOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.ino;
}
