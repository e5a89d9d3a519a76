import { errnoOf, OpenclawError } from '../../errors.ts';
import type { Files } from '../../system.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { describeDiskError } from '../disk-error.ts';
import { formatExcerpt } from './excerpt.ts';

export type ReadText = { bytes: Uint8Array; text: string };

/**
 * A regular UTF-8 file as bytes and text, a BOM included; undefined where nothing exists. Rejects with
 * `config_invalid`, saying what is there instead, or where the first byte stands that is no UTF-8.
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
    const megabytes = maxBytes / 1024 / 1024;
    if (code === 'EFBIG') throw unreadable(path, `it is larger than ${megabytes} MB`, error);
    if (code === 'ENOTREG') throw unreadable(path, await whatIsThere(path, files), error);
    throw unreadable(path, describeDiskError(error), error);
  }
}

async function whatIsThere(path: string, files: Files): Promise<string> {
  const stat = await files.stat(path).catch(() => undefined);
  if (stat?.kind === 'directory') return 'it is a directory';
  return 'it is not a regular file (a pipe, a socket or a device)';
}

function unreadable(path: string, why: string, cause: unknown): OpenclawError {
  return new OpenclawError('config_invalid', `${path} can't be read: ${why}.`, {
    hint: `Look at what is there: ls -ld ${shellQuote(path)}`,
    cause,
  });
}

function invalidUtf8(path: string, bytes: Uint8Array, showExcerpt: boolean): OpenclawError {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new OpenclawError('config_invalid', `${path} is UTF-16 text, not UTF-8.`, {
      hint: 'Save it as UTF-8 in an editor; nothing was changed.',
    });
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const text = decoder.decode(bytes);
  const offset = decoder.decode(bytes.subarray(0, firstInvalidByte(text, bytes))).length;
  const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
  const column = (lines.at(-1) ?? '').replace(/^\ufeff/, '').length + 1;
  const excerpt = showExcerpt ? formatExcerpt(text, offset) : '';
  const message = `${path}:${lines.length}:${column}: invalid UTF-8`;
  return new OpenclawError('config_invalid', excerpt ? `${message}\n${excerpt}` : message, {
    hint: 'Save it as UTF-8 in an editor; nothing was changed.',
  });
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
