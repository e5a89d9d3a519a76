import { endOfComment, endOfString } from '../json5/lexemes.ts';
import { isSecretKey, MASK, redact } from '../text/redact.ts';
import { sanitise } from '../text/sanitise.ts';
import { widthOf } from '../text/width.ts';

/** Of a line that may be a whole minified file, so much is shown on either side of the place. */
const SIDE_CHARACTERS = 35;

/** Of a longer line nothing is shown: telling what of it is secret would take too long. */
const LONGEST_LINE = 200_000;

/**
 * The line around an offset, secrets masked, with a caret line below it; empty where the line stands within a
 * secret's value. The text is broken (that is why it is shown), so in doubt more is masked than needs be.
 */
export function formatExcerpt(text: string, offset: number): string {
  const head = text.slice(0, offset);
  const start = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  const before = text.slice(start, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (before.length + after.length > LONGEST_LINE || isWithinSecret(text.slice(0, start))) return '';
  const masked = maskLine(before + after);
  const place = placeIn(masked, before, after);
  const left = lastCharacters(sanitise(masked.slice(0, place)).trimStart());
  const right = firstCharacters(sanitise(masked.slice(place)));
  return `  ${left}${right}\n  ${' '.repeat(widthOf(left))}^`;
}

/** Words are taken whole (see MEMBER in redact.ts), so that a long line costs no more than its length. */
const WORD = /(?<![\w$.-])(?=([\w$.-]+))\1["']?(?:\s*[:=]\s*|\s+)/g;
const HARMLESS = /^(?:"\*\*\*"|'\*\*\*'|[\d.+-]+\s*(?:[,}]|$)|(?:true|false|null)\b|$)/i;

/** Beyond `redact`: what a secret key is followed by when it is not a whole string, up to the end of the line. */
function maskLine(line: string): string {
  const masked = redact(line);
  for (const match of masked.matchAll(WORD)) {
    const end = match.index + match[0].length;
    if (isSecretKey(match[1] ?? '') && !HARMLESS.test(masked.slice(end, end + 100))) return masked.slice(0, end) + MASK;
  }
  return masked;
}

/** Where the offset is after masking, which keeps either all after it, or all before it, or neither. */
function placeIn(masked: string, before: string, after: string): number {
  if (after !== '' && masked.endsWith(after)) return masked.length - after.length;
  let same = 0;
  while (same < before.length && masked[same] === before[same]) same++;
  return same;
}

const TOKEN = /\/\/.*|\/\*|["'{}[\]:,]|[^\s{}[\]:,"'/]+|\//g;

/** Whether what follows is the value of a secret key: just after the key, in its object or list, or in a string. */
function isWithinSecret(text: string): boolean {
  const open: boolean[] = [];
  let word = '';
  let pending = false;
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    // A string or a comment may be longer than what a pattern can take in.
    const end = endOfLongToken(text, match.index);
    if (end !== undefined) tokens.lastIndex = end;
    const token = end === undefined ? match[0] : text.slice(match.index, end);
    if (token.startsWith('/*') && !token.endsWith('*/') && isSecretKey(token)) return true;
    if (token.startsWith('//') || token.startsWith('/*')) continue;
    if (token === '{' || token === '[') open.push(pending);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':' && token !== ',') word = token;
    // The colon itself may be what is missing.
    pending = isSecretKey(token === ':' ? word : token);
    // A string that goes on in the next line (after a backslash) may be anybody's.
    if (isUnclosed(token)) return true;
  }
  return pending || open.includes(true);
}

/** Where the string or the block comment ends that begins there; undefined for other tokens. */
function endOfLongToken(text: string, start: number): number | undefined {
  if (text[start] === '"' || text[start] === "'") return endOfString(text, start);
  if (!text.startsWith('/*', start)) return undefined;
  const end = endOfComment(text, start);
  return end === start ? text.length : end;
}

function isUnclosed(token: string): boolean {
  const quote = token.charAt(0);
  return (quote === '"' || quote === "'") && (token.length === 1 || !token.endsWith(quote));
}

function lastCharacters(text: string): string {
  return text.length > SIDE_CHARACTERS ? `...${text.slice(-SIDE_CHARACTERS)}` : text;
}

function firstCharacters(text: string): string {
  return text.length > SIDE_CHARACTERS ? `${text.slice(0, SIDE_CHARACTERS)}...` : text;
}
