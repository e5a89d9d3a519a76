import { formatDay, formatTime } from '../../text/numbers.ts';
import { NEW_TOKEN_URL, TOKENS_URL } from '../links.ts';
import { type MessageOf, say } from '../message.ts';
import { type ServiceProblem, serviceWords } from './service.ts';

const NEW_TOKEN = `Create a token: ${NEW_TOKEN_URL}`;

/** Where a token was found, or came from. `key`: a path in the config; `name`: a variable. */
export const places = {
  environment: ({ name }: { name: string }) => `${name} in the environment`,
  dotenv: ({ name, path }: { name: string; path: string }) => `${name} in ${path}`,
  'config-env': ({ name, path }: { name: string; path: string }) => `${name} in the env block of ${path}`,
  'login-shell': ({ name }: { name: string }) => `${name} in the login shell`,
  config: ({ key, path }: { key: string; path: string }) => `${key} in ${path}`,
  reference: ({ key, path, to }: { key: string; path: string; to: 'file' | 'exec' | 'store' | 'secret' }) =>
    `${key} in ${path} to ${to === 'secret' ? 'a secret' : to}`,
  'hf-login': ({ path }: { path: string }) => `${path} (hf auth login)`,
  file: ({ path }: { path: string }) => path,
  flag: '--huggingface-api-key',
  stdin: 'stdin',
  prompt: 'the prompt',
};

type Place = MessageOf<typeof places>;

const at = (place: Place): string => say(places, place);

/** Why a text can't be a Hugging Face token, without any of it. */
export const tokenFaults = {
  empty: 'Paste a token first.',
  'anthropic-key': 'That looks like an Anthropic key (sk-ant-…). A Hugging Face token starts with hf_.',
  'openrouter-key': 'That looks like an OpenRouter key (sk-or-…). A Hugging Face token starts with hf_.',
  'openai-key': 'That looks like an OpenAI key (sk-…). A Hugging Face token starts with hf_.',
  'groq-key': 'That looks like a Groq key (gsk_…). A Hugging Face token starts with hf_.',
  'google-key': 'That looks like a Google key (AIza…). A Hugging Face token starts with hf_.',
  'github-token': 'That looks like a GitHub token (ghp_…). A Hugging Face token starts with hf_.',
  'github-pat': 'That looks like a GitHub token (github_pat_…). A Hugging Face token starts with hf_.',
  'organisation-token':
    "That looks like a Hugging Face organisation token (api_org…), which can't call Inference Providers.",
  'unfilled-variable': 'It is the name of a variable that was not filled in (single quotes in a shell?).',
  blanks: 'A token has no spaces or line breaks.',
  characters: 'It has characters that no token has (only printable ASCII is possible).',
  'too-long': ({ length, most }: { length: number; most: number }) =>
    `It has ${length} characters; a token has ${most} at most.`,
};

type Fault = MessageOf<typeof tokenFaults>;

const faultIn = (fault: Fault): string => say(tokenFaults, fault);

/** A token by its place and what may be shown of it: `hf_…9fQ2`. */
type Named = { place: Place; masked: string };

const theToken = ({ place, masked }: Named): string => `The token from ${at(place)} (${masked})`;

const unchecked = ({ why, ...token }: Named & { why: ServiceProblem }): string =>
  `${theToken(token)} could not be checked: ${serviceWords(why).message}`;

export const tokenProblems = {
  /** `words`: the service's own; null where they say nothing. */
  'token-not-accepted': ({ place, masked, words }: Named & { words: string | null }) => ({
    message: `Hugging Face does not accept the token from ${at(place)} (${masked}): ${words ?? 'it is mistyped, revoked or expired.'}`,
    hint: `Create a new one: ${NEW_TOKEN_URL}`,
  }),
  'token-not-one': ({ fault, ...token }: Named & { fault: Fault }) => ({
    message: `${theToken(token)} is not a Hugging Face token. ${faultIn(fault)}`,
    hint: `Create a new one: ${NEW_TOKEN_URL}`,
  }),
  'token-without-permission': ({ account, ...token }: Named & { account: string }) => ({
    message: `${theToken(token)} belongs to ${account}, but may not call Inference Providers.`,
    hint: `Tick "Make calls to Inference Providers" for it at ${TOKENS_URL}\nor create a new one: ${NEW_TOKEN_URL}`,
  }),
  'token-unchecked': ({ why, ...token }: Named & { why: ServiceProblem }) => ({
    message: unchecked({ why, ...token }),
    hint: serviceWords(why).hint ?? 'Try again later, or go on without the check: --verify try',
  }),
  'holds-no-token': ({ place, fault }: { place: Place; fault: Fault }) => ({
    message: `${at(place)} does not hold a Hugging Face token. ${faultIn(fault)}`,
    hint: `Fix it there. A new token: ${NEW_TOKEN_URL}`,
  }),
  'given-empty': ({ place }: { place: Place }) => ({
    message: `The token from ${at(place)} is empty.`,
    hint: 'Is the variable set, and the file filled?',
  }),
  'given-not-a-token': ({ place, fault }: { place: Place; fault: Fault }) => ({
    message: `The token from ${at(place)} is not a Hugging Face token. ${faultIn(fault)}`,
    hint: NEW_TOKEN,
  }),
  'stdin-is-a-terminal': {
    message: '--huggingface-api-key - reads the token from a pipe, but stdin is a terminal.',
    hint: 'Pipe it: printenv HF_TOKEN | openclaw onboard … --huggingface-api-key -',
  },
  'key-file-missing': ({ path }: { path: string }) => ({
    message: `--huggingface-api-key-file: ${path} does not exist.`,
    hint: 'Pass the path of a file that holds the token.',
  }),
  'key-file-unreadable': ({ path, code }: { path: string; code: string | null }) => ({
    message: `--huggingface-api-key-file: ${path} could not be read (${code ?? 'unknown cause'}).`,
    hint: 'Pass the path of a file that holds the token.',
  }),
  'no-variable-holds-it': {
    message: '--secret-input-mode ref stores nothing, but no variable that OpenClaw reads holds this token.',
    hint: 'Set HUGGINGFACE_HUB_TOKEN or HF_TOKEN for the Gateway, or drop --secret-input-mode ref to keep the token in .env.',
  },
};

export const tokenNotes = {
  'token-unchecked': unchecked,
  'token-ended': ({ end, ...token }: Named & { end: Date }) => `${theToken(token)} ended at ${formatTime(end)}.`,
  'token-ends-soon': ({ end, ...token }: Named & { end: Date }) =>
    `${theToken(token)} ends at ${formatTime(end)}, in less than a day.`,
  'sign-in-stored': ({ end, ...token }: Named & { end: Date | null }) =>
    `${theToken(token)} is that of a browser sign-in. ${lifetime(end)}`,
  'may-write-repositories':
    'The token may write to repositories; a fine-grained token for Inference Providers alone is safer.',
  'tokens-differ': ({ first, other }: { first: Place; other: Place }) =>
    `${at(first)} and ${at(other)} hold different tokens: OpenClaw uses the first.`,
  'more-than-a-token': ({ place }: { place: Place }) =>
    `${at(place)} holds more than a token (quotes, blanks or a prefix), and OpenClaw reads it as it stands.`,
  'profile-first': ({ place }: { place: Place }) =>
    `OpenClaw goes on with the key in its own store (${at(place)}), which comes before the environment and .env. To replace it: openclaw models auth paste-api-key --provider huggingface (OpenClaw 2026.4: openclaw models auth paste-token --provider huggingface)`,
  'unusable-token': ({ place, fault }: { place: Place; fault: Fault }) => `${at(place)}: ${faultIn(fault)}`,
};

/** What somebody must know who stores the token of a browser sign-in. */
function lifetime(end: Date | null): string {
  const when = end === null ? 'within weeks' : `on ${formatDay(end)}`;
  return `It ends ${when}, and nothing renews it in .env. One that lasts: ${NEW_TOKEN_URL}`;
}

/** `hf_…9fQ2`, and for a browser sign-in `hf_…9fQ2, ends 2026-12-20`. */
const shown = ({ masked, end }: { masked: string; end: Date | null }): string =>
  end === null ? masked : `${masked}, ends ${formatDay(end)}`;

/** What is shown of a token, and the rows of its question. */
export const tokens = {
  shown,
  /** What OpenClaw has and this program can't read; within a sentence. */
  unreadable: ({ source, place }: { source: 'openclaw-profile' | 'config-reference'; place: Place }) =>
    source === 'openclaw-profile'
      ? "a profile in OpenClaw's store (not readable here)"
      : `a reference, ${at(place)} (only OpenClaw can resolve it)`,
  from: ({ place, ...token }: { place: Place; masked: string; end: Date | null }) =>
    `${shown(token)} from ${at(place)}`,
  keep: (what: string) => `Go on with ${what}`,
  use: (what: string) => `Use it: ${what}`,
  useAndStore: (what: string) => `Use it and store it in .env: ${what}`,
  pasteAnother: 'Paste another one',
  signIn: ({ end }: { end: Date | null }) => `The token of a browser sign-in. ${lifetime(end)}`,
};
