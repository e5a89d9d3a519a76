import { unmarked, widthOf, wrapWords } from './wrap.ts';

/** `point`: figures with their decimal points below each other, at the right. */
export type Align = 'left' | 'right' | 'point';

export type Column = {
  title: string;
  align?: Align;
  /** Goes onto a second line below its row, instead of being dropped, where the width does not suffice. */
  wraps?: boolean;
  /** It, and those before it, are not dropped where rows can have two lines instead. */
  essential?: boolean;
  /** Colours a cell; called once its width is known. */
  paint?: (text: string) => string;
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
 * line of their own. Where that would be most of them, every row takes two lines, the titles too.
 */
export function formatTable(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  width: number,
  paintTitle?: (text: string) => string,
): string[] {
  const { titles, rows } = layOutTable(columns, texts, width, { paintTitle });
  return [...titles, ...rows.flat()];
}

export type TableLayout = {
  titles: string[];
  /** The lines of each row. */
  rows: string[][];
  /** Indexes of the columns that there was room for. */
  shown: readonly number[];
};

type Options = { oneLine?: boolean; paintTitle?: ((text: string) => string) | undefined };

/** The same, row by row. With `oneLine`, where there is no room for two columns, only the first one is shown. */
export function layOutTable(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  width: number,
  { oneLine = false, paintTitle }: Options = {},
): TableLayout {
  const titles = columns.map(({ title }) => measured(title, paintTitle));
  const aligned = alignPoints(columns, texts);
  const rows = aligned.map((row) => row.map((text, index) => measured(text, columns[index]?.paint)));
  const widths = columns.map((_, index) =>
    [titles, ...rows].reduce((most, row) => Math.max(most, cellAt(row, index).width), 0),
  );
  const all = columns.map((_, index) => index);
  const layout = { columns, widths, width };
  if (totalWidth(all, widths) <= width) return tableLines({ ...layout, shown: all, wrapped: [] }, titles, rows);
  const wrapped = all.filter((index) => columns[index]?.wraps);
  const inline = all.filter((index) => !columns[index]?.wraps);
  const shown = chooseColumns(inline, rows, layout) ?? (oneLine ? inline.slice(0, 1) : undefined);
  if (shown === undefined) {
    const second = fitting(inline, widths, width);
    return twoLines({ ...layout, shown: second, wrapped }, titles, rows);
  }
  const room = Math.min(widths[0] ?? 0, width - totalWidth(shown.slice(1), widths) - GAP.length);
  return tableLines({ ...layout, widths: widths.with(0, room), shown, wrapped }, titles, rows);
}

/** Figures with blanks behind them, as many as the longest of their column has more decimals. */
function alignPoints(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const most = columns.map(({ align }, index) =>
    align === 'point' ? Math.max(0, ...rows.map((row) => decimalsOf(row[index] ?? ''))) : 0,
  );
  return rows.map((row) =>
    row.map((text, index) => {
      const room = most[index] ?? 0;
      const decimals = room === 0 ? 0 : decimalsOf(text);
      return decimals === 0 ? text : text + ' '.repeat(room - decimals);
    }),
  );
}

function decimalsOf(text: string): number {
  return /^\d+\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
}

function measured(marked: string, paint = (plain: string) => plain): Cell {
  const text = unmarked(marked);
  return { text: text === '' ? '' : paint(text), width: widthOf(text) };
}

function cellAt(row: Row, index: number): Cell {
  return row[index] ?? EMPTY;
}

/**
 * As many columns, from the left, as leave enough room for most first cells, or, of the essential ones, half the width;
 * undefined where not even two do, or the essential ones.
 */
function chooseColumns(
  indexes: readonly number[],
  rows: readonly Row[],
  { columns, widths, width }: Pick<Layout, 'columns' | 'widths' | 'width'>,
): number[] | undefined {
  const least = indexes.findLastIndex((index) => columns[index]?.essential) + 1;
  for (let count = indexes.length; count >= Math.max(2, least); count--) {
    const room = width - totalWidth(indexes.slice(1, count), widths) - GAP.length;
    const fits = rows.filter((row) => cellAt(row, 0).width <= room).length;
    if (fits >= rows.length * FITTING_SHARE || (count === least && room * 2 >= width)) return indexes.slice(0, count);
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
  width: number;
  shown: readonly number[];
  wrapped: readonly number[];
};

/** The first cell on a line of its own, the others below it. */
function twoLines(layout: Layout, titles: Row, rows: readonly Row[]): TableLayout {
  const lines = (row: Row) => [cellAt(row, 0).text, GAP + padded(row, layout).join(GAP).trimEnd()];
  return {
    shown: [0, ...layout.shown, ...layout.wrapped],
    titles: lines(titles),
    rows: rows.map((row) => [...lines(row), ...below(row, layout)]),
  };
}

function tableLines(layout: Layout, titles: Row, rows: readonly Row[]): TableLayout {
  return {
    shown: layout.shown,
    titles: inlineRow(titles, layout),
    rows: rows.map((row) => [...inlineRow(row, layout), ...below(row, layout)]),
  };
}

/** One line, or two where the first cell is wider than its column. */
function inlineRow(row: Row, layout: Layout): string[] {
  const cells = padded(row, layout);
  const room = layout.widths[0] ?? 0;
  if (cellAt(row, 0).width <= room) return [cells.join(GAP).trimEnd()];
  return [cellAt(row, 0).text, [' '.repeat(room), ...cells.slice(1)].join(GAP).trimEnd()];
}

function padded(row: Row, { columns, widths, shown }: Layout): string[] {
  return shown.map((index) => pad(cellAt(row, index), widths[index] ?? 0, columns[index]?.align));
}

function pad({ text, width }: Cell, room: number, align: Column['align'] = 'left'): string {
  if (width >= room) return text;
  const blanks = ' '.repeat(room - width);
  return align === 'left' ? text + blanks : blanks + text;
}

function below(row: Row, { wrapped, width }: Layout): string[] {
  const texts = wrapped.map((index) => cellAt(row, index).text).filter((text) => text !== '');
  return texts.length === 0 ? [] : wrapWords(GAP + texts.join(GAP), width, GAP).split('\n');
}

function totalWidth(indexes: readonly number[], widths: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (widths[index] ?? 0), (indexes.length - 1) * GAP.length);
}
