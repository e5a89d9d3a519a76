import { PassThrough } from 'node:stream';

/** Why a question is to be put again: the program is to be stopped first, or was, and the screen is not what it was. */
export type Again = 'stop' | 'redraw';

/** The keys of the terminal, from the first question to the end of the process. */
export type Keyboard = {
  /** Keys for a question, until `close`; what was typed before it, while nothing was asked, is dropped. */
  open(onAgain: (why: Again) => void): Promise<PassThrough>;
  close(): void;
  /** Stops the program as a shell's Ctrl-Z does; resolves when it goes on. */
  stop(): Promise<void>;
};

const CTRL_C = 0x03;
const CTRL_Z = 0x1a;
const SHOW_CURSOR = '\u001b[?25h';
/** How soon after it was stopped a program that could not be (nobody would wake it) goes on. */
const STOPPED_AFTER_MS = 20;

/**
 * Standard input, held in raw mode from the first question on: nothing is echoed between two of them, and Ctrl-C and
 * Ctrl-Z, which the terminal no longer knows then, still work. The terminal's mode and cursor are put back at the end.
 */
export function createKeyboard({ stdin, stderr } = process): Keyboard {
  let isHeld = false;
  let isStopping = false;
  let question: { keys: PassThrough; onAgain: (why: Again) => void } | undefined;

  const release = () => {
    stdin.setRawMode(false);
    stderr.write(SHOW_CURSOR);
  };
  const stop = async () => {
    isStopping = true;
    release();
    process.off('SIGTSTP', onStop);
    // The whole group, as the terminal would: who started this program (npx) must not go on waiting for it.
    process.kill(0, 'SIGTSTP');
    await new Promise((resolve) => setTimeout(resolve, STOPPED_AFTER_MS));
    process.on('SIGTSTP', onStop);
    stdin.setRawMode(true);
    isStopping = false;
  };
  const onStop = () => {
    if (isStopping) return;
    if (question === undefined) void stop();
    else question.onAgain('stop');
  };
  /** After a SIGSTOP, which nobody can catch: the shell has had the terminal meanwhile. */
  const onContinue = () => {
    if (isStopping) return;
    stdin.setRawMode(false).setRawMode(true);
    question?.onAgain('redraw');
  };
  const onData = (chunk: Buffer) => {
    if (chunk.includes(CTRL_Z) && process.platform !== 'win32') onStop();
    else if (question !== undefined) question.keys.write(chunk);
    else if (chunk.includes(CTRL_C)) process.kill(process.pid, 'SIGINT');
  };
  const hold = () => {
    isHeld = true;
    stdin.setRawMode(true).on('data', onData);
    process.once('exit', release);
    if (process.platform === 'win32') return;
    process.on('SIGTSTP', onStop).on('SIGCONT', onContinue);
  };
  return {
    open: async (onAgain) => {
      if (!isHeld) hold();
      stdin.ref();
      // Long enough for what has been typed already to be read, and dropped.
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
      question = { keys: new PassThrough(), onAgain };
      return question.keys;
    },
    close: () => {
      question = undefined;
      // Still read, but no reason to go on: a run ends by itself.
      stdin.unref();
    },
    stop,
  };
}
