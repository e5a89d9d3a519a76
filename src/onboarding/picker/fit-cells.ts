import { widthOf } from '../../text/wrap.ts';

const GAP = '  ';
/** Inquirer's mark before each row. */
const MARK_WIDTH = 2;

/**
 * A row of a list: the head, never cut, then as many cells as the width has room for, below those of the other rows.
 * A head wider than `headWidth` pushes its cells only as far as the blanks at their start do not make up for it.
 */
export function fitCells(head: string, cells: readonly string[], headWidth: number, columns: number): string {
  const room = columns - MARK_WIDTH;
  let row = head;
  let end = Math.min(headWidth, room);
  for (const cell of cells) {
    end += GAP.length + widthOf(cell);
    const text = cell.trimStart();
    const gap = Math.max(GAP.length, end - widthOf(row) - widthOf(text));
    const wider = row + ' '.repeat(gap) + text;
    if (widthOf(wider.trimEnd()) > room) break;
    row = wider;
  }
  return row.trimEnd();
}
