import { Writable } from 'node:stream';
import type { Conversation, Screen } from './conversation.ts';

/** A question on the screen, below what was said. */
export type Drawn = {
  /** Lines. */
  height: number;
  /** How many of them are above the cursor's. */
  above: number;
  /** Draws it at the cursor. */
  drawAgain(): void;
};

/** The screen with a question on it. */
export type QuestionScreen = {
  /** What Inquirer writes to, and closes after a question. */
  openOutput(): Writable;
  drawn(question: Drawn): () => void;
  /** Takes the question off: the shell gets the screen. */
  clear(): void;
  /** Draws what was said, and the question, on a clean screen. */
  redraw(): void;
};

const ERASE_BELOW = '\u001b[J';
/** How Inquirer takes off what it drew last: down to its end, then line by line up. */
const TAKE_OFF = /^(?:\u001b\[\d+B)?(?:\u001b\[2K\u001b\[1A)*\u001b\[2K\u001b\[G/;

export function createQuestionScreen(screen: Screen, conversation: Conversation): QuestionScreen {
  let question: Drawn | undefined;
  /** Whether what Inquirer drew last is gone already. */
  let isClean = false;
  const write = (chunk: string | Buffer, _encoding: string, done: () => void) => {
    const text = String(chunk);
    screen.write(isClean ? text.replace(TAKE_OFF, '') : text);
    isClean = false;
    done();
  };
  const size = {
    isTTY: { value: true },
    columns: { get: screen.columns },
    rows: { get: screen.rows },
  };
  const draw = (height: number) => {
    conversation.redraw(height);
    if (question === undefined) return;
    isClean = true;
    question.drawAgain();
  };
  return {
    openOutput: () => Object.defineProperties(new Writable({ decodeStrings: false, write }), size),
    drawn: (drawn) => {
      question = drawn;
      conversation.makeRoom(drawn.height);
      return () => {
        if (question === drawn) question = undefined;
      };
    },
    clear: () => {
      const above = question?.above ?? 0;
      screen.write(`${above > 0 ? `\u001b[${above}A` : ''}\r${ERASE_BELOW}`);
    },
    redraw: () => {
      const height = question?.height ?? 1;
      draw(height);
      // In a window that got lower it may be lower, too: then more of what was said has room.
      if (question !== undefined && question.height < height) draw(question.height);
    },
  };
}
