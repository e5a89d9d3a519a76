import type { ErrorCode } from '../../errors.ts';
import { maskToken } from '../../text/redact.ts';
import { NEW_TOKEN_URL } from '../../token/token.ts';
import type { TokenCheck } from './check-token.ts';

/** Why a token is not accepted: a sentence, and what to do about it, a line each. */
export type TokenRefusal = { code: ErrorCode; message: string; hint: string; status?: number };

/** undefined for a token that is accepted, or that could not be checked. */
export function tokenRefusal(
  check: TokenCheck,
  { token, place }: { token: string; place: string },
): TokenRefusal | undefined {
  const named = namedToken(token, place);
  if (check.kind === 'rejected') {
    return {
      code: 'token_rejected',
      message: `${named} was rejected by Hugging Face: ${reasonOf(check.message)}`,
      hint: `Create a new one: ${NEW_TOKEN_URL}`,
      ...(check.status !== null && { status: check.status }),
    };
  }
  if (check.kind !== 'missing-permission') return undefined;
  return {
    code: 'token_permission',
    message: `${named} belongs to ${check.account.name}, but may not call Inference Providers.`,
    hint: `Tick "Make calls to Inference Providers" for it at https://huggingface.co/settings/tokens\nor create a new one: ${NEW_TOKEN_URL}`,
  };
}

export function namedToken(token: string, place: string): string {
  return `The token from ${place} (${maskToken(token)})`;
}

/** A 401 may say nothing (an empty body, HTML), or only that the name and password are wrong, which nobody gave. */
function reasonOf(message: string): string {
  if (/^$|invalid (?:username or password|credentials)/i.test(message)) return 'it is mistyped, revoked or expired.';
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
