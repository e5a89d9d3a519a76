import { OpenclawError } from '../../errors.ts';
import type { Env } from '../../system.ts';
import { isLoopback } from '../../text/loopback.ts';
import { isExcepted } from './no-proxy.ts';

/**
 * The proxy for a URL by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, lower case before upper case as in curl (an empty one
 * counts: it turns the other off); undefined where none applies, and always for this machine. HTTP_PROXY alone is taken
 * for https too, as OpenClaw does. A value without a scheme is a host and port, reached over http; a path says nothing.
 * Rejects with `usage` a value that can't be used.
 */
export function proxyFor(url: URL, env: Env): URL | undefined {
  if (isLoopback(url)) return undefined;
  const http = readProxy(env, 'http_proxy');
  const proxy = url.protocol === 'https:' ? (readProxy(env, 'https_proxy') ?? http) : http;
  return proxy && !isExcepted(url, env.no_proxy ?? env.NO_PROXY ?? '') ? proxy : undefined;
}

function readProxy(env: Env, lowerCase: string): URL | undefined {
  const upperCase = lowerCase.toUpperCase();
  const name = env[lowerCase] === undefined ? upperCase : lowerCase;
  const text = (env[name] ?? '').trim();
  if (text === '') return undefined;
  const url = parseUrl(withScheme(text));
  if (url === null || url.hostname === '') throw new OpenclawError('usage', { kind: 'proxy-not-a-url', name });
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OpenclawError('usage', { kind: 'proxy-scheme', name, scheme: `${url.protocol}//` });
  }
  if (!isDecodable(url.username) || !isDecodable(url.password)) {
    throw new OpenclawError('usage', { kind: 'proxy-escape', name });
  }
  return url;
}

function withScheme(text: string): string {
  return text.includes('://') ? text : `http://${text}`;
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
