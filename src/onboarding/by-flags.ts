import { OpenclawError } from '../errors.ts';
import { applyPlan } from '../setup/apply/apply.ts';
import { type Context, readContext, searchTokens } from '../setup/context.ts';
import { policyFor } from '../setup/load-models.ts';
import type { System } from '../system.ts';
import { tokenFault } from '../token/token.ts';
import { lifetimeWarnings } from '../token/token-expiry.ts';
import { type ReadableToken, type TokenSearch, tokenInUse } from '../token/token-sources.ts';
import type { UnreadableToken } from '../token/unreadable-token.ts';
import { NEW_TOKEN_URL } from '../words/links.ts';
import type { Note } from '../words/words.ts';
import type { Answers } from './answers.ts';
import { billingByFlag, uncheckedOrg } from './bill-to.ts';
import { chooseByFlags, typedModels } from './flag-models.ts';
import type { OnboardOptions } from './options.ts';
import { planOnboarding } from './plan-onboarding.ts';
import { probeChosen } from './probe-chosen.ts';
import { reportOnboarding, reportPreview } from './report/report.ts';
import { askService } from './token/ask-service.ts';
import {
  goesOnWith,
  readGivenToken,
  refuseUnreferencedToken,
  type TokenAnswer,
  tokenToStore,
} from './token/given-token.ts';
import { judgeToken } from './token/judge-token.ts';

/** Onboarding without questions: flags, plan, apply, report. Resolves to the exit code. */
export async function onboardByFlags(options: OnboardOptions, system: System): Promise<number> {
  const context = await readContext(options, system);
  const answers = await answerByFlags(options, context, system);
  const planned = planOnboarding(answers, context, context.snapshot);
  const token = tokenToStore(answers.token);
  const probe = options.probe ? await probeChosen({ answers, planned }, context, system) : null;
  if (options.dryRun) return reportPreview({ options, context, answers, planned, probe }, system);
  const application = {
    planned,
    planAgain: (snapshot: typeof context.snapshot) => planOnboarding(answers, context, snapshot),
    token,
    locations: context.locations,
  };
  const result = await applyPlan(application, system);
  return reportOnboarding({ options, context, answers, result, probe }, system);
}

/** The answers of a run without questions. Rejects with `usage`, `token_*`, `model_*`. */
async function answerByFlags(options: OnboardOptions, context: Context, system: System): Promise<Answers> {
  const { authChoice, token, unreadable, warnings } = await tokenByFlags(options, context, system);
  const { offline, verify, dryRun } = options;
  if (unreadable !== null && verify === 'required' && !offline) throw cannotBeChecked(unreadable);
  const policy = policyFor(typedModels(options, context.snapshot.value), context);
  const request = { policy, token: token?.token ?? null, verify, writeCache: !dryRun };
  const { check, catalog } = await askService(request, context, system);
  const verdict = token === null ? ({ kind: 'fine', warnings: [] } as const) : judgeToken(check, token, verify);
  if (verdict.kind === 'refused') throw verdict.error;
  const billTo = billingByFlag(options, check);
  const chosen = chooseByFlags(options, context.snapshot.value, catalog);
  return {
    authChoice,
    token,
    unreadable,
    check,
    catalog,
    choices: { ...chosen.choices, billTo },
    warnings: [...warnings, ...verdict.warnings, ...chosen.warnings, ...uncheckedOrg(options, check)],
  };
}

type TokenByFlags = Pick<Answers, 'authChoice' | 'token' | 'unreadable' | 'warnings'>;

async function tokenByFlags(options: OnboardOptions, context: Context, system: System): Promise<TokenByFlags> {
  const given = await readGivenToken(options, system);
  const found = await searchTokens(context, system);
  const isNeeded = options.secretInputMode !== 'ref' || !(options.offline || options.verify === 'off');
  const { authChoice } = options;
  if (authChoice === undefined) {
    throw missingFlags(isNeeded && given === undefined && tokenInUse(found) === undefined);
  }
  if (given !== undefined) refuseUnreferencedToken(given, options.secretInputMode, found.tokens);
  const answer = given ?? chooseFound(found, options);
  if (answer === null && isNeeded) throw tokenMissing(context);
  if (answer?.kind !== 'readable')
    return { authChoice, token: null, unreadable: answer, warnings: [...found.warnings, ...goesOnWith(found)] };
  const shadowed = answer.isGiven && !answer.store ? precedence(answer, found.tokens) : [];
  return {
    authChoice,
    token: answer,
    unreadable: null,
    warnings: [
      ...(answer.isGiven ? [] : found.warnings),
      ...(found.profile === null ? shadowed : goesOnWith(found)),
      ...lifetimeWarnings(answer, system.clock.now()),
    ],
  };
}

/** What OpenClaw uses now; with `plaintext`, which is to store a token, the first that can be read. */
function chooseFound(found: TokenSearch, options: OnboardOptions): TokenAnswer | UnreadableToken | null {
  const inUse = options.secretInputMode === 'plaintext' ? found.tokens[0] : undefined;
  const chosen = inUse ?? tokenInUse(found);
  if (chosen === undefined) return null;
  return chosen.kind === 'readable' ? useFound(chosen, options) : chosen;
}

/** A given token that is not stored is worth nothing to OpenClaw where another one comes first. */
function precedence({ token }: TokenAnswer, [first]: readonly ReadableToken[]): Note[] {
  if (first === undefined || first.token === token) return [];
  return [{ kind: 'other-token-first', place: first.place }];
}

function useFound(found: ReadableToken, { secretInputMode }: OnboardOptions): TokenAnswer {
  const { token, place } = found;
  const fault = tokenFault(token);
  if (fault !== undefined)
    throw new OpenclawError('token_rejected', { kind: 'holds-no-token', place, fault }, { unchanged: true });
  return { ...found, isGiven: false, store: secretInputMode === 'plaintext' };
}

/** One error for everything that is missing, so that a script is fixed in one go. */
function missingFlags(tokenToo: boolean): OpenclawError {
  const flags = ['--auth-choice huggingface-api-key', ...(tokenToo ? ['--huggingface-api-key-file <path>'] : [])];
  return new OpenclawError('usage', { kind: 'missing-flags', flags });
}

function cannotBeChecked(unreadable: UnreadableToken): OpenclawError {
  return new OpenclawError('token_unverified', { kind: 'token-out-of-reach', token: unreadable }, { unchanged: true });
}

function tokenMissing({ locations: { envFile, configPath } }: Context): OpenclawError {
  const problem = { kind: 'no-token', envFile, config: configPath, url: NEW_TOKEN_URL } as const;
  return new OpenclawError('token_missing', problem, { unchanged: true });
}
