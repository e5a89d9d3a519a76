import JSON5 from 'json5';
import type { JsonValue } from '../text/json.ts';
import { Json5SyntaxError, type SyntaxFault } from './errors.ts';
import { endOfComment, endOfString } from './lexemes.ts';
import { quickParse } from './quick-parse.ts';

/**
 * Objects and arrays inside each other. All that walks a config is recursive: reading and editing 1,000 levels takes
 * 300 KB of Node's 984 KB stack, and no config that a person or a program writes comes near.
 */
export const MAX_DEPTH = 1000;

/** The value of a JSON5 text. Throws `Json5SyntaxError`. */
export function parseJson5(text: string): JsonValue {
  const value = quickParse(text, MAX_DEPTH);
  return value === undefined ? parseThoroughly(text) : value;
}

/** The same, by the reference alone: what is to be written is judged by nothing of ours. */
export function parseThoroughly(text: string): JsonValue {
  refuseDeepNesting(text);
  try {
    // Many times faster than json5, and equal on every text that it accepts.
    return JSON.parse(text);
  } catch {
    return parseWithJson5(text);
  }
}

function parseWithJson5(text: string): JsonValue {
  try {
    return /[\u2028\u2029]/.test(text) ? silently(() => JSON5.parse(text)) : JSON5.parse(text);
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    const offset = offsetOf(text, error.lineNumber, error.columnNumber);
    throw new Json5SyntaxError(faultAt(text, offset, error), offset);
  }
}

/** json5 warns on the console about raw U+2028 and U+2029 in strings, which would break `--json`. */
function silently<T>(run: () => T): T {
  // biome-ignore lint/style/noRestrictedGlobals: json5 has no other switch for its warning
  const output = console;
  const { warn } = output;
  output.warn = () => {};
  try {
    return run();
  } finally {
    output.warn = warn;
  }
}

type LocatedSyntaxError = SyntaxError & { lineNumber: number; columnNumber: number };

function isSyntaxError(error: unknown): error is LocatedSyntaxError {
  return error instanceof SyntaxError && 'lineNumber' in error && 'columnNumber' in error;
}

/** json5 takes only `\n` for a line end, and names the column of the character that it read last. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  const offset = Math.min(start + column - 1, text.length);
  const isSecondHalf = /^[\udc00-\udfff]/.test(text.slice(offset)) && /[\ud800-\udbff]$/.test(text.slice(0, offset));
  return isSecondHalf ? offset - 1 : offset;
}

function faultAt(text: string, offset: number, error: SyntaxError): SyntaxFault {
  if (offset === text.length) return { kind: 'unexpected-end' };
  if (error.message.includes('invalid identifier')) return { kind: 'escape-in-key' };
  if (/[\r\n]/.test(text.charAt(offset))) return { kind: 'unexpected-line-end' };
  return { kind: 'unexpected-character' };
}

function refuseDeepNesting(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
      case 0x27: // '
        at = endOfString(text, at) - 1;
        break;
      case 0x2f: // /
        at = Math.max(at, endOfComment(text, at) - 1);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth++;
        if (depth > MAX_DEPTH) throw new Json5SyntaxError({ kind: 'too-deep', most: MAX_DEPTH }, at);
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
    }
  }
}
