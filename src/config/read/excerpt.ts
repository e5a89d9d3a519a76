import { MASK, redactTokens, TOKEN_MARK } from '../../text/redact.ts';
import { sanitise } from '../../text/sanitise.ts';
import { widthOf } from '../../text/wrap.ts';
import { isBehindSecret, isSecretWord, WORD } from './behind-secret.ts';

/** Of a line that may be a whole minified file, so much is shown on either side of the place. */
const SIDE_CHARACTERS = 35;

/** Of a longer line nothing is shown: telling what of it is secret would take too long. */
const LONGEST_LINE = 200_000;

/**
 * The line around an offset, secrets masked, with a caret line below it; empty where the line may hold a part of a
 * secret that begins before it. The text is broken (that is why it is shown), so what follows a word that names a
 * secret is masked up to the end of the line: nothing tells where the secret ends.
 */
export function formatExcerpt(text: string, offset: number): string {
  const head = text.slice(0, offset);
  const start = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  const before = text.slice(start, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (before.length + after.length > LONGEST_LINE || isBehindSecret(text.slice(0, start), before + after)) return '';
  // The mistake itself may part the word: `pass!word`.
  if (startOfSecret(before + after) === undefined && startOfSecret(before + after.slice(1)) !== undefined) return '';
  const masked = maskLine(before + after);
  const place = placeIn(masked, before, after);
  const left = shortenStart(sanitise(masked.slice(0, place)).trimStart());
  const right = shortenEnd(sanitise(masked.slice(place)));
  return `  ${left}${right}\n  ${' '.repeat(widthOf(left))}^`;
}

/** A whole string as the value of a key, and nothing behind it but what closes. */
const WHOLE_VALUE = /^(["']?\s*:\s*)(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')([\s,}\])]*)$/;

function maskLine(line: string): string {
  const start = startOfSecret(line);
  if (start === undefined) return redactTokens(line);
  const [, separator, closing] = WHOLE_VALUE.exec(line.slice(start)) ?? [];
  const mask = separator === undefined ? MASK : `${separator}"${MASK}"${closing}`;
  return redactTokens(line.slice(0, start)) + mask;
}

/** `maxTokens: 8192`: a number of tokens, of which a config has many, hides nothing behind it. */
const COUNT = /^["']?\s*:\s*\d{1,9}\s*(?:[,}]|$)/;

/** Where what may be secret begins: behind a word that names a secret, or with a token; undefined where nothing does. */
function startOfSecret(line: string): number | undefined {
  const credentials = line.search(CREDENTIALS);
  const most = credentials < 0 ? line.length : credentials + '://'.length;
  for (const match of line.slice(0, most).matchAll(WORD)) {
    const word = match[0];
    const end = match.index + word.length;
    const token = word.search(TOKEN_MARK);
    if (token >= 0) return match.index + token;
    if (isSecretWord(word) && !(/tokens$/i.test(word) && COUNT.test(line.slice(end, end + 100)))) return end;
  }
  return credentials < 0 ? undefined : most;
}

/** `://user:password`, whatever is in the password; a port is a number. */
const CREDENTIALS = /:\/\/[^\s/@:"']{0,200}:(?!\d+(?:[/?#"',\s]|$))/;

/** Where the offset is after masking, which keeps either all after it, or all before it, or neither. */
function placeIn(masked: string, before: string, after: string): number {
  if (after !== '' && masked.endsWith(after)) return masked.length - after.length;
  let same = 0;
  while (same < before.length && masked[same] === before[same]) same++;
  return same;
}

function shortenStart(text: string): string {
  return text.length > SIDE_CHARACTERS ? `...${text.slice(-SIDE_CHARACTERS)}` : text;
}

function shortenEnd(text: string): string {
  return text.length > SIDE_CHARACTERS ? `${text.slice(0, SIDE_CHARACTERS)}...` : text;
}
