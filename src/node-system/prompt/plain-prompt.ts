import { createInterface } from 'node:readline';
import { type PassThrough, Writable } from 'node:stream';
import type { Answer, ListColumn, Listing, ListQuestion, Row, TextQuestion } from '../../system/prompt.ts';
import { withRemarks } from '../../text/wrap.ts';
import type { PromptWords } from '../../words/words.ts';
import type { Questions } from './asker.ts';
import { initialRow } from './list-view.ts';

/** Rows that are read out at once; a filter makes them fewer. */
const MAX_ROWS = 10;

export type PlainOptions = {
  words: PromptWords;
  /** To stderr. */
  write(text: string): void;
  /** Writes what is asked and runs the question, as `Asker` does. */
  ask(
    asked: string,
    mode: 'keys' | 'lines',
    open: (input: PassThrough, signal: AbortSignal) => Promise<string>,
  ): Promise<Answer<string>>;
};

/**
 * Questions by plain lines, for a screen reader and for a terminal that can't move its cursor: choices have numbers,
 * and nothing that was written is ever written over.
 */
export function createPlainPrompt(options: PlainOptions): Questions {
  return {
    choose: (question) => choose(question, options),
    text: (question) => line(question, false, options),
    secret: (question) => line(question, true, options),
  };
}

async function choose<T>(question: ListQuestion<T>, options: PlainOptions): Promise<Answer<T>> {
  const { find, initial, canGoBack = true } = question;
  const { words, write } = options;
  let listing: Listing<T> = typeof find === 'function' ? find('') : { rows: find, total: find.length };
  for (;;) {
    const rows = listing.rows.slice(0, MAX_ROWS);
    write(spokenList(question, listing, rows, words));
    const usual = initialRow(rows, initial);
    const asked = words.plain.asked({ count: rows.length, isFiltered: typeof find === 'function', canGoBack });
    const answer = await chooseFrom(rows, usual, asked, options);
    if (answer.kind === 'back' && canGoBack) return answer;
    if (answer.kind !== 'answer') continue;
    if ('row' in answer.value) return { kind: 'answer', value: answer.value.row.value };
    if (typeof find === 'function') listing = find(answer.value.typed);
    else write(`${words.plain.notANumber(rows.length)}\n`);
  }
}

/** The row of a number, or, where it is not one, what was typed. One that wants Enter twice is asked about first. */
async function chooseFrom<T>(
  rows: readonly Row<T>[],
  usual: number,
  asked: string,
  options: PlainOptions,
): Promise<Answer<{ row: Row<T> } | { typed: string }>> {
  const { words, write } = options;
  const { colon } = words.plain.marks;
  const shown = (usual < 0 ? asked : `${asked} ${words.plain.default(`${usual + 1}`)}`) + colon;
  let confirmed: Row<T> | undefined;
  for (;;) {
    const answer = await readLine(shown, 'lines', options);
    if (answer.kind === 'back') return answer;
    const typed = answer.value.trim();
    const row = typed === '' ? (confirmed ?? rows[usual]) : rows[Number(typed) - 1];
    if (row === undefined && typed !== '' && !/^\d+$/.test(typed)) return { kind: 'answer', value: { typed } };
    if (row === undefined || row.disabled) write(`${words.plain.notANumber(rows.length)}\n`);
    else if (row.confirm !== undefined && row !== confirmed) {
      write(`${row.confirm}\n${words.plain.confirm}\n`);
      confirmed = row;
    } else return { kind: 'answer', value: { row } };
  }
}

function spokenList<T>(
  { message, columns = [] }: ListQuestion<T>,
  { note, total, empty }: Listing<T>,
  rows: readonly Row<T>[],
  words: PromptWords,
): string {
  const { plain } = words;
  const { comma, stop, colon } = plain.marks;
  const lines = rows.map(({ cells: [first = '', ...others], mark, detail, disabled }, index) => {
    const named = withRemarks(first, ...(mark === undefined ? [] : [mark]));
    const rest = others.map((cell, at) => spokenCell(cell.trim(), columns[at + 1], words));
    const details = detail === undefined ? [] : detail.split('\n').map(plain.aloud);
    const spoken = [[named, ...rest.filter(Boolean)].join(comma), ...details].join(stop);
    return withRemarks(`${index + 1}. ${spoken}`, ...(disabled ? [plain.unavailable] : []));
  });
  const more = total > rows.length ? [plain.more(total - rows.length)] : [];
  const none = rows.length === 0 && empty !== undefined ? [empty] : [];
  return `${[[message, plain.aloud(note ?? '')].filter(Boolean).join(colon), ...lines, ...more, ...none].join('\n')}\n`;
}

/** Read aloud a dash is silence, so what is not known is said. */
function spokenCell(cell: string, column: ListColumn | undefined, { plain }: PromptWords): string {
  if (cell === '') return '';
  const figure = /^[–-]$/.test(cell) ? null : cell;
  return column?.spoken?.(figure) ?? `${column?.title ?? ''} ${figure ?? plain.unknown}`.trim();
}

async function line(question: TextQuestion, isHidden: boolean, options: PlainOptions): Promise<Answer<string>> {
  const { words, write } = options;
  const { message, initial, validate, canGoBack = true } = question;
  const { comma, colon } = words.plain.marks;
  const note = isHidden ? [words.hidden] : initial === undefined ? [] : [words.plain.default(initial)];
  const asked = `${withRemarks(message, ...note)}${canGoBack ? comma + words.plain.back : ''}${colon}`;
  for (;;) {
    const answer = await readLine(asked, isHidden ? 'keys' : 'lines', options);
    if (answer.kind === 'back') {
      if (canGoBack) return answer;
      continue;
    }
    const text = answer.value === '' ? (initial ?? '') : answer.value;
    const refusal = validate(text);
    if (refusal === undefined) return { kind: 'answer', value: text };
    write(`${refusal}\n`);
  }
}

/** A line of input, `b` for back. By keys nothing of what is typed is shown. */
async function readLine(asked: string, mode: 'keys' | 'lines', { ask, write }: PlainOptions): Promise<Answer<string>> {
  const isHidden = mode === 'keys';
  const answer = await ask(asked, mode, async (input, signal) => {
    const output = isHidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : undefined;
    const lines = createInterface({ input, output, terminal: isHidden });
    try {
      return await new Promise<string>((resolve, reject) => {
        lines.once('line', resolve);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    } finally {
      lines.close();
      // Nobody ended the line that the cursor is on.
      if (isHidden || signal.aborted) write('\n');
    }
  });
  return answer.kind === 'answer' && answer.value === 'b' ? { kind: 'back' } : answer;
}
