import type { RouterModel } from '../huggingface/router/router-model.ts';
import type { Catalog } from './catalog.ts';
import { findProvider, isLive, type Route } from './route.ts';

/**
 * Whether the model would be served: true where a possible inference provider is live, false where none is or where a
 * current list has no such model, null where nothing that was asked tells.
 */
export function availabilityOf(catalog: Catalog, model: RouterModel | undefined, route: Route): boolean | null {
  if (catalog.source === 'builtin') return null;
  if (!model) return catalog.current ? false : null;
  if (route.kind !== 'pinned') return model.providers.some(isLive);
  const provider = findProvider(model, route.provider);
  return provider !== undefined && isLive(provider);
}
