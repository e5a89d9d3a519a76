import { probeModel } from '../../huggingface/probe/probe-model.ts';
import { probeWords } from '../../huggingface/probe/probe-words.ts';
import { requestHeaders } from '../../huggingface/request/request-headers.ts';
import { applyChanges } from '../../json5/change.ts';
import type { Planned } from '../../setup/apply/apply.ts';
import { describeChanges } from '../../setup/report/describe-change.ts';
import { previewDiff } from '../../setup/report/preview-diff.ts';
import type { Answer } from '../../system.ts';
import { modelIdOf } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';
import { wrapWords } from '../../text/wrap.ts';
import { noteIn } from '../../words/words.ts';
import type { Answers } from '../answers.ts';
import { keptLines } from '../report/kept-lines.ts';
import type { Interview } from './draft.ts';

const WORDS = {
  title: 'Apply these changes?',
  apply: 'Apply',
  diff: 'Show the diff',
  probe: 'Send a test message first (a fraction of a cent)',
  probed: 'Test message:',
  back: 'Back',
  quit: 'Quit, change nothing',
  file: (path: string) => `Changes to ${path}:`,
  token: (path: string) => `The token goes into ${path}`,
  nothing: 'Nothing to change in the config.',
};

/** `stores`: the token would go into `.env`. */
export type Summary = { planned: Planned; answers: Answers; stores: boolean };

export type Decision = 'apply' | 'back' | 'quit';

/** Shows the plan and asks what to do with it, as often as a diff or a test message is asked for. */
export async function confirmPlan(summary: Summary, interview: Interview): Promise<Decision> {
  showPlan(summary, interview);
  const { planned, answers } = summary;
  // A key that can't be read here can't be sent.
  const id = answers.unreadable === null ? modelIdOf(planned.plan.primary.ref ?? '') : undefined;
  const choices = [
    { value: 'apply', label: WORDS.apply },
    { value: 'diff', label: WORDS.diff },
    ...(id === undefined || interview.options.offline ? [] : [{ value: 'probe', label: WORDS.probe } as const]),
    { value: 'back', label: WORDS.back },
    { value: 'quit', label: WORDS.quit },
  ] as const;
  for (;;) {
    const answer: Answer<(typeof choices)[number]['value']> = await interview.prompt.select({
      message: WORDS.title,
      choices,
    });
    if (answer.kind === 'back') return 'back';
    if (answer.value === 'diff') interview.system.io.err.write(await previewDiff(planned));
    else if (answer.value === 'probe') await sendTestMessage(id ?? '', summary, interview);
    else return answer.value;
  }
}

function showPlan({ planned: { plan, snapshot }, answers, stores }: Summary, { system, context }: Interview): void {
  const { err } = system.io;
  const lines = describeChanges(plan.changes, system.words);
  err.write(lines.length === 0 ? `\n${WORDS.nothing}\n` : `\n${err.style('bold', WORDS.file(snapshot.path))}\n`);
  const write = (mark: string, text: string) => err.write(`${wrapWords(`  ${mark} ${text}`, err.columns, '    ')}\n`);
  for (const line of lines) write(err.style('green', '+'), line);
  if (stores) write(err.style('green', '+'), WORDS.token(context.locations.envFile));
  for (const warning of [...answers.warnings, ...plan.warnings])
    write(err.style('yellow', '!'), sanitise(noteIn(system.words, warning)));
  const kept = keptLines({ config: snapshot.value, choices: answers.choices, plan });
  for (const note of [...plan.notes, ...kept]) write(' ', err.style('dim', sanitise(noteIn(system.words, note))));
}

async function sendTestMessage(
  id: string,
  { planned, answers }: Summary,
  { context, system }: Interview,
): Promise<void> {
  const { endpoints, log } = context;
  const headers = requestHeaders(applyChanges(planned.snapshot.value, planned.plan.changes), id);
  const work = probeModel(id, { ...endpoints, token: answers.token?.token ?? null, headers, log }, system);
  const probe = await system.io.wait(`Waiting for ${id}`, work);
  const failed = probe.kind === 'failed';
  const mark = failed ? system.io.err.style('red', 'x') : system.io.err.style('green', '+');
  const words = [WORDS.probed, probeWords(probe, system.words), failed ? probe.error.hint : undefined]
    .filter(Boolean)
    .join(' ');
  const { columns } = system.io.err;
  system.io.err.write(`${wrapWords(`${mark} ${sanitise(words)}`, columns, '  ')}\n`);
}
