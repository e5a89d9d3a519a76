import type { InferenceProvider, Price, RouterModel } from '../huggingface/router/router-model.ts';
import { parseModelId } from '../text/model-ref.ts';
import { formatTokens, formatUsdShort } from '../text/numbers.ts';
import type { Words } from '../words/words.ts';
import type { BuiltInModel, ToolSupport } from './built-in/built-in.ts';
import type { Catalog, CatalogModel } from './catalog.ts';
import { candidates, findInferenceProvider, isLive, type Route, routeOf } from './route.ts';

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
  if (route.kind === 'pinned')
    return stated[0] ?? builtIn?.contextWindowByProvider.get(route.inferenceProvider) ?? null;
  const silent = possible.some((provider) => isLive(provider) && provider.contextWindow === null);
  if (builtIn && (silent || stated.length === 0)) stated.push(builtIn.contextWindow);
  return stated.length === 0 ? null : Math.min(...stated);
}

/**
 * What a request costs: a pinned inference provider's price; the lowest output price for `:cheapest`; otherwise the
 * price of the fastest one that states a price, which the router asks unless the user set an order.
 * The built-in price counts only for a model that the list at hand says nothing about.
 */
export function priceOf(model: RouterModel | undefined, builtIn: BuiltInModel | undefined, route: Route): Price | null {
  if (!model || model.providers.length === 0) return route.kind === 'open' ? (builtIn?.price ?? null) : null;
  const possible = candidates(model.providers, route);
  return (route.kind === 'cheapest' ? cheapest(possible) : fastest(possible))?.price ?? null;
}

function cheapest(providers: readonly InferenceProvider[]): InferenceProvider | undefined {
  return providers.filter(hasPrice).toSorted((a, b) => comparePrices(a.price, b.price))[0];
}

/** Of equals, and where none states a speed, the first in the list. */
function fastest(providers: readonly InferenceProvider[]): InferenceProvider | undefined {
  return providers.filter(hasPrice).toSorted((a, b) => (b.throughput ?? -1) - (a.throughput ?? -1))[0];
}

function hasPrice({ price }: InferenceProvider): boolean {
  return price !== null;
}

/** Output decides, as for the router's `:cheapest`, then input; unknown is last. */
export function comparePrices(a: Price | null, b: Price | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.output - b.output || a.input - b.input;
}

/**
 * Tokens per second to expect: of the fastest live inference provider, or for `:cheapest` of the one that it means,
 * whatever the price in the config; null where that is not stated.
 */
export function speedOf({ id, providers }: CatalogModel): number | null {
  const route = routeOf(parseModelId(id));
  if (route.kind === 'cheapest') return cheapest(candidates(providers, route))?.throughput ?? null;
  const stated = providers
    .filter(isLive)
    .map(({ throughput }) => throughput)
    .filter((speed) => speed !== null);
  return stated.length === 0 ? null : Math.max(...stated);
}

/** Whether tools can be called; null where that is not stated. `builtIn` is used where the list says nothing at all. */
export function toolSupportOf(
  model: RouterModel | undefined,
  builtIn: ToolSupport | undefined,
  route: Route,
): ToolSupport | null {
  if (route.kind === 'pinned') {
    const tools = model && findInferenceProvider(model, route.inferenceProvider)?.tools;
    return typeof tools === 'boolean' ? yesOrNo(tools) : null;
  }
  let live = 0;
  let able = 0;
  let unable = 0;
  for (const provider of model?.providers ?? []) {
    if (!isLive(provider)) continue;
    live++;
    if (provider.tools === true) able++;
    if (provider.tools === false) unable++;
  }
  if (able + unable === 0) return builtIn ?? null;
  if (able === 0) return 'no';
  return able === live ? 'yes' : 'some';
}

function yesOrNo(value: boolean): ToolSupport {
  return value ? 'yes' : 'no';
}

/**
 * Whether the model would be served: true where a possible inference provider is live, false where none is or where a
 * current list has no such model, null where nothing that was asked tells.
 */
export function availabilityOf(catalog: Catalog, model: RouterModel | undefined, route: Route): boolean | null {
  if (catalog.source === 'builtin') return null;
  if (!model) return catalog.current ? false : null;
  if (route.kind !== 'pinned') return model.providers.some(isLive);
  const provider = findInferenceProvider(model, route.inferenceProvider);
  return provider !== undefined && isLive(provider);
}

/** What is known of a model, as cells; null for another provider's model, of which nothing is. */
export function figuresOf(model: CatalogModel | null, { tools }: Pick<Words['list'], 'tools'>, dash: string) {
  const { contextWindow = null, price = null } = model ?? {};
  return {
    context: contextWindow === null ? dash : formatTokens(contextWindow),
    tools: model?.tools ? tools[model.tools] : dash,
    input: price === null ? dash : formatUsdShort(price.input),
    output: price === null ? dash : formatUsdShort(price.output),
  };
}
