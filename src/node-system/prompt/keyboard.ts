import { PassThrough } from 'node:stream';

/** The keys of the terminal, from the first question to the end of the process. */
export type Keyboard = {
  /**
   * Keys for a question, until `close`: each as it is pressed, or whole lines that the terminal itself lets a person
   * edit. What was typed before, while nothing was asked, is dropped.
   */
  open(mode: 'keys' | 'lines'): Promise<PassThrough>;
  close(): void;
};

export type KeyboardOptions = {
  /** Whether a question may hide the cursor; it is shown again at the end. */
  hidesCursor: boolean;
  /** The program is about to be stopped: the shell gets the screen. */
  onStop: () => void;
  /** It goes on. */
  onContinue: () => void;
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
export function createKeyboard(
  { hidesCursor, onStop, onContinue }: KeyboardOptions,
  { stdin, stderr } = process,
): Keyboard {
  let isHeld = false;
  let isStopping = false;
  let question: { keys: PassThrough; isRaw: boolean } | undefined;

  const take = () => stdin.setRawMode(question?.isRaw ?? true);
  const release = () => {
    stdin.setRawMode(false);
    if (hidesCursor) stderr.write(SHOW_CURSOR);
  };
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    onStop();
    release();
    process.off('SIGTSTP', stop);
    // The whole group, as the terminal would: who started this program (npx) must not go on waiting for it.
    process.kill(0, 'SIGTSTP');
    await new Promise((resolve) => setTimeout(resolve, STOPPED_AFTER_MS));
    process.on('SIGTSTP', stop);
    isStopping = false;
    take();
    onContinue();
  };
  /** After a SIGSTOP, which nobody can catch: the shell has had the terminal meanwhile. */
  const goOn = () => {
    if (isStopping) return;
    stdin.setRawMode(false);
    take();
    onContinue();
  };
  const onData = (chunk: Buffer) => {
    if (chunk.includes(CTRL_C)) process.emit('SIGINT', 'SIGINT');
    else if (chunk.includes(CTRL_Z) && process.platform !== 'win32') void stop();
    else question?.keys.write(chunk);
  };
  const hold = () => {
    isHeld = true;
    stdin.setRawMode(true).on('data', onData);
    process.once('exit', release);
    if (process.platform === 'win32') return;
    process.on('SIGTSTP', stop).on('SIGCONT', goOn);
  };
  return {
    open: async (mode) => {
      if (!isHeld) hold();
      stdin.ref();
      // Long enough for what has been typed already to be read, and dropped.
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
      question = { keys: new PassThrough(), isRaw: mode === 'keys' };
      take();
      return question.keys;
    },
    close: () => {
      question = undefined;
      take();
      // Still read, but no reason to go on: a run ends by itself.
      stdin.unref();
    },
  };
}
