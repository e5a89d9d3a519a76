import { widthOf } from './width.ts';

export type Column = {
  title: string;
  align?: 'left' | 'right';
  /** Goes onto a second line below its row, instead of being dropped, where the width does not suffice. */
  wraps?: boolean;
};

type Row = readonly string[];

const GAP = '  ';

/** Columns are dropped until so many of the rows fit on one line; the few longer ones take two. */
const FITTING_SHARE = 0.8;

/**
 * A table as lines, the title line first. No cell is ever cut: where the width does not suffice, columns that wrap go
 * below their row, then columns are dropped from the right, and the few first cells that are still too long have a
 * line of their own. Where that would be most of them, every row takes two lines, and there are no titles.
 */
export function formatTable(columns: readonly Column[], rows: readonly Row[], width: number): string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...rows.map((row) => cellWidth(row, index))),
  );
  const all = columns.map((_, index) => index);
  if (totalWidth(all, widths) <= width) return tableLines(columns, rows, widths, all);
  const wrapped = all.filter((index) => columns[index]?.wraps);
  const inline = all.filter((index) => !columns[index]?.wraps);
  const shown = chooseColumns(inline, rows, widths, width);
  if (shown === undefined)
    return rows.flatMap((row) => [row[0] ?? '', ...below(row, fitting(inline, widths, width)), ...below(row, wrapped)]);
  const room = Math.min(widths[0] ?? 0, width - totalWidth(shown.slice(1), widths) - GAP.length);
  return tableLines(columns, rows, widths.with(0, room), shown, wrapped);
}

/** As many columns, from the left, as leave enough room for most first cells; undefined where not even two do. */
function chooseColumns(
  indexes: readonly number[],
  rows: readonly Row[],
  widths: readonly number[],
  width: number,
): number[] | undefined {
  const firstWidths = rows.map((row) => cellWidth(row, 0));
  for (let count = indexes.length; count > 1; count--) {
    const room = width - totalWidth(indexes.slice(1, count), widths) - GAP.length;
    if (firstWidths.filter((cell) => cell <= room).length >= rows.length * FITTING_SHARE)
      return indexes.slice(0, count);
  }
  return undefined;
}

/** The columns after the first that fit on a second line. */
function fitting([, ...others]: readonly number[], widths: readonly number[], width: number): number[] {
  let kept = others;
  while (kept.length > 1 && totalWidth(kept, widths) + GAP.length > width) kept = kept.slice(0, -1);
  return kept;
}

function tableLines(
  columns: readonly Column[],
  rows: readonly Row[],
  widths: readonly number[],
  shown: readonly number[],
  wrapped: readonly number[] = [],
): string[] {
  const inline = (cells: Row) => {
    const [head = '', ...rest] = shown.map((index) =>
      pad(cells[index] ?? '', widths[index] ?? 0, columns[index]?.align),
    );
    const room = widths[0] ?? 0;
    if (widthOf(head) <= room) return [[head, ...rest].join(GAP).trimEnd()];
    return [head, [' '.repeat(room), ...rest].join(GAP).trimEnd()];
  };
  return [
    ...inline(columns.map(({ title }) => title)),
    ...rows.flatMap((row) => [...inline(row), ...below(row, wrapped)]),
  ];
}

function pad(cell: string, width: number, align: Column['align'] = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return align === 'right' ? blanks + cell : cell + blanks;
}

function below(cells: Row, indexes: readonly number[]): string[] {
  const text = indexes.map((index) => cells[index] ?? '').filter((cell) => cell !== '');
  return text.length === 0 ? [] : [GAP + text.join(GAP)];
}

function cellWidth(row: Row, index: number): number {
  return widthOf(row[index] ?? '');
}

function totalWidth(indexes: readonly number[], widths: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (widths[index] ?? 0), (indexes.length - 1) * GAP.length);
}
