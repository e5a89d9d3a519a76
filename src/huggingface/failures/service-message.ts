import { isJsonObject } from '../../text/json.ts';
import { redactTokens } from '../../text/redact.ts';
import { sanitise } from '../../text/sanitise.ts';

/** What a refusal says, whatever envelope it came in. */
export type ServiceMessage = {
  /** One safe line of at most 300 characters; empty for HTML, an empty body, and JSON without words. */
  text: string;
  /** `model_not_supported`, `INVALID_REQUEST_BODY`, …; empty where there is none. */
  code: string;
};

const MAX_LENGTH = 300;

/**
 * Reads the envelopes that inference providers send through the router (fixtures/service/chat-error-*.json): `{error: string}`,
 * `{error: {message, code}}`, `{message, type}`, `{code, reason, message}`, `{detail}`, plain text, HTML.
 */
export function parseServiceMessage(body: string): ServiceMessage {
  const value = parseJson(body);
  if (value === undefined) return { text: isHtml(body) ? '' : safeLine(body), code: '' };
  const inner = isJsonObject(value) && isJsonObject(value.error) ? value.error : value;
  return { text: safeLine(wordsOf(inner)), code: codeOf(inner) };
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return '';
  const { error, message, detail, reason } = value;
  if (Array.isArray(detail)) return detail.map((item) => wordsOf(isJsonObject(item) ? item.msg : item)).join('; ');
  return [error, message, detail, reason].find((words) => typeof words === 'string' && words !== '')?.toString() ?? '';
}

function codeOf(value: unknown): string {
  if (!isJsonObject(value)) return '';
  const code = [value.code, value.reason, value.type].find((candidate) => typeof candidate === 'string');
  return typeof code === 'string' && /^[\w.-]{1,64}$/.test(code) ? code : '';
}

function safeLine(text: string): string {
  // Cut first: an error page may have 10 MB.
  const line = redactTokens(sanitise(text.slice(0, 20 * MAX_LENGTH))).trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}

function isHtml(text: string): boolean {
  return /^\s*</.test(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
