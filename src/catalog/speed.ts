import { parseModelId } from '../text/model-ref.ts';
import type { CatalogModel } from './catalog.ts';
import { isLive, routeOf } from './route.ts';

/**
 * Tokens per second to expect: of the fastest live inference provider, or of the one with the lowest output price for
 * `:cheapest`; null where that is not stated.
 */
export function speedOf(model: CatalogModel): number | null {
  const live = model.providers.filter(isLive);
  if (routeOf(parseModelId(model.id)).kind === 'cheapest') {
    const priced = live.filter(({ price }) => price?.output === model.price?.output && price !== null);
    return priced[0]?.throughput ?? null;
  }
  const stated = live.map(({ throughput }) => throughput).filter((speed) => speed !== null);
  return stated.length === 0 ? null : Math.max(...stated);
}
