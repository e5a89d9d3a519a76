import { readFileSync, unlinkSync } from 'node:fs';

/** A file that must not outlive this process. */
export type Leftover = {
  path: string;
  /** What a lock file must still hold to be ours; null for a temp file, whose random name is proof enough. */
  content: string | null;
};

/** Everything to remove should the process end now: a second Ctrl-C ends it in the middle of anything. */
export type Leftovers = Set<Leftover>;

/** Removes them all, synchronously, for the process's `exit` event. Never throws. */
export function removeLeftovers(leftovers: Leftovers): void {
  for (const { path, content } of leftovers) {
    try {
      if (content === null || readFileSync(path, 'utf8') === content) unlinkSync(path);
    } catch {
      // Gone already, or out of reach: nothing more can be done on the way out.
    }
  }
  leftovers.clear();
}
