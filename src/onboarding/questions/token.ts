import { cleanToken, NEW_TOKEN_URL, tokenProblem } from '../../huggingface/token.ts';
import type { FoundToken } from '../../huggingface/token-sources.ts';
import { searchTokens } from '../../setup/situation.ts';
import type { Answer, Choice } from '../../system.ts';
import { hyperlink } from '../../text/hyperlink.ts';
import { maskToken } from '../../text/redact.ts';
import { sanitise } from '../../text/sanitise.ts';
import { wrapWords } from '../../text/wrap.ts';
import { isSetUp, markCurrent } from '../current.ts';
import { answered, type Draft, explain, type Interview, notAsked, type Question } from '../draft.ts';
import { readGivenToken, referenceProblem, refuseUnreferencedToken, type TokenAnswer } from '../token-answer.ts';
import { checkAndList } from './check-token.ts';

const WORDS = {
  title: 'Hugging Face token',
  noneFound: 'No token was found in the environment, in .env, in the config, or from hf auth login.',
  noOtherFound: 'No other token was found in the environment, in .env, in the config, or from hf auth login.',
  createOne: 'This page makes one, with the right box ticked already. Paste it below; it stays hidden.',
  use: 'Use it',
  useAndStore: 'Use it and store it in .env',
  pasteAnother: 'Paste another one',
};

/** A token that is known to work, or that the user goes on with unchecked. A flag answers first; then what was found. */
export const askToken: Question = async (draft, interview) => {
  const given = draft.token === null ? await tokenByFlag(interview) : undefined;
  const accepted = given && (await checkAndList(given, draft, interview));
  if (accepted !== undefined) return notAsked(accepted);
  for (;;) {
    const chosen = await chooseToken(draft, interview);
    if (chosen.kind === 'back') return chosen;
    // Hugging Face limits how often a token may be looked at: the same one is not checked twice.
    const isKnown = chosen.value.token === draft.token?.token && draft.check?.kind === 'accepted';
    if (isKnown) return answered({ ...draft, token: chosen.value });
    const checked = await checkAndList(chosen.value, draft, interview);
    if (checked !== undefined) return answered(checked);
  }
};

/** What a flag gives, under the same rules as where nobody is asked. */
async function tokenByFlag({ options, situation, system }: Interview): Promise<TokenAnswer | undefined> {
  const given = await readGivenToken(options, system);
  if (given !== undefined && options.secretInputMode === 'ref')
    refuseUnreferencedToken(given, 'ref', (await searchTokens(situation, system)).tokens);
  return given;
}

/** One of the found tokens, or a pasted one. Going back from the paste leads to the list where there is one. */
async function chooseToken(draft: Draft, interview: Interview): Promise<Answer<TokenAnswer>> {
  const { system, situation, prompt } = interview;
  const { tokens, warnings } = await searchTokens(situation, system, true);
  for (const warning of [...warnings, ...tokens.flatMap(foundProblem)]) warn(warning, interview);
  const usable = tokens.filter(
    ({ token }, index) => tokenProblem(token) === undefined && isFirst(token, index, tokens),
  );
  for (;;) {
    if (usable.length === 0 && draft.token === null) {
      const words = tokens.length === 0 ? WORDS.noneFound : WORDS.noOtherFound;
      explain(wrapWords(words, system.io.err.columns), interview);
      return pasteToken(tokens, interview);
    }
    const choices = [...pastedBefore(draft, usable), ...foundChoices(usable, interview)];
    const current = choices.find(({ value }) => value !== 'paste' && value.token === draft.token?.token);
    const picked = await prompt.select({ message: WORDS.title, choices, ...(current && { initial: current.value }) });
    if (picked.kind === 'back') return picked;
    if (picked.value !== 'paste') return { kind: 'answer', value: picked.value };
    const pasted = await pasteToken(tokens, interview);
    if (pasted.kind === 'answer') return pasted;
  }
}

/** Why a found value is no choice, without any of it. */
function foundProblem({ token, place }: FoundToken): string[] {
  const problem = tokenProblem(token);
  return problem === undefined ? [] : [`${place}: ${problem}`];
}

function warn(warning: string, interview: Interview): void {
  const { err } = interview.system.io;
  explain(wrapWords(`${err.style('yellow', '!')} ${sanitise(warning)}`, err.columns, '  '), interview);
}

/** The same token in two places is one choice: at the place that OpenClaw reads. */
function isFirst(token: string, index: number, tokens: readonly FoundToken[]): boolean {
  return tokens.findIndex((other) => other.token === token) === index;
}

/** Coming back to this question, the token that was pasted before is a choice like one that was found. */
function pastedBefore({ token }: Draft, found: readonly FoundToken[]): Choice<TokenAnswer>[] {
  if (token === null || found.some((other) => other.token === token.token)) return [];
  const from = `${maskToken(token.token)} from ${sanitise(token.place)}`;
  return [{ value: token, label: `${WORDS.use}: ${from}`, short: from }];
}

/** OpenClaw does not read the file of `hf auth login`, so that token can only be stored. */
function foundChoices(
  tokens: readonly FoundToken[],
  { options, situation }: Interview,
): Choice<TokenAnswer | 'paste'>[] {
  const choices = tokens.flatMap(({ token, source, place }, index): Choice<TokenAnswer>[] => {
    const from = `${maskToken(token)} from ${sanitise(place)}`;
    const answer = (store: boolean): TokenAnswer => ({ token, source, place, isGiven: store, store });
    const isCurrent = index === 0 && source !== 'hf-file' && isSetUp(situation);
    const use = { value: answer(false), label: markCurrent(`${WORDS.use}: ${from}`, isCurrent), short: from };
    const store = { value: answer(true), label: `${WORDS.useAndStore}: ${from}`, short: `${from}, to be stored` };
    if (options.secretInputMode === 'ref') return source === 'hf-file' ? [] : [use];
    if (source === 'hf-file' || options.secretInputMode === 'plaintext') return [store];
    return source.startsWith('dotenv:') ? [use] : [use, store];
  });
  return [...choices, { value: 'paste', label: WORDS.pasteAnother }];
}

async function pasteToken(found: readonly FoundToken[], interview: Interview): Promise<Answer<TokenAnswer>> {
  const { prompt, system, options } = interview;
  const { err } = system.io;
  explain(`${wrapWords(WORDS.createOne, err.columns)}\n${hyperlink(NEW_TOKEN_URL, err)}`, interview);
  const typed = await prompt.password({
    message: WORDS.title,
    validate: (text) => {
      const token = cleanToken(text);
      return tokenProblem(token) ?? referenceProblem(token, options.secretInputMode, found) ?? true;
    },
  });
  if (typed.kind === 'back') return typed;
  const token = cleanToken(typed.value);
  system.hide(token);
  return {
    kind: 'answer',
    value: { token, source: 'prompt', place: 'the prompt', isGiven: true, store: options.secretInputMode !== 'ref' },
  };
}
