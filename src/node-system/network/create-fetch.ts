import type { Agent } from 'node:http';
import type { Env, Fetch } from '../../system.ts';
import { proxyFor } from './proxies.ts';
import { type Route, send } from './transport.ts';

/**
 * Requests over Node's own http and https, whose connections are kept for the next request of this run. Where a proxy
 * variable is set and the host is not this machine, through the proxy. Rejects with `usage` where that variable can't
 * be used.
 */
export function createFetch(env: Env): Fetch {
  const agents = new Map<string, Agent>();
  return async (url, init = {}) => {
    const target = new URL(url);
    const proxy = proxyFor(target, env);
    const route = proxy ? await proxyRoute(target, proxy, init.signal) : directRoute(target, agents);
    return send(target, init, route);
  };
}

/** The agent is always our own: Node's default one obeys NODE_USE_ENV_PROXY, and leads even loopback to a proxy. */
function directRoute({ protocol }: URL, agents: Map<string, Agent>): Route {
  let agent = agents.get(protocol);
  if (agent === undefined) {
    const { Agent } = process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http');
    agent = new Agent({ keepAlive: true });
    agents.set(protocol, agent);
  }
  return { agent };
}

/** Loaded only here. The agent is for one request: its signal ends the connection to the proxy as well. */
async function proxyRoute(target: URL, proxy: URL, signal: AbortSignal | undefined): Promise<Route> {
  const { createProxyAgent } = await import('./proxy-agent.ts');
  return { agent: createProxyAgent(target, proxy, signal), proxy: proxy.host };
}
