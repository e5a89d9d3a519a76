import { NEW_TOKEN_URL } from '../links.ts';
import { type MessageOf, say } from '../message.ts';
import { reasons } from './catalog.ts';
import { type ServiceProblem, serviceWords } from './service.ts';
import { places, tokenNotes, tokens } from './token.ts';
import { count, formatAge, formatPrice } from './units.ts';

/** What OpenClaw has and this program can't read. */
type Unreadable = Parameters<typeof tokens.unreadable>[0];

/** What the list says otherwise than the config. Prices in USD per million tokens. */
export const drift = {
  gone: ({ ref }: { ref: string; was: 'listed'; now: null }) => `${ref} is no longer served: listed -> gone.`,
  not_served: ({ ref, now }: { ref: string; was: 'live'; now: string | null }) =>
    `No inference provider serves ${ref} now: live -> ${now ?? 'none'}.`,
  route_gone: ({ ref }: { ref: string; was: 'listed'; now: null }) =>
    `The inference provider of ${ref} no longer serves it: listed -> gone.`,
  route_down: ({ ref, now }: { ref: string; was: 'live'; now: string }) =>
    `The inference provider of ${ref} does not answer: live -> ${now}.`,
  dearer: ({ ref, was, now }: { ref: string; was: Price; now: Price }) =>
    `${ref} costs more: ${formatPrice(was)} -> ${formatPrice(now)} USD per million tokens.`,
  context_smaller: ({ ref, was, now }: { ref: string; was: number; now: number }) =>
    `${ref} takes less context: ${was.toLocaleString('en')} -> ${now.toLocaleString('en')} tokens.`,
  tools_lost: ({ ref }: { ref: string; was: true; now: false }) => `${ref} can no longer call tools: yes -> no.`,
};

type Price = { input: number; output: number };

/** What `models status` finds wrong. */
export const statusProblems = {
  'not-set-up': ({ path }: { path: string }) => ({
    message: `Hugging Face is not set up in ${path}.`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-not-found': ({ envFile, config }: { envFile: string; config: string }) => ({
    message: `No Hugging Face token: looked at HUGGINGFACE_HUB_TOKEN and HF_TOKEN in the environment, ${envFile} and the env block of ${config}.`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-is-over': (token: { place: MessageOf<typeof places>; masked: string; end: Date }) => ({
    message: tokenNotes['token-ended'](token),
    hint: `Fix it there. A new token: ${NEW_TOKEN_URL}`,
  }),
  drifted: ({ drift: found, fix }: { drift: MessageOf<typeof drift>; fix: string }) => ({
    message: say(drift, found),
    hint: fix,
  }),
  'probe-token-unreadable': ({ token, command }: { token: Unreadable; command: 'status --probe' | 'bench' }) => ({
    message: `No message was sent: the token is ${tokens.unreadable(token)}.`,
    hint: `For this test alone, put a token into the environment: HF_TOKEN=… openclaw models ${command}`,
  }),
};

export const statusNotes = {
  'served-unchecked': ({ reason }: { reason: MessageOf<typeof reasons> | null }) =>
    `Whether the models are still served could not be checked.${reason === null ? '' : ` ${say(reasons, reason)}`}`,
  'verdict-missing': ({ place, why }: { place: MessageOf<typeof places>; why: ServiceProblem }) =>
    `Whether the token from ${say(places, place)} is accepted could not be checked: ${serviceWords(why).message}`,
  'token-not-readable': ({ token }: { token: Unreadable }) =>
    `Whether the token is accepted could not be checked: it is ${tokens.unreadable(token)}`,
};

/** `models status`. */
export const status = {
  titles: {
    config: 'Config',
    defaultModel: 'Default',
    fallbacks: ({ amount }: { amount: number }) => `Fallbacks (${amount})`,
    own: 'Own models',
    aliases: ({ amount }: { amount: number }) => `Aliases (${amount})`,
    token: 'Token',
    list: 'Model list',
  },
  none: 'none',
  noToken: 'none found',
  tokenAt: ({ token, place }: { token: string; place: string }) => `${token}, ${place}`,
  builtIn: ({ asOf }: { asOf: string }) => `built-in, of ${asOf}`,
  live: 'live',
  cached: ({ age }: { age: number }) => `cached, fetched ${formatAge(age)}`,
  columns: { role: 'Role', served: 'Served' },
  roles: { primary: 'primary', fallback: ({ number }: { number: number }) => `fallback#${number}` },
  served: { yes: 'yes', no: 'no' },
  /** A context window that the config's own entry leaves out. */
  unset: 'unset',
  unsetMeans: 'unset: the entry states no context window (OpenClaw assumes 128k to 195k)',
  setUp: 'Set up: openclaw onboard --auth-choice huggingface-api-key',
  problem: ({ message, fix }: { message: string; fix: string }) => `${message} Next: ${fix}`,
  checkingToken: 'Checking the token',
  probing: ({ id }: { id: string }) => `Waiting for ${id}`,
  probe: {
    line: ({ number, ref, said }: { number: number; ref: string; said: string }) => `${number}. ${ref}: ${said}`,
    notAsked: 'not on Hugging Face, so not asked',
    noDefault: 'There is no default model: openclaw models set <ref-or-alias>',
    fails: ({ asked }: { asked: number }) =>
      asked === 1
        ? 'Requests fail now: the model does not answer.'
        : `Requests fail now: none of ${count(asked, 'model')} answers.`,
    /** `unasked`: another provider's model, which comes first. */
    goesTo: ({ ref, unasked }: { ref: string | null; unasked: string | null }) => {
      if (unasked === null) return `Requests now go to ${ref}.`;
      const other = ref === null ? '' : `, else to ${ref}`;
      return `Requests now go to ${unasked}, if that answers (it was not asked)${other}.`;
    },
  },
};
