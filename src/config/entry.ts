import type { JsonValue } from '../text/json.ts';
import { lineIndent } from './layout.ts';
import { formatMember, formatValue } from './print.ts';
import type { ContainerNode } from './scan.ts';
import { layoutWithin, type Source, surroundingsWithin } from './surroundings.ts';

/** What is written anew: a member of an object, or (without a key) an element of an array. */
export type Entry = { key: string | undefined; value: JsonValue };

/** The entries as text, each in the style and layout of the neighbours it will have in the container. */
export function formatEntries(
  source: Source,
  container: ContainerNode,
  entries: readonly Entry[],
  indent: string,
): string[] {
  const { style } = surroundingsWithin(source, container);
  return entries.map(({ key, value }) => {
    const place = { indent, layout: layoutWithin(source, container, value), column: indent.length };
    return key === undefined ? formatValue(value, style, place) : formatMember(key, value, style, place);
  });
}

/** What new lines begin with that belong to the line of `at`; nothing where the container stands on one line. */
export function indentWithin(source: Source, container: ContainerNode, at: number): string {
  return surroundingsWithin(source, container).isOneLine ? '' : lineIndent(source.text, at);
}
