import type { System } from '../../system.ts';
import { formatJson } from '../../text/format-json.ts';
import { formatPath, type JsonObject } from '../../text/json.ts';
import type { Applied, Planned } from '../apply/apply.ts';
import type { Situation } from '../context.ts';
import type { Outcome } from '../plan/outcome.ts';
import { describeChanges } from './describe-change.ts';
import { previewDiff } from './preview-diff.ts';
import { notesDocument, reportSaved, reportWarnings } from './report.ts';

/** What a command wants to change, and how it says so. */
export type ConfigPlan = Outcome & {
  /** What holds after it, for stdout, in OpenClaw's words: `Default model: …`. */
  lines: string[];
  /** The command's own members of the JSON document. */
  document: JsonObject;
};

type Run = { options: { json: boolean }; situation: Situation };

/** What was done, or that nothing was to do. */
export function reportChange(
  { options, situation, applied }: Run & { applied: Applied<ConfigPlan> },
  system: Pick<System, 'io' | 'words'>,
): void {
  const { plan } = applied.planned;
  const { io } = system;
  if (options.json) {
    io.out.write(`${formatJson(changeDocument(situation, plan, applied))}\n`);
    return;
  }
  reportSaved(applied, situation.locations.configPath, system);
  for (const line of plan.lines) io.say(line);
  reportWarnings([...situation.warnings, ...plan.warnings, ...applied.warnings], plan.notes, system);
}

/** `--dry-run`: the diff with secrets masked, and the changes in words. */
export async function reportDryRun(
  { options, situation, planned }: Run & { planned: Planned<ConfigPlan> },
  system: Pick<System, 'io' | 'words'>,
): Promise<void> {
  const { plan } = planned;
  const { io, words } = system;
  const diff = await previewDiff(planned);
  if (options.json) {
    const document = { ...changeDocument(situation, plan, null), diff, wouldChange: diff !== '' };
    io.out.write(`${formatJson(document)}\n`);
    return;
  }
  if (diff === '') io.say(words.report.upToDate(situation.locations.configPath));
  else io.out.write(diff);
  for (const line of describeChanges(plan.changes, words)) io.tell(line);
  reportWarnings([...situation.warnings, ...plan.warnings], plan.notes, system);
  io.tell(words.report.dryRun);
}

/** `applied` is null for a dry run. */
function changeDocument(
  { locations, warnings }: Situation,
  plan: ConfigPlan,
  applied: Applied<ConfigPlan> | null,
): object {
  return {
    ok: true,
    changed: applied?.changed ?? false,
    config: { path: locations.configPath, backup: applied?.saved?.backup ?? null },
    ...plan.document,
    edits: plan.changes.map(({ path, op }) => ({ path: formatPath(path), op })),
    notes: notesDocument(plan.notes),
    warnings: notesDocument([...warnings, ...plan.warnings, ...(applied?.warnings ?? [])]),
  };
}
