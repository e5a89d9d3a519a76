import { DIFFERS } from '../../errors.ts';
import type { Probe } from '../../huggingface/probe/probe-model.ts';
import { probeWords } from '../../huggingface/probe/probe-words.ts';
import type { Change } from '../../json5/change.ts';
import { type Planned, type Result, wouldKeepToken } from '../../setup/apply/apply.ts';
import { listNotes } from '../../setup/load-models.ts';
import type { Plan } from '../../setup/plan/plan.ts';
import { describeChanges } from '../../setup/report/describe-change.ts';
import { previewDiff } from '../../setup/report/preview-diff.ts';
import { reportSaved, reportWarnings } from '../../setup/report/report.ts';
import type { System } from '../../system.ts';
import { formatDocument, isJsonObject } from '../../text/json.ts';
import { shownToken } from '../../token/token-expiry.ts';
import { type Note, placeIn, type Words } from '../../words/words.ts';
import type { Answers } from '../answers.ts';
import type { OnboardOptions } from '../options.ts';
import { tokenToStore } from '../token/given-token.ts';
import { onboardDocument } from './document.ts';
import { collectWarnings, type OnboardRun } from './warnings.ts';

/** A run that applied its plan. */
export type Finished = OnboardRun & { result: Result<Plan>; probe: Probe | null };
export type ReportSystem = Pick<System, 'words' | 'io' | 'files' | 'env' | 'shell' | 'platform' | 'signal' | 'hide'>;

/** What a run without questions did, or that nothing was to do. Resolves to the exit code. */
export async function reportOnboarding(run: Finished, system: ReportSystem): Promise<number> {
  const { options, context, answers, result, probe } = run;
  const { io, words } = system;
  const { all: warnings } = await collectWarnings(run, result.planned, result.warnings, system);
  if (options.json) {
    reportDocument(run, warnings, system);
    return 0;
  }
  const line = tokenLine(answers, words);
  io.say(result.stored?.stored ? words.end.token.stored({ line, path: result.stored.path }) : line);
  if (probe !== null) io.say(words.summary.probed({ words: probeWords(probe, words) }));
  const { changes, notes } = result.planned.plan;
  for (const change of describeChanges(changes, words)) io.say(change);
  reportSaved(result, context.locations.configPath, system);
  reportWarnings(warnings, [...catalogNotes(answers, result.planned.plan), ...notes], system);
  return 0;
}

/** Where the figures of the new model entries come from, where that is not the live list. In JSON `catalog` says it. */
function catalogNotes({ catalog }: Answers, { changes }: Plan): Note[] {
  return changes.some(writesModelEntries) ? listNotes(catalog) : [];
}

/** One more entry in the provider's list, or the whole provider or list with entries in it. */
function writesModelEntries(change: Change): boolean {
  if (change.path[0] !== 'models' || !('value' in change)) return false;
  const { op, value } = change;
  const entries = isJsonObject(value) ? value.models : value;
  return op === 'append' || (Array.isArray(entries) && entries.length > 0);
}

/** The one document of `--json`, on stdout. */
export function reportDocument(run: Finished, warnings: readonly Note[], { io }: ReportSystem): void {
  const { planned, stored } = run.result;
  const path = stored?.stored ? stored.path : null;
  io.out.write(formatDocument(onboardDocument({ ...run, planned, stored: path, warnings }, io)));
}

/** `--dry-run`: the diff with secrets masked, and the plan. Resolves to the exit code. */
export async function reportPreview(
  run: OnboardRun & { planned: Planned; probe: Probe | null },
  system: ReportSystem,
): Promise<number> {
  const { options, context, answers, planned, probe } = run;
  const { envFile, configPath } = context.locations;
  const stores = await wouldKeepToken(tokenToStore(answers.token), context.locations, system);
  const { io, words } = system;
  const diff = await previewDiff(planned);
  const { all: warnings } = await collectWarnings(run, planned, null, system);
  const wouldChange = diff !== '' || stores;
  const exitCode = options.exitCode && wouldChange ? DIFFERS : 0;
  if (options.json) {
    const document = onboardDocument(
      {
        context,
        answers,
        planned,
        result: null,
        stored: stores ? envFile : null,
        probe,
        warnings,
      },
      io,
    );
    io.out.write(formatDocument({ ...document, diff, wouldChange }));
    return exitCode;
  }
  if (diff !== '') io.out.write(diff);
  else if (!stores) io.say(words.end.upToDate({ path: configPath }));
  const line = tokenLine(answers, words);
  io.tell(stores ? words.end.token.toBeStored({ line, path: envFile }) : line);
  if (probe !== null) io.tell(words.summary.probed({ words: probeWords(probe, words) }));
  for (const change of describeChanges(planned.plan.changes, words)) io.tell(change);
  reportWarnings(warnings, [...catalogNotes(answers, planned.plan), ...planned.plan.notes], system);
  io.tell(words.end.dryRun);
  return exitCode;
}

/** `--auth-choice skip`: no provider is set up, and nothing changes. */
export function reportSkipped({ json }: OnboardOptions, { io, words }: Pick<System, 'io' | 'words'>): number {
  const document = { ok: true, changed: false, mode: 'local', authChoice: 'skip', warnings: [] };
  if (json) io.out.write(formatDocument(document));
  else io.say(words.end.skipped);
  return 0;
}

/** Whose token it is and where it is from. */
function tokenLine({ token, unreadable, check }: Answers, all: Words): string {
  const { end, tokens } = all;
  const words = end.token;
  if (unreadable !== null) return words.line({ token: words.unchecked({ token: tokens.unreadable(unreadable) }) });
  if (token === null) return words.noneNeeded;
  const masked = tokens.shown(shownToken(token.token));
  const owner =
    check?.kind === 'accepted'
      ? words.account({ name: check.account.name, token: check.account.tokenName, masked })
      : words.unchecked({ token: masked });
  return words.from({ token: owner, place: placeIn(all, token.place) });
}
