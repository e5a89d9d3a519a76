/** A textual change as data: `length` characters at `offset` become `content`. */
export type TextEdit = { offset: number; length: number; content: string };

/**
 * The text with all edits applied in one pass. Edits at one offset keep their order; where deletions overlap, their
 * union goes, and what another edit inserts inside it stays.
 */
export function spliceText(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset)) {
    if (edit.offset > at) pieces.push(text.slice(at, edit.offset));
    pieces.push(edit.content);
    at = Math.max(at, edit.offset + edit.length);
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
