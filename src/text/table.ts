import stringWidth from 'fast-string-width';

export type Column = {
  title: string;
  align?: 'left' | 'right';
  /** Goes onto a second line below its row, instead of being dropped, where the width does not suffice. */
  wraps?: boolean;
};

type Row = readonly string[];

const GAP = '  ';

/**
 * A table as lines, the title line first. No cell is ever cut: where the width does not suffice, columns that wrap go
 * onto a second line, then columns are dropped from the right, and at last everything stands below the first cell.
 */
export function formatTable(columns: readonly Column[], rows: readonly Row[], width: number): string[] {
  const widths = columns.map((column, index) => Math.max(stringWidth(column.title), ...cellWidths(rows, index)));
  const all = columns.map((_, index) => index);
  const titles = columns.map((column) => column.title);
  const inline = (shown: readonly number[], cells: Row) => formatRow(cells, shown, widths, columns);
  if (totalWidth(all, widths) <= width) return [titles, ...rows].map((cells) => inline(all, cells));

  const wrapped = all.filter((index) => columns[index]?.wraps);
  const shown = dropFromRight(
    all.filter((index) => !columns[index]?.wraps),
    widths,
    width,
  );
  const isStacked = totalWidth(shown, widths) > width;
  const lines = rows.flatMap((cells) => {
    const [first, ...rest] = isStacked ? stackRow(cells, shown) : [inline(shown, cells)];
    return [first ?? '', ...rest, ...belowRow(cells, wrapped)];
  });
  return isStacked ? lines : [inline(shown, titles), ...lines];
}

function cellWidths(rows: readonly Row[], index: number): number[] {
  return rows.map((row) => stringWidth(row[index] ?? ''));
}

/** At least the first two columns stay; a width that not even they fit asks for two lines. */
function dropFromRight(indexes: readonly number[], widths: readonly number[], width: number): number[] {
  let kept = [...indexes];
  while (kept.length > 2 && totalWidth(kept, widths) > width) kept = kept.slice(0, -1);
  return totalWidth(kept, widths) > width ? [...indexes] : kept;
}

function totalWidth(indexes: readonly number[], widths: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (widths[index] ?? 0), (indexes.length - 1) * GAP.length);
}

function formatRow(
  cells: Row,
  shown: readonly number[],
  widths: readonly number[],
  columns: readonly Column[],
): string {
  const padded = shown.map((index) => {
    const cell = cells[index] ?? '';
    const blanks = ' '.repeat((widths[index] ?? 0) - stringWidth(cell));
    return columns[index]?.align === 'right' ? blanks + cell : cell + blanks;
  });
  return padded.join(GAP).trimEnd();
}

/** The first cell on a line of its own, the others below it. */
function stackRow(cells: Row, shown: readonly number[]): string[] {
  const [first = 0, ...rest] = shown;
  return [cells[first] ?? '', ...belowRow(cells, rest)];
}

function belowRow(cells: Row, indexes: readonly number[]): string[] {
  const below = indexes.map((index) => cells[index] ?? '').filter((cell) => cell !== '');
  return below.length === 0 ? [] : [GAP + below.join(GAP)];
}
