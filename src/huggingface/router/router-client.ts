import type { OpenAI } from 'openai';
import { OpenclawError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { networkError } from '../failures/network-error.ts';
import {
  type Asked,
  inferenceProviderOf,
  retryAfterMs,
  ServiceError,
  serviceErrorOf,
} from '../failures/service-error.ts';
import type { GuardedFetch, ServiceResponse } from '../request/guarded-fetch.ts';

/** A call to the router as a value, so that a caller can retry or explain without catching. */
export type RouterResult<T> = { kind: 'answer'; value: T } | RouterFailure;
export type RouterFailure = {
  kind: 'failure';
  error: ServiceError;
  /** How long the service asks to wait. */
  retryAfterMs: number | null;
  /** Who refused, where an inference provider did. */
  inferenceProvider: string | null;
};

export type RouterClient = {
  /** Runs one request with the openai client, never retried. Rejects only with what ends the run. */
  call<T>(run: (openai: OpenAI) => Promise<T>): Promise<RouterResult<T>>;
};

/** No request takes longer: the guarded fetch has its own deadline, which is always shorter. */
const NEVER_MS = 24 * 60 * 60 * 1000;

/**
 * The openai client for the router, loaded at the first call. It is given everything that it would else read from the
 * environment (node_modules/openai/client.js: OPENAI_API_KEY, _ADMIN_KEY, _ORG_ID, _PROJECT_ID, _WEBHOOK_SECRET,
 * _BASE_URL, OPENAI_LOG) and no token at all: `fetch`, a guarded one, adds it, and drops what OPENAI_CUSTOM_HEADERS adds.
 */
export function createRouterClient(
  { baseUrl, fetch, asked }: { baseUrl: string; fetch: GuardedFetch; asked: Asked },
  { clock }: Pick<System, 'clock'>,
): RouterClient {
  return {
    call: async (run) => {
      // The openai client wraps or replaces what a fetch rejects with; here it is kept as it was.
      let failure: RouterFailure | OpenclawError | undefined;
      const observed: GuardedFetch = async (url, init) => {
        try {
          const response = await fetch(url, init);
          if (response.ok) return response;
          failure = await refusal(response, asked, clock.now());
        } catch (error) {
          failure = failureOf(networkError(error, new URL(url).host));
        }
        throw failure instanceof OpenclawError ? failure : failure.error;
      };
      try {
        return { kind: 'answer', value: await run(await loadClient(baseUrl, observed)) };
      } catch (error) {
        const result = failure ?? failureOf(unreadable(error, baseUrl));
        if (result instanceof OpenclawError) throw result;
        return result;
      }
    },
  };
}

async function loadClient(baseUrl: string, fetch: GuardedFetch): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  const silent = () => undefined;
  try {
    return new OpenAI({
      apiKey: 'unused',
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      baseURL: baseUrl,
      timeout: NEVER_MS,
      maxRetries: 0,
      logLevel: 'off',
      logger: { error: silent, warn: silent, info: silent, debug: silent },
      // Typed as the global fetch; what it reads of an answer is what a ServiceResponse has (its client.js, streaming.js).
      fetch: (url, init) => fetch(String(url), init) as Promise<unknown> as Promise<Response>,
    });
  } catch {
    // Without the cause, whose message holds the value.
    throw new ServiceError('usage', { kind: 'bad-custom-headers' });
  }
}

async function refusal(response: ServiceResponse, asked: Asked, now: Date): Promise<RouterFailure> {
  const { status, headers } = response;
  return {
    kind: 'failure',
    error: serviceErrorOf({ status, headers, body: await response.text() }, asked, now),
    retryAfterMs: retryAfterMs(headers, now),
    inferenceProvider: inferenceProviderOf(headers),
  };
}

/** What is not the service's (Ctrl-C) stays an error to be thrown. */
function failureOf(error: OpenclawError): RouterFailure | OpenclawError {
  return error instanceof ServiceError
    ? { kind: 'failure', error, retryAfterMs: null, inferenceProvider: null }
    : error;
}

/** Whatever breaks after a 2xx, outside the network: an answer that the client, or its caller, can't read. */
function unreadable(error: unknown, baseUrl: string): OpenclawError {
  if (error instanceof OpenclawError) return error;
  const { host } = new URL(baseUrl);
  return new ServiceError('service_error', { kind: 'answer-unreadable', host }, { cause: error });
}
