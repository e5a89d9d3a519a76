import JSON5 from 'json5';
import { OpenclawError } from '../errors.ts';
import type { JsonValue } from '../text/json.ts';
import { endOfComment, endOfString } from './lexemes.ts';
import { positionAt } from './lines.ts';

/**
 * Objects and arrays inside each other. All that walks a config is recursive: reading and editing 1,000 levels takes
 * 300 KB of Node's 984 KB stack, and no config that a person or a program writes comes near.
 */
export const MAX_DEPTH = 1000;

/**
 * A text that is no JSON5, nested too deeply, or no object where one must be. The message never quotes the text,
 * which may hold secrets; `line` and `column` (from 1, in UTF-16 units, a BOM not counted) say where to look.
 */
export class Json5SyntaxError extends OpenclawError {
  readonly offset: number;
  readonly line: number;
  readonly column: number;

  constructor(message: string, text: string, offset: number) {
    super('config_invalid', message);
    this.name = 'Json5SyntaxError';
    this.offset = offset;
    const { line, column } = positionAt(text, offset);
    this.line = line;
    this.column = column;
  }
}

/** The value of a JSON5 text. Throws `Json5SyntaxError`. */
export function parseJson5(text: string): JsonValue {
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
    throw new Json5SyntaxError(wordsFor(text, offset, error), text, offset);
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

function wordsFor(text: string, offset: number, error: SyntaxError): string {
  if (offset === text.length) return 'unexpected end of the text';
  if (error.message.includes('invalid identifier')) return 'this escape is not allowed in a key without quotes';
  if (/[\r\n]/.test(text.charAt(offset))) return 'unexpected end of the line';
  return 'unexpected character';
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
        if (depth > MAX_DEPTH) throw new Json5SyntaxError(`more than ${MAX_DEPTH} levels of nesting`, text, at);
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
    }
  }
}
