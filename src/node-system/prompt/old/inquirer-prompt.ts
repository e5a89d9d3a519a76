import { interruption, OpenclawError } from '../../../errors.ts';
import type { Answer, Choice, Prompt } from '../../../system.ts';
import { createTheme, type ThemeOptions, wrapRow } from './inquirer-theme.ts';
import { type Again, createKeyboard, type Keyboard } from './keyboard.ts';

/** What Inquirer takes beside a question; `clearPromptOnDone` is read when the prompt ends, so Esc can still set it. */
type PromptContext = {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  signal: AbortSignal;
  clearPromptOnDone: boolean;
};

export type InquirerOptions = { signal: AbortSignal; unicode: boolean; noColor: boolean };

/** Rows of a list on the screen, at most; the question, the descriptions and the keys need the rest of 24. */
const PAGE_SIZE = 12;
/** What the question, the descriptions and the keys may take around a list in a terminal of few lines. */
const AROUND_LIST = 10;
const LEAST_PAGE_SIZE = 3;

/** Questions on stderr. Inquirer is loaded with the first one. */
export function createInquirerPrompt({ signal, unicode, noColor }: InquirerOptions): Prompt {
  const isDumb = process.env.TERM === 'dumb';
  const asker: Asker = { interrupt: signal, keyboard: createKeyboard() };
  const look = { unicode, columns: () => process.stderr.columns || 80 };
  const choiceOf = <T>(choice: Choice<T>) => inquirerChoice(choice, look);
  const inquirer = () => {
    // Inquirer has no other switch for colours, and reads this one when it is loaded.
    if (noColor || isDumb) process.env.NO_COLOR = '1';
    // Under this name Node's readline does not know backspace, and takes its code for a character.
    if (isDumb) process.env.TERM = 'vt100';
    return import('./inquirer.ts').then((module) => module.inquirer);
  };
  return {
    select: ({ message, choices, initial }) =>
      ask(asker, async (context) => {
        const { select } = await inquirer();
        const theme = createTheme({ message }, 'select', look);
        const list = { choices: choices.map(choiceOf), default: initial, pageSize: pageSize(), loop: false };
        return select({ message, ...list, theme }, context);
      }),
    search: ({ message, note, source, initial }) =>
      ask(asker, async (context) => {
        const { search } = await inquirer();
        const theme = createTheme({ message, ...(note !== undefined && { note }) }, 'search', look);
        const rows = (term: string | undefined) => source(term ?? '').map(choiceOf);
        return search({ message, source: rows, default: initial, pageSize: pageSize(), theme }, context);
      }),
    password: ({ message, validate }) =>
      ask(asker, async (context) => {
        const { password } = await inquirer();
        const theme = createTheme({ message }, 'text', look);
        // As many marks as characters while it is typed, so that a paste can be seen; later not even the length.
        const style = { ...theme.style, answer: () => MASKED };
        // toggleMask would show the token on ctrl+t.
        return password({ message, validate, mask: '*', toggleMask: false, theme: { ...theme, style } }, context);
      }),
    input: ({ message, initial, validate }) =>
      ask(asker, async (context) => {
        const { input } = await inquirer();
        // Where both do not fit on one line, the text is typed below its question.
        const fits = message.length + (initial?.length ?? 0) + AROUND_TEXT <= look.columns();
        const theme = createTheme({ message, note: fits ? '' : '\n ' }, 'text', look);
        return input({ message, default: initial, prefill: 'editable', validate, theme }, context);
      }),
  };
}

const MASKED = '********';
/** The mark before a question, the blank behind it, and some room to type in. */
const AROUND_TEXT = 8;

function pageSize(): number {
  return Math.max(LEAST_PAGE_SIZE, Math.min(PAGE_SIZE, (process.stderr.rows || 24) - AROUND_LIST));
}

function inquirerChoice<T>({ value, label, short, description, disabled }: Choice<T>, look: ThemeOptions) {
  return {
    value,
    name: wrapRow(label, look),
    short: short ?? label,
    ...(description && { description }),
    ...(disabled && { disabled }),
  };
}

/** Esc is the first byte of the arrow keys, too: this long, not Node's 500 ms, it waits for the rest of one. */
const ESCAPE_MS = 100;

/** Where keys begin to be read; the first reader's waiting time counts for all, so it is told before Inquirer reads. */
function readKeys(input: NodeJS.ReadableStream): void {
  const { emitKeypressEvents } = process.getBuiltinModule('node:readline');
  // Of the interface that its type demands, only this member is read.
  Reflect.apply(emitKeypressEvents, undefined, [input, { escapeCodeTimeout: ESCAPE_MS }]);
}

type Asker = { interrupt: AbortSignal; keyboard: Keyboard };

/** Puts one question until it is answered: a program that was stopped meanwhile comes back to the same one. */
async function ask<T>(asker: Asker, open: (context: PromptContext) => Promise<T>): Promise<Answer<T>> {
  for (;;) {
    const answer = await askOnce(asker, open);
    if (answer.kind !== 'again') return answer;
    if (answer.why === 'stop') await asker.keyboard.stop();
  }
}

/** Esc answers "back", Ctrl-C and the end of stdin interrupt. What is left without an answer is cleared. */
async function askOnce<T>(
  { interrupt, keyboard }: Asker,
  open: (context: PromptContext) => Promise<T>,
): Promise<Answer<T> | { kind: 'again'; why: Again }> {
  const { stdin, stderr } = process;
  const left = new AbortController();
  const ended = new AbortController();
  const leave = (why: 'back' | Again) => {
    // After a redraw nobody knows what stands above.
    context.clearPromptOnDone = why !== 'redraw';
    left.abort(why);
  };
  const input = await keyboard.open(leave);
  const context = {
    input,
    output: stderr,
    signal: AbortSignal.any([interrupt, left.signal, ended.signal]),
    clearPromptOnDone: false,
  };
  const onEnd = () => ended.abort();
  readKeys(input);
  input.on('keypress', (_: unknown, key: { name?: string; ctrl?: boolean } | undefined) => {
    if (key?.name === 'escape') leave('back');
    // The end of the input: readline closes then, and nobody would hear of it.
    if (key?.ctrl && key.name === 'd') ended.abort();
  });
  stdin.once('end', onEnd).once('close', onEnd);
  try {
    return { kind: 'answer', value: await open(context) };
  } catch (error) {
    if (interrupt.aborted) throw interruption(interrupt);
    if (left.signal.aborted) {
      return left.signal.reason === 'back' ? { kind: 'back' } : { kind: 'again', why: left.signal.reason };
    }
    if (ended.signal.aborted || isExit(error))
      throw new OpenclawError('interrupted', 'Interrupted. Nothing was changed.');
    throw error;
  } finally {
    keyboard.close();
    stdin.off('end', onEnd).off('close', onEnd);
  }
}

/** Inquirer's name for Ctrl-C. */
function isExit(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}
