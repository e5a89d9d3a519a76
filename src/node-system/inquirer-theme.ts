import stringWidth from 'fast-string-width';
import type { Style } from '../system.ts';
import { wrapItems, wrapWords } from '../text/wrap.ts';

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
      // On a line of its own where there is no room behind the question.
      answer: (text: string) =>
        style('cyan', stringWidth(`${message} ${text}`) + MARK_WIDTH <= columns() ? text : `\n  ${text}`),
      description: (text: string) => style('cyan', wrap(text)),
      error: (text: string) => style('red', wrap(`> ${text}`)),
      keysHelpTip: () => style('dim', wrap(KEYS[kind])),
    },
  };
}

/** A row that is a sentence, broken between words; one with columns fits already. */
export function wrapRow(text: string, { unicode, columns }: ThemeOptions): string {
  return wrapWords(asciiOf(text, unicode), columns() - MARK_WIDTH, '  ');
}

function heading(title: string, note: string, { unicode, columns }: ThemeOptions): string {
  const lines = asciiOf(note === '' ? title : `${title} ${note}`, unicode)
    .split('\n')
    .map((line) => wrapWords(line, columns() - MARK_WIDTH, '  '));
  const text = lines.join('\n');
  return text.startsWith(title) ? style('bold', title) + text.slice(title.length) : style('bold', text);
}

function wrapLines(text: string, { unicode, columns }: ThemeOptions): string {
  const lines = text.split('\n').map((line) => wrapItems(asciiOf(line, unicode), columns()));
  return unicode ? lines.join('\n') : lines.join('\n').replaceAll(' ·', ',');
}

/** Our own marks in ASCII; names from elsewhere stay as they are. */
function asciiOf(text: string, unicode: boolean): string {
  return unicode ? text : text.replaceAll('↑↓', 'up/down').replaceAll('…', '...');
}

/** In colour wherever Inquirer is: both leave that to Node. */
function style(format: Style, text: string): string {
  return process.getBuiltinModule('node:util').styleText(format, text);
}
