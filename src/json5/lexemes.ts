/** The lexical facts of JSON5 that the depth check and the scanner share. All offsets are UTF-16 code units. */

const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const STAR = 0x2a;

/** JSON5's line terminators: the ones that end a `//` comment. */
export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** White space between tokens, line ends included: exactly what json5 2.2.3 skips. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  if (code >= 0x2000 && code <= 0x200a) return true;
  switch (code) {
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000:
    case 0xfeff:
      return true;
    default:
      return false;
  }
}

/** Where the string that opens at `at` ends (behind its closing quote); the text's end if it is never closed. */
export function endOfString(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code === BACKSLASH) i++;
  }
  return text.length;
}

/** Where the comment that opens at `at` ends (before its line end); `at` itself if no whole comment stands there. */
export function endOfComment(text: string, at: number): number {
  if (text.charCodeAt(at) !== SLASH) return at;
  const second = text.charCodeAt(at + 1);
  if (second === STAR) {
    const close = text.indexOf('*/', at + 2);
    return close < 0 ? at : close + 2;
  }
  if (second !== SLASH) return at;
  let end = at + 2;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** json5's own Unicode tables are older than Node's, so only ASCII counts. */
const BARE_KEY = /^[A-Za-z_$][\w$]*$/;

/** Whether a key can stand without quotes. */
export function canBeBare(key: string): boolean {
  return BARE_KEY.test(key);
}
