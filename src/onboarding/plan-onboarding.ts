import { describeModel } from '../catalog/describe-model.ts';
import type { ConfigSnapshot } from '../config/read.ts';
import type { Planned } from '../setup/apply.ts';
import { planSetup } from '../setup/plan.ts';
import { renderChanges } from '../setup/render-changes.ts';
import type { Situation } from '../setup/situation.ts';
import type { Answers } from './answer-by-flags.ts';

/** The plan for these answers on a snapshot, and the text it leads to. Pure. */
export function planOnboarding(
  { catalog, choices }: Answers,
  { configured }: Situation,
  snapshot: ConfigSnapshot,
): Planned {
  const describe = (id: string) => describeModel(catalog, id, configured);
  const plan = planSetup({ config: snapshot.value, own: snapshot.own, describe }, choices);
  return { snapshot, plan, text: renderChanges(snapshot, plan.changes) };
}
