import type { Stream } from '../../system.ts';
import { unmarked, widthOf, wrapWords } from '../../text/wrap.ts';

/** Something with its name before it, of as many lines as it needs. */
export type Pair = readonly [name: string, ...lines: string[]];

const INDENT = '  ';
/** Cells between a name and its value: fewer where a command would just not fit. */
const GAPS = [3, 2, 1];

/** Pairs below each other, their values aligned and wrapped to the stream. */
export function formatPairs(pairs: readonly Pair[], { columns, style }: Pick<Stream, 'columns' | 'style'>): string {
  const most = Math.max(...pairs.map(([name]) => widthOf(name)));
  const indents = GAPS.map((gap) => INDENT + ' '.repeat(most + gap));
  const isRoomy = (indent: string) =>
    pairs.every(([, ...values]) => values.every((value) => fits(wrapWords(indent + value, columns, indent), columns)));
  const indent = indents.find(isRoomy) ?? indents[0] ?? INDENT;
  const lines = pairs.flatMap(([marked, ...values]) => {
    const name = unmarked(marked);
    return values.map((value, index) => {
      const text = wrapWords(indent + value, columns, indent).slice(indent.length);
      if (index > 0) return indent + text;
      return INDENT + style('dim', name) + ' '.repeat(indent.length - INDENT.length - widthOf(name)) + text;
    });
  });
  return `${lines.join('\n')}\n`;
}

function fits(text: string, columns: number): boolean {
  return text.split('\n').every((line) => widthOf(line) <= columns);
}
