import { BILLING_URL, INFERENCE_PROVIDERS_URL, NEW_TOKEN_URL, STATUS_URL, TOKENS_URL } from '../links.ts';
import { type MessageOf, say } from '../message.ts';
import { networkProblems } from './service/network.ts';

const CHECK_ADDRESSES =
  'Check OPENCLAW_HUGGINGFACE_BASE_URL, HF_ENDPOINT and models.providers.huggingface.baseUrl; a login page of the network does this too.';

const modelLists = {
  'web-page': 'a web page',
  'not-json': 'something that is not JSON',
  'no-list': 'JSON without a list of models',
  empty: 'an empty list of models',
  'no-chat-model': 'a list without a single chat model',
};

/** `words`: the service's own, without a full stop; empty where it gave none. */
type Answer = { status: number; inferenceProvider: string | null; words: string };

function answered(what: string, { status, inferenceProvider, words }: Answer): string {
  const who = inferenceProvider === null ? '' : `, ${inferenceProvider}`;
  return `${what} (${status}${who})${words === '' ? '' : `: ${words}`}.`;
}

/** What the network and the service answer. */
export const serviceProblems = {
  ...networkProblems,
  'token-not-sendable': { message: 'The token is not a Hugging Face token: it was not sent.' },
  'host-not-trusted': ({ host }: { host: string }) => ({ message: `${host} is not trusted with the token.` }),
  'odd-status': ({ host, status }: { host: string; status: number }) => ({
    message: `${host} answered with the odd status ${status}.`,
  }),
  'answer-too-large': ({ host }: { host: string }) => ({
    message: `${host} answered with more than 10 MB, which can't be an answer.`,
  }),
  'answer-unreadable': ({ host }: { host: string }) => ({ message: `${host} gave an answer that can't be read.` }),
  'account-unreadable': ({ host }: { host: string }) => ({
    message: `${host} gave an answer about the token that can't be read.`,
  }),
  'answer-incomplete': { message: 'The answer ended before it was complete.' },
  'no-model-list': ({ host, found }: { host: string; found: keyof typeof modelLists }) => ({
    message: `${host} answered with ${modelLists[found]}.`,
    hint: CHECK_ADDRESSES,
  }),
  'rejects-token': (answer: Answer) => ({
    message: answered('Hugging Face does not accept the token', answer),
    hint: `Create a new one: ${NEW_TOKEN_URL}`,
  }),
  'lacks-permission': (answer: Answer) => ({
    message: answered('The token lacks the permission "Make calls to Inference Providers"', answer),
    hint: `Tick it for this token at ${TOKENS_URL}, or create a new one: ${NEW_TOKEN_URL}`,
  }),
  'no-credits': (answer: Answer) => ({
    message: answered('The Hugging Face account has no credits left', answer),
    hint: `Buy credits or subscribe to PRO: ${BILLING_URL}`,
  }),
  'request-forbidden': (answer: Answer) => ({
    message: answered('The request was refused', answer),
    hint: 'The token is fine; another inference provider or network may work.',
  }),
  'rate-limited': ({ waitSeconds, ...answer }: Answer & { waitSeconds: number | null }) => ({
    message: answered('Too many requests', answer),
    hint: `Try again ${waitSeconds === null ? 'in a minute' : waitSeconds === 0 ? 'now' : `in ${waitSeconds} s`}.`,
  }),
  'served-without-tools': (answer: Answer) => ({
    message: answered('The inference provider serves the model without tools, which OpenClaw needs', answer),
    hint: 'Pin an inference provider with tools (org/model:provider): openclaw models list --provider huggingface --tools',
  }),
  'unknown-to-router': (answer: Answer) => ({
    message: answered('The router does not know the model', answer),
    hint: 'See what it serves: openclaw models list --provider huggingface --refresh',
  }),
  'not-served': (answer: Answer) => ({
    message: answered('The model is not served', answer),
    hint: `Enable its inference providers at ${INFERENCE_PROVIDERS_URL}, or choose another model: openclaw models list --provider huggingface --refresh`,
  }),
  'service-failed': (answer: Answer) => ({
    message: answered('The service failed', answer),
    hint: `Try again in a minute; ${STATUS_URL} shows known trouble.`,
  }),
  redirected: ({ to, ...answer }: Answer & { to: string | null }) => ({
    message: answered(`The service sent a redirect${to === null ? '' : ` to ${to}`}, which is never followed`, answer),
    hint: CHECK_ADDRESSES,
  }),
  'request-refused': (answer: Answer) => ({
    message: answered('The request was refused', answer),
    hint: 'Run it again with --verbose to see the requests.',
  }),
  'bad-custom-headers': {
    message: 'OPENAI_CUSTOM_HEADERS in the environment holds an invalid header.',
    hint: 'This program does not need it: unset OPENAI_CUSTOM_HEADERS',
  },
};

export type ServiceProblem = MessageOf<typeof serviceProblems>;

/** A nested failure; a hint where it has one. */
export function serviceWords(problem: ServiceProblem): { message: string; hint?: string } {
  return say(serviceProblems, problem);
}

export const serviceNotes = {
  'base-url-elsewhere': ({ url }: { url: string }) =>
    `The config's baseUrl ${url} is not Hugging Face: it is asked without the token.`,
  'endpoint-without-tls': ({ url }: { url: string }) =>
    `${url} is not reached over https: it is asked without the token.`,
};
