import type { Output } from '../terminal/outputs.ts';
import { refold, visibleWidth } from '../terminal/refold.ts';

const CLEAR_SCREEN = '\u001b[2J\u001b[H';
const ERASE_BELOW = '\u001b[J';

export type Screen = {
  write(text: string): void;
  /** Cells and lines of the window, as it is now. */
  columns(): number;
  rows(): number;
};

/** What was said on a terminal since the run began, so that it can be drawn again, or taken back. */
export type Conversation = {
  /** The same output, of which everything written is remembered. */
  record(output: Output): Output;
  /** Remembers the end of what was said; the function returned takes off the screen what was said since. */
  checkpoint(): () => void;
  /** Lines of what was said since the last checkpoint: they explain the question that follows. */
  explained(): number;
  /** Draws everything again on a clean screen; `free` lines are left below it. */
  redraw(free?: number): void;
  /** Tells that a question of so many lines is drawn below what was said. */
  makeRoom(height: number): void;
};

export function createConversation(screen: Screen): Conversation {
  let said: string[] = [];
  /** The same texts as they were said, and the columns that the window had. */
  let first: { text: string; columns: number }[] = [];
  /** Where the last checkpoint is in it. */
  let asked = 0;
  /** At least so many lines of what was said are on the screen: it may have begun on any line, and have scrolled. */
  let onScreen = 0;
  const heightOf = (texts: readonly string[]) =>
    linesOf(texts).reduce((sum, line) => sum + heightOfLine(line, screen.columns()), 0);
  const makeRoom = (height: number) => {
    onScreen = Math.max(0, Math.min(onScreen, screen.rows() - height));
  };
  const add = (text: string) => {
    said.push(text);
    first.push({ text, columns: screen.columns() });
    onScreen += heightOf([text]);
    makeRoom(1);
  };
  const redraw = (free = 1) => {
    said = first.map(({ text, columns }) => foldedAnew(text, columns, screen.columns()));
    const visible = lastLines(linesOf(said), screen.rows() - free, screen.columns());
    screen.write(CLEAR_SCREEN + visible.map((line) => `${line}\n`).join(''));
    onScreen = heightOf(visible.map((line) => `${line}\n`));
  };
  return {
    record: (output) => ({
      ...output,
      write: (text) => {
        add(text);
        output.write(text);
      },
    }),
    checkpoint: () => {
      const { length } = said;
      asked = length;
      return () => {
        const height = heightOf(said.slice(length));
        said = said.slice(0, length);
        first = first.slice(0, length);
        asked = length;
        // What has scrolled away comes back.
        if (onScreen - height < Math.min(heightOf(said), screen.rows() - 1)) return redraw();
        if (height > 0) screen.write(`\u001b[${height}A\r${ERASE_BELOW}`);
        onScreen -= height;
      };
    },
    // An empty line above may scroll away.
    explained: () => heightOf([said.slice(asked).join('').replace(/^\n+/, '')]),
    redraw,
    makeRoom,
  };
}

/** What was wrapped for a wider window, for this one; what was too wide then is a link, a command or a diff, and stays. */
function foldedAnew(text: string, before: number, now: number): string {
  if (now >= before) return text;
  return text.replace(/[^\n]+/g, (line) => (visibleWidth(line) <= before ? refold(line, now) : line));
}

/** The lines of texts that end with a line break. */
function linesOf(texts: readonly string[]): string[] {
  return texts.join('').split('\n').slice(0, -1);
}

function heightOfLine(line: string, columns: number): number {
  return Math.max(1, Math.ceil(visibleWidth(line) / columns));
}

/** As many of the last lines as there is room for. */
function lastLines(lines: readonly string[], room: number, columns: number): string[] {
  let height = 0;
  let start = lines.length;
  while (start > 0) {
    height += heightOfLine(lines[start - 1] ?? '', columns);
    if (height > room) break;
    start--;
  }
  return lines.slice(start);
}
