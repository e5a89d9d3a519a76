import type { Stream, Style, Voice } from '../../system.ts';
import { marks, sanitiseToWrap } from '../../text/sanitise.ts';
import { wrapWords } from '../../text/wrap.ts';

/** The ways to say a sentence: each wraps it to its stream, cleans it of what a terminal obeys, and marks it. */
export function createVoice(out: Stream, err: Stream, unicode: boolean): Voice {
  return {
    say: (text) => write(out, '', text),
    tell: (text) => write(err, '', text),
    note: (text) => write(err, '  ', text, 'dim'),
    warn: (text) => write(err, `${err.style('yellow', '!')} `, text),
    done: (text) => write(err, `${err.style('green', marks(unicode).done)} `, text),
    fail: (text) => write(err, `${err.style('red', marks(unicode).failed)} `, text),
  };
}

/** Each line of the text on a line of its own; further ones, and what is wrapped, are indented to below its words. */
function write(stream: Stream, mark: string, text: string, style?: Style): void {
  const [first = '', ...others] = text.split('\n').map(sanitiseToWrap);
  const wrap = (line: string) => wrapWords(line, stream.columns, '  ');
  // Wrapped with blanks in place of the mark, which is never alone on its line.
  const room = mark === '' ? '' : '  ';
  const marked = mark + wrap(room + first).slice(room.length);
  const wrapped = [marked, ...others.map((line) => wrap(`  ${line}`))].join('\n');
  stream.write(`${style === undefined ? wrapped : stream.style(style, wrapped)}\n`);
}
