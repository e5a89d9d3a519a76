import type { ConfigSnapshot } from '../../config/read/read.ts';
import type { System } from '../../system.ts';
import { readContext } from '../context.ts';
import { policyFor, waitForModels } from '../load-models.ts';
import type { WriteOptions } from '../options.ts';
import type { Choices } from '../plan/choices.ts';
import type { Plan } from '../plan/plan.ts';
import { planChoices, resolveTyped } from '../plan/plan-choices.ts';
import type { ConfigPlan } from '../report/report-change.ts';
import { changeConfig } from './change-config.ts';

/** `model`: as typed, a ref, an id or an alias. */
export type ModelOptions = WriteOptions & { model: string };

/**
 * `changeConfig` for a command that is given one model; `plan` gets its ref, and what plans choices with it. Resolves
 * to the exit code; rejects with `model_unknown` and `model_not_served`.
 */
export async function changeModel(
  options: ModelOptions,
  plan: (ref: string, planWith: (choices: Partial<Choices>) => Plan, snapshot: ConfigSnapshot) => ConfigPlan,
  system: System,
): Promise<number> {
  const context = await readContext(options, system);
  const policy = policyFor([options.model], context);
  const catalog = await waitForModels({ policy, writeCache: !options.dryRun }, context, system);
  const knowledge = { catalog, configured: context.configured };
  const planOn = (snapshot: ConfigSnapshot) => {
    const { ref, warnings } = resolveTyped(options.model, snapshot, knowledge);
    const planWith = (choices: Partial<Choices>) => {
      const planned = planChoices(snapshot, knowledge, choices);
      return { ...planned, warnings: [...warnings, ...planned.warnings] };
    };
    return plan(ref, planWith, snapshot);
  };
  return changeConfig({ options, context, plan: planOn }, system);
}
