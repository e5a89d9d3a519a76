import { commentsBetween, isLineComment, skipSameLineComments } from '../comments.ts';
import { hasLineEnd, isLineEndAt, lineIndent, skipInlineBlanks, startsLine } from '../lines.ts';
import type { ContainerNode, Item } from '../scan.ts';
import type { TextEdit } from '../splice.ts';
import { type Original, surroundingsWithin } from '../style/original.ts';
import { endsParagraph, headOf } from './attached-comments.ts';
import { formatNewItems, indentWithin, type NewItem } from './new-item.ts';
import { deletion } from './remove-item.ts';

/** New items behind the one at `index` (which gets a comma if it has none), on lines of their own where it has one. */
export function insertAfter(
  original: Original,
  container: ContainerNode,
  index: number,
  entries: readonly NewItem[],
): TextEdit[] {
  const { text, style } = original;
  const previous = container.items[index];
  if (previous === undefined) return [];
  const behind = previous.comma === undefined ? previous.value.end : previous.comma + 1;
  const words = skipSameLineComments(text, original.comments, behind);
  const between = commentsBetween(original.comments, behind, words);
  const gapStart = container.items[index - 1]?.value.end ?? container.start;
  const onLines = between.some((comment) => isLineComment(text, comment)) || hasLineEnd(text, gapStart, previous.start);
  const at = onLines ? skipEndOfLine(text, words) : words;
  const indent = onLines
    ? indentOfLines(original, container, previous)
    : indentWithin(original, container, previous.start);
  const blankLine = partsWithBlankLine(original, container) && endsParagraph(original, container, at) ? style.eol : '';
  const lead = onLines ? blankLine + style.eol + indent : gapBefore(original, previous, index);
  const bodies = formatNewItems(original, container, entries, indent).map((body) => lead + body);
  const trailing = previous.comma === undefined ? '' : ',';
  // On one line a comma behind its comments keeps them with the previous item.
  if (!onLines && between.length > 0)
    return [...withoutComma(previous), insertion(at, `,${bodies.join(',')}${trailing}`)];
  const comma = previous.comma === undefined ? [insertion(previous.value.end, ',')] : [];
  return [...comma, insertion(at, bodies.join(',') + trailing)];
}

/** New items before the first one. */
export function insertFirst(original: Original, container: ContainerNode, entries: readonly NewItem[]): TextEdit[] {
  const { text, style } = original;
  const [first, second] = container.items;
  if (first === undefined) return [];
  const indent = indentWithin(original, container, first.start);
  const bodies = formatNewItems(original, container, entries, indent);
  const head = headOf(original, first.start);
  if (!startsLine(text, head)) {
    const gap = second === undefined ? style.gap : gapBefore(original, second, 1);
    return [insertion(head, bodies.map((body) => `${body},${gap}`).join(''))];
  }
  const at = skipEndOfLine(text, skipSameLineComments(text, original.comments, container.start + 1));
  const blankLine = partsWithBlankLine(original, container) ? style.eol : '';
  const lines = bodies.map((body) => `${style.eol}${indent}${body},`).join(blankLine);
  return [insertion(at, lines + (endsParagraph(original, container, at) ? '' : blankLine))];
}

/** The first items of an object or array that holds only comments: behind them. */
export function insertBehindComments(
  original: Original,
  container: ContainerNode,
  entries: readonly NewItem[],
): TextEdit[] {
  const { text, style } = original;
  const last = commentsBetween(original.comments, container.start, container.end).at(-1);
  if (last === undefined) return [];
  const outer = lineIndent(text, container.start);
  const own = lineIndent(text, last.start);
  const closer = container.end - 1;
  if (!hasLineEnd(text, last.end, closer)) {
    const bodies = formatNewItems(original, container, entries, startsLine(text, last.start) ? own : outer);
    return [insertion(last.end, ` ${bodies.join(', ')}${last.end === closer ? ' ' : ''}`)];
  }
  const indent = startsLine(text, last.start) && own.length > outer.length ? own : outer + style.indent;
  const bodies = formatNewItems(original, container, entries, indent).map((body) => style.eol + indent + body);
  return [insertion(last.end, bodies.join(',') + (style.trailingComma ? ',' : ''))];
}

/** Behind the blanks that end the line of `at`; `at` itself where something else follows. */
function skipEndOfLine(text: string, at: number): number {
  const end = skipInlineBlanks(text, at);
  return isLineEndAt(text, end) ? end : at;
}

function withoutComma({ comma }: Item): TextEdit[] {
  return comma === undefined ? [] : [deletion(comma, comma + 1)];
}

function partsWithBlankLine(original: Original, container: ContainerNode): boolean {
  return surroundingsWithin(original, container).isParted;
}

/** What separates the items of one line: as before this one, or as the file has it where it is the first. */
function gapBefore({ text, style }: Original, item: Item, index: number): string {
  if (index === 0) return style.gap;
  return text[item.start - 1] === ',' ? '' : ' ';
}

/** The indentation of items that have lines of their own. */
function indentOfLines({ text, style }: Original, container: ContainerNode, nearest: Item): string {
  const model = startsLine(text, nearest.start)
    ? nearest
    : container.items.find(({ start }) => startsLine(text, start));
  return model === undefined ? lineIndent(text, container.start) + style.indent : lineIndent(text, model.start);
}

function insertion(offset: number, content: string): TextEdit {
  return { offset, length: 0, content };
}
