import { errnoOf, OpenclawError } from '../../errors.ts';
import type { Files } from '../../system/files.ts';
import { unreadable } from '../disk-error.ts';
import { invalidText } from './invalid-text.ts';

/** A larger config, or `models.json` of OpenClaw's, is not read, and none is written. */
export const MAX_CONFIG_BYTES = 20 * 1024 * 1024;

export type ReadText = { bytes: Uint8Array; text: string };

/**
 * A regular UTF-8 file as bytes and text, a BOM included; undefined where nothing exists. Rejects with
 * `config_invalid`, saying what is there instead, or where the first byte is that is not UTF-8.
 */
export async function readText(
  path: string,
  maxBytes: number,
  files: Files,
  { showExcerpt }: { showExcerpt: boolean },
): Promise<ReadText | undefined> {
  const bytes = await readBytes(path, maxBytes, files);
  if (bytes === undefined) return undefined;
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    throw invalidUtf8(path, bytes, showExcerpt);
  }
}

async function readBytes(path: string, maxBytes: number, files: Files): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path, maxBytes);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'EFBIG')
      throw new OpenclawError('config_invalid', { kind: 'too-large-to-read', path, most: maxBytes }, { cause: error });
    const isDirectory = code === 'ENOTREG' && (await files.stat(path).catch(() => undefined))?.kind === 'directory';
    throw isDirectory ? unreadable(path, error, 'EISDIR') : unreadable(path, error);
  }
}

function invalidUtf8(path: string, bytes: Uint8Array, showExcerpt: boolean): OpenclawError {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return new OpenclawError('config_invalid', { kind: 'utf-16', path }, { unchanged: true });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const text = decoder.decode(bytes);
  const offset = decoder.decode(bytes.subarray(0, firstInvalidByte(text, bytes))).length;
  return invalidText({ fault: { kind: 'invalid-utf8' }, offset }, { path, text, showExcerpt });
}

/** `text` is the bytes decoded with U+FFFD for what is invalid; encoding it again differs where the first one was. */
function firstInvalidByte(text: string, bytes: Uint8Array): number {
  const encoded = new TextEncoder().encode(text);
  const different = bytes.findIndex((byte, index) => byte !== encoded[index]);
  // An incomplete character may share its first bytes with U+FFFD (EF BF BD): back to where it begins.
  let start = different;
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80 && different - start < 3) start--;
  return start;
}
