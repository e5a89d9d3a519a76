import { isBlank, isLineEnd } from './lexemes.ts';

/** Questions about lines and blanks in a text. Offsets in, offsets out; nothing here knows JSON5's grammar. */

export function hasLineEnd(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}

function isInlineBlank(code: number): boolean {
  return isBlank(code) && !isLineEnd(code);
}

/** The first offset from `at` on that is not a blank of the same line. */
export function skipInlineBlanks(text: string, at: number): number {
  let end = at;
  while (isInlineBlank(text.charCodeAt(end))) end++;
  return end;
}

/** The last offset up to `at` with only blanks of the same line between. */
export function skipInlineBlanksBack(text: string, at: number): number {
  let start = at;
  while (start > 0 && isInlineBlank(text.charCodeAt(start - 1))) start--;
  return start;
}

export function isLineEndAt(text: string, at: number): boolean {
  return isLineEnd(text.charCodeAt(at));
}

export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEndAt(text, start - 1)) start--;
  return start;
}

/** The offset before the line end that closes at `at`, CRLF being one line end. */
export function beforeLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at - 2) ? at - 2 : at - 1;
}

/** The offset behind the line end that opens at `at`. */
export function afterLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

/** The spaces and tabs that the line of `at` begins with. */
export function lineIndent(text: string, at: number): string {
  const start = lineStart(text, at);
  const first = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  let end = first;
  while (end < at && (text[end] === ' ' || text[end] === '\t')) end++;
  return text.slice(first, end);
}

/** Whether only blanks stand before `at` on its line, and the line is not the text's first. */
export function startsLine(text: string, at: number): boolean {
  const start = skipInlineBlanksBack(text, at);
  return start > 0 && isLineEndAt(text, start - 1);
}

/** From 1, in UTF-16 units; a BOM is not counted. */
export type Position = { line: number; column: number };

/** Line and column from 1 as editors count them: CRLF, LF and CR each end one line. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (const lineEnd of text.slice(0, offset).matchAll(/\r\n|[\r\n]/g)) {
    line++;
    start = lineEnd.index + lineEnd[0].length;
  }
  return { line, column: Math.max(1, offset - start + 1) };
}
