import type { Prompt } from '../system.ts';
import type { InquirerOptions } from './inquirer-prompt.ts';

/** Questions in the terminal, whose code is loaded with the first one: most runs ask nothing. */
export function createLazyPrompt(options: InquirerOptions): Prompt {
  let loading: Promise<Prompt> | undefined;
  const load = () => {
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
