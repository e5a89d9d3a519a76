import { applyPlan } from '../setup/apply/apply.ts';
import { readSituation } from '../setup/context.ts';
import type { System } from '../system.ts';
import { answerByFlags } from './answers.ts';
import type { OnboardOptions } from './options.ts';
import { planOnboarding } from './plan-onboarding.ts';
import { probeChosen } from './probe-chosen.ts';
import { reportOnboarding, reportPreview } from './report/report.ts';
import { tokenToStore } from './token/given-token.ts';

/** Onboarding without questions: flags, plan, apply, report. Resolves to the exit code. */
export async function onboardByFlags(options: OnboardOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  const answers = await answerByFlags(options, situation, system);
  const planned = planOnboarding(answers, situation, situation.snapshot);
  const token = tokenToStore(answers.token);
  const probe = options.probe ? await probeChosen(answers, planned, situation, system) : null;
  if (options.dryRun) return reportPreview({ options, situation, answers, planned, probe }, system);
  const application = {
    planned,
    planAgain: (snapshot: typeof situation.snapshot) => planOnboarding(answers, situation, snapshot),
    token,
    locations: situation.locations,
  };
  const applied = await applyPlan(application, system);
  return reportOnboarding({ options, situation, answers, applied, probe }, system);
}
