import { homePath } from '../../../text/home-path.ts';
import { answered, type Draft, type Interview, notAsked, type Question } from '../draft.ts';

/** Only for a token that was given in this run; `--secret-input-mode` answers it. */
export function mayMoveToken({ token }: Draft, { options }: Interview): boolean {
  return token?.isGiven === true && options.secretInputMode === undefined;
}

export const askTokenStorage: Question = async (draft, interview) => {
  const { context, prompt, system } = interview;
  const { token } = draft;
  if (token === null || !mayMoveToken(draft, interview)) return notAsked(draft);
  const words = system.words.onboarding.storage;
  const takeBack = prompt.checkpoint();
  system.io.err.write('\n');
  system.io.note(words.explained);
  const path = homePath(context.locations.envFile, system.env);
  const answer = await prompt.choose({
    message: words.title,
    find: [
      { value: true, cells: [words.file({ path })], detail: words.fileDetail },
      { value: false, cells: [words.nowhere], detail: words.nowhereDetail },
    ],
    initial: token.store,
  });
  takeBack();
  return answer.kind === 'back' ? answer : answered({ ...draft, token: { ...token, store: answer.value } });
};
