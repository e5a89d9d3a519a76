import { widthOf, wrapWords } from '../../text/wrap.ts';

/** `ESC [ … letter` and OSC links: no cells. */
const SEQUENCE = /\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;
/** What its further lines are indented by: the blanks before it, or all that is before the value of a pair. */
const BEFORE_VALUE = /^ +\S+(?: \S+)* {3,}(?=\S)/;

/** Cells that a line takes, with all that a terminal obeys in it. */
export function visibleWidth(line: string): number {
  return widthOf(line.replace(SEQUENCE, ''));
}

/** A line with colours and links broken between its words, for a window that got narrower than it. */
export function refold(line: string, columns: number): string {
  const plain = line.replace(SEQUENCE, '');
  if (widthOf(plain) <= columns) return line;
  const before = BEFORE_VALUE.exec(plain)?.[0] ?? /^ */.exec(plain)?.[0] ?? '';
  const indent = ' '.repeat(Math.max(2, before.length > columns / 2 ? 2 : before.length));
  // Blanks in place of a mark, which is never alone on its line.
  const [first = '', ...others] = wrapWords(plain.replace(/^\S (?=\S)/, '  '), columns, indent).split('\n');
  let at = first.length;
  const breaks = others.map((next) => {
    const from = plain[at] === ' ' ? at + 1 : at;
    const here = { at, from };
    at = from + next.length - indent.length;
    return here;
  });
  return withBreaks(line, breaks, `\n${indent}`);
}

/** The line with `text` in place of what is between each `at` and `from`, counted without what a terminal obeys. */
function withBreaks(line: string, breaks: readonly { at: number; from: number }[], text: string): string {
  const sequences = line.match(SEQUENCE) ?? [];
  let offset = 0;
  return line
    .split(SEQUENCE)
    .map((part, index) => {
      const start = offset;
      offset += part.length;
      const within = breaks.filter(({ at }) => at >= start && at < offset).toReversed();
      const broken = within.reduce(
        (said, { at, from }) => said.slice(0, at - start) + text + said.slice(from - start),
        part,
      );
      return broken + (sequences[index] ?? '');
    })
    .join('');
}
