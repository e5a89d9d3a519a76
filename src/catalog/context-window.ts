import type { RouterModel } from '../huggingface/router/router-model.ts';
import type { BuiltInModel } from './built-in.ts';
import { candidates, isLive, type Route } from './route.ts';

/**
 * Tokens that are safe to send: a pinned inference provider's own figure; otherwise the smallest that any possible one
 * states, since the router may choose that one. Where a live one states none, the built-in figure counts too.
 */
export function contextWindowOf(
  model: RouterModel | undefined,
  builtIn: BuiltInModel | undefined,
  route: Route,
): number | null {
  const possible = candidates(model?.providers ?? [], route);
  const stated = possible.map(({ contextWindow }) => contextWindow).filter((tokens) => tokens !== null);
  if (route.kind === 'pinned') return stated[0] ?? builtIn?.contextWindowByProvider.get(route.provider) ?? null;
  const silent = possible.some((provider) => isLive(provider) && provider.contextWindow === null);
  if (builtIn && (silent || stated.length === 0)) stated.push(builtIn.contextWindow);
  return stated.length === 0 ? null : Math.min(...stated);
}
