import stringWidth from 'fast-string-width';
import { isSecretKey, MASK, redact } from '../text/redact.ts';
import { sanitise } from '../text/sanitise.ts';

/** Of a line that may be a whole minified file, so much is shown on either side of the place. */
const SIDE_CHARACTERS = 35;

/**
 * The line around an offset, secrets masked, with a caret line below it; empty where the line stands within a
 * secret's value. The text is broken (that is why it is shown), so in doubt more is masked than needs be.
 */
export function formatExcerpt(text: string, offset: number): string {
  const start = text.slice(0, offset).search(/[^\r\n]*$/);
  const before = text.slice(start, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (isWithinSecret(text.slice(0, start))) return '';
  const masked = maskLine(before + after);
  const place = placeIn(masked, before, after);
  const left = lastCharacters(sanitise(masked.slice(0, place)).trimStart());
  const right = firstCharacters(sanitise(masked.slice(place)));
  return `  ${left}${right}\n  ${' '.repeat(stringWidth(left))}^`;
}

/** Beyond `redact`: what a secret key is followed by when it is not a whole string, up to the end of the line. */
function maskLine(line: string): string {
  const unquoted =
    /((?:key|token|secret|password)[\w$.-]*["']?(?:\s*[:=]\s*|\s+))(?!"\*\*\*"|'\*\*\*'|[\d.+-]+\s*[,}]|[\d.+-]+\s*$|true\b|false\b|null\b)\S.*$/i;
  return redact(line).replace(unquoted, (_, key: string) => key + MASK);
}

/** Where the offset is after masking, which keeps either all after it, or all before it, or neither. */
function placeIn(masked: string, before: string, after: string): number {
  if (after !== '' && masked.endsWith(after)) return masked.length - after.length;
  let same = 0;
  while (same < before.length && masked[same] === before[same]) same++;
  return same;
}

const TOKEN = /(["'])(?:(?!\1)[^\\]|\\[\s\S])*\1?|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|[{}[\]:,]|[^\s{}[\]:,"'/]+|\//g;

/** Whether what follows is the value of a secret key: just after the key, in its object or list, or in a string. */
function isWithinSecret(text: string): boolean {
  const open: boolean[] = [];
  let word = '';
  let pending = false;
  for (const [token, quote] of text.matchAll(TOKEN)) {
    if (token.startsWith('/*') && !token.endsWith('*/') && isSecretKey(token)) return true;
    if (token.startsWith('//') || token.startsWith('/*')) continue;
    if (token === '{' || token === '[') open.push(pending);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':' && token !== ',') word = token;
    // The colon itself may be what is missing.
    pending = isSecretKey(token === ':' ? word : token);
    // A string that goes on in the next line (after a backslash) may be anybody's.
    if (quote !== undefined && (token.length === 1 || !token.endsWith(quote))) return true;
  }
  return pending || open.includes(true);
}

function lastCharacters(text: string): string {
  return text.length > SIDE_CHARACTERS ? `...${text.slice(-SIDE_CHARACTERS)}` : text;
}

function firstCharacters(text: string): string {
  return text.length > SIDE_CHARACTERS ? `${text.slice(0, SIDE_CHARACTERS)}...` : text;
}
