import { readCache } from '../../catalog/cache.ts';
import { builtInCatalog, type Catalog, createCatalog, findModel } from '../../catalog/catalog.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { isLive } from '../../catalog/route.ts';
import { profileIn } from '../../config/locate.ts';
import { type Context, readContext } from '../../setup/context.ts';
import { readAliases, readChain, refsInUse } from '../../setup/refs.ts';
import type { System } from '../../system.ts';
import { formatPath, isJsonObject, parsePath, valueAt } from '../../text/json.ts';
import { formatModelRef, POLICY_SUFFIXES } from '../../text/model-ref.ts';

/** A word that could stand there, with what it means. */
export type Candidate = { value: string; description: string };

/** What a word can be that only the config and the cache know. */
export type ValueKind = 'model' | 'fallback' | 'alias' | 'config-path' | 'file';

/** The values of a kind that begin with the prefix, without case. From the disk alone: a Tab asks no service. */
export async function findValues(
  { kind, prefix }: { kind: ValueKind; prefix: string },
  words: readonly string[],
  system: System,
): Promise<Candidate[]> {
  const context = await readContext({ profile: profileIn(words), offline: true, verbose: false }, system);
  const wanted = prefix.toLowerCase();
  const candidates = await candidatesOf(kind, prefix, context, system);
  return candidates.filter(({ value }) => value.toLowerCase().startsWith(wanted));
}

async function candidatesOf(kind: ValueKind, prefix: string, context: Context, system: System): Promise<Candidate[]> {
  const config = context.snapshot.value;
  const aliases = [...readAliases(config)].map(([ref, label]) => ({ value: label, description: ref }));
  switch (kind) {
    case 'alias':
      return aliases;
    case 'fallback':
      return readChain(config).fallbacks.map((ref) => ({
        value: ref,
        description: readAliases(config).get(ref) ?? '',
      }));
    case 'config-path':
      return pathsBelow(prefix, context);
    case 'model':
      return [...aliases, ...(await models(prefix, context, system))];
    case 'file':
      return [];
  }
}

/** Refs in use, then every id; as refs too where one is being typed, and with suffixes behind a `:`. */
async function models(prefix: string, context: Context, system: System): Promise<Candidate[]> {
  const catalog = await readCatalog(context, system);
  const nameOf = (id: string) => describeModel(catalog, id, context.configured).name;
  const used = refsInUse(context.snapshot.value).map((ref) => ({ value: ref, description: 'in the config' }));
  const listed = [...catalog.models.values()].flatMap(({ id }) => {
    const ids = prefix.includes(':') ? suffixed(id, prefix, catalog) : [id];
    return ids.flatMap((one) => {
      const description = nameOf(one);
      const ref = { value: formatModelRef(one), description };
      return prefix === '' ? [{ value: one, description }] : [{ value: one, description }, ref];
    });
  });
  const known = new Set(used.map(({ value }) => value));
  return [...used, ...listed.filter(({ value }) => !known.has(value))];
}

/** The policies, and the inference providers that serve the model now; nothing for a model that is not being typed. */
function suffixed(id: string, prefix: string, catalog: Catalog): string[] {
  const base = prefix.slice(0, prefix.lastIndexOf(':')).toLowerCase();
  if (![id, formatModelRef(id)].some((text) => text.toLowerCase() === base)) return [];
  const serving = findModel(catalog, id)?.providers.filter(isLive) ?? [];
  return [...POLICY_SUFFIXES, ...serving.map((provider) => provider.id)].map((suffix) => `${id}:${suffix}`);
}

/** The cache whatever its age: an old list completes better than none. */
async function readCatalog({ locations, endpoints }: Context, system: System): Promise<Catalog> {
  const cached = await readCache(locations.cacheFile, endpoints.baseUrl, system);
  if (cached === undefined) return builtInCatalog(null);
  return createCatalog(cached.models, { source: 'cache', fetchedAt: null, reason: null, error: null, current: false });
}

/** The keys of the object that the path so far leads to. */
function pathsBelow(prefix: string, { snapshot }: Context): Candidate[] {
  const parent = /^(.*)[.[]/s.exec(prefix)?.[1] ?? '';
  const path = parent === '' ? [] : (parsePath(parent) ?? []);
  const value = valueAt(snapshot.value, path);
  if (!isJsonObject(value)) return [];
  return Object.keys(value).map((key) => ({ value: formatPath([...path, key]), description: '' }));
}
