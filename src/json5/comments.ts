import { hasLineEnd, isLineEndAt, skipInlineBlanks } from './lines.ts';
import type { Range } from './scan.ts';

/** The comments that lie wholly between two offsets. `comments` is in the order of the text. */
export function commentsBetween(comments: readonly Range[], start: number, end: number): Range[] {
  const found: Range[] = [];
  for (let i = firstAtOrAfter(comments, start); i < comments.length; i++) {
    const comment = comments[i];
    if (comment === undefined || comment.end > end) break;
    found.push(comment);
  }
  return found;
}

/** The last of the ranges (in the order of the text) that begins before `at`. */
export function lastBefore(ranges: readonly Range[], at: number): Range | undefined {
  return ranges[firstAtOrAfter(ranges, at) - 1];
}

/** Whether an empty line stands between two offsets, outside of comments. */
export function hasBlankLine(text: string, comments: readonly Range[], start: number, end: number): boolean {
  const between = commentsBetween(comments, start, end);
  const starts = [start, ...between.map((comment) => comment.end)];
  const ends = [...between.map((comment) => comment.start), end];
  return starts.some((from, index) => BLANK_LINE.test(text.slice(from, ends[index])));
}

const BLANK_LINE = /(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*[\n\r\u2028\u2029]/;

/** Comments side by side, or below each other where they stood so or the first one needs its line end. */
export function joinComments(text: string, comments: readonly Range[], lineBreak: string): string {
  return comments
    .map((comment, index) => {
      const previous = comments[index - 1];
      const words = text.slice(comment.start, comment.end);
      if (previous === undefined) return words;
      const breaks = isLineComment(text, previous) || hasLineEnd(text, previous.end, comment.start);
      return (breaks ? lineBreak : ' ') + words;
    })
    .join('');
}

export function isLineComment(text: string, comment: Range): boolean {
  return text.startsWith('//', comment.start);
}

/**
 * Where the comments end that stand behind `at` on the same line; `at` itself where none does, and where a token
 * follows them on that line, because then they speak of what follows.
 */
export function skipSameLineComments(text: string, comments: readonly Range[], at: number): number {
  let end = at;
  for (let i = firstAtOrAfter(comments, at); ; i++) {
    const next = skipInlineBlanks(text, end);
    const comment = comments[i];
    if (comment?.start !== next) return isLineEndAt(text, next) || isCloser(text[next]) ? end : at;
    end = comment.end;
  }
}

function isCloser(character: string | undefined): boolean {
  return character === undefined || character === '}' || character === ']';
}

/** Binary search, so that many edits in a large file stay linear. */
function firstAtOrAfter(comments: readonly Range[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
