import { type OpenclawError, quit } from '../../../errors.ts';
import type { TokenCheck } from '../../../huggingface/whoami/check-token.ts';
import { loadModels } from '../../../setup/load-models.ts';
import type { Row } from '../../../system/prompt.ts';
import { homePaths } from '../../../text/home-path.ts';
import type { UnreadableToken } from '../../../token/unreadable-token.ts';
import { explain } from '../../../words/words.ts';
import { billingByFlag } from '../../bill-to.ts';
import { askService } from '../../token/ask-service.ts';
import type { TokenAnswer } from '../../token/given-token.ts';
import { judgeToken } from '../../token/judge-token.ts';
import type { Draft, Interview } from '../draft.ts';

/** Kept with the apply: leaving before that leaves nothing behind. */
const LIST = { policy: { ask: 'always' }, writeCache: false } as const;

type Next = 'retry' | 'another' | 'unchecked' | 'quit';

/**
 * Checks a token and, at the same time, fetches the models; undefined asks for another token. A missing permission can
 * be added and the same token tried again; an unreachable service leaves the choice to the user.
 */
export async function checkAndList(token: TokenAnswer, draft: Draft, interview: Interview): Promise<Draft | undefined> {
  const { options, context, system } = interview;
  const request = { ...LIST, token: token.token, verify: options.verify };
  for (;;) {
    const { check, catalog } = await askService(request, context, system);
    const checked = { ...draft, token, unreadable: null, check, catalog };
    // Where somebody can be asked, "could not be checked" is a question, not a warning.
    const verdict = judgeToken(check, token, 'required');
    if (verdict.kind === 'fine') {
      // A wrong --bill-to ends the run before anything else is asked.
      billingByFlag(options, check);
      return { ...checked, warnings: verdict.warnings };
    }
    // Where to create another stands above the prompt already.
    const isPasted = token.place.kind === 'prompt' && check?.kind === 'rejected';
    complain(verdict.error, !isPasted, interview);
    const next = await askWhatNow(check, interview);
    if (next === 'quit') throw quit();
    if (next === 'another') return undefined;
    if (next === 'unchecked') {
      const lenient = judgeToken(check, token, 'try');
      return { ...checked, warnings: lenient.kind === 'fine' ? lenient.warnings : [] };
    }
  }
}

/** The models alone: the token is one that OpenClaw has and that can't be read here. */
export async function listOnly(unreadable: UnreadableToken, draft: Draft, interview: Interview): Promise<Draft> {
  const { context, system } = interview;
  const { listing } = system.words.onboarding.token;
  const catalog = await system.io.wait(listing, loadModels({ ...LIST, token: null }, context, system));
  return { ...draft, token: null, unreadable, check: null, catalog, warnings: [] };
}

async function askWhatNow(check: TokenCheck | null, { prompt, options, system }: Interview): Promise<Next> {
  if (check?.kind === 'rejected') return 'another';
  const { whatNow, retry, goOn, another, quit } = system.words.onboarding.token;
  const mayGoOn = check?.kind === 'unverified' && options.verify !== 'required';
  const find: Row<Next>[] = [
    { value: 'retry', cells: [retry] },
    ...(mayGoOn ? [{ value: 'unchecked', cells: [goOn] } as const] : []),
    { value: 'another', cells: [another] },
    { value: 'quit', cells: [quit] },
  ];
  const answer = await prompt.choose({ message: whatNow, find });
  return answer.kind === 'back' ? 'another' : answer.value;
}

function complain(error: OpenclawError, withHint: boolean, { system }: Interview): void {
  const { message, hint } = explain(system.words, homePaths(error.problem, system.env));
  system.io.fail(withHint && hint !== undefined ? `${message}\n${hint}` : message);
}
