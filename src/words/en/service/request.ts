import { BILLING_URL } from '../../links.ts';
import { type ServiceProblem, serviceWords } from '../service.ts';

const addresses = {
  'not-a-url': 'it is not a URL',
  scheme: 'it begins with neither https:// nor http://',
  credentials: 'it holds a user name or a password',
  query: 'it has a query or a fragment',
};

/** What keeps a request from being made; `usual`: what the config gets as its address. */
export const requestProblems = {
  'bad-endpoint-variable': ({ name, why }: { name: string; why: keyof typeof addresses }) => ({
    message: `The URL in ${name} can't be used: ${addresses[why]}.`,
    hint: `Set ${name}=https://host/path, or unset it.`,
  }),
  'bad-base-url': ({ path, why, usual }: { path: string; why: keyof typeof addresses; usual: string }) => ({
    message: `The URL in ${path} can't be used: ${addresses[why]}.`,
    hint: `Set it to "${usual}".`,
  }),
  'base-url-gives-away': ({ path }: { path: string }) => ({
    message: `${path} fills a variable into an address that is not Hugging Face's, which could give the variable away. No request was made.`,
    hint: 'Write the address out in full, or name it yourself: OPENCLAW_HUGGINGFACE_BASE_URL=https://host/path',
  }),
  'bad-header': ({ path }: { path: string }) => ({
    message: `${path} can't be sent as a header: its name or value has characters that no header may have.`,
    hint: 'Fix it by hand in the config.',
  }),
  /** `isModels`: another model may answer. */
  'test-message-failed': ({ id, why, isModels }: { id: string; why: ServiceProblem; isModels: boolean }) => {
    const { message, hint } = serviceWords(why);
    const other = `Or ${isModels ? 'choose another model with --model, or ' : ''}go on without --probe.`;
    return { message: `The test message to ${id} failed: ${message}`, hint: hint ? `${hint}\n${other}` : other };
  },
};

/** What a test message showed, without a subject; then what helps after a failure. */
export const probes = {
  answered: (probe: { inferenceProvider: string | null; latencyMs: number; tools: boolean | null }) => {
    const { inferenceProvider, latencyMs, tools } = probe;
    const called =
      tools === null
        ? 'but was cut off before it could call the tool'
        : tools
          ? 'and called the tool'
          : 'but made no tool call, and OpenClaw needs tools';
    return `answered by ${inferenceProvider ?? 'an unnamed inference provider'} in ${latencyMs} ms, ${called}`;
  },
  failed: ({ why }: { why: ServiceProblem }) => `failed. ${serviceWords(why).message}`,
  'all-need-credits': `This stops every Hugging Face model: only a fallback of another provider helps, or credits: ${BILLING_URL}`,
  'all-need-token': 'This stops every Hugging Face model: no fallback among them helps.',
  'fallback-or-tools-helps': 'A fallback helps, or another inference provider: org/model:provider',
  'fallback-helps': 'A fallback helps.',
};
