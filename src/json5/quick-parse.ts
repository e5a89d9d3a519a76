import type { JsonObject, JsonValue } from '../text/json.ts';

/** Thrown for what is left to json5; never seen outside. */
const NOT_MINE = Symbol('not mine');

type Reader = { text: string; at: number; depth: number };

/**
 * The value of a text in the plain part of JSON5 that configs are written in: comments, bare ASCII keys, either quote,
 * trailing commas. For anything unusual (escapes in single quotes, hexadecimal numbers, `__proto__`, exotic blanks, more
 * than `maxDepth` levels, every error) undefined: "not mine". Never another value than json5's, in a tenth of its time.
 */
export function quickParse(text: string, maxDepth: number): JsonValue | undefined {
  const reader = { text, at: 0, depth: maxDepth };
  try {
    skipBlanks(reader);
    const value = readValue(reader);
    skipBlanks(reader);
    return reader.at === text.length ? value : undefined;
  } catch (error) {
    if (error === NOT_MINE) return undefined;
    throw error;
  }
}

function readValue(reader: Reader): JsonValue {
  switch (reader.text.charCodeAt(reader.at)) {
    case 0x7b: // {
      return readObject(reader);
    case 0x5b: // [
      return readArray(reader);
    case 0x22: // "
    case 0x27: // '
      return readString(reader);
    default:
      return readScalar(reader);
  }
}

function readObject(reader: Reader): JsonObject {
  const { text } = reader;
  const object: JsonObject = {};
  enter(reader);
  for (skipBlanks(reader); text.charCodeAt(reader.at) !== 0x7d; ) {
    const key = readKey(reader);
    skipBlanks(reader);
    if (text.charCodeAt(reader.at) !== 0x3a) throw NOT_MINE;
    reader.at++;
    skipBlanks(reader);
    object[key] = readValue(reader);
    skipComma(reader, 0x7d);
  }
  leave(reader);
  return object;
}

function readArray(reader: Reader): JsonValue[] {
  const { text } = reader;
  const array: JsonValue[] = [];
  enter(reader);
  for (skipBlanks(reader); text.charCodeAt(reader.at) !== 0x5d; ) {
    array.push(readValue(reader));
    skipComma(reader, 0x5d);
  }
  leave(reader);
  return array;
}

function enter(reader: Reader): void {
  reader.at++;
  reader.depth--;
  if (reader.depth < 0) throw NOT_MINE;
}

function leave(reader: Reader): void {
  reader.at++;
  reader.depth++;
}

/** Behind an item: a comma, or the closing bracket. */
function skipComma(reader: Reader, closing: number): void {
  skipBlanks(reader);
  const code = reader.text.charCodeAt(reader.at);
  if (code === closing) return;
  if (code !== 0x2c) throw NOT_MINE;
  reader.at++;
  skipBlanks(reader);
}

const BARE_KEY = /[A-Za-z_$][\w$]*/y;

function readKey(reader: Reader): string {
  const code = reader.text.charCodeAt(reader.at);
  const key = code === 0x22 || code === 0x27 ? readString(reader) : readWith(BARE_KEY, reader);
  // An assignment would set the prototype.
  if (key === '__proto__') throw NOT_MINE;
  return key;
}

function readString(reader: Reader): string {
  const { text, at } = reader;
  const quote = text.charCodeAt(at);
  let hasEscape = false;
  let end = at + 1;
  for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
    // Also the end of the text, which has no code.
    if (!(code >= 0x20) || code === 0x2028 || code === 0x2029) throw NOT_MINE;
    if (code === 0x5c) {
      if (quote === 0x27) throw NOT_MINE;
      hasEscape = true;
      end++;
    }
    end++;
  }
  reader.at = end + 1;
  return hasEscape ? unescaped(text.slice(at, end + 1)) : text.slice(at + 1, end);
}

/** What JSON reads of a string with escapes is what JSON5 reads of it. */
function unescaped(raw: string): string {
  try {
    return JSON.parse(raw);
  } catch {
    throw NOT_MINE;
  }
}

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What may stand behind a number or a word; anything else makes it another token. */
const ENDS_SCALAR = /[\s,\]}/]|$/y;

function readScalar(reader: Reader): JsonValue {
  const token = readWith(SCALAR, reader);
  ENDS_SCALAR.lastIndex = reader.at;
  if (!ENDS_SCALAR.test(reader.text)) throw NOT_MINE;
  return JSON.parse(token);
}

function readWith(pattern: RegExp, reader: Reader): string {
  pattern.lastIndex = reader.at;
  const [token] = pattern.exec(reader.text) ?? [];
  if (token === undefined) throw NOT_MINE;
  reader.at += token.length;
  return token;
}

/** Space, tab, line ends and comments; other blanks are not mine. */
function skipBlanks(reader: Reader): void {
  const { text } = reader;
  for (;;) {
    const code = text.charCodeAt(reader.at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) reader.at++;
    else if (code === 0x2f) skipComment(reader);
    else return;
  }
}

function skipComment(reader: Reader): void {
  const { text, at } = reader;
  const isLine = text.charCodeAt(at + 1) === 0x2f;
  if (!isLine && text.charCodeAt(at + 1) !== 0x2a) throw NOT_MINE;
  if (!isLine) {
    const end = text.indexOf('*/', at + 2);
    if (end < 0) throw NOT_MINE;
    reader.at = end + 2;
    return;
  }
  let end = at + 2;
  // Of JSON5's four line ends.
  for (
    let code = text.charCodeAt(end);
    end < text.length && code !== 0x0a && code !== 0x0d;
    code = text.charCodeAt(end)
  ) {
    if (code === 0x2028 || code === 0x2029) throw NOT_MINE;
    end++;
  }
  reader.at = end;
}
