import { endOfComment, endOfString } from '../../json5/lexemes.ts';
import { isSecretKey } from '../../text/redact.ts';

/** How far the text has come in a member (or a list's element), and what is known of secrets. */
type Reading = {
  /** For each bracket that is open: whether what it holds is secret. */
  open: boolean[];
  at: 'start' | 'word' | 'colon' | 'value';
  /** Whether the member that is being read is secret. */
  secret: boolean;
  /** Something no JSON5 has: from then on nothing is sure. */
  broken: boolean;
  /** A word so far names a secret, in a comment or elsewhere. */
  named: boolean;
};

const TOKEN = /\/\/[^\r\n\u2028\u2029]*|\/\*|["'{}[\]:,]|[^\s{}[\]:,"'/]+|\//g;

/** A line that cannot go on with the value before it: a closing bracket, a comma, the next key. */
const NEXT = /^\s*(?:[}\],]|(?:[A-Za-z_$][\w$-]*|"[^"\\]*"|'[^'\\]*')\s*:)/;

/**
 * Whether a line may hold a part of a secret that begins in the text before it: the value of a secret key, what an
 * object or list of secrets holds, or the rest of a string. Up to a mistake the text is JSON5, so this can be read.
 */
export function isBehindSecret(before: string, line: string): boolean {
  const reading: Reading = { open: [], at: 'start', secret: false, broken: false, named: false };
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(before); match !== null; match = tokens.exec(before)) {
    // A string or a comment may be longer than what a pattern can take in.
    const long = endOfLongToken(before, match.index);
    // The text ends with a line end: only what is not closed goes on to there.
    if (long === before.length) return true;
    const end = long ?? tokens.lastIndex;
    tokens.lastIndex = end;
    const token = before.slice(match.index, end);
    const isComment = token.startsWith('//') || token.startsWith('/*');
    if (isSecretWord(token)) {
      reading.named = true;
      // Only the first line of a secret was commented out.
      if (isComment && /[{[:=]$/.test(token.trimEnd())) return true;
    }
    if (!isComment) readToken(token, reading);
  }
  if (reading.named && (reading.broken || /^\s*\/\//.test(line))) return true;
  // Behind a whole value the comma may be what is missing.
  return reading.open.includes(true) || (reading.secret && !(reading.at === 'value' && NEXT.test(line)));
}

function readToken(token: string, reading: Reading): void {
  switch (token) {
    case '{':
    case '[':
      reading.open.push(reading.secret);
      startMember(reading);
      return;
    case '}':
    case ']':
      reading.secret = reading.open.pop() ?? false;
      reading.at = 'value';
      return;
    case ',':
      startMember(reading);
      return;
    case ':':
      reading.broken ||= reading.at !== 'word';
      reading.at = 'colon';
      return;
    default:
      reading.broken ||= reading.at === 'word' || reading.at === 'value';
      // The colon behind it may be what is missing.
      if (reading.at !== 'colon') reading.secret ||= isSecretWord(token);
      reading.at = reading.at === 'start' ? 'word' : 'value';
  }
}

function startMember(reading: Reading): void {
  reading.at = 'start';
  reading.secret = false;
}

/** Where the string or the block comment ends that begins there; undefined for other tokens. */
function endOfLongToken(text: string, start: number): number | undefined {
  if (text[start] === '"' || text[start] === "'") return endOfString(text, start);
  if (!text.startsWith('/*', start)) return undefined;
  const end = endOfComment(text, start);
  return end === start ? text.length : end;
}

/** Words are taken whole, so that a long text costs no more than its length. A backslash may be part of an escape. */
export const WORD = /[\w$.\\-]+/g;

/** In prose and before a wrong colon too: `headers->`, `Bearer abc`. */
const MORE_SECRET_WORDS = /headers\b|\benv\b|\bbearer\b/i;

/** Whether a word, a string or a comment names a secret. An escape may hide the name: `p\u0061ssword`. */
export function isSecretWord(word: string): boolean {
  if (isSecretKey(word) || MORE_SECRET_WORDS.test(word)) return true;
  return word.includes('\\') && isSecretWord(decodeEscapes(word));
}

/** `\u0061`, `\x61` and `\a` are each an `a`. */
function decodeEscapes(word: string): string {
  return word
    .replace(/\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/g, (_, unicode, hex) =>
      String.fromCharCode(Number.parseInt(unicode ?? hex, 16)),
    )
    .replace(/\\\r?\n?/g, '');
}
