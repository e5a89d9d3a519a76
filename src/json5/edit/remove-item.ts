import {
  afterLineEnd,
  beforeLineEnd,
  isLineEndAt,
  skipInlineBlanks,
  skipInlineBlanksBack,
  startsLine,
} from '../lines.ts';
import type { ContainerNode, Range } from '../scan.ts';
import type { TextEdit } from '../splice.ts';
import type { Original } from '../style/original.ts';
import { endOfTextBefore } from './attached-comments.ts';

export type Removal = {
  /** The item with its comma and its comments. */
  extent: Range;
  /** A comma before it that goes as well, because no item follows any more. */
  leadingComma?: number | undefined;
  /** Whether the item before it is kept. */
  previousStays?: boolean;
};

/** Takes an item out; its line goes too where it had one of its own. */
export function removeItem(
  original: Original,
  container: ContainerNode,
  { extent, leadingComma, previousStays = false }: Removal,
): TextEdit {
  const { text } = original;
  const { end } = extent;
  const isBesideComma = leadingComma !== undefined && skipInlineBlanks(text, leadingComma + 1) === extent.start;
  const start = isBesideComma ? leadingComma : extent.start;
  const rest = skipInlineBlanks(text, end);
  if (isLineEndAt(text, rest)) {
    if (startsLine(text, start)) return removeLine(text, container, start, rest);
    return deletion(skipInlineBlanksBack(text, start), end);
  }
  if (rest === container.end - 1) {
    // What else goes before it may end in the line end that a line comment needs.
    const isAlone = previousStays && (isBesideComma || leadingComma === undefined || !startsLine(text, leadingComma));
    return deletion(isAlone ? endOfTextBefore(original, start) : skipInlineBlanksBack(text, start), end);
  }
  return deletion(start, rest);
}

/** Takes a comma out that no item follows any more, with its line where it stands alone on one. */
export function removeComma({ text }: Original, comma: number): TextEdit {
  const rest = skipInlineBlanks(text, comma + 1);
  if (!startsLine(text, comma) || !isLineEndAt(text, rest)) return deletion(comma, comma + 1);
  return deletion(beforeLineEnd(text, skipInlineBlanksBack(text, comma)), rest);
}

/** The lines from `start` to their end at `end`, and one of two blank lines (or lines of brackets) that would meet. */
function removeLine(text: string, container: ContainerNode, start: number, end: number): TextEdit {
  const from = beforeLineEnd(text, skipInlineBlanksBack(text, start));
  const previous = skipInlineBlanksBack(text, from);
  const next = skipInlineBlanks(text, afterLineEnd(text, end));
  const followsBlankLine = previous > container.start + 1 && isLineEndAt(text, previous - 1);
  const precedesBlankLine = isLineEndAt(text, next);
  if (followsBlankLine && (precedesBlankLine || next === container.end - 1)) {
    return deletion(beforeLineEnd(text, previous), end);
  }
  if (precedesBlankLine && previous === container.start + 1) return deletion(from, next);
  return deletion(from, end);
}

export function deletion(start: number, end: number): TextEdit {
  return { offset: start, length: end - start, content: '' };
}
