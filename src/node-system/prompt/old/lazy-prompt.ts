import type { Prompt } from '../../../system.ts';
import type { Outputs } from '../../terminal/outputs.ts';
import type { InquirerOptions } from './inquirer-prompt.ts';

/** Questions in the terminal, whose code is loaded with the first one: most runs ask nothing. */
export function createLazyPrompt({ drained, ...options }: InquirerOptions & Pick<Outputs, 'drained'>): Prompt {
  let loading: Promise<Prompt> | undefined;
  const load = async () => {
    // What was said before the question comes before it: Inquirer writes to the terminal itself.
    await drained(options.signal);
    loading ??= import('./inquirer-prompt.ts').then(({ createInquirerPrompt }) => createInquirerPrompt(options));
    return loading;
  };
  return {
    select: async (question) => (await load()).select(question),
    search: async (question) => (await load()).search(question),
    password: async (question) => (await load()).password(question),
    input: async (question) => (await load()).input(question),
  };
}
