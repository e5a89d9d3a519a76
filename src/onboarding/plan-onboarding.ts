import { describeModel } from '../catalog/describe-model.ts';
import type { ConfigSnapshot } from '../config/read/read.ts';
import type { Planned } from '../setup/apply/apply.ts';
import { renderChanges } from '../setup/apply/render-changes.ts';
import type { Context } from '../setup/context.ts';
import { planSetup } from '../setup/plan/plan.ts';
import type { Answers } from './answers.ts';

/** The plan for these answers on a snapshot, and the text it leads to. Pure. */
export function planOnboarding(
  { catalog, choices }: Answers,
  { configured }: Context,
  snapshot: ConfigSnapshot,
): Planned {
  const describe = (id: string) => describeModel(catalog, id, configured);
  const plan = planSetup({ config: snapshot.value, own: snapshot.own, describe }, choices);
  return { snapshot, plan, text: renderChanges(snapshot, plan.changes) };
}
