import type { FetchResponse, System } from '../../system.ts';
import { redactTokens } from '../../text/redact.ts';
import { tokenFault } from '../../token/token.ts';
import { networkError } from '../failures/network-error.ts';
import { ServiceError } from '../failures/service-error.ts';
import type { Deadline } from './deadline.ts';
import { type BodyLimits, limitBody, unlessAborted } from './limit-body.ts';
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

/** What `whoami` and the openai client read of an answer. */
export type ServiceResponse = FetchResponse & {
  url: string;
  ok: boolean;
  text(): Promise<string>;
  json(): Promise<unknown>;
};

/** What a client asks for. Its headers are not among it. */
export type GuardedInit = { method?: string; body?: unknown; signal?: AbortSignal | null };
export type GuardedFetch = (url: string | URL, init?: GuardedInit) => Promise<ServiceResponse>;

/**
 * A fetch for a client that is trusted neither with the token nor to keep the environment out: of its headers none
 * passes, ours are sent instead. The deadline covers the body too, the body is limited to 10 MB.
 * Rejects with `network`, `timeout`, `interrupted`, `service_error`; any status is an answer.
 */
export function createGuardedFetch(guard: Guard, system: Pick<System, 'fetch' | 'clock'>): GuardedFetch {
  return async (url, init = {}) => {
    const target = new URL(url);
    const { method = 'GET' } = init;
    const body = typeof init.body === 'string' ? init.body : null;
    const headers = headersFor(target, body, guard);
    const { deadline } = guard;
    const signal = init.signal ? AbortSignal.any([deadline.signal, init.signal]) : deadline.signal;
    const report = reporter(target, method, guard, system);
    const failed = (error: unknown) =>
      deadline.signal.aborted ? deadline.signal.reason : networkError(error, target.host);
    try {
      const response = await unlessAborted(system.fetch(target, { method, body, headers, signal }), signal);
      report(`${response.status}`);
      return guardResponse(response, target, { signal, failed });
    } catch (error) {
      report(failed(error).message);
      throw failed(error);
    }
  };
}

function headersFor(url: URL, body: string | null, guard: Guard): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'openclaw-onboard' };
  if (body !== null) headers['content-type'] = 'application/json';
  if (!mayReceiveToken(url, guard.namedByEnvironment)) return headers;
  if (guard.token !== null) headers.authorization = `Bearer ${checkedToken(guard.token)}`;
  return { ...headers, ...guard.headers };
}

/** A header value that can't be sent may end up in an error's message. */
function checkedToken(token: string): string {
  if (tokenFault(token) === undefined) return token;
  throw new ServiceError('token_rejected', { kind: 'token-not-sendable' });
}

function guardResponse(
  { status, headers, body }: FetchResponse,
  { host, href }: URL,
  reading: Pick<BodyLimits, 'signal' | 'failed'>,
): ServiceResponse {
  if (status < 200 || status > 599) {
    throw new ServiceError('service_error', { kind: 'odd-status', host, status }, { status });
  }
  const tooLarge = () => new ServiceError('service_error', { kind: 'answer-too-large', host }, { status });
  const limited = body && limitBody(body, { ...reading, maxBytes: MAX_BYTES, tooLarge });
  const text = () => readText(limited);
  return {
    url: href,
    status,
    ok: status < 300,
    headers,
    body: limited,
    text,
    json: async () => JSON.parse(await text()),
  };
}

async function readText(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
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
