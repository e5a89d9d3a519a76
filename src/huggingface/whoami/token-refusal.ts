import { OpenclawError } from '../../errors.ts';
import { maskToken } from '../../text/redact.ts';
import type { Place } from '../../words/words.ts';
import type { TokenCheck } from './check-token.ts';

/** The failure for a token that is not accepted; undefined for one that is, or that could not be checked. */
export function tokenRefusal(
  check: TokenCheck,
  { token, place }: { token: string; place: Place },
): OpenclawError | undefined {
  const named = { place, masked: maskToken(token) };
  if (check.kind === 'missing-permission') {
    const problem = { kind: 'token-without-permission', ...named, account: check.account.name } as const;
    return new OpenclawError('token_permission', problem, { unchanged: true });
  }
  if (check.kind !== 'rejected') return undefined;
  if (check.fault !== null)
    return new OpenclawError(
      'token_rejected',
      { kind: 'token-not-one', ...named, fault: check.fault },
      { unchanged: true },
    );
  const problem = { kind: 'token-not-accepted', ...named, words: sentenceIn(check.words) } as const;
  return new OpenclawError('token_rejected', problem, { unchanged: true, status: check.status });
}

/** A 401 may say nothing (an empty body, HTML), or only that the name and password are wrong, which nobody gave. */
function sentenceIn(words: string): string | null {
  if (/^$|invalid (?:username or password|credentials)/i.test(words)) return null;
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
