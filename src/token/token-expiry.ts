import { type JsonValue, valueAt } from '../text/json.ts';
import { maskToken } from '../text/redact.ts';
import { NEW_TOKEN_URL } from './token.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A browser sign-in's token, which `hf` alone renews: `hf_oauth_` or `hf_jwt_`, then a JWT (huggingface_hub#4354). */
const SIGN_IN = /^hf_(?:oauth|jwt)_[\w-]+\.([\w-]+)\.[\w-]+$/;

/** When a browser sign-in's token ends, by the `exp` (unix seconds) of its payload; null where it does not say. */
export function tokenExpiry(token: string): Date | null {
  const payload = SIGN_IN.exec(token)?.[1];
  if (payload === undefined) return null;
  const seconds = valueAt(parsePayload(payload), ['exp']);
  const end = new Date(typeof seconds === 'number' ? seconds * 1000 : Number.NaN);
  return Number.isNaN(end.getTime()) ? null : end;
}

function parsePayload(base64url: string): JsonValue | undefined {
  try {
    return JSON.parse(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

/** Whether it is the token of a browser sign-in, whatever its payload says. */
export function isSignInToken(token: string): boolean {
  return /^hf_(?:oauth|jwt)_/.test(token);
}

export function hasEnded(token: string, now: Date): boolean {
  const end = tokenExpiry(token);
  return end !== null && end.getTime() <= now.getTime();
}

/** That it ends within a day, or has; that nothing renews one that is stored. */
export function lifetimeWarnings(
  { token, place, store = false }: { token: string; place: string; store?: boolean },
  now: Date,
): string[] {
  if (!isSignInToken(token)) return [];
  const named = `The token from ${place} (${maskToken(token)})`;
  const end = tokenExpiry(token);
  if (end !== null && hasEnded(token, now)) return [`${named} ended at ${formatTime(end)}.`];
  if (end !== null && end.getTime() - now.getTime() <= DAY_MS)
    return [`${named} ends at ${formatTime(end)}, in less than a day.`];
  return store ? [`${named} is that of a browser sign-in. ${signInWords(token)}`] : [];
}

/** What somebody must know who stores the token of a browser sign-in. */
export function signInWords(token: string): string {
  const end = tokenExpiry(token);
  const when = end === null ? 'ends within weeks' : `ends on ${formatDay(end)}`;
  return `It ${when}, and nothing renews it in .env. One that lasts: ${NEW_TOKEN_URL}`;
}

/** `hf_…9fQ2`, and for a browser sign-in `hf_…9fQ2, ends 2026-12-20`. */
export function showToken(token: string): string {
  const end = tokenExpiry(token);
  return end === null ? maskToken(token) : `${maskToken(token)}, ends ${formatDay(end)}`;
}

/** `2026-12-20`, in UTC. */
function formatDay(time: Date): string {
  return time.toISOString().slice(0, 10);
}

function formatTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
