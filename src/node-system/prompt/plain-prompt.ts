import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Answer, Listing, ListQuestion, Row, TerminalPrompt, TextQuestion } from '../../system.ts';
import type { PromptWords } from '../../words/words.ts';

/** Rows that are read out at once; a filter makes them fewer. */
const MOST_ROWS = 20;

export type PlainOptions = {
  words: PromptWords;
  unicode: boolean;
  /** To stderr. */
  write(text: string): void;
  /** Runs a question: Ctrl-C, the end of input and an aborted run reject with `interrupted`. */
  ask(open: (signal: AbortSignal) => Promise<string>): Promise<string>;
};

/**
 * Questions by plain lines, for a screen reader and for a terminal that can't move its cursor: choices have numbers,
 * and nothing that was written is ever written over.
 */
export function createPlainPrompt(options: PlainOptions): TerminalPrompt {
  return {
    choose: (question) => choose(question, options),
    text: (question) => line(question, false, options),
    secret: (question) => line(question, true, options),
    answered: (title, answer) => options.write(`${options.unicode ? '✔' : '*'} ${title}: ${answer}\n`),
    checkpoint: () => () => {},
  };
}

async function choose<T>(question: ListQuestion<T>, options: PlainOptions): Promise<Answer<T>> {
  const { find, canGoBack = true } = question;
  const { words, write } = options;
  const listOf = (typed: string): Listing<T> =>
    typeof find === 'function' ? find(typed) : { rows: find, total: find.length };
  let listing = listOf('');
  let confirmed: Row<T> | undefined;
  for (;;) {
    const rows = listing.rows.slice(0, MOST_ROWS);
    if (confirmed === undefined) write(spokenList(question, listing, rows, words));
    const initial = Math.max(
      0,
      rows.findIndex(({ value }) => value === question.initial),
    );
    const numbers = typeof find === 'function' ? words.plain.numberOrFilter : words.plain.number;
    const back = canGoBack ? `, ${words.plain.back}` : '';
    const typed = await readLine(`${numbers(rows.length)}${back} ${words.plain.default(`${initial + 1}`)}: `, options);
    if (canGoBack && typed === 'b') return { kind: 'back' };
    const row = typed === '' ? (confirmed ?? rows[initial]) : rows[Number(typed) - 1];
    if (row?.confirm !== undefined && row !== confirmed) {
      write(`${row.confirm}\n${words.plain.confirm}\n`);
      confirmed = row;
    } else if (row !== undefined && !row.disabled) return { kind: 'answer', value: row.value };
    else if (typeof find === 'function' && typed !== '' && !/^\d+$/.test(typed)) {
      listing = listOf(typed);
      confirmed = undefined;
    } else write(`${words.plain.notANumber(rows.length)}\n`);
  }
}

function spokenList<T>(
  { message, columns = [] }: ListQuestion<T>,
  { note, total, empty }: Listing<T>,
  rows: readonly Row<T>[],
  words: PromptWords,
): string {
  const lines = rows.map((row, index) => {
    const cells = row.cells.map((cell, at) =>
      [at === 0 ? '' : columns[at]?.title, cell.trim()].filter(Boolean).join(' '),
    );
    const named = [cells[0], row.mark].filter(Boolean).join(' ');
    const rest = cells.slice(1).filter((cell, at) => row.cells[at + 1]?.trim() && cell);
    return `${index + 1}. ${[named, ...rest].join(', ')}${row.disabled ? ` ${words.plain.unavailable}` : ''}`;
  });
  const more = total > rows.length ? [words.below(total - rows.length).replace('↓ ', '')] : [];
  const none = rows.length === 0 && empty !== undefined ? [empty] : [];
  return `${[[message, note].filter(Boolean).join(': '), ...lines, ...more, ...none].join('\n')}\n`;
}

async function line(question: TextQuestion, isHidden: boolean, options: PlainOptions): Promise<Answer<string>> {
  const { words, write } = options;
  for (;;) {
    const note = isHidden ? words.hidden : question.initial === undefined ? '' : words.plain.default(question.initial);
    const typed = await readLine(`${question.message} ${note}, ${words.plain.back}: `, options, isHidden);
    if (typed === 'b') return { kind: 'back' };
    const text = typed === '' ? (question.initial ?? '') : typed;
    const refusal = question.validate(text);
    if (refusal === undefined) return { kind: 'answer', value: text };
    write(`${refusal}\n`);
  }
}

/** A line of input; a hidden one shows nothing of what is typed. */
function readLine(asked: string, { ask, write }: PlainOptions, isHidden = false): Promise<string> {
  return ask(async (signal) => {
    write(asked);
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines: Interface = isHidden
      ? createInterface({ input: process.stdin, output: silent, terminal: true })
      : createInterface({ input: process.stdin, terminal: false });
    try {
      return await new Promise<string>((resolve, reject) => {
        lines.once('line', resolve).once('SIGINT', () => reject(signal.reason ?? new Error('SIGINT')));
        lines.once('close', () => reject(new Error('closed')));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    } finally {
      lines.close();
      if (isHidden) write('\n');
    }
  });
}
