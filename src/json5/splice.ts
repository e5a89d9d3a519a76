import type { Range } from './scan.ts';

/** A textual change as data: `length` characters at `offset` become `content`. */
export type TextEdit = { offset: number; length: number; content: string };

/**
 * The text with all edits applied in one pass, and where in it their contents came to stand. Edits at one offset keep
 * their order; where deletions overlap, their union goes, and what another edit inserts inside it stays.
 */
export function splice(text: string, edits: readonly TextEdit[]): { text: string; changed: Range[] } {
  const pieces: string[] = [];
  const changed: Range[] = [];
  let length = 0;
  let at = 0;
  const push = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset)) {
    if (edit.offset > at) push(text.slice(at, edit.offset));
    changed.push({ start: length, end: length + edit.content.length });
    push(edit.content);
    at = Math.max(at, edit.offset + edit.length);
  }
  push(text.slice(at));
  return { text: pieces.join(''), changed };
}
