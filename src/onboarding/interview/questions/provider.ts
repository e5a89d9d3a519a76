import { isSetUp, markCurrent } from '../../current.ts';
import { answered, notAsked, type Question } from '../draft.ts';

const WORDS = {
  title: 'Provider',
  huggingface: 'Hugging Face',
  huggingfaceDescription: 'Inference Providers: one token, many chat models',
  skip: 'Skip for now',
  skipDescription: 'Nothing is changed; run this again whenever you like',
};

/** Asked only without `--auth-choice`. */
export const askProvider: Question = async (draft, { options, prompt, context }) => {
  if (options.authChoice !== undefined) return notAsked(draft);
  const answer = await prompt.select({
    message: WORDS.title,
    choices: [
      {
        value: false,
        label: markCurrent(WORDS.huggingface, isSetUp(context)),
        short: WORDS.huggingface,
        description: WORDS.huggingfaceDescription,
      },
      { value: true, label: WORDS.skip, description: WORDS.skipDescription },
    ],
    initial: draft.skip,
  });
  return answer.kind === 'back' ? answer : answered({ ...draft, skip: answer.value });
};
