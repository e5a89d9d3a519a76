import stringWidth from 'fast-string-width';

export type Column = {
  title: string;
  /** Which columns go first where the width does not suffice: the highest number; 0 never goes. */
  dropOrder: number;
  align?: 'left' | 'right';
};

const GAP = '  ';

/**
 * A table as lines. Cells are never cut: where the width does not suffice, columns are dropped from the highest
 * `dropOrder` on, and what remains too wide goes onto a second line under its row, indented.
 */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const kept = keepColumns(columns, rows, width);
  const widths = columnWidths(columns, rows);
  const titles = columns.map((column) => column.title);
  const fits = totalWidth(kept, widths) <= width;
  const line = (cells: readonly string[]) => (fits ? formatRow(cells, kept, widths, columns) : stackRow(cells, kept));
  return [titles, ...rows].flatMap((cells) => line(cells));
}

function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map((column, index) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[index] ?? '')), stringWidth(column.title)),
  );
}

/** Indexes of the columns to show, in their order. */
function keepColumns(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columnWidths(columns, rows);
  let kept = columns.map((_, index) => index);
  const droppable = kept
    .filter((index) => dropOrderOf(columns, index) > 0)
    .sort((a, b) => dropOrderOf(columns, b) - dropOrderOf(columns, a));
  for (const index of droppable) {
    if (totalWidth(kept, widths) <= width) return kept;
    kept = kept.filter((other) => other !== index);
  }
  return kept;
}

function dropOrderOf(columns: readonly Column[], index: number): number {
  return columns[index]?.dropOrder ?? 0;
}

function totalWidth(kept: readonly number[], widths: readonly number[]): number {
  return kept.reduce((sum, index) => sum + (widths[index] ?? 0), (kept.length - 1) * GAP.length);
}

function formatRow(
  cells: readonly string[],
  kept: readonly number[],
  widths: readonly number[],
  columns: readonly Column[],
): string[] {
  const padded = kept.map((index) => {
    const cell = cells[index] ?? '';
    const blanks = ' '.repeat((widths[index] ?? 0) - stringWidth(cell));
    return columns[index]?.align === 'right' ? blanks + cell : cell + blanks;
  });
  return [padded.join(GAP).trimEnd()];
}

/** The first cell on a line of its own, the others below it. */
function stackRow(cells: readonly string[], kept: readonly number[]): string[] {
  const [first, ...rest] = kept.map((index) => cells[index] ?? '');
  const below = rest.filter((cell) => cell !== '').join(GAP);
  return below === '' ? [first ?? ''] : [first ?? '', GAP + below];
}
