import type { System } from '../../system.ts';
import { isJsonObject } from '../../text/json.ts';
import type { ServiceProblem } from '../../words/words.ts';
import { ServiceError } from '../failures/service-error.ts';
import { type Deadline, sleep, startDeadline } from '../request/deadline.ts';
import { createGuardedFetch } from '../request/guarded-fetch.ts';
import { createRouterClient, type RouterClient, type RouterResult } from './router-client.ts';
import { parseModels, type RouterModel } from './router-model.ts';

const LIMIT_MS = 10_000;
/** Waits before the retries, on average; a `retry-after` makes them longer. */
const BACKOFF_MS = [250, 500];

/** Milliseconds, spread by `random` (0 to 1): 500 machines that were refused together must not come back together. */
export function retryWait(backoffMs: number, retryAfterMs: number | null, random: number): number {
  return Math.max(backoffMs * (0.5 + random), (retryAfterMs ?? 0) * (1 + random / 10));
}

export type RouterOptions = {
  /** The router's, without a slash at the end; see `resolveEndpoints`. */
  baseUrl: string;
  token: string | null;
  namedByEnvironment: readonly string[];
  log?: ((line: string) => void) | undefined;
  /** All retries included; 10 s by default. */
  limitMs?: number;
};

export type ModelList = {
  models: RouterModel[];
  /** Entries that were unusable. */
  skipped: number;
  /** The router refused the token (401), and gave the list without it. */
  withoutToken: boolean;
};

/**
 * The chat models that the router serves. At most two retries on 429, 5xx and a broken network, all within one
 * deadline; a `retry-after` beyond it gives up at once. Rejects with `network`, `timeout`, `rate_limited`,
 * `service_error` (HTML with 200, no list, an empty one), `token_rejected` (401 without a token too), `interrupted`.
 */
export async function listModels(
  options: RouterOptions,
  system: Pick<System, 'fetch' | 'clock' | 'signal'>,
): Promise<ModelList> {
  const { host } = new URL(options.baseUrl);
  const deadline = startDeadline(host, options.limitMs ?? LIMIT_MS, system);
  const ask = (token: string | null) => {
    const fetch = createGuardedFetch({ ...options, token, deadline }, system);
    return askWithRetries(createRouterClient({ baseUrl: options.baseUrl, fetch, asked: 'list' }, system), deadline);
  };
  try {
    const first = await ask(options.token);
    const withoutToken = options.token !== null && first.kind === 'failure' && first.error.code === 'token_rejected';
    const result = withoutToken ? await ask(null) : first;
    if (result.kind === 'failure') throw result.error;
    return { ...chatModels(parseList(result.value, host), host), withoutToken };
  } finally {
    deadline.end();
  }
}

async function askWithRetries(client: RouterClient, deadline: Deadline): Promise<RouterResult<string>> {
  for (let attempt = 0; ; attempt++) {
    // As a raw response: the client itself makes an empty list of whatever it does not understand.
    const result = await client.call(async (openai) => (await openai.models.list().asResponse()).text());
    const backoff = BACKOFF_MS[attempt];
    if (result.kind === 'answer' || !result.error.retryable || backoff === undefined) return result;
    const wait = retryWait(backoff, result.retryAfterMs, Math.random());
    if (wait >= deadline.remainingMs()) return result;
    await sleep(wait, deadline.signal);
  }
}

function parseList(text: string, host: string): unknown[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw noList(host, /^\s*</.test(text) ? 'web-page' : 'not-json');
  }
  if (!isJsonObject(body) || !Array.isArray(body.data)) throw noList(host, 'no-list');
  if (body.data.length === 0) throw noList(host, 'empty');
  return body.data;
}

function chatModels(entries: unknown[], host: string): { models: RouterModel[]; skipped: number } {
  const parsed = parseModels(entries);
  if (parsed.models.length === 0) throw noList(host, 'no-chat-model');
  return parsed;
}

function noList(host: string, found: Extract<ServiceProblem, { kind: 'no-model-list' }>['found']): ServiceError {
  return new ServiceError('service_error', { kind: 'no-model-list', host, found }, { status: 200 });
}
