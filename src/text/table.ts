import { widthOf } from './width.ts';

export type Column = {
  title: string;
  align?: 'left' | 'right';
  /** Goes onto a second line below its row, instead of being dropped, where the width does not suffice. */
  wraps?: boolean;
};

/** Measured once: a list has a thousand cells. */
type Cell = { text: string; width: number };
type Row = readonly Cell[];

const GAP = '  ';
const EMPTY: Cell = { text: '', width: 0 };

/** Columns are dropped until so many of the rows fit on one line; the few longer ones take two. */
const FITTING_SHARE = 0.8;

/**
 * A table as lines, the title line first. No cell is ever cut: where the width does not suffice, columns that wrap go
 * below their row, then columns are dropped from the right, and the few first cells that are still too long have a
 * line of their own. Where that would be most of them, every row takes two lines, and there are no titles.
 */
export function formatTable(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  width: number,
): string[] {
  const { titles, rows } = layOutTable(columns, texts, width);
  return [...titles, ...rows.flat()];
}

export type TableLayout = {
  /** None where rows take two lines. */
  titles: string[];
  /** The lines of each row. */
  rows: string[][];
  /** Indexes of the columns that there was room for. */
  shown: readonly number[];
};

/** The same, row by row. With `oneLine`, where there is no room for two columns, only the first one is shown. */
export function layOutTable(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  width: number,
  { oneLine = false } = {},
): TableLayout {
  const titles = columns.map(({ title }) => measured(title));
  const rows = texts.map((row) => row.map(measured));
  const widths = columns.map((_, index) =>
    [titles, ...rows].reduce((most, row) => Math.max(most, cellAt(row, index).width), 0),
  );
  const all = columns.map((_, index) => index);
  if (totalWidth(all, widths) <= width) return tableLines({ columns, widths, shown: all, wrapped: [] }, titles, rows);
  const wrapped = all.filter((index) => columns[index]?.wraps);
  const inline = all.filter((index) => !columns[index]?.wraps);
  const shown = chooseColumns(inline, rows, widths, width) ?? (oneLine ? inline.slice(0, 1) : undefined);
  if (shown === undefined) {
    const second = fitting(inline, widths, width);
    const inTwo = rows.map((row) => [cellAt(row, 0).text, ...below(row, second), ...below(row, wrapped)]);
    return { titles: [], rows: inTwo, shown: [0, ...second, ...wrapped] };
  }
  const room = Math.min(widths[0] ?? 0, width - totalWidth(shown.slice(1), widths) - GAP.length);
  return tableLines({ columns, widths: widths.with(0, room), shown, wrapped }, titles, rows);
}

function measured(text: string): Cell {
  return { text, width: widthOf(text) };
}

function cellAt(row: Row, index: number): Cell {
  return row[index] ?? EMPTY;
}

/** As many columns, from the left, as leave enough room for most first cells; undefined where not even two do. */
function chooseColumns(
  indexes: readonly number[],
  rows: readonly Row[],
  widths: readonly number[],
  width: number,
): number[] | undefined {
  for (let count = indexes.length; count > 1; count--) {
    const room = width - totalWidth(indexes.slice(1, count), widths) - GAP.length;
    const fits = rows.filter((row) => cellAt(row, 0).width <= room).length;
    if (fits >= rows.length * FITTING_SHARE) return indexes.slice(0, count);
  }
  return undefined;
}

/** The columns after the first that fit on a second line. */
function fitting([, ...others]: readonly number[], widths: readonly number[], width: number): number[] {
  let kept = others;
  while (kept.length > 1 && totalWidth(kept, widths) + GAP.length > width) kept = kept.slice(0, -1);
  return kept;
}

type Layout = {
  columns: readonly Column[];
  widths: readonly number[];
  shown: readonly number[];
  wrapped: readonly number[];
};

function tableLines(layout: Layout, titles: Row, rows: readonly Row[]): TableLayout {
  return {
    shown: layout.shown,
    titles: inlineRow(titles, layout),
    rows: rows.map((row) => [...inlineRow(row, layout), ...below(row, layout.wrapped)]),
  };
}

/** One line, or two where the first cell is wider than its column. */
function inlineRow(row: Row, { columns, widths, shown }: Layout): string[] {
  const padded = shown.map((index) => pad(cellAt(row, index), widths[index] ?? 0, columns[index]?.align));
  const room = widths[0] ?? 0;
  if (cellAt(row, 0).width <= room) return [padded.join(GAP).trimEnd()];
  return [cellAt(row, 0).text, [' '.repeat(room), ...padded.slice(1)].join(GAP).trimEnd()];
}

function pad({ text, width }: Cell, room: number, align: Column['align'] = 'left'): string {
  if (width >= room) return text;
  const blanks = ' '.repeat(room - width);
  return align === 'right' ? blanks + text : text + blanks;
}

function below(row: Row, indexes: readonly number[]): string[] {
  const texts = indexes.map((index) => cellAt(row, index).text).filter((text) => text !== '');
  return texts.length === 0 ? [] : [GAP + texts.join(GAP)];
}

function totalWidth(indexes: readonly number[], widths: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (widths[index] ?? 0), (indexes.length - 1) * GAP.length);
}
