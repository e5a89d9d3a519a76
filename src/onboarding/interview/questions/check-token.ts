import type { CatalogPolicy } from '../../../catalog/load-catalog.ts';
import { OpenclawError } from '../../../errors.ts';
import type { TokenCheck } from '../../../huggingface/whoami/check-token.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { wrapWords } from '../../../text/wrap.ts';
import { shownToken } from '../../../token/token-expiry.ts';
import type { UnreadableToken } from '../../../token/unreadable-token.ts';
import { explain, type Note, noteIn } from '../../../words/words.ts';
import type { OnboardOptions } from '../../options.ts';
import { askAboutToken, askForModels } from '../../token/ask-service.ts';
import type { TokenAnswer } from '../../token/given-token.ts';
import { judgeToken } from '../../token/judge-token.ts';
import type { Draft, Interview } from '../draft.ts';

const WORDS = {
  waiting: 'Checking the token and fetching the models',
  listing: 'Fetching the models',
  works: 'The token works',
  whatNow: 'What now?',
  retry: 'Try again with the same token',
  another: 'Use another token',
  unchecked: 'Go on without the check',
  quit: 'Quit',
};

type Next = 'retry' | 'another' | 'unchecked' | 'quit';

/**
 * Checks a token and, at the same time, fetches the models; undefined asks for another token. A missing permission can
 * be added and the same token tried again; an unreachable service leaves the choice to the user.
 */
export async function checkAndList(token: TokenAnswer, draft: Draft, interview: Interview): Promise<Draft | undefined> {
  const { options, context, system } = interview;
  const verify = options.offline ? 'off' : options.verify;
  // Kept with the apply: leaving before that leaves nothing behind.
  const request = { policy: listPolicy(options), token: token.token, writeCache: false };
  for (;;) {
    const asked = Promise.all([
      verify === 'off' ? null : askAboutToken(token.token, context, system),
      askForModels(request, context, system),
    ]);
    const [check, catalog] = await system.io.wait(WORDS.waiting, asked);
    const goOn = (warnings: readonly (Note | string)[]): Draft => ({
      ...draft,
      token,
      unreadable: null,
      check,
      catalog,
      warnings,
    });
    // Where somebody can be asked, "could not be checked" is a question, not a warning.
    const verdict = judgeToken(check, token, verify === 'off' ? 'off' : 'required');
    if (verdict.kind === 'fine') {
      welcome(verdict.warnings, check, token, interview);
      return goOn(verdict.warnings);
    }
    complain(verdict.error, interview);
    const next = await askWhatNow(check, interview);
    if (next === 'quit') throw new OpenclawError('interrupted', 'Quit. Nothing was changed.');
    if (next === 'unchecked') return goOn(uncheckedWarnings(check, token));
    if (next === 'another') return undefined;
  }
}

/** The models alone: the token is one that OpenClaw has and that can't be read here. */
export async function listOnly(unreadable: UnreadableToken, draft: Draft, interview: Interview): Promise<Draft> {
  const { options, context, system } = interview;
  const request = { policy: listPolicy(options), token: null, writeCache: false };
  const catalog = await system.io.wait(WORDS.listing, askForModels(request, context, system));
  return { ...draft, token: null, unreadable, check: null, catalog, warnings: [] };
}

async function askWhatNow(check: TokenCheck | null, { prompt, options }: Interview): Promise<Next> {
  if (check?.kind === 'rejected') return 'another';
  const mayGoOn = check?.kind === 'unverified' && options.verify !== 'required';
  const choices: { value: Next; label: string }[] = [
    { value: 'retry', label: WORDS.retry },
    ...(mayGoOn ? [{ value: 'unchecked', label: WORDS.unchecked } as const] : []),
    { value: 'another', label: WORDS.another },
    { value: 'quit', label: WORDS.quit },
  ];
  const answer = await prompt.select({ message: WORDS.whatNow, choices });
  return answer.kind === 'back' ? 'another' : answer.value;
}

function listPolicy({ offline }: OnboardOptions): CatalogPolicy {
  return offline ? { ask: 'never', neverBecause: { kind: 'offline' } } : { ask: 'always' };
}

function welcome(
  warnings: readonly (Note | string)[],
  check: TokenCheck | null,
  { token }: TokenAnswer,
  { system }: Interview,
): void {
  const { err, unicode } = system.io;
  if (check?.kind === 'accepted') {
    const { name, tokenName } = check.account;
    const who = `${WORDS.works}: ${name} (${tokenName === null ? '' : `token "${tokenName}", `}${system.words.tokens.shown(shownToken(token))})`;
    err.write(`${wrapWords(`${err.style('green', unicode ? '✔' : '*')} ${sanitise(who)}`, err.columns, '  ')}\n`);
  }
  for (const warning of warnings)
    err.write(
      `${wrapWords(`${err.style('yellow', '!')} ${sanitise(noteIn(system.words, warning))}`, err.columns, '  ')}\n`,
    );
}

/** What the failed check is where it does not stop the run. */
function uncheckedWarnings(check: TokenCheck | null, token: TokenAnswer): Note[] {
  const verdict = judgeToken(check, token, 'try');
  return verdict.kind === 'fine' ? verdict.warnings : [];
}

function complain(error: OpenclawError, { system }: Interview): void {
  const { message, hint } = typeof error.problem === 'string' ? error : explain(system.words, error.problem);
  const { err, unicode } = system.io;
  const words = sanitise(message);
  err.write(`${wrapWords(`${err.style('red', unicode ? '✗' : 'x')} ${words}`, err.columns, '  ')}\n`);
  for (const line of hint?.split('\n') ?? []) err.write(`${wrapWords(`  ${line}`, err.columns, '  ')}\n`);
}
