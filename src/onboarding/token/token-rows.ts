import type { Row } from '../../system/prompt.ts';
import type { Env } from '../../system.ts';
import { homePaths } from '../../text/home-path.ts';
import { sanitise } from '../../text/sanitise.ts';
import { tokenFault } from '../../token/token.ts';
import { isSignInToken, shownToken } from '../../token/token-expiry.ts';
import type { ReadableToken, TokenSearch } from '../../token/token-sources.ts';
import type { UnreadableToken } from '../../token/unreadable-token.ts';
import type { Note, Words } from '../../words/words.ts';
import type { SecretInputMode, VerifyMode } from '../options.ts';
import type { TokenAnswer } from './given-token.ts';

/** One thing to do about the token. */
export type TokenRow =
  /** Nothing: OpenClaw has one, which can't be read here. */
  | { kind: 'keep'; unreadable: UnreadableToken }
  /** One that was found or, coming back, pasted before; `answer.store`: it goes into `.env`. */
  | { kind: 'use'; answer: TokenAnswer }
  | { kind: 'paste' };

export type TokenChoices = {
  search: TokenSearch;
  mode: SecretInputMode | undefined;
  /** What can't be checked can't be chosen where a check is required. */
  verify: VerifyMode;
  /** What was answered before, where the question is asked again. */
  before: TokenAnswer | null;
  /** Tokens that were refused in this run. */
  refused: ReadonlySet<string>;
};

/**
 * The rows of the token question, in OpenClaw's order, and the one to begin with. The same token in two places is one
 * row. With a profile in OpenClaw's store no row leaves a token where it is: OpenClaw would not use it.
 */
export function tokenRows(choices: TokenChoices): { rows: TokenRow[]; initial: TokenRow } {
  const { search } = choices;
  const usable = search.tokens.filter(
    ({ token }, index) =>
      tokenFault(token) === undefined && search.tokens.findIndex((other) => other.token === token) === index,
  );
  const rows: TokenRow[] = [
    ...pastedBefore(choices, usable),
    ...keep(search.profile, choices),
    ...usable.filter(({ place }) => place.kind !== 'hf-login').flatMap((found) => rowsFor(found, choices)),
    ...(search.profile === null ? keep(search.reference, choices) : []),
    ...usable.filter(({ place }) => place.kind === 'hf-login').flatMap((found) => rowsFor(found, choices)),
    { kind: 'paste' },
  ];
  return { rows, initial: firstRow(rows, choices) };
}

function keep(unreadable: UnreadableToken | null, { verify }: TokenChoices): TokenRow[] {
  return unreadable === null || verify === 'required' ? [] : [{ kind: 'keep', unreadable }];
}

function pastedBefore({ before }: TokenChoices, found: readonly ReadableToken[]): TokenRow[] {
  if (before === null || found.some(({ token }) => token === before.token)) return [];
  return [{ kind: 'use', answer: before }];
}

function rowsFor(found: ReadableToken, { search, mode }: TokenChoices): TokenRow[] {
  const row = (store: boolean): TokenRow => ({ kind: 'use', answer: { ...found, isGiven: store, store } });
  const mayStore = mode !== 'ref' && found.place.kind !== 'dotenv';
  // OpenClaw does not read the file of `hf auth login`.
  const mayStay = search.profile === null && found.place.kind !== 'hf-login' && !(mode === 'plaintext' && mayStore);
  return [...(mayStay ? [row(false)] : []), ...(mayStore ? [row(true)] : [])];
}

/** Never one that was just refused, nor one that ends by itself in a place that nothing renews. */
function firstRow(rows: readonly TokenRow[], { before, refused }: TokenChoices): TokenRow {
  const isOffered = (row: TokenRow) => row.kind !== 'use' || !(refused.has(row.answer.token) || isPassing(row));
  const again = rows.find((row) => row.kind === 'use' && row.answer.token === before?.token);
  if (again?.kind === 'use' && !refused.has(again.answer.token)) return again;
  return rows.find(isOffered) ?? { kind: 'paste' };
}

function isPassing(row: TokenRow): boolean {
  return row.kind === 'use' && row.answer.place.kind === 'hf-login' && isSignInToken(row.answer.token);
}

/** A row as a choice of a list; `hasProvider` marks what OpenClaw uses now. */
export function tokenChoice(
  row: TokenRow,
  search: TokenSearch,
  hasProvider: boolean,
  { words: { tokens, onboarding }, env }: { words: Pick<Words, 'tokens' | 'onboarding'>; env: Env },
): Row<TokenRow> {
  const choice = (label: string, isCurrent = false) => {
    return { value: row, cells: [label], ...(isCurrent && { mark: onboarding.current }) };
  };
  if (row.kind === 'paste') return choice(tokens.pasteAnother);
  if (row.kind === 'keep') {
    const what = sanitise(tokens.unreadable(homePaths(row.unreadable, env)));
    return choice(tokens.keep(what), hasProvider);
  }
  const { token, place, store } = row.answer;
  const from = sanitise(tokens.from({ place: homePaths(place, env), ...shownToken(token) }));
  if (!store || place.kind === 'prompt')
    return choice(tokens.use(from), hasProvider && !store && token === search.tokens[0]?.token);
  const { end } = shownToken(token);
  return { ...choice(tokens.useAndStore(from)), ...(isSignInToken(token) && { detail: tokens.signIn({ end }) }) };
}

/** Why found values are not among the rows, without any of them. */
export function unusableTokens({ tokens }: TokenSearch): Note[] {
  return tokens.flatMap(({ token, place }) => {
    const fault = tokenFault(token);
    return fault === undefined ? [] : [{ kind: 'unusable-token' as const, place, fault }];
  });
}
