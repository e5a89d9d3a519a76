import { OpenclawError } from '../errors.ts';
import { onboardByFlags } from '../onboarding/by-flags.ts';
import type { OnboardOptions } from '../onboarding/options.ts';
import { removeHuggingFace } from '../onboarding/remove.ts';
import { reportSkipped } from '../onboarding/report/report.ts';
import type { System } from '../system.ts';

/** Answers, plan, apply, report. Resolves to the exit code; every failure is an OpenclawError. */
export async function onboard(options: OnboardOptions, system: System): Promise<number> {
  if (options.remove) return removeHuggingFace(options, system);
  if (options.authChoice === 'skip') return reportSkipped(options, system);
  if (options.nonInteractive) return onboardByFlags(options, system);
  if (system.prompt === null) throw new OpenclawError('usage', { kind: 'no-terminal' });
  const { onboardUser } = await import('../onboarding/by-person.ts');
  return onboardUser(options, system.prompt, system);
}
