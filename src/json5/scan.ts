import { endOfComment, endOfString, isBlank } from './lexemes.ts';
import { parseJson5 } from './parse-json5.ts';

/** Offsets into the text: `start` is the first character, `end` the one behind the last. */
export type Range = { start: number; end: number };

export type ScalarNode = Range & { kind: 'scalar' };
export type ArrayNode = Range & { kind: 'array'; items: Element[] };
export type ObjectNode = Range & { kind: 'object'; items: Member[] };
export type ContainerNode = ArrayNode | ObjectNode;
export type ValueNode = ScalarNode | ContainerNode;

/** An element of an array: `start` is that of its value; `comma` is absent only behind the last one. */
export type Element = { start: number; value: ValueNode; comma: number | undefined };

/** A member of an object: `start` and `keyEnd` are those of its key as written, `key` is what that means. */
export type Member = Element & { key: string; keyEnd: number };

export type Item = Element | Member;

type Scanner = { text: string; at: number; comments: Range[] };

/**
 * Where everything is in a text that is known to be valid JSON5, so that no error needs a path here.
 * `root` is null where the text holds nothing but white space and comments.
 */
export function scan(text: string): { root: ValueNode | null; comments: Range[] } {
  const scanner: Scanner = { text, at: 0, comments: [] };
  skipTrivia(scanner);
  const root = scanner.at < text.length ? scanValue(scanner) : null;
  skipTrivia(scanner);
  return { root, comments: scanner.comments };
}

/** Where the first token is; the text's length where there is none. */
export function startOfValue(text: string): number {
  const scanner: Scanner = { text, at: 0, comments: [] };
  skipTrivia(scanner);
  return scanner.at;
}

function skipTrivia(scanner: Scanner): void {
  const { text, comments } = scanner;
  for (;;) {
    while (isBlank(text.charCodeAt(scanner.at))) scanner.at++;
    const end = endOfComment(text, scanner.at);
    if (end === scanner.at) return;
    comments.push({ start: scanner.at, end });
    scanner.at = end;
  }
}

function scanValue(scanner: Scanner): ValueNode {
  switch (scanner.text[scanner.at]) {
    case '{':
      return scanObject(scanner);
    case '[':
      return scanArray(scanner);
    default: {
      const start = scanner.at;
      skipToken(scanner);
      return { kind: 'scalar', start, end: scanner.at };
    }
  }
}

function scanObject(scanner: Scanner): ObjectNode {
  const node: ObjectNode = { kind: 'object', start: scanner.at, end: 0, items: [] };
  scanner.at++;
  for (skipTrivia(scanner); scanner.text[scanner.at] !== '}'; skipTrivia(scanner)) {
    const start = scanner.at;
    skipToken(scanner);
    const keyEnd = scanner.at;
    const key = decodeKey(scanner.text.slice(start, keyEnd));
    skipTrivia(scanner);
    scanner.at++; // the colon
    skipTrivia(scanner);
    const value = scanValue(scanner);
    node.items.push({ start, key, keyEnd, value, comma: scanComma(scanner) });
  }
  scanner.at++;
  node.end = scanner.at;
  return node;
}

function scanArray(scanner: Scanner): ArrayNode {
  const node: ArrayNode = { kind: 'array', start: scanner.at, end: 0, items: [] };
  scanner.at++;
  for (skipTrivia(scanner); scanner.text[scanner.at] !== ']'; skipTrivia(scanner)) {
    const value = scanValue(scanner);
    node.items.push({ start: value.start, value, comma: scanComma(scanner) });
  }
  scanner.at++;
  node.end = scanner.at;
  return node;
}

function scanComma(scanner: Scanner): number | undefined {
  skipTrivia(scanner);
  if (scanner.text[scanner.at] !== ',') return undefined;
  scanner.at++;
  return scanner.at - 1;
}

/** A string, or a key, number or literal without quotes. */
function skipToken(scanner: Scanner): void {
  const { text } = scanner;
  const first = text[scanner.at];
  if (first === '"' || first === "'") {
    scanner.at = endOfString(text, scanner.at);
  } else {
    while (scanner.at < text.length && !endsBareToken(text.charCodeAt(scanner.at))) scanner.at++;
  }
}

function endsBareToken(code: number): boolean {
  switch (code) {
    case 0x2c: // ,
    case 0x2f: // /
    case 0x3a: // :
    case 0x5d: // ]
    case 0x7d: // }
      return true;
    default:
      return isBlank(code);
  }
}

function decodeKey(raw: string): string {
  const isQuoted = raw.startsWith('"') || raw.startsWith("'");
  if (!raw.includes('\\')) return isQuoted ? raw.slice(1, -1) : raw;
  if (isQuoted) return String(parseJson5(raw));
  return raw.replace(/\\u([0-9A-Fa-f]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
