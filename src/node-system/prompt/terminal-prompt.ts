import type { PassThrough } from 'node:stream';
import type { Answer } from '../../system/prompt.ts';
import type { Stream } from '../../system.ts';
import { wrapWords } from '../../text/wrap.ts';
import type { PromptWords } from '../../words/words.ts';
import { createAsker, type Questions } from './asker.ts';
import type { Conversation, Screen } from './conversation.ts';
import { createKeyboard } from './keyboard.ts';
import { askLine } from './line-prompt.ts';
import { askList } from './list-prompt.ts';
import { createPlainPrompt } from './plain-prompt.ts';
import { createQuestionScreen } from './screen.ts';

export type TerminalPromptOptions = {
  err: Stream;
  screen: Screen;
  conversation: Conversation;
  unicode: boolean;
  words: PromptWords;
  /** Questions by plain lines. */
  isPlain: boolean;
  signal: AbortSignal;
};

/** Loaded with the first question, and Inquirer with it. */
export function createQuestions(options: TerminalPromptOptions): Questions {
  return options.isPlain ? plainQuestions(options) : inquirerQuestions(options);
}

function plainQuestions({ err, words, signal: interrupt }: TerminalPromptOptions): Questions {
  let asked = '';
  const keyboard = createKeyboard({ hidesCursor: false, onStop: () => {}, onContinue: () => err.write(asked) });
  const asker = createAsker({ interrupt, keyboard });
  return createPlainPrompt({
    words,
    write: (text) => err.write(wrapLines(text, err.columns)),
    ask: async (text, mode, open) => {
      // Once keys are heard: what is typed at once is an answer.
      const whole = (input: PassThrough, signal: AbortSignal) => {
        err.write(text);
        asked = text;
        return open(input, signal);
      };
      const answer = await asker.ask(whole, { mode });
      asked = '';
      return answer;
    },
  });
}

function inquirerQuestions(options: TerminalPromptOptions): Questions {
  const { err, screen, conversation, unicode, words } = options;
  const { openOutput, drawn, clear, redraw } = createQuestionScreen(screen, conversation);
  const asker = createAsker({
    interrupt: options.signal,
    keyboard: createKeyboard({ hidesCursor: true, onStop: clear, onContinue: redraw }),
  });
  const look = () => {
    const explained = conversation.explained();
    return { columns: screen.columns(), rows: screen.rows(), explained, unicode, words, paint: err.style };
  };
  const terminal = { look, drawn, redraw };
  let isWatched = false;
  const ask = <T>(open: (context: object) => Promise<T>, canGoBack?: boolean): Promise<Answer<T>> => {
    if (!isWatched) process.stderr.on('resize', redraw);
    isWatched = true;
    const whole = (input: PassThrough, signal: AbortSignal) =>
      open({ input, output: openOutput(), signal, clearPromptOnDone: true });
    return asker.ask(whole, { canGoBack });
  };
  return {
    choose: <T>(question: Parameters<typeof askList>[0]['question']) =>
      ask((context) => askList({ question, terminal }, context), question.canGoBack) as Promise<Answer<T>>,
    text: (question) => ask((context) => askLine({ question: { ...question, isHidden: false }, terminal }, context)),
    secret: (question) => ask((context) => askLine({ question: { ...question, isHidden: true }, terminal }, context)),
  };
}

function wrapLines(text: string, columns: number): string {
  return text.replace(/[^\n]+/g, (line) => wrapWords(line, columns, '  '));
}
