import type { OpenAI } from 'openai';
import { OpenclawError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { isJsonObject } from '../../text/json.ts';
import { inferenceProviderOf, ServiceError, serviceErrorOf } from '../failures/service-error.ts';
import { startDeadline } from '../request/deadline.ts';
import { createGuardedFetch } from '../request/guarded-fetch.ts';
import type { RouterOptions } from '../router/list-models.ts';
import { createRouterClient } from '../router/router-client.ts';
import { addChunk, emptyAnswer, type Streamed, type Usage } from './read-stream.ts';
import { judgeCalls, PROMPT, TOOL, type ToolCall } from './tool.ts';

const LIMIT_MS = 30_000;

/** What one real chat completion showed. */
export type Probe = {
  /** Until the end of the answer, or until the failure. */
  latencyMs: number;
  /** Who served it, or who refused. */
  inferenceProvider: string | null;
  /** Generated text in characters, as far as it came. */
  written: number;
  /** As the inference provider counts; null where it does not tell, or did not get there. */
  usage: Usage | null;
} & (Answered | Failed);

/** `tools`: whether the model called the tool; null where it ran out of tokens before it could. */
type Answered = {
  kind: 'answered';
  status: number;
  tools: boolean | null;
  call: ToolCall;
  /** Null where no text came at all. */
  firstTokenMs: number | null;
};
/**
 * `tools`: false where the inference provider refused because of the tool. `refused`: by a status, before anything was
 * generated, which costs nothing; otherwise something may have been.
 */
type Failed = { kind: 'failed'; error: ServiceError; tools: false | null; refused: boolean };

/** Enough for most reasoning models to get to the call; one that is cut off while it thinks has answered too. */
const MAX_TOKENS = 256;

type Stream = OpenAI.ChatCompletionCreateParamsStreaming;
const REQUEST: Omit<Stream, 'model'> = {
  messages: [{ role: 'user', content: PROMPT }],
  tools: [TOOL] as Stream['tools'],
  max_tokens: MAX_TOKENS,
  stream: true,
  stream_options: { include_usage: true },
};

/**
 * The most that one probe is expected to be billed for: its text and tool have some 100 tokens, and what the templates
 * of models and inference providers put around them is a few hundred more.
 */
export const MAX_USAGE: Usage = { prompt: 1000, completion: MAX_TOKENS };

/** Characters a token, roughly, for an answer whose usage is not told. */
const CHARACTERS_A_TOKEN = 4;

/** What a probe used, as counted by who served it, else roughly, by its characters. */
export function usageOf({ usage, written }: Pick<Probe, 'usage' | 'written'>): Usage {
  const tokens = (characters: number) => Math.ceil(characters / CHARACTERS_A_TOKEN);
  return usage ?? { prompt: tokens(JSON.stringify(REQUEST).length), completion: tokens(written) };
}

/**
 * One small streamed chat completion with one tool, as OpenClaw makes them, through the model with this id
 * (`org/name[:suffix]`), with the config's `headers` (see `requestHeaders`). A refusal is a value; rejects only with what
 * ends the run (see `interruption`).
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
  const answer = emptyAnswer();
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
  };
  try {
    const result = await client.call((openai) => converse(openai, id, { answer, begin, now: system.clock.monotonic }));
    const latencyMs = Math.round(system.clock.monotonic() - started);
    const { written, usage, firstTokenAt } = answer;
    const shared = { latencyMs, written, usage };
    if (result.kind === 'answer') {
      const firstTokenMs = firstTokenAt === null ? null : Math.round(firstTokenAt - started);
      return { kind: 'answered', ...shared, firstTokenMs, ...judged(answer), ...result.value };
    }
    const { error, inferenceProvider } = result;
    const tools = error.problem.kind === 'served-without-tools' ? false : null;
    const refused = !hasBegun && error.status !== undefined;
    return { kind: 'failed', error, ...shared, inferenceProvider, tools, refused };
  } finally {
    deadline.end();
  }
}

type Conversation = { answer: Streamed; begin: () => void; now: () => number };

async function converse(
  openai: OpenAI,
  id: string,
  { answer, begin, now }: Conversation,
): Promise<Pick<Answered, 'status'> & Pick<Probe, 'inferenceProvider'>> {
  const { data: stream, response } = await openai.chat.completions.create({ ...REQUEST, model: id }).withResponse();
  begin();
  try {
    for await (const chunk of stream) addChunk(answer, chunk, now);
  } catch (error) {
    throw streamError(error, response);
  }
  if (answer.finished === null && answer.calls.size === 0) {
    const details = { status: response.status, retryable: true };
    throw new ServiceError('service_error', { kind: 'answer-incomplete' }, details);
  }
  return { status: response.status, inferenceProvider: inferenceProviderOf(response.headers) };
}

function judged({ calls, words, finished }: Streamed): Pick<Answered, 'tools' | 'call'> {
  const isCut = finished === null || finished === 'length';
  const tools = calls.size > 0 ? true : finished === 'length' ? null : false;
  return { tools, call: judgeCalls([...calls.values()], words, isCut) };
}

/** An error sent inside the stream after a 200 (`data: {"error": …}`), which the client throws as `error`. */
function streamError(error: unknown, { headers, status }: Response): unknown {
  if (error instanceof OpenclawError || !(error instanceof Error) || !('error' in error)) return error;
  const inner = error.error;
  const code = isJsonObject(inner) ? Number(inner.code ?? inner.status ?? inner.status_code) : Number.NaN;
  const meant = Number.isInteger(code) && code >= 400 && code <= 599 ? code : status;
  return serviceErrorOf({ status: meant, headers, body: JSON.stringify({ error: inner }) });
}
