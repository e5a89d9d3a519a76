import type { System } from '../../system.ts';
import { homePaths } from '../../text/home-path.ts';
import { isHuggingFaceRef } from '../../text/model-ref.ts';
import { wrapWords } from '../../text/wrap.ts';
import { type Note, noteIn } from '../../words/words.ts';
import { keptNotes } from '../report/kept-notes.ts';
import { formatPairs, type Pair } from '../report/pairs.ts';
import { planWarnings } from '../report/warnings.ts';
import type { Interview } from './draft.ts';
import { type Summary, summaryPairs } from './summary-pairs.ts';

/** The question below, around its rows: its title, a gap, and its keys. */
const AROUND_ROWS = 3;
/** At the least three rows, and the counts of those out of sight. */
const LEAST_ROWS = 5;

type Shown = { pairs: readonly Pair[]; notes: readonly string[] };
type Speaker = Pick<System, 'io' | 'words'>;

/**
 * Shows what the answers come to: as much of it as leaves room for the question with all of its `rows`, or else for
 * some of them. True where that is all of it.
 */
export function showSummary(summary: Summary, rows: number, interview: Interview): boolean {
  const { prompt, system } = interview;
  const { io } = system;
  const warnings = said(warningsOn(summary), system);
  const gaps = warnings.length === 0 ? 1 : 2;
  const room = prompt.height() - AROUND_ROWS - gaps - heightOf(warnings, io);
  const whole = wholeOf(summary, interview);
  const shown = fold(whole, { best: room - rows, most: room - LEAST_ROWS }, system);
  io.err.write('\n');
  show(shown, io);
  io.err.write('\n');
  for (const warning of warnings) io.warn(warning);
  if (warnings.length > 0) io.err.write('\n');
  return shown === whole;
}

/** Shows all of it, where there is room or not. */
export function showWhole(summary: Summary, interview: Interview): void {
  show(wholeOf(summary, interview), interview.system.io);
}

function wholeOf(summary: Summary, interview: Interview): Shown {
  return { pairs: summaryPairs(summary, interview), notes: said(notesOn(summary), interview.system) };
}

function show({ pairs, notes }: Shown, io: System['io']): void {
  io.err.write(formatPairs(pairs, io.err));
  for (const note of notes) io.note(note);
}

/** All of it; else the result without what explains it; else of the result what matters most. Rooms in lines. */
function fold(whole: Shown, { best, most }: { best: number; most: number }, system: Speaker): Shown {
  const { names } = system.words.summary;
  const { pairs, notes } = whole;
  const result = pairs.map((pair): Pair => (pair[0] === names.writes ? firstLine(pair) : pair));
  const short = result.map((pair): Pair => (pair[0] === names.cost ? pair : firstLine(pair)));
  const folded: Shown[] = [whole, { pairs: result, notes }, { pairs: result, notes: [] }, { pairs: short, notes: [] }];
  const heights = folded.map((shown) => heightOfPairs(shown.pairs, system) + heightOf(shown.notes, system.io));
  const fitting = [best, most].flatMap((room) => folded.filter((_, index) => (heights[index] ?? 0) <= room))[0];
  return fitting ?? { pairs: mostImportant(result.map(firstLine), most, system), notes: [] };
}

/** The model in any case, then as many others as there is room for. */
function mostImportant(pairs: readonly Pair[], room: number, system: Speaker): Pair[] {
  const { model, writes, cost, token } = system.words.summary.names;
  const order = [model, writes, cost, token];
  const rankOf = ([name]: Pair) => (order.includes(name) ? order.indexOf(name) : order.length);
  const kept: Pair[] = [];
  for (const pair of pairs.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    if (kept.length === 0 || heightOfPairs([...kept, pair], system) <= room) kept.push(pair);
  }
  return pairs.filter((pair) => kept.includes(pair));
}

function firstLine([name, line = '']: Pair): Pair {
  return [name, line];
}

function heightOfPairs(pairs: readonly Pair[], { io }: Speaker): number {
  return formatPairs(pairs, io.err).split('\n').length - 1;
}

function heightOf(texts: readonly string[], { err }: System['io']): number {
  return texts.reduce((sum, text) => sum + wrapWords(`  ${text}`, err.columns, '  ').split('\n').length, 0);
}

/** Once each. */
function said(notes: readonly Note[], { words, env }: Interview['system']): string[] {
  return [...new Set(notes.map((note) => noteIn(words, homePaths(note, env))))];
}

/** What stays as it is, and why. */
function notesOn({ planned: { plan, snapshot }, answers }: Summary): Note[] {
  return [
    ...plan.notes,
    ...keptNotes({ config: snapshot.value, choices: answers.choices, plan, catalog: answers.catalog }),
  ];
}

/** What somebody should know before anything is written. */
function warningsOn({ planned, answers }: Summary): Note[] {
  const { plan } = planned;
  const chain = [plan.primary.ref ?? '', ...plan.fallbacks];
  const isOneAccount = chain.length > 1 && chain.every(isHuggingFaceRef);
  return [...planWarnings(answers, planned), ...(isOneAccount ? [{ kind: 'one-account' } as const] : [])];
}
