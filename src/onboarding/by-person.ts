import { OpenclawError } from '../errors.ts';
import { applyPlan, type Planned, type Result, wouldKeepToken } from '../setup/apply/apply.ts';
import { type Context, readContext } from '../setup/context.ts';
import type { Plan } from '../setup/plan/plan.ts';
import { describeChanges } from '../setup/report/describe-change.ts';
import type { Prompt } from '../system/prompt.ts';
import type { System } from '../system.ts';
import { wrapWords } from '../text/wrap.ts';
import type { Answers } from './answers.ts';
import type { Draft } from './interview/draft.ts';
import { answersOf, interviewUser, NOTHING_ASKED } from './interview/interview.ts';
import { confirmPlan } from './interview/summary.ts';
import type { Summary } from './interview/summary-pairs.ts';
import type { OnboardOptions } from './options.ts';
import { planOnboarding } from './plan-onboarding.ts';
import { probeChosen } from './probe-chosen.ts';
import { reportEnd } from './report/end.ts';
import { reportPreview, reportSkipped } from './report/report.ts';
import { tokenToStore } from './token/given-token.ts';

/** Onboarding that asks: all questions first, then one apply. Resolves to the exit code. */
export async function onboardUser(options: OnboardOptions, prompt: Prompt, system: System): Promise<number> {
  let context = await readContext(options, system);
  const { io, words } = system;
  io.err.write(`\n${io.err.style('bold', wrapWords(`  ${words.onboarding.heading}`, io.err.columns, '  '))}\n\n`);
  let progress = NOTHING_ASKED;
  for (let isAsking = true; ; ) {
    const interview = { options, context, prompt, system };
    if (isAsking) progress = await interviewUser(interview, progress);
    const { draft, asked } = progress;
    if (draft.authChoice === 'skip') return reportSkipped(options, system);
    const summary = await summarise(draft, options, context, system);
    const { planned, answers } = summary;
    const probeIfWanted = async () => (options.probe ? probeChosen(summary, context, system) : null);
    if (options.dryRun)
      return reportPreview({ options, context, answers, planned, probe: await probeIfWanted() }, system);
    const decision = await confirmPlan(summary, draft, { ...interview, canGoBack: asked.length > 0 });
    isAsking = decision.kind === 'back';
    if (decision.kind === 'change') progress = { ...progress, draft: decision.draft };
    if (decision.kind !== 'apply') continue;
    const probe = await probeIfWanted();
    const result = await applyConfirmed(planned, answers, context, system);
    if (result !== null) {
      await answers.catalog.keep?.();
      return reportEnd({ options, context, answers, result, probe }, system);
    }
    io.warn(words.summary.changedMeanwhile);
    context = await readContext(options, system);
  }
}

/** The plan for the answers so far. */
async function summarise(draft: Draft, options: OnboardOptions, context: Context, system: System): Promise<Summary> {
  const answers = answersOf(draft, { options, context });
  const planned = planOnboarding(answers, context, context.snapshot);
  const stores = await wouldKeepToken(tokenToStore(answers.token), context.locations, system);
  return { answers, planned, stores, lines: describeChanges(planned.plan.changes, system.words) };
}

/** null where the config was changed meanwhile. */
async function applyConfirmed(
  planned: Planned,
  answers: Answers,
  context: Context,
  system: System,
): Promise<Result<Plan> | null> {
  const token = tokenToStore(answers.token);
  try {
    return await applyPlan({ planned, planAgain: null, token, locations: context.locations }, system);
  } catch (error) {
    if (error instanceof OpenclawError && error.code === 'config_conflict') return null;
    throw error;
  }
}
