import { type JsonValue, valueAt } from '../text/json.ts';
import { maskToken } from '../text/redact.ts';
import type { Note, Place } from '../words/words.ts';

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
  { token, place, store = false }: { token: string; place: Place; store?: boolean },
  now: Date,
): Note[] {
  if (!isSignInToken(token)) return [];
  const end = tokenExpiry(token);
  const named = { place, masked: maskToken(token) };
  if (end !== null && hasEnded(token, now)) return [{ kind: 'token-ended', ...named, end }];
  if (end !== null && end.getTime() - now.getTime() <= DAY_MS) return [{ kind: 'token-ends-soon', ...named, end }];
  return store ? [{ kind: 'sign-in-stored', ...named, end }] : [];
}

/** What may be shown of a token. */
export function shownToken(token: string): { masked: string; end: Date | null } {
  return { masked: maskToken(token), end: tokenExpiry(token) };
}
