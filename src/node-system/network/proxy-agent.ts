import type { Agent } from 'node:http';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';

/**
 * The agent for one request through a proxy: a tunnel (CONNECT) to an https host, the whole address to an http one.
 * The credentials go into a header, so that the agent's own address, which it gives to listeners, is without them.
 */
export function createProxyAgent(target: URL, proxy: URL, signal: AbortSignal | undefined): Agent {
  const address = new URL(proxy.origin);
  const options = {
    headers: authorizationOf(proxy),
    // For a proxy that is reached over https; NODE_TLS_REJECT_UNAUTHORIZED has no say.
    rejectUnauthorized: true,
    ...(signal && { signal }),
  };
  return target.protocol === 'https:' ? new HttpsProxyAgent(address, options) : new HttpProxyAgent(address, options);
}

function authorizationOf({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}
