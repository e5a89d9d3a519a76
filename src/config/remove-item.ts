import { commentsBetween, isLineComment, joinComments } from './comments.ts';
import {
  afterLineEnd,
  beforeLineEnd,
  isLineEndAt,
  lineIndent,
  skipInlineBlanks,
  skipInlineBlanksBack,
  startsLine,
} from './layout.ts';
import type { ContainerNode, Item, Range } from './scan.ts';
import type { Source } from './surroundings.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * Takes an item out with its comma. Its comments stay where they stood; without any, its line goes too where it had
 * one of its own. `leadingComma` is a comma before it that goes as well, because no item follows any more.
 */
export function removeItem(
  source: Source,
  container: ContainerNode,
  item: Item,
  leadingComma: number | undefined,
): TextEdit {
  const { text } = source;
  const isBesideComma = leadingComma !== undefined && skipInlineBlanks(text, leadingComma + 1) === item.start;
  const start = isBesideComma ? leadingComma : item.start;
  const end = item.comma === undefined ? item.value.end : item.comma + 1;
  const rest = skipInlineBlanks(text, end);
  const kept = commentsBetween(source.comments, start, end);
  if (kept.length > 0) return keepComments(source, kept, { start, end, rest });
  if (isLineEndAt(text, rest)) {
    if (startsLine(text, start)) return removeLine(text, container, start, rest);
    return deletion(skipInlineBlanksBack(text, start), end);
  }
  if (rest === container.end - 1) return deletion(skipInlineBlanksBack(text, start), end);
  return deletion(start, rest);
}

/** Takes a comma out that no item follows any more, with its line where it stands alone on one. */
export function removeComma({ text }: Source, comma: number): TextEdit {
  const rest = skipInlineBlanks(text, comma + 1);
  if (!startsLine(text, comma) || !isLineEndAt(text, rest)) return deletion(comma, comma + 1);
  return deletion(beforeLineEnd(text, skipInlineBlanksBack(text, comma)), rest);
}

type Removed = Range & {
  /** The first character behind it that is no blank of the same line. */
  rest: number;
};

function keepComments({ text, style }: Source, kept: readonly Range[], { start, end, rest }: Removed): TextEdit {
  const lineBreak = style.eol + lineIndent(text, start);
  const joined = joinComments(text, kept, lineBreak);
  if (isLineEndAt(text, rest)) return { offset: start, length: rest - start, content: joined };
  const last = kept.at(-1);
  return last !== undefined && isLineComment(text, last)
    ? { offset: start, length: rest - start, content: joined + lineBreak }
    : { offset: start, length: end - start, content: joined };
}

/** The line from `start` to its end at `end`, and one of two blank lines (or lines of brackets) that would meet. */
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

function deletion(start: number, end: number): TextEdit {
  return { offset: start, length: end - start, content: '' };
}
