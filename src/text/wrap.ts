import stringWidth from 'fast-string-width';

const BREAK_MARK = '\u200b';
const THAI = /[\u0e00-\u0e7f]/;
const CJK = '[\\u2e80-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const OPENING = '（「『【《〈［“‘(["\'';
const CLOSING = '、。，．：；！？）」』】》〉］”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\\],.:;!?"\'%';

/** Made once, where a text needs it: at a mark, and beside a CJK character unless punctuation would be torn off. */
let breaks: RegExp | undefined;

/** The parts of a word, which has no blanks, that a line may end between. */
function partsOf(word: string): string[] {
  if (ONE_CELL_EACH.test(word)) return [word];
  breaks ??= new RegExp(`${BREAK_MARK}|(?:(?<=${CJK})|(?=${CJK}))(?<![${escaped(OPENING)}])(?![${CLOSING}])`);
  return word.split(breaks);
}

function escaped(characters: string): string {
  return characters.replace('[', '\\[');
}

/** Sentences on one line. A full stop of full width brings its own blank; Thai, which has none, parts them by two. */
export function inOneLine(sentences: readonly string[]): string {
  return sentences.reduce((line, next) => `${line}${line.endsWith('。') ? '' : THAI.test(next) ? '  ' : ' '}${next}`);
}

/** A text with remarks behind it, which have a blank before them. */
export function withRemarks(text: string, ...remarks: readonly string[]): string {
  return remarks.reduce((line, remark) => line + (line === '' ? '' : gapBefore(remark)) + remark, text);
}

/** The blank before a remark: none before a bracket of full width, which brings its own. */
export function gapBefore(remark: string): string {
  return remark.startsWith('（') ? '' : ' ';
}

/** A text that is not wrapped, without the marks of where it could be. */
export function unmarked(text: string): string {
  return text.replaceAll(BREAK_MARK, '');
}

/** What is never broken, and whether a blank is before it. */
type Part = { text: string; blank: boolean };

/** Not in `(6 changes)`: a number in brackets is nothing without what it counts. */
const BLANK = /(?<!\(\d{1,9}) /;

function partsIn(text: string): Part[] {
  return text.split(BLANK).flatMap((word) => partsOf(word).map((part, index) => ({ text: part, blank: index === 0 })));
}

/** A command that ends a sentence: to be copied whole. */
const COMMAND =
  /(?<=^|[:?] |[：？])(?:(?:printenv \S+ \| |HF_TOKEN=\S+ )?openclaw|ls|\/model|--[a-z-]+) (?:(?![.;,，。；\u0e00-\u0e7f] ?).)+$/;

/** The parts of a sentence, with the command at its end as one. */
function partsOfSentence(text: string): Part[] {
  const command = COMMAND.exec(text);
  if (command === null) return partsIn(text);
  const before = text.slice(0, command.index);
  const last = { text: command[0], blank: before.endsWith(' ') };
  return before === '' ? [last] : [...partsIn(before.trimEnd()), last];
}

/**
 * A sentence broken to lines of at most `columns` cells, the further ones indented; blanks before the first word stay.
 * It is broken between words, at U+200B (which the result has no more), and between CJK characters. A word that is wider
 * than a line (a path, a URL, a model id), and a command at the end, is left whole: the terminal breaks it, and copying
 * keeps it.
 */
export function wrapWords(text: string, columns: number, indent = ''): string {
  if (columns === Number.POSITIVE_INFINITY) return unmarked(text);
  const lead = /^ */.exec(text)?.[0] ?? '';
  return lead + fill(partsOfSentence(text.slice(lead.length)), columns, { indent, lead: lead.length });
}

function fill([first, ...parts]: readonly Part[], columns: number, { indent = '', lead = 0 } = {}): string {
  const lines: string[] = [];
  let line = ' '.repeat(lead) + (first?.text ?? '');
  for (const { text, blank } of parts) {
    const longer = line + (blank ? ' ' : '') + text;
    // Two blanks have an empty part between them: none of them stays where a line ends.
    if (text !== '' && widthOf(longer) > columns) {
      lines.push(line.trimEnd());
      line = indent + text;
    } else line = longer;
  }
  return [...lines, line].join('\n').slice(lead);
}

const ITEM_GAP = ' · ';

/** Short phrases with ` · ` between them, broken between two of them, and inside one only where it needs a line and more. */
export function wrapItems(text: string, columns: number): string {
  const parts = text.split(ITEM_GAP).flatMap((item, index, all): Part[] => {
    const closed = index === all.length - 1 ? item : item + ITEM_GAP.trimEnd();
    return widthOf(closed) > columns ? partsIn(closed) : [{ text: unmarked(closed), blank: true }];
  });
  return fill(parts, columns);
}

/** An id that is wider than the screen is broken behind one of its marks, and never cut. */
export function breakLong(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  let fitting = line.slice(0, width);
  while (widthOf(fitting) > width) fitting = fitting.slice(0, -1);
  const at = Math.max(fitting.lastIndexOf('/'), fitting.lastIndexOf('-'), fitting.lastIndexOf(':')) + 1;
  const end = at > 0 ? at : fitting.length;
  return [line.slice(0, end), ...breakLong(line.slice(end), width)];
}

/** Printable ASCII, and our own marks. */
const ONE_CELL_EACH = /^[ -~·–“”…•↑→↓✔✗❯]*$/;

/** What the languages of this program are written in, of them the Thai vowels and tones above or below, and the wide. */
const OURS =
  /^[ -~·–“”…•↑→↓✔✗❯\u0e01-\u0e3a\u0e40-\u0e5b\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;
const NO_CELL = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;
const TWO_CELLS = /[\u3001-\uff60]/g;

/** Cells that a text takes on a terminal. */
export function widthOf(text: string): number {
  if (ONE_CELL_EACH.test(text)) return text.length;
  // Any other text needs string-width's tables, which take 4 ms to make.
  if (!OURS.test(text)) return stringWidth(text);
  return text.length - count(text, NO_CELL) + count(text, TWO_CELLS);
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}
