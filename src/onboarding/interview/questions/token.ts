import { searchTokens } from '../../../setup/context.ts';
import { hasProvider } from '../../../setup/refs.ts';
import type { Answer } from '../../../system/prompt.ts';
import { homePath, homePaths } from '../../../text/home-path.ts';
import { hyperlink, sanitise } from '../../../text/sanitise.ts';
import { cleanToken, tokenFault } from '../../../token/token.ts';
import { lifetimeWarnings, shownToken } from '../../../token/token-expiry.ts';
import type { ReadableToken, TokenSearch } from '../../../token/token-sources.ts';
import type { UnreadableToken } from '../../../token/unreadable-token.ts';
import { NEW_TOKEN_URL } from '../../../words/links.ts';
import { say } from '../../../words/message.ts';
import { explain, noteIn } from '../../../words/words.ts';
import {
  goesOnWith,
  readGivenToken,
  referenceProblem,
  refuseUnreferencedToken,
  type TokenAnswer,
} from '../../token/given-token.ts';
import { tokenChoice, tokenRows, unusableTokens } from '../../token/token-rows.ts';
import { answered, type Draft, type Interview, notAsked, type Question } from '../draft.ts';
import { checkAndList, listOnly } from './check-token.ts';

type Chosen = TokenAnswer | UnreadableToken;

/** A token that is known to work, or that the user goes on with unchecked. A flag answers first; then what was found. */
export const askToken: Question = async (draft, interview) => {
  const takeBack = interview.prompt.checkpoint();
  const search = await searchTokens(interview.context, interview.system, true);
  /** Of all that was said and tried, one line stays on the screen. */
  const finish = (checked: Draft): Draft => {
    takeBack();
    interview.prompt.answered(interview.system.words.onboarding.token.title, ownerWords(checked, interview));
    return { ...checked, warnings: warningsOn(checked, search, interview) };
  };
  const given = draft.token === null ? await tokenByFlag(search, interview) : undefined;
  const accepted = given && (await checkAndList(given, draft, interview));
  if (accepted !== undefined) return notAsked(finish(accepted));
  const refused = new Set(given && [given.token]);
  const { io, words, env } = interview.system;
  for (const warning of [...search.warnings, ...unusableTokens(search)])
    io.warn(noteIn(words, homePaths(warning, env)));
  for (;;) {
    const chosen = await chooseToken(draft, search, refused, interview);
    if (chosen.kind === 'back') return chosen;
    if (chosen.value.kind === 'unreadable') return answered(finish(await listOnly(chosen.value, draft, interview)));
    // Hugging Face limits how often a token may be looked at: the same one is not checked twice.
    const isKnown = chosen.value.token === draft.token?.token && draft.check?.kind === 'accepted';
    const checked = isKnown
      ? { ...draft, token: chosen.value, warnings: [] }
      : await checkAndList(chosen.value, draft, interview);
    if (checked !== undefined) return answered(finish(checked));
    refused.add(chosen.value.token);
  }
};

/** `ada, token "laptop" (hf_…9fQ2)` */
function ownerWords({ token, unreadable, check }: Draft, { system }: Interview): string {
  const words = system.words.onboarding.token;
  if (token === null)
    return unreadable === null ? '' : sanitise(system.words.tokens.unreadable(homePaths(unreadable, system.env)));
  const masked = system.words.tokens.shown(shownToken(token.token));
  if (check?.kind !== 'accepted') return words.unchecked({ masked });
  return sanitise(words.owner({ name: check.account.name, token: check.account.tokenName, masked }));
}

/** What the summary and the report say about the token, besides the check's own warnings. */
function warningsOn({ token, warnings }: Draft, search: TokenSearch, { system }: Interview): Draft['warnings'] {
  const lifetime = token === null ? [] : lifetimeWarnings(token, system.clock.now());
  const found = token === null || token.isGiven ? [] : search.warnings;
  return [...found, ...warnings, ...goesOnWith(search), ...lifetime];
}

/** What a flag gives, under the same rules as where no question is asked. */
async function tokenByFlag(search: TokenSearch, { options, system }: Interview): Promise<TokenAnswer | undefined> {
  const given = await readGivenToken(options, system);
  if (given !== undefined && options.secretInputMode === 'ref') refuseUnreferencedToken(given, 'ref', search.tokens);
  return given;
}

/** One of the found tokens, or a pasted one. Going back from the paste leads to the list where there is one. */
async function chooseToken(
  draft: Draft,
  search: TokenSearch,
  refused: ReadonlySet<string>,
  interview: Interview,
): Promise<Answer<Chosen>> {
  const { system, context, prompt, options, canGoBack } = interview;
  const { secretInputMode: mode, verify } = options;
  const { rows, initial } = tokenRows({ search, mode, verify, before: draft.token, refused });
  if (rows.length === 1) {
    // After a refusal the way to a new one is on the screen already.
    if (refused.size === 0) sayNoneFound(search, interview);
    return pasteToken(search.tokens, interview);
  }
  const find = rows.map((row) => tokenChoice(row, search, hasProvider(context.snapshot.value), system));
  for (;;) {
    const picked = await prompt.choose({ message: system.words.onboarding.token.title, find, initial, canGoBack });
    if (picked.kind === 'back') return picked;
    if (picked.value.kind === 'keep') return { kind: 'answer', value: picked.value.unreadable };
    if (picked.value.kind === 'use') return { kind: 'answer', value: picked.value.answer };
    const takeBack = prompt.checkpoint();
    sayWhereToCreate(interview);
    const pasted = await pasteToken(search.tokens, { ...interview, canGoBack: true });
    if (pasted.kind === 'answer') return pasted;
    takeBack();
  }
}

function sayNoneFound({ tokens }: TokenSearch, interview: Interview): void {
  const { io, env, words } = interview.system;
  const envFile = homePath(interview.context.locations.envFile, env);
  // Below the answer to the question before.
  if (interview.options.authChoice === undefined) io.err.write('\n');
  io.note(words.onboarding.token.noneFound({ envFile, other: tokens.length > 0 }));
  sayWhereToCreate(interview);
}

function sayWhereToCreate({ system }: Interview): void {
  const { io, words } = system;
  io.note(words.onboarding.token.create);
  io.err.write(`  ${hyperlink(NEW_TOKEN_URL, io.err)}\n\n`);
}

async function pasteToken(found: readonly ReadableToken[], interview: Interview): Promise<Answer<TokenAnswer>> {
  const { prompt, system, options, canGoBack } = interview;
  const { secretInputMode: mode } = options;
  const typed = await prompt.secret({
    message: system.words.onboarding.token.title,
    canGoBack,
    validate: (text) => {
      const token = cleanToken(text);
      const fault = tokenFault(token);
      if (fault !== undefined) return say(system.words.tokenFaults, fault);
      const problem = referenceProblem(token, mode, found);
      return problem && explain(system.words, problem).message;
    },
  });
  if (typed.kind === 'back') return typed;
  const token = cleanToken(typed.value);
  system.hide(token);
  return {
    kind: 'answer',
    value: { kind: 'readable', token, place: { kind: 'prompt' }, isGiven: true, store: mode !== 'ref' },
  };
}
