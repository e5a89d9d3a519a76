import type { Probe } from '../../huggingface/probe/probe-model.ts';
import { probeWords } from '../../huggingface/probe/probe-words.ts';
import { type Planned, type Result, wouldKeepToken } from '../../setup/apply/apply.ts';
import { type Context, searchTokens } from '../../setup/context.ts';
import type { Plan } from '../../setup/plan/plan.ts';
import { describeChanges } from '../../setup/report/describe-change.ts';
import { previewDiff } from '../../setup/report/preview-diff.ts';
import { reportSaved, reportWarnings } from '../../setup/report/report.ts';
import type { System } from '../../system.ts';
import { formatJson } from '../../text/json.ts';
import { sanitise } from '../../text/sanitise.ts';
import { wrapWords } from '../../text/wrap.ts';
import { shownToken } from '../../token/token-expiry.ts';
import { en } from '../../words/en/en.ts';
import { type Note, noteIn, placeIn, type Words } from '../../words/words.ts';
import type { Answers } from '../answers.ts';
import type { OnboardOptions } from '../options.ts';
import { tokenToStore } from '../token/given-token.ts';
import { catalogNotes } from './catalog-notes.ts';
import { onboardDocument } from './document.ts';

type Run = { options: OnboardOptions; context: Context; answers: Answers };
type ReportSystem = Pick<System, 'io' | 'words' | 'files' | 'env' | 'shell' | 'platform' | 'signal' | 'hide'>;

/** What was done, or that nothing was to do; briefly, where a summary was shown before. Resolves to the exit code. */
export async function reportOnboarding(
  run: Run & { result: Result<Plan>; probe: Probe | null; isSummarised: boolean },
  system: ReportSystem,
): Promise<number> {
  const { options, context, answers, result, probe } = run;
  const { io } = system;
  const warnings = await collectWarnings({ ...run, probe }, result.planned, result.warnings, system);
  if (options.json) {
    const outcome = { context, answers, planned: result.planned, result, probe, warnings };
    io.out.write(`${formatJson(onboardDocument(outcome))}\n`);
    return 0;
  }
  const say = (text: string) => io.out.write(`${wrapWords(text, io.out.columns, '  ')}\n`);
  say(tokenLine(answers, system.words, result.stored?.stored ? `, stored in ${result.stored.path}` : ''));
  if (probe !== null) say(sanitise(`Test message: ${probeWords(probe, system.words)}`));
  const { changes, notes } = result.planned.plan;
  if (!run.isSummarised) for (const line of describeChanges(changes, system.words)) io.out.write(`${line}\n`);
  reportSaved(result, context.locations.configPath, system);
  const allNotes = [...catalogNotes(answers, result.planned.plan), ...notes];
  reportWarnings(warnings, run.isSummarised ? [] : allNotes, system);
  return 0;
}

/** `--dry-run`: the diff with secrets masked, and the plan. */
export async function reportPreview(
  run: Run & { planned: Planned; probe?: Probe | null },
  system: ReportSystem,
): Promise<number> {
  const { options, context, answers, planned, probe = null } = run;
  const stores = await wouldKeepToken(tokenToStore(answers.token), context.locations, system);
  const { io } = system;
  const diff = await previewDiff(planned);
  const warnings = await collectWarnings(run, planned, null, system);
  if (options.json) {
    const document = onboardDocument({ context, answers, planned, result: null, probe, warnings });
    io.out.write(`${formatJson({ ...document, diff, wouldChange: diff !== '' || stores })}\n`);
    return 0;
  }
  if (diff !== '') io.out.write(diff);
  else if (!stores) io.out.write(`Already up to date: ${context.locations.configPath}\n`);
  io.err.write(`${tokenLine(answers, system.words, stores ? `, to be stored in ${context.locations.envFile}` : '')}\n`);
  if (probe !== null) io.err.write(`${sanitise(`Test message: ${probeWords(probe, system.words)}`)}\n`);
  for (const line of describeChanges(planned.plan.changes, system.words)) io.err.write(`${line}\n`);
  reportWarnings(warnings, [...catalogNotes(answers, planned.plan), ...planned.plan.notes], system);
  io.err.write('Dry run: nothing was written.\n');
  return 0;
}

/** `--auth-choice skip`: no provider is set up, and nothing changes. */
export function reportSkipped({ json }: OnboardOptions, { io }: Pick<System, 'io'>): number {
  if (json)
    io.out.write(`${formatJson({ ok: true, changed: false, mode: 'local', authChoice: 'skip', warnings: [] })}\n`);
  else io.out.write('Skipped: nothing was changed. Later: openclaw onboard --auth-choice huggingface-api-key\n');
  return 0;
}

async function collectWarnings(
  run: Run & { probe?: Probe | null },
  { plan }: Planned,
  /** null where nothing is stored yet. */
  tokenNotes: readonly Note[] | null,
  system: ReportSystem,
): Promise<(Note | string)[]> {
  const { options, context, answers, probe = null } = run;
  const warnings: (Note | string)[] = [
    ...context.warnings,
    ...answers.warnings,
    ...plan.warnings,
    ...(tokenNotes ?? []).map((note) => noteIn(en, note)),
    ...(await shadowWarnings(run, tokenNotes !== null, system)),
  ];
  if (options.probe && probe === null)
    warnings.push(`--probe: no message was sent, since the default model ${plan.primary.ref} is not on Hugging Face`);
  if (options.installDaemon)
    warnings.push(
      '--install-daemon: this program installs no service. Run OpenClaw itself for that: openclaw daemon install',
    );
  return warnings;
}

/** What a Gateway will and will not see of the token: another one that comes first, or a variable of this shell only. */
async function shadowWarnings({ answers, context }: Run, isStored: boolean, system: ReportSystem): Promise<string[]> {
  const { token } = answers;
  if (token === null) return [];
  if (token.store) {
    const { tokens, profile } = await searchTokens(context, system);
    if (profile !== null) return [];
    const [winner] = tokens;
    // Before the token is stored (a dry run), only this one is sure to come first.
    const comesFirst = isStored || winner?.source === 'env:HUGGINGFACE_HUB_TOKEN';
    return comesFirst && winner !== undefined && winner.token !== token.token
      ? [`${placeIn(system.words, winner.place)} holds another token, which comes before the stored one`]
      : [];
  }
  if (!token.source.startsWith('env:')) return [];
  return [
    'The token stays in this environment only: a Gateway run as a service (systemd, launchd) does not see it. To store it: --secret-input-mode plaintext',
  ];
}

/** `kept` says where the token goes. */
function tokenLine({ token, unreadable, check }: Answers, words: Words, kept: string): string {
  if (unreadable !== null) return sanitise(`Token: ${words.tokens.unreadable(unreadable)}, unchecked`);
  if (token === null) return 'Token: none needed now; OpenClaw will read HUGGINGFACE_HUB_TOKEN or HF_TOKEN';
  const masked = words.tokens.shown(shownToken(token.token));
  const owner =
    check?.kind === 'accepted'
      ? `${check.account.name} (token "${check.account.tokenName ?? 'unnamed'}", ${masked})`
      : `${masked}, unchecked`;
  return sanitise(`Token: ${owner}, from ${placeIn(words, token.place)}${kept}`);
}
