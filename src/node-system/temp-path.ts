import { basename, dirname, join } from 'node:path';
import { randomHex } from './random-hex.ts';

/** `.<name>.<pid>.<random>.tmp` in the same directory, so that a rename stays on one file system; see `sweep`. */
export function tempPathFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${randomHex(8)}.tmp`);
}
