import type { Prompt } from '../../system/prompt.ts';
import { asciiOf, marks, sanitise } from '../../text/sanitise.ts';
import { widthOf, wrapWords } from '../../text/wrap.ts';
import type { Questions } from './asker.ts';
import type { TerminalPromptOptions } from './terminal-prompt.ts';

/** Questions in the terminal, whose code is loaded with the first one: most runs ask nothing. */
export function createLazyPrompt(options: TerminalPromptOptions): Prompt {
  const { err, screen, unicode, isPlain, conversation } = options;
  let loading: Promise<Questions> | undefined;
  const load = () => {
    loading ??= import('./terminal-prompt.ts').then(({ createQuestions }) => createQuestions(options));
    return loading;
  };
  return {
    choose: async (question) => (await load()).choose(question),
    text: async (question) => (await load()).text(question),
    secret: async (question) => (await load()).secret(question),
    answered: (title, answer) => {
      const mark = err.style('green', marks(unicode).done);
      const text = sanitise(unicode ? answer : asciiOf(answer));
      if (isPlain) return err.write(`${mark} ${title}${options.words.plain.marks.colon}${text}\n`);
      // On lines of its own where there is no room behind the title.
      const fits = widthOf(`* ${title}  ${text}`) <= err.columns;
      const beside = fits ? `  ${text}` : `\n${wrapWords(`  ${text}`, err.columns, '  ')}`;
      err.write(`${mark} ${err.style('bold', title)}${err.style('cyan', beside)}\n`);
    },
    checkpoint: isPlain ? () => () => {} : conversation.checkpoint,
    height: isPlain ? () => Number.POSITIVE_INFINITY : screen.rows,
  };
}
