import type { Listing, ListQuestion, Row, Style } from '../../system.ts';
import { layOutTable } from '../../text/table.ts';
import { widthOf, wrapItems, wrapWords } from '../../text/wrap.ts';
import type { PromptWords } from '../../words/words.ts';

/** How a list question stands between two keys. */
export type ListState<T> = {
  /** What was typed to filter, as it was typed. */
  typed: string;
  listing: Listing<T>;
  /** Index of the active row; -1 where no row can be chosen. */
  active: number;
  /** Index of the first row on the screen. */
  top: number;
  /** Whether Enter was pressed on a row that wants it twice. */
  isConfirming: boolean;
};

/** What the screen is like. */
export type Look = {
  /** Cells. */
  columns: number;
  /** Lines. */
  rows: number;
  /** False where the locale is not UTF-8: marks that it can show. */
  unicode: boolean;
  words: PromptWords;
  paint: (style: Style | readonly Style[], text: string) => string;
};

/** The cells of the pointer before a row, and of its place before the others. */
const POINTER_WIDTH = 2;
const LEAST_ROWS = 3;

/** A list question as text: the heading, at whose end the cursor is, and the lines below it. */
export function viewList<T>(question: ListQuestion<T>, state: ListState<T>, look: Look): [string, string] {
  const { listing, top, active } = state;
  const shown = listing.rows.slice(top, top + pageSize(question, state, look));
  const hidden = { above: top, below: listing.total - top - shown.length };
  const { titles, rows, ...table } = tableOf(question, shown, look);
  const lines = [
    ...titles.filter((title) => title !== '').map((title) => look.paint('dim', `  ${title}`)),
    ...(hidden.above > 0 ? [look.paint('dim', `  ${look.words.above(hidden.above)}`)] : []),
    ...rows.flatMap((row, index) => rowLines(row, shown[index], index + top === active, look)),
    ...(hidden.below > 0 ? [look.paint('dim', `  ${look.words.below(hidden.below)}`)] : []),
    ...(listing.rows.length === 0 && listing.empty ? wrapped(listing.empty, look).map((line) => `  ${line}`) : []),
  ];
  const footer = footerLines(question, state, table.shown, look);
  return [heading(question, state, look), [...lines, ...footer].join('\n')];
}

/** How many rows there is room for, around everything else that has to be on the screen. */
export function pageSize<T>(question: ListQuestion<T>, state: ListState<T>, look: Look): number {
  const titles = question.columns === undefined ? 0 : 1;
  const counts = 2;
  const { shown } = tableOf(question, state.listing.rows.slice(state.top, state.top + look.rows), look);
  const footer = footerLines(question, state, shown, look).length;
  const taken = heading(question, state, look).split('\n').length + titles + counts + footer;
  return Math.max(LEAST_ROWS, look.rows - taken - 1);
}

/** The window's first row so that the active one is on the screen, moved no further than that needs. */
export function scrollTo(active: number, top: number, size: number, count: number): number {
  const least = Math.max(0, active - size + 1);
  const most = Math.max(0, Math.min(active, count - size));
  return Math.min(Math.max(top, least), Math.max(most, least));
}

function heading<T>({ message }: ListQuestion<T>, { typed, listing }: ListState<T>, look: Look): string {
  const title = `${look.paint('cyan', '?')} ${look.paint('bold', message)}`;
  const rest = [listing.note, typed].filter((part) => part);
  if (rest.length === 0) return `${title} `;
  const width = widthOf(`? ${message}  ${rest.join('  ')}`);
  const note = listing.note ? `${look.paint('dim', listing.note)}${typed ? '  ' : ''}` : '';
  const gap = width + 1 > look.columns ? '\n  ' : '  ';
  return `${title}${gap}${note}${typed}`;
}

function tableOf<T>({ columns }: ListQuestion<T>, rows: readonly Row<T>[], look: Look) {
  const width = look.columns - POINTER_WIDTH;
  const cells = rows.map((row) => {
    const [first = '', ...others] = row.cells;
    return [row.mark ? `${first} ${row.mark}` : first, ...others];
  });
  if (columns !== undefined) return layOutTable(columns, cells, width, { oneLine: true });
  return { titles: [], rows: cells.map(([first = '']) => wrapWords(first, width).split('\n')), shown: [] };
}

function rowLines<T>(lines: readonly string[], row: Row<T> | undefined, isActive: boolean, look: Look): string[] {
  const fitted = lines.flatMap((line) => breakLong(line, look.columns - POINTER_WIDTH));
  const pointer = isActive ? (look.unicode ? '❯' : '>') : row?.disabled === undefined ? ' ' : '-';
  return fitted.map((line, index) => {
    const text = `${index === 0 ? pointer : ' '} ${line}`;
    if (isActive) return look.paint('cyan', text);
    return row?.disabled === undefined ? dimmed(text, row, look) : look.paint('dim', text);
  });
}

/** What is unknown, and what a row is marked with, is not what the eye looks for. */
function dimmed<T>(text: string, row: Row<T> | undefined, { paint }: Look): string {
  const marked = row?.mark ? text.replace(` ${row.mark}`, () => ` ${paint('dim', row.mark ?? '')}`) : text;
  return marked.replace(/(?<= )[–-](?= |$)/g, (dash) => paint('dim', dash));
}

/** An id that is wider than the screen is broken behind one of its marks, and never cut. */
function breakLong(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const head = line.slice(0, width);
  const at = Math.max(head.lastIndexOf('/'), head.lastIndexOf('-'), head.lastIndexOf(':')) + 1;
  const end = at > 0 ? at : width;
  return [line.slice(0, end), ...breakLong(line.slice(end), width)];
}

/** What belongs to the active row, the figures that its line has no room for among it, and the keys. */
function footerLines<T>(
  question: ListQuestion<T>,
  { listing, active, isConfirming }: ListState<T>,
  shown: readonly number[],
  look: Look,
): string[] {
  const row = listing.rows[active];
  const keys = wrapped(keyWords(question, look.words), look).map((line) => look.paint('dim', `  ${line}`));
  if (row === undefined) return ['', ...keys];
  if (isConfirming && row.confirm !== undefined) {
    return ['', ...wrapped(row.confirm, look).map((line) => look.paint('yellow', `  ${line}`)), ...keys];
  }
  const dropped = (question.columns ?? []).flatMap(({ title }, index) => {
    const cell = row.cells[index];
    return index === 0 || shown.includes(index) || !cell ? [] : [`${title} ${cell}`];
  });
  const details = [row.detail, dropped.join(' · ')].filter((part) => part).join('\n');
  const lines = details === '' ? [] : details.split('\n').flatMap((line) => wrapped(line, look));
  return ['', ...lines.map((line) => `  ${line}`), ...keys];
}

function keyWords<T>({ find, canGoBack = true }: ListQuestion<T>, { keys }: PromptWords): string {
  const complete = typeof find === 'function' ? [keys.complete] : [];
  return [keys.move, ...complete, keys.choose, ...(canGoBack ? [keys.back] : [])].join(' · ');
}

function wrapped(text: string, { columns }: Look): string[] {
  return wrapItems(text, columns - POINTER_WIDTH).split('\n');
}
