import type { JsonValue } from './json.ts';
import { isJsonObject, setOwn } from './json.ts';

/** How a token begins, with a mark that no ordinary word has, and what follows the mark. */
type TokenShape = readonly [mark: RegExp, rest: RegExp];

const HUGGING_FACE_TOKENS: readonly TokenShape[] = [
  [/hf_(?:oauth|jwt)_/, /[\w-]{8,}(?:\.[\w-]+)*/],
  [/hf_/, /[A-Za-z0-9]{8,}/],
];

/** What people take for a Hugging Face access token, the more telling marks first. */
const OTHER_TOKENS = {
  'anthropic-key': [/sk-ant-/, /[\w-]{12,}/],
  'openrouter-key': [/sk-or-/, /[\w-]{13,}/],
  'openai-key': [/sk-/, /[\w-]{16,}/],
  'groq-key': [/gsk_/, /[A-Za-z0-9]{16,}/],
  'google-key': [/AIza/, /[\w-]{20,}/],
  'github-token': [/gh[pousr]_/, /[A-Za-z0-9]{16,}/],
  'github-pat': [/github_pat_/, /\w{16,}/],
  'organisation-token': [/api_org/, /_?[A-Za-z0-9]{8,}/],
} as const satisfies Record<string, TokenShape>;

export type OtherToken = keyof typeof OTHER_TOKENS;

const TOKENS = [...HUGGING_FACE_TOKENS, ...Object.values(OTHER_TOKENS)];
const JWT = /eyJ[\w-]+\.[\w-]+\.[\w-]*/;

/** Each shape begins where a word begins and takes the whole run: a text of any length costs no more than its length. */
const TOKEN_SHAPE = new RegExp(
  `(?<![\\w-])${JWT.source}|\\b(?:${TOKENS.map(([mark, rest]) => mark.source + rest.source).join('|')})`,
  'g',
);

/** Where a token may begin, however short: for a text that may be a part of one. */
export const TOKEN_MARK = new RegExp(`\\b(?:eyJ|${TOKENS.map(([mark]) => mark.source).join('|')})`);

/** Which token a text begins like that is not one of Hugging Face's for an account; undefined where it may be. */
export function otherToken(text: string): OtherToken | undefined {
  const kinds = Object.keys(OTHER_TOKENS) as OtherToken[];
  return kinds.find((kind) => text.search(OTHER_TOKENS[kind][0]) === 0);
}

/** Before the host of a URL: `user:password@`. Where the password is not percent-encoded, up to 200 characters. */
const URL_CREDENTIALS = /:\/\/(?:[^\s/?#"'`]*|[^\s/?#@:"'`]{1,200}:(?!\d+[/?#])[^\s"'`]{0,200})@/g;

const SECRET_KEY = /key|token|secret|password|passphrase|authorization|cookie|credential/i;

/** Of these keys each value is a secret, whatever its name: `headers`, `extraHeaders`, `env`. */
const SECRET_CONTAINER = /headers$|^env$/i;

/**
 * `key: "value"`, `'key' : 'value'`, `KEY=value`: for text that can't be parsed, and for comments. A word is taken whole
 * or not at all (`\1` on a look-ahead never gives back), so that a word of a megabyte costs no more than its length.
 */
const MEMBER = /(?<![\w$.-])(?=([\w$.-]+))\1(["']?\s*[:=]\s*)("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)/g;

export const MASK = '***';

/** `hf_…9fQ2`: the prefix up to `_` or `-` and the last 4 characters; nothing of a text shorter than 12. */
export function maskToken(token: string): string {
  if (token.length < 12) return MASK;
  const prefix = /^[A-Za-z]{2,4}[_-]/.exec(token)?.[0] ?? '';
  return `${prefix}…${token.slice(-4)}`;
}

/** The last 4 characters of a token; of a text so short that these would tell too much, none. */
export function lastCharacters(token: string): string {
  return token.length < 12 ? '' : token.slice(-4);
}

/** Masks everything in a text that is shaped like a token, and user and password in a URL. */
export function redactTokens(text: string): string {
  const masked = text.includes('@') ? text.replace(URL_CREDENTIALS, `://${MASK}@`) : text;
  return masked.replace(TOKEN_SHAPE, maskToken);
}

/** Where something is in a text that is shaped like a token; undefined where nothing is. */
export function tokenShapeIn(text: string): number | undefined {
  const at = text.search(TOKEN_SHAPE);
  return at < 0 ? undefined : at;
}

/** Masks token shapes, and string values under keys that name a secret, in any text (JSON5 or not, whole or a part). */
export function redact(text: string): string {
  const masked = text.replace(MEMBER, (member, key: string, separator: string, value: string) =>
    isSecretKey(key) ? key + separator + maskQuoted(value) : member,
  );
  return redactTokens(masked);
}

/** A mask in the quotes of the value, where it has any. */
export function maskQuoted(value: string): string {
  const quote = /^["'`]/.exec(value)?.[0] ?? '';
  return quote + MASK + quote;
}

/** Whether a key or a word names a secret, or an object of secrets. */
export function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key) || SECRET_CONTAINER.test(key);
}

/**
 * What of a value is secret: nothing, its texts (under a key that names a secret, but for `maxTokens: 8192`), or its
 * texts and numbers (within `headers` and `env`).
 */
export type Secrecy = 'nothing' | 'texts' | 'all';

/** The secrecy of the value under a key in an object of this secrecy. */
export function secrecyUnder(key: string, around: Secrecy): Secrecy {
  // `env.shellEnv` holds OpenClaw's own settings, not variables.
  if (around === 'all') return key === 'shellEnv' ? 'nothing' : 'all';
  if (SECRET_CONTAINER.test(key)) return 'all';
  return SECRET_KEY.test(key) ? 'texts' : around;
}

/** A copy in which everything secret, at any depth, and every token shape is masked. */
export function redactValue(value: JsonValue, secrecy: Secrecy = 'nothing'): JsonValue {
  if (typeof value === 'string') return secrecy !== 'nothing' && value !== '' ? MASK : redactTokens(value);
  if (typeof value === 'number') return secrecy === 'all' ? MASK : value;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, secrecy));
  if (!isJsonObject(value)) return value;
  const copy = {};
  for (const [key, member] of Object.entries(value)) setOwn(copy, key, redactValue(member, secrecyUnder(key, secrecy)));
  return copy;
}
