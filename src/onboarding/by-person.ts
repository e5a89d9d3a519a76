import { OpenclawError } from '../errors.ts';
import { applyPlan, type Planned, type Result, wouldKeepToken } from '../setup/apply/apply.ts';
import { type Context, readContext } from '../setup/context.ts';
import type { Plan } from '../setup/plan/plan.ts';
import type { Prompt, System } from '../system.ts';
import { wrapWords } from '../text/wrap.ts';
import type { Answers } from './answers.ts';
import { EMPTY_DRAFT } from './interview/draft.ts';
import { answersOf, interviewUser, type Progress } from './interview/interview.ts';
import { confirmPlan } from './interview/summary.ts';
import type { OnboardOptions } from './options.ts';
import { planOnboarding } from './plan-onboarding.ts';
import { probeChosen } from './probe-chosen.ts';
import { equivalentCommand } from './report/equivalent-command.ts';
import { reportOnboarding, reportPreview, reportSkipped } from './report/report.ts';
import { tokenToStore } from './token/given-token.ts';

const WORDS = {
  changed: 'The config was changed by another program meanwhile. This is the plan for it as it is now.',
  next: [
    'Try them: openclaw models status --probe',
    'See all: openclaw models list --provider huggingface',
    'In a chat, /model takes one word: an alias of one word, or the whole ref (huggingface/org/name).',
  ],
  again: 'The same without questions:',
};

/** Onboarding that asks: all questions first, then one apply. Resolves to the exit code. */
export async function onboardUser(options: OnboardOptions, prompt: Prompt, system: System): Promise<number> {
  let context = await readContext(options, system);
  let progress: Progress = { draft: EMPTY_DRAFT, asked: [] };
  const explained = new Set<string>();
  for (let isAsking = true; ; ) {
    const interview = { options, context, prompt, system, explained };
    if (isAsking) progress = await interviewUser(interview, progress);
    if (progress.draft.skip) return reportSkipped(options, system);
    const answers = answersOf(progress.draft, interview);
    const planned = planOnboarding(answers, context, context.snapshot);
    const stores = await wouldKeepToken(tokenToStore(answers.token), context.locations, system);
    const probeIfWanted = async () => (options.probe ? probeChosen(answers, planned, context, system) : null);
    if (options.dryRun) {
      const probe = await probeIfWanted();
      return reportPreview({ options, context, answers, planned, probe }, system);
    }
    const isNothingToDo = planned.text === planned.snapshot.text && !stores;
    const decision = isNothingToDo ? 'apply' : await confirmPlan({ planned, answers, stores }, interview);
    if (decision === 'quit') throw new OpenclawError('interrupted', 'Quit. Nothing was changed.');
    isAsking = decision === 'back';
    if (isAsking) continue;
    const probe = await probeIfWanted();
    const result = await applyConfirmed(planned, answers, context, system);
    if (result === null) {
      system.io.err.write(`${system.io.err.style('yellow', '!')} ${WORDS.changed}\n`);
      context = await readContext(options, system);
      continue;
    }
    await answers.catalog.keep?.();
    const exitCode = await reportOnboarding(
      { options, context, answers, result, probe, isSummarised: !isNothingToDo },
      system,
    );
    const { err } = system.io;
    const next = WORDS.next.map((line) => wrapWords(line, err.columns, '  ')).join('\n');
    err.write(`\n${next}\n${WORDS.again}\n${equivalentCommand(answers, options, err.columns)}\n`);
    return exitCode;
  }
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
