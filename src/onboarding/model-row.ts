import stringWidth from 'fast-string-width';
import type { CatalogModel } from '../catalog/catalog.ts';
import { formatPrice, formatTokens } from '../text/numbers.ts';

const ID_WIDTH = 44;
/** Inquirer's mark before each row. */
const MARK_WIDTH = 2;

/** A row of the dropdown: the id, never cut, then as many of context, price, tools and image as the width has room for. */
export function formatModelRow(model: CatalogModel, isCurrent: boolean, columns: number): string {
  const head = isCurrent ? `${model.id} (current)` : model.id;
  const cells = [
    formatTokens(model.contextWindow).padStart(7),
    formatPrice(model.price).padStart(11),
    TOOLS[model.tools ?? 'unknown'].padEnd(10),
    model.input.includes('image') ? 'image' : '',
  ];
  let row = head.padEnd(Math.min(ID_WIDTH, columns - MARK_WIDTH));
  for (const cell of cells) {
    const wider = `${row}  ${cell}`;
    if (stringWidth(wider.trimEnd()) > columns - MARK_WIDTH) break;
    row = wider;
  }
  return row.trimEnd();
}

const TOOLS = { yes: 'tools', some: 'some tools', no: 'no tools', unknown: 'tools ?' };
