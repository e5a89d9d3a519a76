import type { System } from '../../system.ts';
import { formatJson } from '../../text/format-json.ts';
import { formatPath } from '../../text/json.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Applied, Planned } from '../apply/apply.ts';
import type { ConfigPlan, WriteOptions } from '../apply/change-config.ts';
import type { Situation } from '../context.ts';
import { describeChange } from './describe-change.ts';
import { previewDiff } from './preview-diff.ts';
import { reportSaved, reportWarnings } from './report.ts';

type Run = { options: WriteOptions; situation: Situation };

/** What was done, or that nothing was to do. */
export function reportChange(
  { options, situation, applied }: Run & { applied: Applied<ConfigPlan> },
  system: Pick<System, 'io'>,
): void {
  const { plan } = applied.planned;
  const { out } = system.io;
  if (options.json) {
    out.write(`${formatJson(changeDocument(situation, plan, applied))}\n`);
    return;
  }
  reportSaved(applied, situation.locations.configPath, system);
  for (const line of plan.lines) out.write(`${sanitise(line)}\n`);
  reportWarnings([...situation.warnings, ...plan.warnings, ...applied.warnings], plan.notes, system);
}

/** `--dry-run`: the diff with secrets masked, and the changes in words. */
export async function reportDryRun(
  { options, situation, planned }: Run & { planned: Planned<ConfigPlan> },
  system: Pick<System, 'io'>,
): Promise<void> {
  const { plan } = planned;
  const { out, err } = system.io;
  const diff = await previewDiff(planned);
  if (options.json) {
    const document = { ...changeDocument(situation, plan, null), diff, wouldChange: diff !== '' };
    out.write(`${formatJson(document)}\n`);
    return;
  }
  out.write(diff === '' ? `Already up to date: ${situation.locations.configPath}\n` : diff);
  for (const line of plan.changes.flatMap(describeChange)) err.write(`${line}\n`);
  reportWarnings([...situation.warnings, ...plan.warnings], plan.notes, system);
  err.write('Dry run: nothing was written.\n');
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
    notes: plan.notes.map(sanitise),
    warnings: [...warnings, ...plan.warnings, ...(applied?.warnings ?? [])].map(sanitise),
  };
}
