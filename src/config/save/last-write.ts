import { dirname } from 'node:path';
import type { System } from '../../system.ts';
import { isJsonObject } from '../../text/json.ts';
import type { Locations } from '../locate.ts';

/** What `config undo` must know of our last write. Hashes are SHA-256 in hex. */
export type LastWrite = {
  /** The config's path as located. */
  path: string;
  /** Of the bytes before it; null where there was no file. */
  before: string | null;
  after: string;
  /** Where the bytes before it are; null where there was no file. */
  backup: string | null;
};

const MAX_RECORD_BYTES = 64 * 1024;

/** Remembers a write beside the cache; false where that is not possible, which fails no write. */
export async function rememberWrite(
  { lastWriteFile }: Pick<Locations, 'lastWriteFile'>,
  write: LastWrite,
  { files }: Pick<System, 'files'>,
): Promise<boolean> {
  try {
    await files.makeDirectory(dirname(lastWriteFile), 0o700);
    const bytes = new TextEncoder().encode(`${JSON.stringify(write, null, 2)}\n`);
    await files.replace(await files.realPath(lastWriteFile), bytes, 0o600);
    return true;
  } catch {
    return false;
  }
}

/** The remembered write; undefined where there is none or the record is broken. */
export async function readLastWrite(
  { lastWriteFile }: Pick<Locations, 'lastWriteFile'>,
  { files }: Pick<System, 'files'>,
): Promise<LastWrite | undefined> {
  try {
    const bytes = await files.read(lastWriteFile, MAX_RECORD_BYTES);
    const record: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isLastWrite(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

function isLastWrite(record: unknown): record is LastWrite {
  if (!isJsonObject(record)) return false;
  const { path, before, after, backup } = record;
  const isTextOrNull = (value: unknown) => typeof value === 'string' || value === null;
  return typeof path === 'string' && typeof after === 'string' && isTextOrNull(before) && isTextOrNull(backup);
}
