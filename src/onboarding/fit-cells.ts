import stringWidth from 'fast-string-width';

const GAP = '  ';
/** Inquirer's mark before each row. */
const MARK_WIDTH = 2;

/**
 * A row of a list: the head, never cut, then as many cells as the width has room for. Heads up to `headWidth` cells
 * have their cells below each other.
 */
export function fitCells(head: string, cells: readonly string[], headWidth: number, columns: number): string {
  const room = columns - MARK_WIDTH;
  let row = head + ' '.repeat(Math.max(0, Math.min(headWidth, room) - stringWidth(head)));
  for (const cell of cells) {
    const wider = row + GAP + cell;
    if (stringWidth(wider.trimEnd()) > room) break;
    row = wider;
  }
  return row.trimEnd();
}
