/** How many pieces of work are under way that must not be left half done, in this process. */
let running = 0;
let end: (() => void) | undefined;

/** A disk that does not answer must not keep a person from leaving. */
const MAX_WAIT_MS = 5000;

/** `Files.uninterrupted` */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  running++;
  try {
    return await work();
  } finally {
    running--;
    if (running === 0) end?.();
  }
}

/** Ends the process by `ending`: at once, or as soon as that work is done, in 5 s at most. */
export function onceWhole(ending: () => void): void {
  if (running === 0) ending();
  end = ending;
  setTimeout(ending, MAX_WAIT_MS).unref();
}
