import { readCache } from '../../catalog/cache.ts';
import { type Catalog, findModel } from '../../catalog/catalog.ts';
import type { Locations } from '../../config/locate.ts';
import { explainEdit } from '../../config/read/invalid-text.ts';
import { OpenclawError } from '../../errors.ts';
import { WrongTypeError } from '../../json5/errors.ts';
import type { Document } from '../../json5/parse.ts';
import type { System } from '../../system.ts';
import { formatPath, type JsonObject } from '../../text/json.ts';
import { entryIds, isHuggingFaceRef, MODELS_JSON_ENTRIES, modelIdOf, parseModelId } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';
import type { Context } from '../context.ts';
import { loadModels } from '../load-models.ts';
import { refsInUse } from '../refs.ts';
import { type MergedModels, mergeModelsJson } from './merge-models-json.ts';
import { changeModelsJson, encodeModelsJson, readModelsJson } from './models-json-file.ts';

export type Refresh = {
  catalog: Catalog;
  /** Ids that were not known before, in the list's order; empty where there was nothing to compare with. */
  added: string[];
  /** Ids that were known before, or that the config names, and that the list no longer has. They stay where they are. */
  gone: string[];
  /** Of these, the refs that the config still uses. */
  goneRefs: string[];
  /** Whether the list is in the cache now; a directory that can't be written costs no more than that. */
  cached: boolean;
  /** OpenClaw's own list; null where it has none. */
  modelsJson: { path: string; changed: boolean; added: string[] } | null;
};

export type RefreshRequest = {
  context: Context;
  token: string | null;
  dryRun: boolean;
};

type RefreshSystem = Pick<System, 'fetch' | 'files' | 'clock' | 'signal'>;

/**
 * What a Gateway does at its start: fetches the list again, keeps it in the cache and merges it into OpenClaw's
 * `models.json` where that exists. Where the service can't be asked, nothing is merged, and `catalog` says why.
 * Rejects with `config_*`: a `models.json` that is broken (nothing was asked then), locked or not writable.
 */
export async function refreshModels(
  { context, token, dryRun }: RefreshRequest,
  system: RefreshSystem,
): Promise<Refresh> {
  const { locations, snapshot, configured } = context;
  const { modelsJson: path } = locations;
  const file = await readModelsJson(path, system);
  const previous = file ? entryIds(file.document.value, MODELS_JSON_ENTRIES) : await cachedIds(context, system);
  const catalog = await loadModels({ policy: { ask: 'always' }, token, writeCache: !dryRun }, context, system);
  const isLive = catalog.source === 'live';
  const merge = (document: Document) => within(path, () => mergeModelsJson(document, catalog, configured));
  const merged = isLive && file ? await mergeInto(file.document, merge, { path, dryRun }, system) : undefined;
  return {
    catalog,
    cached: isLive && !dryRun && (await isCached(catalog, context, system)),
    ...(isLive ? compare(catalog, previous, snapshot.value) : { added: [], gone: [], goneRefs: [] }),
    modelsJson: file ? { path, changed: !dryRun && (merged?.added.length ?? 0) > 0, added: merged?.added ?? [] } : null,
  };
}

async function mergeInto(
  document: Document,
  merge: (document: Document) => MergedModels,
  { path, dryRun }: { path: string; dryRun: boolean },
  system: RefreshSystem,
): Promise<MergedModels | undefined> {
  if (!dryRun) return changeModelsJson(path, merge, system);
  const merged = merge(document);
  encodeModelsJson(path, merged.text);
  return merged;
}

/** Names the file in a refusal: the paths in it are not the config's. */
function within<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WrongTypeError)) throw explainEdit(error, path);
    const { found, needed } = error;
    const problem = { kind: 'models-json-wrong-type', path, key: formatPath(error.path), found, needed } as const;
    throw new OpenclawError('config_invalid', problem, { cause: error });
  }
}

/** What a caller may want to tell: what the config still names, and a cache that could not be written. */
export function refreshWarnings(
  { catalog, goneRefs, cached }: Pick<Refresh, 'catalog' | 'goneRefs' | 'cached'>,
  { cacheFile }: Pick<Locations, 'cacheFile'>,
): Note[] {
  const warnings: Note[] = goneRefs.map((ref) => ({ kind: 'gone-but-used', ref }));
  if (catalog.source === 'live' && !cached) warnings.push({ kind: 'cache-not-written', path: cacheFile });
  return warnings;
}

async function isCached(
  { fetchedAt }: Catalog,
  { locations, endpoints }: Context,
  system: RefreshSystem,
): Promise<boolean> {
  const cached = await readCache(locations.cacheFile, endpoints.baseUrl, system);
  return cached?.fetchedAt.toISOString() === fetchedAt;
}

async function cachedIds({ locations, endpoints }: Context, system: RefreshSystem): Promise<string[] | undefined> {
  return (await readCache(locations.cacheFile, endpoints.baseUrl, system))?.models.map(({ id }) => id);
}

/** By the id without its suffix, and without case. */
function compare(
  catalog: Catalog,
  previous: readonly string[] | undefined,
  config: JsonObject,
): Pick<Refresh, 'added' | 'gone' | 'goneRefs'> {
  const known = new Set(previous?.map((id) => parseModelId(id).base.toLowerCase()));
  const ids = [...catalog.models.values()].map(({ id }) => id);
  const isGone = (id: string) => findModel(catalog, id) === undefined;
  const goneRefs = refsInUse(config).filter((ref) => isHuggingFaceRef(ref) && isGone(modelIdOf(ref) ?? ''));
  const used = [...goneRefs.flatMap((ref) => modelIdOf(ref) ?? []), ...entryIds(config)];
  return {
    added: previous === undefined ? [] : ids.filter((id) => !known.has(id.toLowerCase())),
    gone: [...new Set([...used, ...(previous ?? [])].filter(isGone).map((id) => parseModelId(id).base))],
    goneRefs,
  };
}
