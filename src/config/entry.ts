import { isJsonObject, type JsonValue } from '../text/json.ts';
import { hasLineEnd } from './layout.ts';
import { formatMember, formatValue, hasOnlyScalars, type Layout } from './print.ts';
import type { ContainerNode, Range, ValueNode } from './scan.ts';
import { type Style, styleWithin } from './style.ts';

/** What every part of an edit needs to know of the file. */
export type Source = { text: string; comments: readonly Range[]; style: Style };

/** What is written anew: a member of an object, or (without a key) an element of an array. */
export type Entry = { key: string | undefined; value: JsonValue };

/** The entries as text, each in the style and layout of the neighbours it will have in the container. */
export function formatEntries(
  source: Source,
  container: ContainerNode,
  entries: readonly Entry[],
  indent: string,
): string[] {
  const style = styleWithin(source.style, source.text, container);
  return entries.map(({ key, value }) => {
    const place = { indent, layout: layoutWithin(source.text, container, value) };
    return key === undefined
      ? formatValue(value, style, { ...place, column: indent.length })
      : formatMember(key, value, style, place);
  });
}

/** A container on one line stays so; else a new value is laid out like the last one of its shape beside it. */
export function layoutWithin(text: string, container: ContainerNode, value: JsonValue): Layout {
  if (!hasLineEnd(text, container.start, container.end)) return 'one-line';
  const sibling = container.items.findLast((item) => hasSameShape(item.value, value))?.value;
  if (sibling === undefined) return 'auto';
  return hasLineEnd(text, sibling.start, sibling.end) ? 'lines' : 'fit';
}

function hasSameShape(node: ValueNode, value: JsonValue): boolean {
  if (node.kind === 'scalar' || node.items.length === 0) return false;
  if (node.kind === 'array' ? !Array.isArray(value) : !isJsonObject(value)) return false;
  const isFlat = node.items.every((item) => item.value.kind === 'scalar');
  return typeof value === 'object' && value !== null && isFlat === hasOnlyScalars(value);
}
