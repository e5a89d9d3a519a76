import { BUILT_IN_MODELS } from '../../catalog/built-in.ts';
import { type Catalog, findModel } from '../../catalog/catalog.ts';
import { isLive } from '../../catalog/route.ts';
import { DEFAULT_MODEL_ID } from '../../text/model-ref.ts';

/**
 * The ids of the list where nothing is typed: what the config has, R1, the documentation's others, then by the number of
 * live inference providers, most first, then by name.
 */
export function orderedIds(catalog: Catalog, configured: readonly string[]): string[] {
  const documented = [DEFAULT_MODEL_ID, ...BUILT_IN_MODELS.map(({ id }) => id)].flatMap(
    (id) => findModel(catalog, id)?.id ?? [],
  );
  const listed = [...catalog.models.values()].map(({ id, providers }) => {
    return { id, live: providers.filter(isLive).length, name: id.slice(id.indexOf('/') + 1).toLowerCase() };
  });
  listed.sort((a, b) => b.live - a.live || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [...new Set([...configured, ...documented, ...listed.map(({ id }) => id)])];
}
