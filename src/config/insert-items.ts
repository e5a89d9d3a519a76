import { commentsBetween, isLineComment, skipSameLineComments } from './comments.ts';
import { type Entry, formatEntries, indentWithin } from './entry.ts';
import { hasLineEnd, lineIndent, startsLine } from './layout.ts';
import type { ContainerNode, Item } from './scan.ts';
import type { Source } from './surroundings.ts';
import type { TextEdit } from './text-edit.ts';

/** New items behind the one at `index` (which gets a comma if it has none), on lines of their own where it has one. */
export function insertAfter(
  source: Source,
  container: ContainerNode,
  index: number,
  entries: readonly Entry[],
): TextEdit[] {
  const { text, style } = source;
  const previous = container.items[index];
  if (previous === undefined) return [];
  const behind = previous.comma === undefined ? previous.value.end : previous.comma + 1;
  const at = skipSameLineComments(text, source.comments, behind);
  const endsLine = commentsBetween(source.comments, behind, at).some((comment) => isLineComment(text, comment));
  const gapStart = container.items[index - 1]?.value.end ?? container.start;
  const onLines = endsLine || hasLineEnd(text, gapStart, previous.start);
  const indent = onLines ? indentOfLines(source, container, previous) : indentWithin(source, container, previous.start);
  const lead = onLines ? style.eol + indent : gapBefore(source, previous, index);
  const bodies = formatEntries(source, container, entries, indent).map((body) => lead + body);
  if (previous.comma !== undefined) return [insertion(at, `${bodies.join(',')},`)];
  return [insertion(previous.value.end, ','), insertion(at, bodies.join(','))];
}

/** New items before the first one. */
export function insertFirst(source: Source, container: ContainerNode, entries: readonly Entry[]): TextEdit[] {
  const { text, style } = source;
  const [first, second] = container.items;
  if (first === undefined) return [];
  const indent = indentWithin(source, container, first.start);
  const bodies = formatEntries(source, container, entries, indent);
  if (!startsLine(text, first.start)) {
    const gap = second === undefined ? style.gap : gapBefore(source, second, 1);
    return [insertion(first.start, bodies.map((body) => `${body},${gap}`).join(''))];
  }
  const at = skipSameLineComments(text, source.comments, container.start + 1);
  return [insertion(at, bodies.map((body) => `${style.eol}${indent}${body},`).join(''))];
}

/** The first items of an object or array that holds only comments: behind them. */
export function insertBehindComments(source: Source, container: ContainerNode, entries: readonly Entry[]): TextEdit[] {
  const { text, style } = source;
  const last = commentsBetween(source.comments, container.start, container.end).at(-1);
  if (last === undefined) return [];
  const outer = lineIndent(text, container.start);
  const own = lineIndent(text, last.start);
  const closer = container.end - 1;
  if (!hasLineEnd(text, last.end, closer)) {
    const bodies = formatEntries(source, container, entries, startsLine(text, last.start) ? own : outer);
    return [insertion(last.end, ` ${bodies.join(', ')}${last.end === closer ? ' ' : ''}`)];
  }
  const indent = startsLine(text, last.start) && own.length > outer.length ? own : outer + style.indent;
  const bodies = formatEntries(source, container, entries, indent).map((body) => style.eol + indent + body);
  return [insertion(last.end, bodies.join(',') + (style.trailingComma ? ',' : ''))];
}

/** What separates the items of one line: as before this one, or as the file has it where it is the first. */
function gapBefore({ text, style }: Source, item: Item, index: number): string {
  if (index === 0) return style.gap;
  return text[item.start - 1] === ',' ? '' : ' ';
}

/** The indentation of items that have lines of their own. */
function indentOfLines({ text, style }: Source, container: ContainerNode, nearest: Item): string {
  const model = startsLine(text, nearest.start)
    ? nearest
    : container.items.find(({ start }) => startsLine(text, start));
  return model === undefined ? lineIndent(text, container.start) + style.indent : lineIndent(text, model.start);
}

function insertion(offset: number, content: string): TextEdit {
  return { offset, length: 0, content };
}
