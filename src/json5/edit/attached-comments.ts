import { isLineComment, lastBefore, skipSameLineComments } from '../comments.ts';
import { isBlank } from '../lexemes.ts';
import {
  afterLineEnd,
  beforeLineEnd,
  isLineEndAt,
  skipInlineBlanks,
  skipInlineBlanksBack,
  startsLine,
} from '../lines.ts';
import type { ContainerNode, Item, Range } from '../scan.ts';
import type { Original } from '../style/original.ts';

/**
 * An item with its comma and the comments that go where it goes: inside it, behind it on its line, before it on its
 * line, and on lines of their own above it where blank lines set both apart. Where the container loses its last item
 * (`isEmptied`), what stands before that one would come to stand above nothing else, and stays.
 */
export function extentOf(original: Original, container: ContainerNode, item: Item, isEmptied: boolean): Range {
  const behind = item.comma === undefined ? item.value.end : item.comma + 1;
  const end = skipSameLineComments(original.text, original.comments, behind);
  if (isEmptied) return { start: item.start, end };
  const head = headOf(original, item.start);
  const isLastOfParagraph = startsLine(original.text, head) && endsParagraph(original, container, end);
  return { start: isLastOfParagraph ? startOfParagraph(original, head) : head, end };
}

/** Where the comments begin that stand before `at` on the same line; `at` itself where none does. */
export function headOf({ text, comments }: Original, at: number): number {
  let head = at;
  for (;;) {
    const comment = lastBefore(comments, head);
    if (comment === undefined || comment.end !== skipInlineBlanksBack(text, head)) return head;
    head = comment.start;
  }
}

/** Whether a blank line or the container's closing line follows the line of `at`. */
export function endsParagraph({ text }: Original, container: ContainerNode, at: number): boolean {
  const rest = skipInlineBlanks(text, at);
  if (!isLineEndAt(text, rest)) return rest === container.end - 1;
  const next = skipInlineBlanks(text, afterLineEnd(text, rest));
  return next === container.end - 1 || isLineEndAt(text, next);
}

/** The first of the comment lines right above the line of `at` that a blank line stands above; else `at` itself. */
function startOfParagraph(original: Original, at: number): number {
  const { text, comments } = original;
  let top = at;
  for (;;) {
    const lineAbove = beforeLineEnd(text, skipInlineBlanksBack(text, top));
    const isBlankLine = isLineEndAt(text, skipInlineBlanksBack(text, lineAbove) - 1);
    if (isBlankLine) return top;
    const comment = lastBefore(comments, top);
    if (comment === undefined || skipInlineBlanks(text, comment.end) !== lineAbove) return at;
    top = headOf(original, comment.start);
    if (!startsLine(text, top)) return at;
  }
}

/** Where what stands before `at` ends, over line ends too, but for the one that a line comment needs. */
export function endOfTextBefore({ text, comments }: Original, at: number): number {
  let end = at;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  const comment = lastBefore(comments, at);
  const needsLineEnd = comment !== undefined && comment.end >= end && isLineComment(text, comment);
  return needsLineEnd ? skipInlineBlanksBack(text, at) : end;
}
