import type { CatalogModel } from '../../catalog/catalog.ts';
import { speedOf } from '../../catalog/figures.ts';
import { formatPrice, formatTokens, formatUsd } from '../../text/numbers.ts';
import { fitCells } from './fit-cells.ts';

/** With it, every cell has room in 80 columns. */
const ID_WIDTH = 37;

export const TOOLS = { yes: 'tools', some: 'some tools', no: 'no tools', unknown: 'tools ?' };
const TOOL_WORDS = { yes: 'tools', some: 'tools at some', no: 'no tools', unknown: 'tools unknown' };

/** A row of the dropdown: the id, never cut, with its marks, then as many of context, tools, image and price as there is room for. */
export function formatModelRow(model: CatalogModel, marks: readonly string[], columns: number): string {
  const cells = [
    formatTokens(model.contextWindow).padStart(7),
    TOOLS[model.tools ?? 'unknown'].padEnd(10),
    (model.input.includes('image') ? 'image' : '').padEnd(5),
    formatPrice(model.price).padStart(11),
  ];
  return fitCells(marks.length === 0 ? model.id : `${model.id} (${marks.join(', ')})`, cells, ID_WIDTH, columns);
}

/** The figures of a row in words, for the row that is active: what each of them is, and in which unit. */
export function modelFigures(model: CatalogModel): string {
  const { contextWindow, price, tools } = model;
  const context = contextWindow === null ? 'context unknown' : `context ${formatTokens(contextWindow)} tokens`;
  return [context, priceWords(price), TOOL_WORDS[tools ?? 'unknown']].join(' · ');
}

/** `40 tokens/s`; undefined where no inference provider states it. */
export function speedWords(model: CatalogModel): string | undefined {
  const speed = speedOf(model);
  return speed === null ? undefined : `${Math.round(speed)} tokens/s`;
}

function priceWords(price: CatalogModel['price']): string {
  if (price === null) return 'price unknown';
  if (price.input === 0 && price.output === 0) return 'free';
  return `$${formatUsd(price.input)} in, $${formatUsd(price.output)} out per million tokens`;
}
