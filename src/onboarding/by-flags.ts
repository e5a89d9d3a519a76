import { applyPlan } from '../setup/apply/apply.ts';
import { readContext } from '../setup/context.ts';
import type { System } from '../system.ts';
import { answerByFlags } from './answers.ts';
import type { OnboardOptions } from './options.ts';
import { planOnboarding } from './plan-onboarding.ts';
import { probeChosen } from './probe-chosen.ts';
import { reportOnboarding, reportPreview } from './report/report.ts';
import { tokenToStore } from './token/given-token.ts';

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
