import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { errnoOf } from '../../errors.ts';
import { monotonic } from '../monotonic.ts';
import { errnoError } from './errno-error.ts';

/** Without O_NONBLOCK, opening a FIFO waits for a writer forever. Windows has no such flag (undefined). */
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const CHUNK_BYTES = 64 * 1024;

/**
 * `Files.read`: undefined where nothing exists, `ENOTREG` for no regular file, `EFBIG` above `maxBytes`. Reads without
 * the thread pool: nothing else could go on meanwhile, and each of its four trips there costs more than the read.
 */
export async function readRegularFile(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  let bytes = readOnce(path, maxBytes);
  if (bytes?.length !== 0) return bytes;
  const deadline = monotonic() + SETTLES_IN_MS;
  while (bytes?.length === 0 && monotonic() < deadline && isFresh(path)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    bytes = readOnce(path, maxBytes);
  }
  return bytes;
}

/**
 * Who writes a file in place (editors, `fs.writeFile`) empties it first. A file that was emptied this moment is not
 * taken for an empty config, to be filled with ours, before its writer has had this time.
 */
const SETTLES_IN_MS = 250;

function isFresh(path: string): boolean {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return age >= 0 && age < SETTLES_IN_MS;
}

function readOnce(path: string, maxBytes: number): Uint8Array | undefined {
  const file = openForReading(path);
  if (file === undefined) return undefined;
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw errnoError('ENOTREG', 'not a regular file', path);
    // The size is checked twice: here to fail early, below because a file may grow while it is read.
    if (stat.size > maxBytes) throw tooLarge(path, maxBytes);
    return readAll(file, stat.size, path, maxBytes);
  } finally {
    closeSync(file);
  }
}

function openForReading(path: string): number | undefined {
  try {
    return openSync(path, READ_FLAGS);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return undefined;
    // ENXIO is a socket's answer on Linux (EOPNOTSUPP on macOS), EISDIR a directory's on Windows.
    if (code === 'ENXIO' || code === 'EOPNOTSUPP' || code === 'EISDIR') {
      throw errnoError('ENOTREG', 'not a regular file', path);
    }
    throw error;
  }
}

/** Reads until the end, whatever the size said: files under /proc say 0, and others change meanwhile. */
function readAll(file: number, size: number, path: string, maxBytes: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = new Uint8Array(total === 0 ? Math.max(size + 1, 4096) : CHUNK_BYTES);
    const bytesRead = readSync(file, chunk, 0, chunk.length, null);
    if (bytesRead === 0) return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, total);
    chunks.push(chunk.subarray(0, bytesRead));
    total += bytesRead;
    if (total > maxBytes) throw tooLarge(path, maxBytes);
  }
}

function tooLarge(path: string, maxBytes: number): Error {
  return errnoError('EFBIG', `larger than ${maxBytes} bytes`, path);
}
