import { fstatSync, statSync } from 'node:fs';

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
