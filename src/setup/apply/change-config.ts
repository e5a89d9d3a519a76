import type { ConfigSnapshot } from '../../config/read/read.ts';
import type { System } from '../../system.ts';
import type { Note } from '../../words/words.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { type ConfigPlan, reportChange, reportDryRun } from '../report/report-change.ts';
import { applyPlan, type Planned } from './apply.ts';
import { renderChanges } from './render-changes.ts';

/** The flags of every command that writes. */
export type WriteOptions = GlobalOptions & { json: boolean; dryRun: boolean };

export type ConfigChange = {
  options: WriteOptions;
  context: Context;
  /** Pure; asked once more where somebody changed the config meanwhile. */
  plan: (snapshot: ConfigSnapshot) => ConfigPlan;
};

/** Plan, then the diff (`--dry-run`) or apply and report: the end of every command that changes the config. */
export async function changeConfig({ options, context, plan }: ConfigChange, system: System): Promise<number> {
  const planOn = (snapshot: ConfigSnapshot): Planned<ConfigPlan> => {
    const planned = plan(snapshot);
    return { snapshot, plan: planned, text: renderChanges(snapshot, planned.changes) };
  };
  const planned = planOn(context.snapshot);
  const { locations } = context;
  if (options.dryRun) await reportDryRun({ options, context, planned }, system);
  else {
    const application = { planned, planAgain: planOn, token: null, locations };
    reportChange({ options, context, result: await applyPlan(application, system) }, system);
  }
  return 0;
}

/** A plan that changes nothing, and says why. */
export function planNothing(note: Note, rest: Pick<ConfigPlan, 'lines' | 'document'>): ConfigPlan {
  return { changes: [], warnings: [], notes: [note], ...rest };
}
