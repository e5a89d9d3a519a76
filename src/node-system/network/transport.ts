import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { errnoOf } from '../../errors.ts';
import type { FetchInit, FetchResponse } from '../../system.ts';
import { ENCODINGS } from './decompress.ts';
import { clearFailure, incomplete, proxyFailure } from './failure.ts';
import { responseOf } from './response.ts';

/** How a request gets there. */
export type Route = {
  agent: Agent;
  /** `host:port` of the proxy, where it goes through one. */
  proxy?: string;
};

/** Node's own limit, which an option of Node's could change. */
const MAX_HEADER_BYTES = 16 * 1024;

/**
 * One request over node:http or node:https, loaded at the first one of each: Node's `fetch` takes 40 ms more to load.
 * Redirects are answers like others. The signal ends it at any time, in the body too.
 */
export function send(url: URL, init: FetchInit, route: Route): Promise<FetchResponse> {
  boundNameLookups(url);
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body = null, signal } = init;
    if (signal?.aborted) return reject(signal.reason);
    const { request: start } = process.getBuiltinModule(url.protocol === 'https:' ? 'node:https' : 'node:http');
    const request = start(url, {
      method,
      headers: { ...headers, 'accept-encoding': ENCODINGS },
      agent: route.agent,
      maxHeaderSize: MAX_HEADER_BYTES,
      // NODE_TLS_REJECT_UNAUTHORIZED has no say.
      rejectUnauthorized: true,
    });
    let incoming: IncomingMessage | undefined;
    const abort = () => (incoming ?? request).destroy(asError(signal?.reason));
    signal?.addEventListener('abort', abort, { once: true });
    const failed = watchProxy(request, route.proxy);
    request.on('response', (answer) => {
      incoming = answer;
      if (route.proxy !== undefined && answer.statusCode === 407) {
        request.destroy(proxyFailure({ host: route.proxy, status: 407 }));
      } else resolve(responseOf(answer));
    });
    request.on('error', (error) => {
      // In the body it is for whoever reads that.
      incoming?.destroy(error);
      reject(failed(error));
    });
    request.on('close', () => {
      signal?.removeEventListener('abort', abort);
      reject(failed(incomplete()));
    });
    request.end(body);
  });
}

/** Whose failure it is: the proxy's until it has led on to the host. A proxy that refuses ends the request. */
function watchProxy(request: ClientRequest, proxy: string | undefined): (error: unknown) => unknown {
  if (proxy === undefined) return clearFailure;
  let isThrough = false;
  // `statusCode` is the answer to CONNECT, which a request to an http host goes without; NaN where that is not HTTP.
  request.on('proxyConnect', ({ statusCode }: { statusCode?: number }) => {
    isThrough = statusCode === 200;
    if (statusCode === undefined || isThrough) return;
    request.destroy(proxyFailure({ host: proxy, status: Number.isNaN(statusCode) ? null : statusCode }));
  });
  return (error) => {
    if (isThrough || (error instanceof Error && 'proxy' in error)) return clearFailure(error);
    // The agent's own errors, which have no code, are about an answer to CONNECT that ends too early.
    const cause = errnoOf(error) === undefined ? incomplete(error) : clearFailure(error);
    return proxyFailure({ host: proxy, status: null }, cause);
  };
}

/**
 * A name server that never answers keeps the process alive (glibc: up to 30 s after it was last of use) since a lookup
 * can't be taken back. So it may take a few seconds, unless whoever set the machine up said otherwise.
 */
function boundNameLookups({ hostname }: URL): void {
  const { isIP } = process.getBuiltinModule('node:net');
  if (isIP(hostname) === 0 && hostname !== 'localhost') process.env.RES_OPTIONS ??= 'timeout:1 attempts:2';
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
