import stringWidth from 'fast-string-width';

/** Cells that a text takes on a terminal. Most texts here are ASCII, one cell a character, which needs no tables. */
export function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}
