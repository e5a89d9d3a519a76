import type { JsonValue } from '../../text/json.ts';
import { lineIndent } from '../lines.ts';
import type { ContainerNode } from '../scan.ts';
import { layoutWithin, type Original, surroundingsWithin } from '../style/original.ts';
import { formatMember, formatValue } from '../style/print.ts';

/** What is written anew: a member of an object, or (without a key) an element of an array. */
export type NewItem = { key: string | undefined; value: JsonValue };

/** The entries as text, each in the style and layout of the neighbours it will have in the container. */
export function formatNewItems(
  original: Original,
  container: ContainerNode,
  entries: readonly NewItem[],
  indent: string,
): string[] {
  const { style } = surroundingsWithin(original, container);
  return entries.map(({ key, value }) => {
    const place = { indent, layout: layoutWithin(original, container, value), column: indent.length };
    return key === undefined ? formatValue(value, style, place) : formatMember(key, value, style, place);
  });
}

/** What new lines begin with that belong to the line of `at`; nothing where the container stands on one line. */
export function indentWithin(original: Original, container: ContainerNode, at: number): string {
  return surroundingsWithin(original, container).isOneLine ? '' : lineIndent(original.text, at);
}
