import type { Listing, ListQuestion, Row } from '../../system/prompt.ts';
import { marks } from '../../text/sanitise.ts';
import { layOutTable } from '../../text/table.ts';
import { breakLong, gapBefore, widthOf, wrapItems, wrapWords } from '../../text/wrap.ts';
import type { PromptWords } from '../../words/words.ts';
import { type Look, spelled } from './look.ts';

/** The state of a list question between two keys. */
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

/** The cells of the pointer before a row, and of its place before the others. */
const POINTER_WIDTH = 2;
const INDENT = ' '.repeat(POINTER_WIDTH);
/** Between a row that can't be chosen and why. */
const REASON_GAP = '   ';
const LEAST_ROWS = 3;
/** The lines above and below the rows that count those out of sight. */
const COUNTS = 2;
/** With a title, a gap, and the keys. */
const LEAST_LINES = LEAST_ROWS + COUNTS + 3;

/** A list question as text: the heading, at whose end the cursor is, and the lines below it. */
export function viewList<T>(question: ListQuestion<T>, state: ListState<T>, look: Look): [string, string] {
  const { listing, top, active } = state;
  const { shown, rows, titles, footer } = page(question, state, look);
  const hidden = { above: top + shown.before, below: listing.total - top - shown.before - rows.length };
  const dim = (text: string) => look.paint('dim', INDENT + spelled(text, look));
  const empty = rows.length === 0 && listing.empty ? wrapped(listing.empty, look) : [];
  const lines = [
    ...titles.map(dim),
    ...(hidden.above > 0 ? [dim(look.words.above(hidden.above))] : []),
    ...rows.flatMap((row, index) => {
      const at = top + shown.before + index;
      return painted(row, listing.rows[at], at === active, look);
    }),
    ...(hidden.below > 0 ? [dim(look.words.below(hidden.below))] : []),
    ...empty.map((line) => INDENT + line),
  ];
  return [heading(question, state, look), [...lines, ...footer].join('\n')];
}

/** How many rows of one line there is room for, around everything else that has to be on the screen. */
export function pageSize<T>(question: ListQuestion<T>, state: ListState<T>, look: Look): number {
  const { shown } = tableOf(question, state.listing.rows.slice(state.top, state.top + look.rows), look);
  const free = room(question, state, look, footerLines(question, state, shown, look));
  const { total } = state.listing;
  return total <= free ? Math.max(1, total) : pageIn(free);
}

/** The window's first row so that the active one is on the screen, moved no further than that needs. */
export function scrollTo(active: number, top: number, size: number, count: number): number {
  const least = Math.max(0, active - size + 1);
  const most = Math.max(0, Math.min(active, count - size));
  return Math.min(Math.max(top, least), Math.max(most, least));
}

/** Index of the row to begin with: the initial one, else the first that can be chosen; -1 where none can. */
export function initialRow<T>(rows: readonly Row<T>[], initial?: T): number {
  const wanted = initial === undefined ? -1 : rows.findIndex(({ value, disabled }) => value === initial && !disabled);
  return wanted >= 0 ? wanted : rows.findIndex(({ disabled }) => !disabled);
}

/** The lines that are left for rows, and for those that count the ones out of sight. */
function room<T>(question: ListQuestion<T>, state: ListState<T>, look: Look, footer: readonly string[]): number {
  const titles = question.columns === undefined ? 0 : 1;
  const { rows, explained } = look;
  const free = rows - heading(question, state, look).split('\n').length - titles - footer.length;
  // An explanation that is higher than the window is not on it as a whole: then the rows are.
  return explained > rows - LEAST_LINES && state.listing.total <= free ? free : free - explained;
}

/** The lines for rows of which some are out of sight; the screen's last line stays free. */
function pageIn(free: number): number {
  return Math.max(LEAST_ROWS, free - COUNTS - 1);
}

/** The rows on the screen: fewer than a page where some need a second line; the active one is always among them. */
function page<T>(question: ListQuestion<T>, state: ListState<T>, look: Look) {
  const { listing, top, active } = state;
  const rows = listing.rows.slice(top, top + pageSize(question, state, look));
  const { titles, shown, ...table } = tableOf(question, rows, look);
  const lines = table.rows.map((row) => row.flatMap((line) => breakLong(line, look.columns - POINTER_WIDTH)));
  const footer = footerLines(question, state, shown, look);
  const free = room(question, state, look, footer);
  const height = (from: number, to: number) => lines.slice(from, to).reduce((sum, row) => sum + row.length, 0);
  let [start, end] = [0, lines.length];
  const isWhole = rows.length === listing.total && height(start, end) <= free;
  const most = isWhole ? free : pageIn(free);
  while (end - start > 1 && height(start, end) > most) {
    if (end - 1 > active - top) end--;
    else start++;
  }
  const visible = titles.filter((title) => title !== '' && rows.length > 0);
  return { shown: { before: start }, rows: lines.slice(start, end), titles: visible, footer };
}

/** The title, then the note, then what was typed, each on a line of its own where the one before leaves no room. */
function heading<T>({ message }: ListQuestion<T>, { typed, listing }: ListState<T>, look: Look): string {
  const { paint, columns } = look;
  const title = wrapWords(`? ${spelled(message, look)}`, columns - 1, INDENT);
  const note = spelled(listing.note ?? '', look);
  const isBeside = lastWidth(title) + 2 + widthOf(note) < columns;
  const notes = isBeside ? note : wrapped(note, look).join(`\n${INDENT}`);
  const gap = isBeside ? INDENT : `\n${INDENT}`;
  const shown = note === '' ? '' : gap + paint('dim', notes);
  const before = note === '' ? title : `${title}${gap}${notes}`;
  const typedGap = lastWidth(before) + 2 + widthOf(typed) < columns ? INDENT : `\n${INDENT}`;
  const end = typed === '' ? (note === '' ? ' ' : '') : typedGap + typed;
  return `${paint('cyan', '?')}${paint('bold', title.slice(1))}${shown}${end}`;
}

function lastWidth(text: string): number {
  return widthOf(text.slice(text.lastIndexOf('\n') + 1));
}

function tableOf<T>({ columns }: ListQuestion<T>, rows: readonly Row<T>[], look: Look) {
  const width = look.columns - POINTER_WIDTH;
  const cells = rows.map((row) => {
    const [first = '', ...others] = row.cells.map((cell) => spelled(cell, look));
    const mark = spelled(row.mark ?? '', look);
    const gap = row.disabled ? REASON_GAP : gapBefore(mark);
    return [mark === '' ? first : first + gap + mark, ...others];
  });
  if (columns !== undefined) return layOutTable(columns, cells, width, { oneLine: true });
  return { titles: [], rows: cells.map(([first = '']) => wrapWords(first, width).split('\n')), shown: [] };
}

function painted<T>(lines: readonly string[], row: Row<T> | undefined, isActive: boolean, look: Look): string[] {
  const pointer = isActive ? marks(look.unicode).active : row?.disabled ? '-' : ' ';
  return lines.map((line, index) => {
    const text = `${index === 0 ? pointer : ' '} ${line}`;
    if (isActive) return look.paint('cyan', text);
    return row?.disabled ? look.paint('dim', text) : dimmed(text, spelled(row?.mark ?? '', look), look);
  });
}

/** What is unknown, and what a row is marked with, is not what the eye looks for. */
function dimmed(text: string, mark: string, { paint }: Look): string {
  const gap = gapBefore(mark);
  const marked = mark === '' ? text : text.replace(gap + mark, () => gap + paint('dim', mark));
  return marked.replace(/(?<= )[–-](?= |$)/g, (dash) => paint('dim', dash));
}

/** What belongs to the active row, the figures that its line has no room for among it, and the keys. */
function footerLines<T>(
  question: ListQuestion<T>,
  { listing, active, isConfirming }: ListState<T>,
  shown: readonly number[],
  look: Look,
): string[] {
  const row = listing.rows[active];
  const keys = wrapped(keyWords(question, row, look.words), look).map((line) => look.paint('dim', INDENT + line));
  if (row === undefined) return ['', ...keys];
  if (isConfirming && row.confirm !== undefined) {
    return ['', ...wrapped(row.confirm, look).map((line) => look.paint('yellow', INDENT + line)), ...keys];
  }
  const dropped = (question.columns ?? []).flatMap(({ title }, index) => {
    const cell = row.cells[index];
    return index === 0 || shown.includes(index) || !cell ? [] : [`${title} ${cell}`];
  });
  const details = [row.detail, dropped.join(' · ')].filter((part) => part).join('\n');
  const lines = details === '' ? [] : details.split('\n').flatMap((line) => wrapped(line, look));
  return ['', ...lines.map((line) => INDENT + line), ...keys];
}

/** Without a row there is nothing to move to, and nothing to choose. */
function keyWords<T>({ find, canGoBack = true }: ListQuestion<T>, row: Row<T> | undefined, words: PromptWords): string {
  const { move, complete, choose, back } = words.keys;
  const onRow = [move, ...(typeof find === 'function' ? [complete] : []), choose];
  return [...(row === undefined ? [] : onRow), ...(canGoBack ? [back] : [])].join(' · ');
}

/** After the break, which the dots are for, a line may get a few cells longer by its ASCII marks. */
function wrapped(text: string, look: Look): string[] {
  const room = look.columns - POINTER_WIDTH;
  return spelled(wrapItems(shortenLinks(text, room), room), look).split('\n');
}

/** A link that would be torn at the end of the line goes without its scheme where that helps: it can be copied whole. */
function shortenLinks(text: string, room: number): string {
  const isTorn = (link: string) => widthOf(link) > room;
  return text.replace(/https:\/\/(\S+)/g, (link, rest) => (isTorn(link) && !isTorn(rest) ? rest : link));
}
