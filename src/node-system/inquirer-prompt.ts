import { OpenclawError } from '../errors.ts';
import type { Answer, Choice, Prompt } from '../system.ts';
import { interruption } from './interrupt-signal.ts';

/** What Inquirer takes beside a question; `clearPromptOnDone` is read when the prompt ends, so Esc can still set it. */
type PromptContext = {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  signal: AbortSignal;
  clearPromptOnDone: boolean;
};

export type InquirerOptions = { signal: AbortSignal; unicode: boolean; noColor: boolean };

/** Rows of a list on screen; the question, the help line and the description need the rest of 24. */
const PAGE_SIZE = 12;

/** Questions on stderr. Inquirer is loaded with the first one. */
export function createInquirerPrompt({ signal, unicode, noColor }: InquirerOptions): Prompt {
  const theme = createTheme(unicode);
  const listTheme = createListTheme(unicode);
  const inquirer = () => {
    // Inquirer has no other switch for colours, and reads this one when it is loaded.
    if (noColor) process.env.NO_COLOR = '1';
    return import('./inquirer.ts').then((module) => module.inquirer);
  };
  return {
    select: (question) =>
      ask(signal, async (context) => {
        const { select } = await inquirer();
        const choices = question.choices.map(inquirerChoice);
        return select(
          {
            message: question.message,
            choices,
            default: question.initial,
            pageSize: PAGE_SIZE,
            loop: false,
            theme: listTheme,
          },
          context,
        );
      }),
    search: (question) =>
      ask(signal, async (context) => {
        const { search } = await inquirer();
        const source = (term: string | undefined) => question.source(term ?? '').map(inquirerChoice);
        return search(
          { message: question.message, source, default: question.initial, pageSize: PAGE_SIZE, theme: listTheme },
          context,
        );
      }),
    password: ({ message, validate }) =>
      ask(signal, async (context) => {
        const { password } = await inquirer();
        // toggleMask would show the token on ctrl+t.
        return password({ message, validate, mask: '*', toggleMask: false, theme }, context);
      }),
    input: ({ message, initial, validate }) =>
      ask(signal, async (context) => {
        const { input } = await inquirer();
        return input({ message, default: initial, prefill: 'editable', validate, theme }, context);
      }),
  };
}

function inquirerChoice<T>({ value, label, short, description, disabled }: Choice<T>) {
  return {
    value,
    name: label,
    ...(short && { short }),
    ...(description && { description }),
    ...(disabled && { disabled }),
  };
}

/** Marks that the locale can show. */
function createTheme(unicode: boolean) {
  return {
    prefix: { idle: '?', done: unicode ? '✔' : '*' },
    spinner: unicode ? {} : { frames: ['-', '\\', '|', '/'] },
  };
}

/** The help line names every key: Esc is ours, Inquirer does not know it. */
function createListTheme(unicode: boolean) {
  const keys = unicode
    ? '↑↓ move · enter choose · esc back · ctrl+c quit'
    : 'up/down move, enter choose, esc back, ctrl+c quit';
  return { ...createTheme(unicode), icon: { cursor: unicode ? '❯' : '>' }, style: { keysHelpTip: () => keys } };
}

/** Runs one prompt: Esc answers "back", Ctrl-C and the end of stdin interrupt. The prompt of a question gone back from is cleared. */
async function ask<T>(interrupt: AbortSignal, open: (context: PromptContext) => Promise<T>): Promise<Answer<T>> {
  const { stdin, stderr } = process;
  const back = new AbortController();
  const ended = new AbortController();
  const context = {
    input: stdin,
    output: stderr,
    signal: AbortSignal.any([interrupt, back.signal, ended.signal]),
    clearPromptOnDone: false,
  };
  const onKey = (_: unknown, key: { name?: string } | undefined) => {
    if (key?.name !== 'escape') return;
    context.clearPromptOnDone = true;
    back.abort();
  };
  const onEnd = () => ended.abort();
  stdin.on('keypress', onKey).once('end', onEnd).once('close', onEnd);
  try {
    return { kind: 'answer', value: await open(context) };
  } catch (error) {
    if (interrupt.aborted) throw interruption(interrupt);
    if (back.signal.aborted) return { kind: 'back' };
    if (ended.signal.aborted || isExit(error))
      throw new OpenclawError('interrupted', 'Interrupted. Nothing was changed.');
    throw error;
  } finally {
    stdin.off('keypress', onKey).off('end', onEnd).off('close', onEnd);
  }
}

/** Inquirer's name for Ctrl-C. */
function isExit(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}
