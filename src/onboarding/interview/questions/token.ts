import { searchTokens } from '../../../setup/context.ts';
import type { Answer } from '../../../system.ts';
import { hyperlink, sanitise } from '../../../text/sanitise.ts';
import { wrapWords } from '../../../text/wrap.ts';
import { cleanToken, tokenFault } from '../../../token/token.ts';
import { lifetimeWarnings } from '../../../token/token-expiry.ts';
import type { FoundToken, TokenSearch } from '../../../token/token-sources.ts';
import type { UnreadableToken } from '../../../token/unreadable-token.ts';
import { NEW_TOKEN_URL } from '../../../words/links.ts';
import { say } from '../../../words/message.ts';
import { explain as explainProblem, type Note, noteIn } from '../../../words/words.ts';
import { isSetUp } from '../../current.ts';
import {
  goesOnWith,
  readGivenToken,
  referenceProblem,
  refuseUnreferencedToken,
  type TokenAnswer,
} from '../../token/given-token.ts';
import { tokenChoice, tokenRows, unusableTokens } from '../../token/token-rows.ts';
import { answered, type Draft, explain, type Interview, notAsked, type Question } from '../draft.ts';
import { checkAndList, listOnly } from './check-token.ts';

const WORDS = {
  title: 'Hugging Face token',
  noneFound: 'No token was found in the environment, in .env, in the config, or from hf auth login.',
  noOtherFound: 'No other token was found in the environment, in .env, in the config, or from hf auth login.',
  createOne: 'This page makes one, with the right box ticked already. Paste it below; it stays hidden.',
};

type Chosen = TokenAnswer | UnreadableToken;

/** A token that is known to work, or that the user goes on with unchecked. A flag answers first; then what was found. */
export const askToken: Question = async (draft, interview) => {
  const search = await searchTokens(interview.context, interview.system, true);
  const finish = (checked: Draft): Draft => ({ ...checked, warnings: warningsOn(checked, search, interview) });
  const given = draft.token === null ? await tokenByFlag(search, interview) : undefined;
  const accepted = given && (await checkAndList(given, draft, interview));
  if (accepted !== undefined) return notAsked(finish(accepted));
  const refused = new Set(given && [given.token]);
  for (;;) {
    const chosen = await chooseToken(draft, search, refused, interview);
    if (chosen.kind === 'back') return chosen;
    if (!('token' in chosen.value)) return answered(finish(await listOnly(chosen.value, draft, interview)));
    // Hugging Face limits how often a token may be looked at: the same one is not checked twice.
    const isKnown = chosen.value.token === draft.token?.token && draft.check?.kind === 'accepted';
    if (isKnown) return answered({ ...draft, token: chosen.value });
    const checked = await checkAndList(chosen.value, draft, interview);
    if (checked !== undefined) return answered(finish(checked));
    refused.add(chosen.value.token);
  }
};

/** What the summary and the report say about the token, besides the check's own warnings. */
function warningsOn({ token, warnings }: Draft, search: TokenSearch, { system }: Interview): Draft['warnings'] {
  const lifetime = token === null ? [] : lifetimeWarnings(token, system.clock.now());
  return [...warnings, ...goesOnWith(search), ...lifetime];
}

/** What a flag gives, under the same rules as where nobody is asked. */
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
  const { system, context, prompt, options } = interview;
  for (const warning of [...search.warnings, ...unusableTokens(search)]) warn(warning, interview);
  for (;;) {
    const { secretInputMode: mode, verify } = options;
    const { rows, initial } = tokenRows({ search, mode, verify, before: draft.token, refused });
    if (rows.length === 1) {
      const words = search.tokens.length === 0 ? WORDS.noneFound : WORDS.noOtherFound;
      explain(wrapWords(words, system.io.err.columns), interview);
      return pasteToken(search.tokens, interview);
    }
    const choices = rows.map((row) => tokenChoice(row, search, isSetUp(context), system.words));
    const picked = await prompt.select({ message: WORDS.title, choices, initial });
    if (picked.kind === 'back') return picked;
    if (picked.value.kind === 'keep') return { kind: 'answer', value: picked.value.unreadable };
    if (picked.value.kind === 'use') return { kind: 'answer', value: picked.value.answer };
    const pasted = await pasteToken(search.tokens, interview);
    if (pasted.kind === 'answer') return pasted;
  }
}

function warn(warning: Note, interview: Interview): void {
  const { err } = interview.system.io;
  explain(
    wrapWords(`${err.style('yellow', '!')} ${sanitise(noteIn(interview.system.words, warning))}`, err.columns, '  '),
    interview,
  );
}

async function pasteToken(found: readonly FoundToken[], interview: Interview): Promise<Answer<TokenAnswer>> {
  const { prompt, system, options } = interview;
  const { err } = system.io;
  explain(`${wrapWords(WORDS.createOne, err.columns)}\n${hyperlink(NEW_TOKEN_URL, err)}`, interview);
  const typed = await prompt.password({
    message: WORDS.title,
    validate: (text) => {
      const token = cleanToken(text);
      const fault = tokenFault(token);
      if (fault !== undefined) return say(system.words.tokenFaults, fault);
      const problem = referenceProblem(token, options.secretInputMode, found);
      return problem === undefined || explainProblem(system.words, problem).message;
    },
  });
  if (typed.kind === 'back') return typed;
  const token = cleanToken(typed.value);
  system.hide(token);
  return {
    kind: 'answer',
    value: {
      token,
      source: 'prompt',
      place: { kind: 'prompt' },
      isGiven: true,
      store: options.secretInputMode !== 'ref',
    },
  };
}
