import { expect, onTestFinished } from 'vitest';
import { OpenclawError } from '../../src/errors.ts';
import { viewLine } from '../../src/node-system/prompt/line-prompt.ts';
import { initialRow, viewList } from '../../src/node-system/prompt/list-view.ts';
import type { Look } from '../../src/node-system/prompt/look.ts';
import type { Answer, Listing, ListQuestion, Prompt, Row, TextQuestion } from '../../src/system/prompt.ts';
import { en } from '../../src/words/en/en.ts';

/** Esc. */
export const BACK = Symbol('back');
export const CTRL_C = Symbol('ctrl-c');

/** What a person does at one question. */
export type Step = {
  /** The question's whole title. */
  asks: string;
  /** The row by its first cell, or the text that is typed; Enter alone where it is not given. */
  answers?: string | typeof BACK | typeof CTRL_C;
  /** Typed into a list first. */
  types?: string;
  /** Enter is pressed once more on a row that wants it twice. */
  twice?: true;
};

/** A question as it was shown, at 80x24 without colours. */
export type Asked = {
  title: string;
  /** All of it, line by line, before anything was typed. */
  screen: string;
  /** The same once the filter was typed. */
  filtered?: string;
  /** First cells, with their marks. */
  rows?: string[];
  /** By first cell: what stands below the list while that row is active. */
  details?: Record<string, string>;
  /** The row that Enter takes. */
  active?: string;
  /** Why the text was refused; the next step answers the same question again. */
  refused?: string;
  /** The sentence on which Enter has to be pressed once more. */
  confirm?: string;
};

export type ScriptedPrompt = Prompt & {
  /** The questions so far, in order. */
  asked: Asked[];
  /** The lines `Title  answer` that are on the screen. */
  answers: string[];
};

/** Where `answered` writes, and what the way back takes off again. */
export type Paper = { write(text: string): void; mark(): () => void };

const LOOK: Look = { columns: 80, rows: 24, explained: 0, unicode: true, words: en.prompts, paint: (_, text) => text };

/** A person who does exactly this: an unexpected question fails the test, and so does an unused step. */
export function scriptedPrompt(steps: readonly Step[], paper?: Paper, asked: Asked[] = []): ScriptedPrompt {
  const left = [...steps];
  const answers: string[] = [];
  onTestFinished(() => expect(left, 'steps for questions that were not asked').toEqual([]));
  const next = (title: string): Step => {
    const step = left.shift();
    if (step === undefined) throw new Error(`No step answers the question "${title}".`);
    if (step.asks !== title) throw new Error(`"${title}" is asked, and the next step answers "${step.asks}".`);
    return step;
  };
  const ask = async (question: TextQuestion, isHidden: boolean): Promise<Answer<string>> => {
    let refusal: string | undefined;
    for (;;) {
      const step = next(question.message);
      const shown: Asked = {
        title: question.message,
        screen: viewLine({ ...question, isHidden }, { typed: '', refusal }, LOOK),
      };
      asked.push(shown);
      const typed = answerOf(step);
      if (typeof typed === 'object') return typed;
      const text = typed ?? question.initial ?? '';
      refusal = question.validate(text);
      if (refusal === undefined) return { kind: 'answer', value: text };
      shown.refused = refusal;
    }
  };
  return {
    asked,
    answers,
    choose: async (question) => choose(question, next(question.message), asked),
    text: (question) => ask(question, false),
    secret: (question) => ask(question, true),
    answered: (title, answer) => {
      answers.push(`${title}  ${answer}`);
      paper?.write(`✔ ${title}  ${answer}\n`);
    },
    checkpoint: () => {
      const { length } = answers;
      const takeOff = paper?.mark();
      return () => {
        answers.length = length;
        takeOff?.();
      };
    },
    height: () => Number.POSITIVE_INFINITY,
  };
}

function answerOf({ answers }: Step): { kind: 'back' } | string | undefined {
  if (answers === CTRL_C) throw new OpenclawError('interrupted', { kind: 'interrupted' }, { unchanged: true });
  return answers === BACK ? { kind: 'back' } : answers;
}

function choose<T>(question: ListQuestion<T>, step: Step, asked: Asked[]): Answer<T> {
  const { find, message, initial, canGoBack = true } = question;
  const listingFor = (typed: string): Listing<T> =>
    typeof find === 'function' ? find(typed) : { rows: find, total: find.length };
  const first = listingFor('');
  const active = initialRow(first.rows, initial);
  const shown = { title: message, screen: screenOf(question, '', first, active), ...rowsOf(first.rows, active) };
  asked.push(shown);
  const answer = answerOf(step);
  if (typeof answer === 'object') {
    if (!canGoBack) throw new Error(`"${message}" offers no way back.`);
    return answer;
  }
  if (step.types === undefined) return take(first, active, step, shown);
  if (typeof find !== 'function') throw new Error(`"${message}" takes no filter.`);
  const listing = find(step.types);
  const best = initialRow(listing.rows);
  Object.assign(shown, { filtered: screenOf(question, step.types, listing, best), ...rowsOf(listing.rows, best) });
  return take(listing, best, step, shown);
}

function take<T>({ rows }: Listing<T>, active: number, step: Step, shown: Asked): Answer<T> {
  const row = step.answers === undefined ? rows[active] : rows.find(({ cells }) => cells[0] === step.answers);
  if (row === undefined || row.disabled) {
    throw new Error(`"${step.asks}" has no row ${String(step.answers)}:\n${shown.filtered ?? shown.screen}`);
  }
  if (row.confirm !== undefined) shown.confirm = row.confirm;
  if ((row.confirm !== undefined) !== (step.twice ?? false)) {
    throw new Error(`${row.cells[0]} wants Enter ${row.confirm === undefined ? 'once' : `twice: ${row.confirm}`}`);
  }
  return { kind: 'answer', value: row.value };
}

function rowsOf<T>(rows: readonly Row<T>[], active: number): Pick<Asked, 'rows' | 'details' | 'active'> {
  const named = rows.map(({ cells, mark }) => [cells[0], mark].filter(Boolean).join(' '));
  const details = rows.flatMap(({ cells, detail }) =>
    detail === undefined ? [] : [[cells[0] ?? '', detail] as const],
  );
  return { rows: named, details: Object.fromEntries(details), active: rows[active]?.cells[0] ?? '' };
}

function screenOf<T>(question: ListQuestion<T>, typed: string, listing: Listing<T>, active: number): string {
  return viewList(question, { typed, listing, active, top: 0, isConfirming: false }, LOOK).join('\n');
}
