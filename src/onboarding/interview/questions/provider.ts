import { hasProvider } from '../../../setup/refs.ts';
import { AUTH_CHOICES } from '../../options.ts';
import { answered, notAsked, type Question } from '../draft.ts';

/** Asked only without `--auth-choice`. */
export const askProvider: Question = async (draft, { options, prompt, context, system, canGoBack }) => {
  if (options.authChoice !== undefined) return notAsked({ ...draft, authChoice: options.authChoice });
  const { provider: words, current } = system.words.onboarding;
  const answer = await prompt.choose({
    message: words.title,
    find: AUTH_CHOICES.map((value) => {
      const { label, detail } = words.choices[value];
      return {
        value,
        cells: [label],
        detail,
        ...(value !== 'skip' && hasProvider(context.snapshot.value) && { mark: current }),
      };
    }),
    initial: draft.authChoice,
    canGoBack,
  });
  if (answer.kind === 'back') return answer;
  prompt.answered(words.title, words.choices[answer.value].label);
  return answered({ ...draft, authChoice: answer.value });
};
