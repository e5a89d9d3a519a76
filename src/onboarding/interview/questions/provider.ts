import { hasProvider } from '../../../setup/refs.ts';
import { answered, notAsked, type Question } from '../draft.ts';

/** Asked only without `--auth-choice`. */
export const askProvider: Question = async (draft, { options, prompt, context, system, canGoBack }) => {
  if (options.authChoice !== undefined) return notAsked(draft);
  const { provider: words, current } = system.words.onboarding;
  const answer = await prompt.choose({
    message: words.title,
    find: [
      {
        value: false,
        cells: [words.huggingFace],
        detail: words.huggingFaceDetail,
        ...(hasProvider(context.snapshot.value) && { mark: current }),
      },
      { value: true, cells: [words.skip], detail: words.skipDetail },
    ],
    initial: draft.skip,
    canGoBack,
  });
  if (answer.kind === 'back') return answer;
  prompt.answered(words.title, answer.value ? words.skip : words.huggingFace);
  return answered({ ...draft, skip: answer.value });
};
