import { wrapWords } from '../../../text/wrap.ts';
import type { TokenSource } from '../../token/given-token.ts';
import { answered, explain, notAsked, type Question } from '../draft.ts';

const WORDS = {
  title: 'Where to keep the token',
  service: 'A Gateway that runs as a service (systemd, launchd) does not see the variables of this shell.',
  file: (path: string) => `In ${path} (only you can read it)`,
  fileDescription: 'OpenClaw finds it there, as a service too',
  nowhere: 'Nowhere: I set HUGGINGFACE_HUB_TOKEN or HF_TOKEN myself',
  nowhereShort: 'Nowhere',
  nowhereDescription: 'Wherever the Gateway runs, it needs one of these variables',
};

/** A flag that gives the token says with it that it is to be kept. */
const BY_FLAG: readonly string[] = ['flag', 'file', 'stdin'] satisfies TokenSource[];

/** Asked only for a token that was pasted, or picked to be stored; `--secret-input-mode` answers it. */
export const askTokenStorage: Question = async (draft, interview) => {
  const { options, context, prompt, system } = interview;
  const { token } = draft;
  if (token === null || !token.isGiven || options.secretInputMode !== undefined || BY_FLAG.includes(token.source))
    return notAsked(draft);
  explain(wrapWords(`  ${WORDS.service}`, system.io.err.columns, '  '), interview);
  const answer = await prompt.select({
    message: WORDS.title,
    choices: [
      {
        value: true,
        label: WORDS.file(context.locations.envFile),
        short: context.locations.envFile,
        description: WORDS.fileDescription,
      },
      { value: false, label: WORDS.nowhere, short: WORDS.nowhereShort, description: WORDS.nowhereDescription },
    ],
    initial: token.store,
  });
  return answer.kind === 'back' ? answer : answered({ ...draft, token: { ...token, store: answer.value } });
};
