import type { Env, Fetch } from '../system.ts';
import { isLoopback } from '../text/loopback.ts';
import { type Proxies, readProxies } from './proxies.ts';

/**
 * Node's own fetch, never following a redirect: a token must not travel to where a service points. Only where a proxy
 * variable is set and the host is not this machine, undici's own (105 ms to load), because Node 20 knows no proxies.
 * Rejects with `usage` where a proxy variable can't be used.
 */
export function createFetch(env: Env): Fetch {
  let proxied: Promise<Fetch> | undefined;
  return async (url, init) => {
    const options = { ...init, redirect: 'manual' as const };
    const proxies = isLoopback(new URL(url)) ? undefined : readProxies(env);
    // `fetch` is read here, not at the top: the first look at it loads undici's bundled copy (60 ms).
    if (proxies === undefined) return fetch(url, options);
    proxied ??= createProxiedFetch(proxies);
    return (await proxied)(url, options);
  };
}

async function createProxiedFetch({ http, https, noProxy }: Proxies): Promise<Fetch> {
  const undici = await import('undici');
  // All three are given, also empty: what is undefined undici would read from process.env itself.
  const dispatcher = new undici.EnvHttpProxyAgent({ httpProxy: http, httpsProxy: https, noProxy });
  const proxiedFetch: unknown = (url: string | URL, init?: RequestInit) =>
    // The same interface twice: undici's types and the global ones, which come from another version of it.
    undici.fetch(url, { ...init, dispatcher } as Parameters<typeof undici.fetch>[1]);
  return proxiedFetch as Fetch;
}
