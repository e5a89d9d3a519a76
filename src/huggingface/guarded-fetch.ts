import { OpenclawError } from '../errors.ts';
import type { Fetch, System } from '../system.ts';
import { redactTokens } from '../text/redact.ts';
import type { Deadline } from './deadline.ts';
import { limitBody } from './limit-body.ts';
import { networkError } from './network-error.ts';
import { tokenProblem } from './token.ts';
import { mayReceiveToken } from './trusted-host.ts';

const MAX_BYTES = 10 * 1024 * 1024;

export type Guard = {
  /** Sent to trusted hosts only; null sends none. */
  token: string | null;
  /** The config's own, by lower-case name: they win, and go to trusted hosts only, as the token does. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** See `mayReceiveToken`. */
  namedByEnvironment: readonly string[];
  deadline: Deadline;
  /** For `--verbose`: one line per request. */
  log?: ((line: string) => void) | undefined;
};

/**
 * A fetch for a client that is trusted neither with the token nor to keep the environment out: of its headers none
 * passes, ours stand in their place. No redirect is followed, the deadline covers the body too, the body is limited
 * to 10 MB. Rejects with `network`, `timeout`, `interrupted`, `service_error`; any status is an answer.
 */
export function createGuardedFetch(guard: Guard, system: Pick<System, 'fetch' | 'clock'>): Fetch {
  return async (url, init = {}) => {
    const target = new URL(url);
    const headers = headersFor(target, init, guard);
    const abort = linkedAbort(guard.deadline.signal, init.signal);
    const report = reporter(target, init.method ?? 'GET', guard, system);
    const failed = (error: unknown) =>
      guard.deadline.signal.aborted ? asError(guard.deadline.signal.reason) : networkError(error, target.host);
    try {
      const { method = 'GET', body = null } = init;
      const response = await system.fetch(target, { method, body, headers, redirect: 'manual', signal: abort.signal });
      report(`${response.status}`);
      return guardResponse(response, target, failed);
    } catch (error) {
      report(failed(error).message);
      throw failed(error);
    }
  };
}

function headersFor(url: URL, init: RequestInit, guard: Guard): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'openclaw-onboard' };
  if (init.body) headers['content-type'] = 'application/json';
  if (!mayReceiveToken(url, guard.namedByEnvironment)) return headers;
  if (guard.token !== null) headers.authorization = `Bearer ${checkedToken(guard.token)}`;
  return { ...headers, ...guard.headers };
}

/** undici puts a header value that it refuses into its message, the token with it. */
function checkedToken(token: string): string {
  const problem = tokenProblem(token);
  if (problem === undefined) return token;
  throw new OpenclawError('token_rejected', `The token is no Hugging Face token. ${problem}`);
}

function guardResponse(response: Response, { host }: URL, failed: (error: unknown) => Error): Response {
  const { status } = response;
  if (status < 200 || status > 599) {
    throw new OpenclawError('service_error', `${host} answered with the odd status ${status}.`, { status });
  }
  const headers = new Headers(response.headers);
  // The body is decoded already, and the openai client takes a content-length of 0 for an answer.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const tooLarge = () =>
    new OpenclawError('service_error', `${host} answered with more than 10 MB, which is no answer.`, { status });
  const empty = response.body === null || status === 204 || status === 205 || status === 304;
  const body = empty || !response.body ? null : limitBody(response.body, MAX_BYTES, { tooLarge, failed });
  return new Response(body, { status, headers });
}

/** One line per request: method, URL without query, outcome, milliseconds until the headers. */
function reporter(url: URL, method: string, { log, token }: Guard, { clock }: Pick<System, 'clock'>) {
  const started = clock.monotonic();
  return (outcome: string) => {
    const elapsed = Math.round(clock.monotonic() - started);
    const line = `${method} ${url.origin}${url.pathname} -> ${outcome} (${elapsed} ms)`;
    log?.(redactTokens(token ? line.replaceAll(token, '***') : line));
  };
}

function linkedAbort(deadline: AbortSignal, own: AbortSignal | null | undefined): AbortController {
  const controller = new AbortController();
  for (const signal of [deadline, own]) {
    if (signal?.aborted) controller.abort(signal.reason);
    else signal?.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
