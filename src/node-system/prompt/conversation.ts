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

/** A text as it was said, the columns that the window had, and the text as it was drawn last. */
type Said = { text: string; columns: number; drawn: string };

export function createConversation(screen: Screen): Conversation {
  let said: Said[] = [];
  /** Where the last checkpoint is in it. */
  let asked = 0;
  /** At least so many lines of what was said are on the screen: it may have begun on any line, and have scrolled. */
  let onScreen = 0;
  const heightOf = (text: string) => linesOf(text).reduce((sum, line) => sum + heightOfLine(line, screen.columns()), 0);
  const makeRoom = (height: number) => {
    onScreen = Math.max(0, Math.min(onScreen, screen.rows() - height));
  };
  const add = (text: string) => {
    said.push({ text, columns: screen.columns(), drawn: text });
    onScreen += heightOf(text);
    makeRoom(1);
  };
  const redraw = (free = 1) => {
    for (const one of said) one.drawn = foldedAnew(one, screen.columns());
    const lines = lastLines(linesOf(drawnOf(said)), screen.rows() - free, screen.columns());
    const visible = lines.map((line) => `${line}\n`).join('');
    screen.write(CLEAR_SCREEN + visible);
    onScreen = heightOf(visible);
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
        const height = heightOf(drawnOf(said.slice(length)));
        said = said.slice(0, length);
        asked = length;
        // What has scrolled away comes back.
        if (onScreen - height < Math.min(heightOf(drawnOf(said)), screen.rows() - 1)) return redraw();
        if (height > 0) screen.write(`\u001b[${height}A\r${ERASE_BELOW}`);
        onScreen -= height;
      };
    },
    // An empty line above may scroll away.
    explained: () => heightOf(drawnOf(said.slice(asked)).replace(/^\n+/, '')),
    redraw,
    makeRoom,
  };
}

/** What was wrapped for a wider window, for this one; what was too wide then is a link, a command or a diff, and stays. */
function foldedAnew({ text, columns: before }: Said, now: number): string {
  if (now >= before) return text;
  return text.replace(/[^\n]+/g, (line) => (visibleWidth(line) <= before ? refold(line, now) : line));
}

function drawnOf(said: readonly Said[]): string {
  return said.map(({ drawn }) => drawn).join('');
}

/** The lines of a text that ends with a line break. */
function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1);
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
