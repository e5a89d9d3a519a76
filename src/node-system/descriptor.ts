import { fstatSync, statSync, writeSync } from 'node:fs';
import { errnoOf, OpenclawError } from '../errors.ts';

/**
 * Whether a descriptor is a terminal. Pipes, files and /dev/null, which scripts pass, are told apart without
 * `node:tty`, which takes 2 ms to load.
 */
export function isTerminal(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return (
      stat.isCharacterDevice() && stat.rdev !== nullDevice() && process.getBuiltinModule('node:tty').isatty(descriptor)
    );
  } catch {
    // Closed, as by `>&-`.
    return false;
  }
}

/** Windows has none at this path. */
function nullDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

/** Where an output stream's text goes. */
export type Output = {
  isTerminal: boolean;
  /** The terminal's width; only asked where it is one. */
  columns(): number | undefined;
  /** False where the reader has left. */
  write(text: string): boolean;
};

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const;

export function openOutput(name: keyof typeof DESCRIPTORS): Output {
  const descriptor = DESCRIPTORS[name];
  return {
    isTerminal: isTerminal(descriptor),
    columns: () => process[name].columns,
    write: (text) => writeText(descriptor, text),
  };
}

/** A full pipe whose other end reads slowly is tried again after this time. */
const PAUSE_MS = 2;

/**
 * Writes all of a text, waiting for a slow reader; false where the reader has left (`| head`), which is no failure.
 * `process.stdout` is not used: on a pipe it takes 2 ms to set up, and a write may still be under way at the end.
 */
function writeText(descriptor: number, text: string): boolean {
  const bytes = new TextEncoder().encode(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'EPIPE' || code === 'EBADF') return false;
      if (code !== 'EAGAIN') {
        throw new OpenclawError('unexpected', `The output can't be written (${code}).`, { cause: error });
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
  return true;
}
