import type { ConfigSnapshot } from '../../config/read/read.ts';
import type { System } from '../../system.ts';
import type { JsonObject } from '../../text/json.ts';
import type { GlobalOptions, Situation } from '../context.ts';
import type { Outcome } from '../plan/plan.ts';
import { reportChange, reportDryRun } from '../report/report-change.ts';
import { applyPlan, type Planned } from './apply.ts';
import { renderChanges } from './render-changes.ts';

/** The flags of every command that writes. */
export type WriteOptions = GlobalOptions & { json: boolean; dryRun: boolean };

/** What a command wants to change, and how it says so. */
export type ConfigPlan = Outcome & {
  /** What holds after it, for stdout, in OpenClaw's words: `Default model: …`. */
  lines: string[];
  /** The command's own members of the JSON document. */
  document: JsonObject;
};

export type ConfigChange = {
  options: WriteOptions;
  situation: Situation;
  /** Pure; asked once more where somebody changed the config meanwhile. */
  plan: (snapshot: ConfigSnapshot) => ConfigPlan;
};

/** Plan, then the diff (`--dry-run`) or apply and report: the end of every command that changes the config. */
export async function changeConfig({ options, situation, plan }: ConfigChange, system: System): Promise<number> {
  const planOn = (snapshot: ConfigSnapshot): Planned<ConfigPlan> => {
    const planned = plan(snapshot);
    return { snapshot, plan: planned, text: renderChanges(snapshot, planned.changes) };
  };
  const planned = planOn(situation.snapshot);
  const { locations } = situation;
  if (options.dryRun) await reportDryRun({ options, situation, planned }, system);
  else {
    const application = { planned, planAgain: planOn, token: null, locations };
    reportChange({ options, situation, applied: await applyPlan(application, system) }, system);
  }
  return 0;
}

/** A plan that changes nothing, and says why. */
export function planNothing(note: string, rest: Pick<ConfigPlan, 'lines' | 'document'>): ConfigPlan {
  return { changes: [], warnings: [], notes: [note], ...rest };
}
