import type { OpenAI } from 'openai';
import { OpenclawError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { isJsonObject } from '../../text/json.ts';
import { inferenceProviderOf, ServiceError, serviceErrorOf } from '../failures/service-error.ts';
import { startDeadline } from '../request/deadline.ts';
import { createGuardedFetch } from '../request/guarded-fetch.ts';
import type { RouterOptions } from '../router/list-models.ts';
import { createRouterClient } from '../router/router-client.ts';

const LIMIT_MS = 30_000;

/** What one real chat completion showed. */
export type Probe = {
  /** Until the end of the answer, or until the failure. */
  latencyMs: number;
  /** Who served it, or who refused. */
  inferenceProvider: string | null;
} & (Answered | Failed);

/** `tools`: whether the model called the tool; null where it ran out of tokens before it could. */
type Answered = { kind: 'answered'; status: number; tools: boolean | null };
/** `tools`: false where the inference provider refused because of the tool. */
type Failed = { kind: 'failed'; error: ServiceError; tools: false | null };

/** Enough for most reasoning models to get to the call; one that is cut off while it thinks has answered too. */
const MAX_TOKENS = 256;

type Stream = OpenAI.ChatCompletionCreateParamsStreaming;
const REQUEST: Omit<Stream, 'model'> = {
  messages: [{ role: 'user', content: 'Call the tool "ready" now.' }],
  tools: [
    {
      type: 'function',
      function: {
        name: 'ready',
        description: 'Says that you are ready.',
        parameters: { type: 'object', properties: {} },
      },
    },
  ],
  max_tokens: MAX_TOKENS,
  stream: true,
};

/**
 * One small streamed chat completion with one tool, as OpenClaw makes them, through the model with this id
 * (`org/name[:suffix]`), with the config's `headers` (see `requestHeaders`). A refusal is a value; rejects only with `interrupted`.
 */
export async function probeModel(
  id: string,
  options: RouterOptions & { headers?: Readonly<Record<string, string>> },
  system: Pick<System, 'fetch' | 'clock' | 'signal'>,
): Promise<Probe> {
  const { baseUrl } = options;
  const started = system.clock.monotonic();
  const deadline = startDeadline(new URL(baseUrl).host, options.limitMs ?? LIMIT_MS, system);
  const fetch = createGuardedFetch({ ...options, deadline }, system);
  const client = createRouterClient({ baseUrl, fetch, asked: 'chat' }, system);
  try {
    const result = await client.call((openai) => converse(openai, id));
    const latencyMs = Math.round(system.clock.monotonic() - started);
    if (result.kind === 'answer') return { kind: 'answered', latencyMs, ...result.value };
    const { error, inferenceProvider } = result;
    const tools = error.problem.kind === 'served-without-tools' ? false : null;
    return { kind: 'failed', error, latencyMs, inferenceProvider, tools };
  } finally {
    deadline.end();
  }
}

async function converse(
  openai: OpenAI,
  id: string,
): Promise<Omit<Answered, 'kind'> & Pick<Probe, 'inferenceProvider'>> {
  const { data: stream, response } = await openai.chat.completions.create({ ...REQUEST, model: id }).withResponse();
  let called = false;
  let finished: string | null = null;
  try {
    for await (const { choices } of stream) {
      called ||= choices?.some(({ delta }) => delta?.tool_calls?.length) ?? false;
      finished = choices?.find((choice) => choice.finish_reason)?.finish_reason ?? finished;
    }
  } catch (error) {
    throw streamError(error, response);
  }
  if (finished === null && !called) {
    const details = { status: response.status, retryable: true };
    throw new ServiceError('service_error', { kind: 'answer-incomplete' }, details);
  }
  const tools = called ? true : finished === 'length' ? null : false;
  return { status: response.status, inferenceProvider: inferenceProviderOf(response.headers), tools };
}

/** An error sent inside the stream after a 200 (`data: {"error": …}`), which the client throws as `error`. */
function streamError(error: unknown, { headers, status }: Response): unknown {
  if (error instanceof OpenclawError || !(error instanceof Error) || !('error' in error)) return error;
  const inner = error.error;
  const code = isJsonObject(inner) ? Number(inner.code ?? inner.status ?? inner.status_code) : Number.NaN;
  const meant = Number.isInteger(code) && code >= 400 && code <= 599 ? code : status;
  return serviceErrorOf(meant, headers, JSON.stringify({ error: inner }));
}
