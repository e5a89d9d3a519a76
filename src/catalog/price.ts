import type { Price, RouterModel, RouterProvider } from '../huggingface/router/router-model.ts';
import type { BuiltInModel } from './built-in.ts';
import { candidates, type Route } from './route.ts';

/**
 * What a request costs: a pinned inference provider's price; the lowest output price for `:cheapest`; otherwise the
 * price of the fastest one that states a price, which is whom the router asks unless the user set an order.
 * The built-in price stands only for a model that the list at hand says nothing about.
 */
export function priceOf(model: RouterModel | undefined, builtIn: BuiltInModel | undefined, route: Route): Price | null {
  if (!model || model.providers.length === 0) return route.kind === 'open' ? (builtIn?.price ?? null) : null;
  const priced = candidates(model.providers, route).filter(hasPrice);
  const best = route.kind === 'cheapest' ? lowest(priced) : fastest(priced);
  return best?.price ?? null;
}

type Priced = RouterProvider & { price: Price };

function hasPrice(provider: RouterProvider): provider is Priced {
  return provider.price !== null;
}

function lowest(providers: readonly Priced[]): Priced | undefined {
  return providers.toSorted((a, b) => a.price.output - b.price.output || a.price.input - b.price.input)[0];
}

/** Of equals, and where none states a speed, the first in the list. */
function fastest(providers: readonly Priced[]): Priced | undefined {
  return providers.toSorted((a, b) => (b.throughput ?? -1) - (a.throughput ?? -1))[0];
}
