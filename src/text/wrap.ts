import stringWidth from 'fast-string-width';

/**
 * A sentence broken between words to lines of at most `columns` cells, the further ones indented; blanks before the
 * first word stay. A word that is wider than a line (a path, a URL, a model id) is left whole: the terminal breaks it,
 * and copying keeps it.
 */
export function wrapWords(text: string, columns: number, indent = ''): string {
  const lines: string[] = [];
  const lead = /^ */.exec(text)?.[0] ?? '';
  const [first = '', ...words] = text.slice(lead.length).split(' ');
  let line = lead + first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (widthOf(longer) > columns) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}

const ITEM_GAP = ' · ';
const NO_BREAK = '\u00a0';

/** Short phrases with ` · ` between them, broken between two of them, and inside one only where it needs a line and more. */
export function wrapItems(text: string, columns: number): string {
  const items = text.split(ITEM_GAP).map((item, index, all) => {
    const closed = index === all.length - 1 ? item : item + ITEM_GAP.trimEnd();
    return widthOf(closed) > columns ? closed : closed.replaceAll(' ', NO_BREAK);
  });
  return wrapWords(items.join(' '), columns).replaceAll(NO_BREAK, ' ');
}

/** Cells that a text takes on a terminal. Most texts here are ASCII, one cell a character, which needs no tables. */
export function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}
