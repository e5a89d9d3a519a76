import { OpenclawError } from '../errors.ts';
import { type Answers, answerByFlags } from '../onboarding/answer-by-flags.ts';
import type { OnboardOptions } from '../onboarding/options.ts';
import { planOnboarding } from '../onboarding/plan-onboarding.ts';
import { probeChosen } from '../onboarding/probe-chosen.ts';
import { reportOnboarding, reportPreview, reportSkipped } from '../onboarding/report.ts';
import { applyPlan } from '../setup/apply.ts';
import { readSituation } from '../setup/situation.ts';
import type { System } from '../system.ts';

/** Answers, plan, apply, report. Resolves to the exit code; every failure is an OpenclawError. */
export async function onboard(options: OnboardOptions, system: System): Promise<number> {
  refuseWithoutTerminal(options, system);
  if (options.authChoice === 'skip') return reportSkipped(options, system);
  const situation = await readSituation(options, system);
  const answers = await answerByFlags(options, situation, system);
  const planned = planOnboarding(answers, situation, situation.snapshot);
  if (options.dryRun) return reportPreview({ options, situation, answers, planned }, system);
  const probe = options.probe ? await probeChosen(answers, planned.plan, situation, system) : null;
  const applied = await applyPlan(
    {
      planned,
      planAgain: (snapshot) => planOnboarding(answers, situation, snapshot),
      isConfirmed: false,
      token: tokenToStore(answers),
      locations: situation.locations,
    },
    system,
  );
  return reportOnboarding({ options, situation, answers, applied, probe }, system);
}

function tokenToStore({ token }: Answers) {
  return token?.store ? { token: token.token, isGiven: token.isGiven } : null;
}

/** Nobody can answer without a terminal: the command that asks nothing is named instead. */
function refuseWithoutTerminal({ nonInteractive }: OnboardOptions, { prompt }: Pick<System, 'prompt'>): void {
  if (nonInteractive || prompt !== null) return;
  throw new OpenclawError('usage', 'This asks questions, and there is no terminal to answer them in.', {
    hint: 'openclaw onboard --non-interactive --mode local --auth-choice huggingface-api-key --huggingface-api-key-file <path>',
  });
}
