import stringWidth from 'fast-string-width';

/**
 * A sentence broken between words to lines of at most `columns` cells, the further ones indented; blanks before the
 * first word stay. A word that is wider than a line (a path, a URL, a model id) is left whole: the terminal breaks it,
 * and copying keeps it.
 */
export function wrapWords(text: string, columns: number, indent = ''): string {
  const lines: string[] = [];
  const lead = /^ */.exec(text)?.[0] ?? '';
  const [first = { gap: '', text: '' }, ...pieces] = piecesOf(text.slice(lead.length));
  let line = lead + first.text;
  for (const { gap, text: piece } of pieces) {
    const longer = line + gap + piece;
    if (widthOf(longer) > columns) {
      lines.push(line);
      line = indent + piece;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}

/** What no line is broken inside of; `gap` is what parts it from the piece before it on one line. */
type Piece = { gap: string; text: string };

/** Where a line may break in a language without blanks: put by hand into our own sentences, and never shown. */
export const BREAK_MARK = '\u200b';

/** Chinese and Japanese characters and full-width punctuation: a line may break between two of them. */
const WIDE = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** What never begins a line, and what never ends one. */
const CLOSING = /[、。，．：；！？…‥・ー）」』】〉》〕｝％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/;
const OPENING = /[（「『【〈《〔｛]/;

function piecesOf(text: string): Piece[] {
  return text
    .split(' ')
    .flatMap((word) => unbroken(word).map((piece, index) => ({ gap: index === 0 ? ' ' : '', text: piece })));
}

function unbroken(word: string): string[] {
  if (/^[ -~]*$/.test(word)) return [word];
  return word.split(BREAK_MARK).flatMap((part) => {
    const pieces: string[] = [];
    let before = '';
    for (const character of part) {
      if (before !== '' && mayBreak(before, character)) pieces.push(character);
      else pieces.push((pieces.pop() ?? '') + character);
      before = character;
    }
    return pieces.length === 0 ? [''] : pieces;
  });
}

function mayBreak(before: string, after: string): boolean {
  if (!WIDE.test(before) && !WIDE.test(after)) return false;
  return !CLOSING.test(after) && !OPENING.test(before);
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
