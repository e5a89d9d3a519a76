import { OpenclawError } from '../errors.ts';
import { tokenFault } from '../token/token.ts';
import { type TokenSearch, tokenInUse } from '../token/token-sources.ts';
import type { Problem } from '../words/words.ts';
import type { Context } from './context.ts';

/**
 * The token to send real messages with: the one in use, or, where that can't be read here, the first that can. Rejects
 * with `token_missing`, `token_unverified` (none is readable here; `command`: of `models`, to run with one), and with
 * `token_rejected` where what was found is not a token: such a key is never sent.
 */
export function usableToken(
  search: TokenSearch,
  context: Pick<Context, 'locations'>,
  command: 'status --probe' | 'bench',
): string {
  const [readable] = search.tokens;
  if (readable === undefined) {
    const inUse = tokenInUse(search);
    if (inUse?.kind !== 'unreadable') throw new OpenclawError('token_missing', tokenMissing(context));
    throw new OpenclawError('token_unverified', { kind: 'probe-token-unreadable', token: inUse, command });
  }
  const { place } = readable;
  const fault = tokenFault(readable.token);
  if (fault === undefined) return readable.token;
  throw new OpenclawError('token_rejected', { kind: 'holds-no-token', place, fault });
}

export function tokenMissing({ locations: { envFile, configPath } }: Pick<Context, 'locations'>): Problem {
  return { kind: 'token-not-found', envFile, config: configPath };
}
