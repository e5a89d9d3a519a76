import type { Stream } from '../../system.ts';
import { unmarked, widthOf, wrapWords } from '../../text/wrap.ts';

/** Something with its name before it, of as many lines as it needs. */
export type Pair = readonly [name: string, ...lines: string[]];

const GAP = 3;
const INDENT = '  ';

/** Pairs below each other, their values aligned and wrapped to the stream; one that has no room so is below its name. */
export function formatPairs(pairs: readonly Pair[], { columns, style }: Pick<Stream, 'columns' | 'style'>): string {
  const width = Math.max(...pairs.map(([name]) => widthOf(name))) + GAP;
  const indent = INDENT + ' '.repeat(width);
  const lines = pairs.flatMap(([marked, ...values]) => {
    const name = unmarked(marked);
    return values.map((value, index) => {
      const text = wrapWords(indent + value, columns, indent);
      if (index > 0) return text;
      const isBeside = text.split('\n').every((line) => widthOf(line) <= columns);
      const beside = ' '.repeat(width - widthOf(name)) + text.slice(indent.length);
      return INDENT + style('dim', name) + (isBeside ? beside : `\n${wrapWords(INDENT + value, columns, INDENT)}`);
    });
  });
  return `${lines.join('\n')}\n`;
}
