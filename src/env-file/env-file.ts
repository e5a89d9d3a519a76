import dotenv from 'dotenv';
import { OpenclawError } from '../errors.ts';

/** The variables of a `.env` text, exactly as dotenv (and so OpenClaw) reads them. */
export function parseEnvFile(text: string): Record<string, string> {
  const { normal } = normaliseLineEnds(text);
  const variables: Record<string, string> = {};
  // One at a time: dotenv's own pattern takes quadratic time over blank lines.
  for (const { index, indices, 1: name } of assignmentsIn(normal)) {
    const end = indices?.[2]?.[1];
    Object.assign(variables, dotenv.parse(end === undefined ? `${name}=` : normal.slice(index, end)));
  }
  return variables;
}

/**
 * The text with one variable set: where it is set its value is replaced, in the last line of several (the one
 * that counts); else a line is added. Every other line, comment and line end stays, `export ` and quotes too.
 * The result is read back; throws `config_unwritable` where it would not say exactly what was intended.
 */
export function setEnvVariable(text: string, name: string, value: string): string {
  const intended = { ...parseEnvFile(text), [name]: value };
  const place = findAssignment(text, name);
  for (const form of valueForms(value, place === undefined ? '' : text.charAt(place.start))) {
    const edited = place === undefined ? append(text, `${name}=${form}`) : splice(text, place, form);
    if (isSame(parseEnvFile(edited), intended)) return edited;
  }
  throw new OpenclawError('config_unwritable', { kind: 'env-cannot-hold', name }, { unchanged: true });
}

/**
 * The text without the lines that set a variable. Every other line, comment and line end stays. The result is read back;
 * throws `config_unwritable` where it would say anything else.
 */
export function removeEnvVariable(text: string, name: string): string {
  const { [name]: _, ...intended } = parseEnvFile(text);
  const { normal, originalOffset } = normaliseLineEnds(text);
  const places = [...assignmentsIn(normal)].filter((match) => match[1] === name).map(linesOf);
  const edited = places.reduceRight((rest, { start, end }) => splice(rest, { start, end }, ''), text);
  if (isSame(parseEnvFile(edited), intended)) return edited;
  throw new OpenclawError('config_unwritable', { kind: 'env-cannot-lose', name }, { unchanged: true });

  /** Whole, with the line end; the value may take several. */
  function linesOf({ index, indices }: RegExpExecArray): Place {
    const first = normal.lastIndexOf('\n', index - 1) + 1;
    const last = normal.indexOf('\n', indices?.[2]?.[1] ?? indices?.[1]?.[1]);
    const [start, end] = [first, last < 0 ? normal.length : last + 1];
    // Behind a BOM, which belongs to no line.
    const from = text.startsWith('\ufeff') ? Math.max(start, 1) : start;
    return { start: originalOffset(from), end: originalOffset(end) };
  }
}

type Place = { start: number; end: number };

/**
 * dotenv's own grammar of an assignment, so that a line within a quoted value of several lines is not taken for one:
 * at a line's first word, a name, `=` or `: `, then a quoted value (which may span lines) or the rest of the line up to
 * a `#`.
 */
const ASSIGNMENT =
  /(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/dmy;

/** The assignments of a text whose line ends are all LF, as dotenv finds them. */
function* assignmentsIn(normal: string): Generator<RegExpExecArray> {
  const assignment = new RegExp(ASSIGNMENT);
  const word = /\S/g;
  const lineEnd = /[\n\u2028\u2029]/g;
  for (let at = 0; at < normal.length; ) {
    word.lastIndex = at;
    const start = word.exec(normal)?.index;
    if (start === undefined) return;
    assignment.lastIndex = start;
    const match = assignment.exec(normal);
    if (match !== null) yield match;
    // On from the next line; an assignment may end with blank lines, at the very beginning of one.
    lineEnd.lastIndex = match === null ? start : Math.max(start, match.index + match[0].length - 1);
    if (!lineEnd.test(normal)) return;
    at = lineEnd.lastIndex;
  }
}

/** Where the value of the last assignment to a name is, quotes included, blanks around it not. */
function findAssignment(text: string, name: string): Place | undefined {
  const { normal, originalOffset } = normaliseLineEnds(text);
  let place: Place | undefined;
  for (const match of assignmentsIn(normal)) {
    if (match[1] !== name || match.indices === undefined) continue;
    const stated = match[2] ?? '';
    const start = match.indices[2]?.[0] ?? endOfSeparator(normal, match.indices[1]?.[1] ?? 0);
    const value = stated.trim();
    // An empty value: right behind the `=`, so that a comment behind it keeps its distance.
    const from = value === '' ? start : start + stated.indexOf(value);
    place = { start: from, end: from + value.length };
  }
  return place && { start: originalOffset(place.start), end: originalOffset(place.end) };
}

function endOfSeparator(text: string, endOfName: number): number {
  const separator = /\s*=|:\s/y;
  separator.lastIndex = endOfName;
  return separator.test(text) ? separator.lastIndex : endOfName;
}

/** dotenv turns CRLF and CR into LF before it looks; only CRLF moves what follows. */
function normaliseLineEnds(text: string): { normal: string; originalOffset: (offset: number) => number } {
  const removed: number[] = [];
  const normal = text.replace(/\r\n?/g, (lineEnd, offset: number) => {
    if (lineEnd === '\r\n') removed.push(offset - removed.length);
    return '\n';
  });
  return { normal, originalOffset: (offset) => offset + removed.filter((at) => at < offset).length };
}

/** The ways to write a value, the best first: quoted as it was, bare, then in each kind of quotes. */
function valueForms(value: string, quote: string): string[] {
  const quoted = ["'", '"', '`'].filter((mark) => !value.includes(mark)).map((mark) => mark + value + mark);
  const asBefore = quoted.filter((form) => form.startsWith(quote));
  const isPlain = /^[\w.:/+=@%-]*$/.test(value);
  return [...(quote === '' ? [] : asBefore), ...(isPlain ? [value] : []), ...quoted];
}

function splice(text: string, { start, end }: Place, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function append(text: string, line: string): string {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const needsLineEnd = text !== '' && text !== '\ufeff' && !/[\r\n]$/.test(text);
  return text + (needsLineEnd ? lineEnd : '') + line + lineEnd;
}

function isSame(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}
