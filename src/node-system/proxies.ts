import { OpenclawError } from '../errors.ts';
import type { Env } from '../system.ts';

export type Proxies = {
  /** For http:// URLs; empty where none is set. */
  http: string;
  /** For https:// URLs; empty where none is set (undici then takes the one for http). */
  https: string;
  noProxy: string;
};

/**
 * The proxy variables, lower case before upper case as in curl (an empty one counts: it turns the other off);
 * undefined where no proxy applies. A value without a scheme is a host and port, reached over http.
 */
export function readProxies(env: Env): Proxies | undefined {
  const noProxy = env.no_proxy ?? env.NO_PROXY ?? '';
  const http = parseProxy(env, 'http_proxy');
  const https = parseProxy(env, 'https_proxy');
  if ((http === '' && https === '') || noProxy.trim() === '*') return undefined;
  return { http, https, noProxy };
}

function parseProxy(env: Env, lowerCase: string): string {
  const upperCase = lowerCase.toUpperCase();
  const name = env[lowerCase] === undefined ? upperCase : lowerCase;
  const text = (env[name] ?? '').trim();
  if (text === '') return '';
  const url = parseUrl(withScheme(text));
  if (url === null || url.hostname === '') throw unusable(name, 'it is not a URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw unusable(name, `${url.protocol}// proxies are not supported, only http:// and https:// ones`);
  }
  if (!isDecodable(url.username) || !isDecodable(url.password)) {
    throw unusable(name, 'its user name or password has a % that is not followed by two hexadecimal digits');
  }
  return url.href;
}

function withScheme(text: string): string {
  return text.includes('://') ? text : `http://${text}`;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The value is never shown: it may hold a password. */
function unusable(name: string, why: string): OpenclawError {
  return new OpenclawError('usage', `The proxy in ${name} can't be used: ${why}.`, {
    hint: `Set ${name}=http://host:port, or unset it: unset ${name}`,
  });
}
