import type { System } from '../../system.ts';
import { formatDocument, type JsonObject } from '../../text/json.ts';
import type { Planned, Result } from '../apply/apply.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../plan/outcome.ts';
import { describeChanges } from './describe-change.ts';
import { outcomeDocument } from './documents.ts';
import { previewDiff } from './preview-diff.ts';
import { reportSaved, reportWarnings } from './report.ts';

/** What a command wants to change, and how it says so. */
export type ConfigPlan = Outcome & {
  /** What holds after it, for stdout, in OpenClaw's words: `Default model: …`. */
  lines: string[];
  /** The command's own members of the JSON document. */
  document: JsonObject;
};

type ChangeRun = { options: { json: boolean }; context: Context };

/** What was done, or that nothing was to do. */
export function reportChange(
  { options, context, result }: ChangeRun & { result: Result<ConfigPlan> },
  system: Pick<System, 'io' | 'words'>,
): void {
  const { plan } = result.planned;
  const { io } = system;
  if (options.json) {
    io.out.write(formatDocument(changeDocument(context, plan, result, io)));
    return;
  }
  reportSaved(result, context.locations.configPath, system);
  for (const line of plan.lines) io.say(line);
  reportWarnings([...context.warnings, ...plan.warnings, ...result.warnings], plan.notes, system);
}

/** `--dry-run`: the diff with secrets masked, and the changes in words. `changesEnv`: `.env` would change as well. */
export async function reportDryRun(
  { options, context, planned, changesEnv }: ChangeRun & { planned: Planned<ConfigPlan>; changesEnv: boolean },
  system: Pick<System, 'io' | 'words'>,
): Promise<void> {
  const { plan } = planned;
  const { io, words } = system;
  const diff = await previewDiff(planned);
  if (options.json) {
    const document = { ...changeDocument(context, plan, null, io), diff, wouldChange: diff !== '' || changesEnv };
    io.out.write(formatDocument(document));
    return;
  }
  if (diff !== '') io.out.write(diff);
  else if (!changesEnv) io.say(words.report.upToDate({ path: context.locations.configPath }));
  for (const line of new Set([...describeChanges(plan.changes, words), ...(changesEnv ? plan.lines : [])]))
    io.tell(line);
  reportWarnings([...context.warnings, ...plan.warnings], plan.notes, system);
  io.tell(words.report.dryRun);
}

/** `result` is null for a dry run. */
function changeDocument(
  { locations, warnings }: Context,
  plan: ConfigPlan,
  result: Result<ConfigPlan> | null,
  io: Pick<System['io'], 'nameCommands'>,
): object {
  return {
    ok: true,
    changed: result?.changed ?? false,
    config: { path: locations.configPath, backup: result?.saved?.backup ?? null },
    ...plan.document,
    ...outcomeDocument(plan, [...warnings, ...plan.warnings, ...(result?.warnings ?? [])], io),
  };
}
