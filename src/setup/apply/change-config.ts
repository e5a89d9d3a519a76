import type { ConfigSnapshot } from '../../config/read/read.ts';
import { DIFFERS } from '../../errors.ts';
import type { System } from '../../system.ts';
import type { Note } from '../../words/words.ts';
import type { Context } from '../context.ts';
import type { WriteOptions } from '../options.ts';
import { type ConfigPlan, reportChange, reportDryRun } from '../report/report-change.ts';
import { type Application, applyPlan, type Planned, type Result, wouldKeepToken } from './apply.ts';
import { renderChanges } from './render-changes.ts';

export type ConfigChange = {
  /** `exitCode`: whether something would change is told by the exit code of a dry run. */
  options: WriteOptions & { exitCode?: boolean };
  context: Context;
  /** Pure; asked once more where somebody changed the config meanwhile. */
  plan: (snapshot: ConfigSnapshot) => ConfigPlan;
  /** What happens to `.env`; nothing where it is not given. */
  token?: Application<ConfigPlan>['token'];
  /** For a person, where something would be written. */
  confirm?: Confirm | null;
};

export type Confirm = {
  /** Shows the plan and asks; rejects where the answer is no. */
  ask: (plan: ConfigPlan) => Promise<void>;
  /** Says that it is done, to who has just read what. */
  tell: (result: Result<ConfigPlan>) => void;
};

/**
 * Plan, then the diff (`--dry-run`) or apply and report: the end of every command that changes the config. Resolves to
 * the exit code.
 */
export async function changeConfig(change: ConfigChange, system: System): Promise<number> {
  const { options, context, plan, token = null, confirm = null } = change;
  const planOn = (snapshot: ConfigSnapshot): Planned<ConfigPlan> => {
    const planned = plan(snapshot);
    return { snapshot, plan: planned, text: renderChanges(snapshot, planned.changes) };
  };
  const planned = planOn(context.snapshot);
  const { locations } = context;
  const changesEnv = await wouldKeepToken(token, locations, system);
  const wouldChange = changesEnv || planned.text !== planned.snapshot.text;
  if (options.dryRun) {
    await reportDryRun({ options, context, planned, changesEnv }, system);
    return options.exitCode && wouldChange ? DIFFERS : 0;
  }
  if (wouldChange) await confirm?.ask(planned.plan);
  const application = { planned, planAgain: confirm === null ? planOn : null, token, locations };
  const result = await applyPlan(application, system);
  if (confirm !== null && wouldChange && !options.json) confirm.tell(result);
  else reportChange({ options, context, result }, system);
  return 0;
}

/** A plan that changes nothing, and says why. */
export function planNothing(note: Note, rest: Pick<ConfigPlan, 'lines' | 'document'>): ConfigPlan {
  return { changes: [], warnings: [], notes: [note], ...rest };
}
