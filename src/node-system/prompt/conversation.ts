import { widthOf } from '../../text/wrap.ts';

const CLEAR_SCREEN = '\u001b[2J\u001b[H';
const ERASE_BELOW = '\u001b[J';
/** `ESC [ … letter` and OSC links: no cells. */
const SEQUENCE = /\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

export type Screen = {
  write(text: string): void;
  /** Cells and lines of the window, as it is now. */
  columns(): number;
  rows(): number;
};

/** What was said on a terminal since the run began, so that it can be drawn again, or taken back. */
export type Conversation = {
  /** Writes whole lines. */
  write(text: string): void;
  /** Remembers the end of what was said; the function returned takes off the screen what was said since. */
  checkpoint(): () => void;
  /**
   * Draws everything again on a clean screen, with `height` free lines below it, and leaves the cursor in the one that
   * `above` of them are above of.
   */
  redraw(free?: { height: number; above: number }): void;
};

export function createConversation(screen: Screen): Conversation {
  let said: string[] = [];
  const redraw = ({ height, above } = { height: 1, above: 0 }) => {
    const room = Math.max(1, screen.rows() - height);
    // The last of them is empty: what is said ends with a line break.
    const visible = said
      .join('')
      .split('\n')
      .slice(-room - 1)
      .join('\n');
    screen.write(`${CLEAR_SCREEN}${visible}${'\n'.repeat(height - 1)}${up(height - 1 - above)}`);
  };
  return {
    write: (text) => {
      said.push(text);
      screen.write(text);
    },
    checkpoint: () => {
      const { length } = said;
      return () => {
        const height = heightOf(said.slice(length).join(''), screen.columns());
        said = said.slice(0, length);
        if (height >= screen.rows()) redraw();
        else if (height > 0) screen.write(`${up(height)}\r${ERASE_BELOW}`);
      };
    },
    redraw,
  };
}

function up(lines: number): string {
  return lines > 0 ? `\u001b[${lines}A` : '';
}

/** Lines on a screen of that width; the text ends with a line break. */
function heightOf(text: string, columns: number): number {
  const lines = text.replace(SEQUENCE, '').split('\n').slice(0, -1);
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
}
