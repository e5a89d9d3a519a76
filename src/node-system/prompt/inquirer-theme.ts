import type { Style } from '../../system.ts';
import { asciiOf } from '../../text/sanitise.ts';
import { widthOf, wrapItems, wrapWords } from '../../text/wrap.ts';

export type ThemeOptions = {
  /** False where the locale is not UTF-8: marks that it can show. */
  unicode: boolean;
  /** Width of the terminal in cells, as it is now. */
  columns: () => number;
};

/** `note` stands behind the message until the question is answered. */
export type Heading = { message: string; note?: string };

/** Every key is named: Esc is ours, Inquirer does not know it. */
const KEYS = {
  select: '↑↓ move · enter choose · esc back · ctrl+c quit',
  search: 'type to filter · ↑↓ move · enter choose · esc back · ctrl+c quit',
  text: '',
};

/** The cells of `? ` before a question and of `❯ ` before a row. */
const MARK_WIDTH = 2;

/** How a question looks. Lines break between words: Inquirer itself breaks them anywhere. */
export function createTheme({ message, note = '' }: Heading, kind: keyof typeof KEYS, options: ThemeOptions) {
  const { unicode, columns } = options;
  const wrap = (text: string) => wrapLines(text, options);
  return {
    prefix: { idle: '?', done: unicode ? '✔' : '*' },
    spinner: unicode ? {} : { frames: ['-', '\\', '|', '/'] },
    icon: { cursor: unicode ? '❯' : '>' },
    style: {
      message: (text: string, status: string) => heading(text, status === 'done' ? '' : note, options),
      answer: (text: string) => style('cyan', beside(message, unicode ? text : asciiOf(text), columns())),
      description: (text: string) => style('cyan', wrap(text)),
      error: (text: string) => style('red', wrap(`> ${text}`)),
      keysHelpTip: () => style('dim', wrap(KEYS[kind])),
    },
  };
}

/** An answer on a line of its own where there is no room behind the question. */
function beside(message: string, answer: string, columns: number): string {
  return widthOf(`${message} ${answer}`) + MARK_WIDTH <= columns ? answer : `\n  ${answer}`;
}

/** A row that is a sentence, broken between words; one with columns fits already. */
export function wrapRow(text: string, { unicode, columns }: ThemeOptions): string {
  return wrapWords(unicode ? text : asciiOf(text), columns() - MARK_WIDTH, '  ');
}

function heading(title: string, note: string, { unicode, columns }: ThemeOptions): string {
  const whole = note === '' ? title : `${title} ${note}`;
  const lines = (unicode ? whole : asciiOf(whole))
    .split('\n')
    .map((line) => wrapWords(line, columns() - MARK_WIDTH, '  '));
  const text = lines.join('\n');
  return text.startsWith(title) ? style('bold', title) + text.slice(title.length) : style('bold', text);
}

function wrapLines(text: string, { unicode, columns }: ThemeOptions): string {
  const lines = text.split('\n').map((line) => wrapItems(line, columns()));
  // After the break, which the dots are for; a line gets a few cells longer by it, which is no harm.
  return unicode ? lines.join('\n') : asciiOf(lines.join('\n'));
}

/** In colour wherever Inquirer is: both leave that to Node. */
function style(format: Style, text: string): string {
  return process.getBuiltinModule('node:util').styleText(format, text);
}
