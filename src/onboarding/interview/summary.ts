import { quit } from '../../errors.ts';
import { probeWords } from '../../huggingface/probe/probe-words.ts';
import { previewDiff } from '../../setup/report/preview-diff.ts';
import type { Row } from '../../system/prompt.ts';
import { isHuggingFaceRef, modelIdOf } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';
import { explain } from '../../words/words.ts';
import { tryChosen } from '../probe-chosen.ts';
import type { Draft, Interview, Question } from './draft.ts';
import { askAliases, unnamedRefs } from './questions/aliases.ts';
import { askBillTo, mayBill } from './questions/bill-to.ts';
import { askFallbacks } from './questions/fallbacks.ts';
import { askTokenStorage, mayMoveToken } from './questions/token-storage.ts';
import { showSummary, showWhole } from './show-summary.ts';
import type { Summary } from './summary-pairs.ts';

export type Decision = { kind: 'apply' } | { kind: 'back' } | { kind: 'change'; draft: Draft };

/** The defaults that are asked for on request. */
const DEFAULTS = {
  fallbacks: askFallbacks,
  alias: askAliases,
  storage: askTokenStorage,
  billTo: askBillTo,
} satisfies Record<string, Question>;

type Next = keyof typeof DEFAULTS | 'apply' | 'diff' | 'probe' | 'back' | 'quit';

/** Shows what the answers come to and asks what to do with it, as often as something is to be shown or tried. */
export async function confirmPlan(summary: Summary, draft: Draft, interview: Interview): Promise<Decision> {
  const { prompt, system, canGoBack } = interview;
  const takeBack = prompt.checkpoint();
  const rows = rowsOf(summary, draft, interview);
  const isWhole = showSummary(summary, rows.length, interview);
  const question = { message: system.words.summary.title, find: rows, canGoBack };
  for (;;) {
    const answer = await prompt.choose(question);
    const next: Next = answer.kind === 'back' ? 'back' : answer.value;
    if (next === 'apply') return { kind: 'apply' };
    if (next === 'quit') throw quit();
    // From here on the question is about what follows: the summary was read.
    if (next === 'diff' || next === 'probe') prompt.checkpoint();
    if (next === 'diff') {
      if (!isWhole) showWhole(summary, interview);
      system.io.err.write(await previewDiff(summary.planned));
      for (const line of summary.lines) system.io.note(line);
      system.io.err.write('\n');
    } else if (next === 'probe') {
      await showTestMessage(summary, interview);
      system.io.err.write('\n');
    } else if (next !== 'back') {
      takeBack();
      const changed = await DEFAULTS[next](draft, interview);
      return { kind: 'change', draft: changed.kind === 'back' ? draft : changed.value };
    } else if (canGoBack) {
      takeBack();
      return { kind: 'back' };
    }
  }
}

function rowsOf({ planned, answers, lines, stores }: Summary, draft: Draft, interview: Interview): Row<Next>[] {
  const { billing, summary } = interview.system.words;
  const { rows } = summary;
  const isChange = planned.text !== planned.snapshot.text;
  // A key that can't be read here can't be sent.
  const mayProbe = answers.unreadable === null && isHuggingFaceRef(planned.plan.primary.ref ?? '');
  const all: [Next, string, boolean][] = [
    ['apply', lines.length > 0 || stores ? rows.apply : rows.done, true],
    ['fallbacks', rows.fallbacks, true],
    ['alias', rows.alias, unnamedRefs(draft, interview).length > 0],
    ['storage', rows.storage, mayMoveToken(draft, interview)],
    ['billTo', billing.title, mayBill(draft, interview)],
    ['diff', rows.diff, isChange],
    ['probe', rows.probe, mayProbe && !interview.options.offline],
    ['back', rows.back, interview.canGoBack],
    ['quit', rows.quit, true],
  ];
  return all.flatMap(([value, label, isOffered]) => (isOffered ? [{ value, cells: [label] }] : []));
}

async function showTestMessage(summary: Summary, { context, system }: Interview): Promise<void> {
  const { io, words } = system;
  const id = modelIdOf(summary.planned.plan.primary.ref ?? '') ?? '';
  const probe = await tryChosen(id, summary, context, system);
  const said = words.summary.probed({ words: sanitise(probeWords(probe, words)) });
  if (probe.kind === 'answered') return probe.tools ? io.done(said) : io.warn(said);
  const { hint } = explain(words, probe.error.problem);
  io.fail(hint === undefined ? said : `${said}\n${hint}`);
}
