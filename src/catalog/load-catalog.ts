import { ServiceError } from '../huggingface/failures/service-error.ts';
import type { RouterOptions } from '../huggingface/router/list-models.ts';
import type { System } from '../system.ts';
import { type JsonValue, valueAt } from '../text/json.ts';
import type { Reason } from '../words/words.ts';
import { type CachedList, readCache, writeCache } from './cache.ts';
import { builtInCatalog, type Catalog, createCatalog } from './catalog.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Up to this age a cache needs no look at the service. */
const FRESH_MS = HOUR_MS;
/** Up to this age a cache tells what is not served. */
const CURRENT_MS = 24 * HOUR_MS;

/**
 * When to ask the service: `always` (interactive onboarding, `--refresh`), where the cache is older than 1 h (`stale`),
 * only then and only with a token (`stale-with-token`: `models list`), or `never` (`--offline`, `neverBecause` says so).
 */
export type CatalogPolicy = { ask: 'always' | 'stale' | 'stale-with-token' } | { ask: 'never'; neverBecause: Reason };

export type CatalogOptions = Omit<RouterOptions, 'token'> & {
  /** Or how to find it, where that costs something and a fresh cache needs none. */
  token: string | null | (() => Promise<string | null>);
  policy: CatalogPolicy;
  /** The effective config: it can turn discovery off. */
  config: JsonValue | undefined;
  cacheFile: string;
  /** False for a dry run, and where a person may still leave: then `keep` of the catalog writes it. */
  writeCache: boolean;
};

type CatalogSystem = Pick<System, 'fetch' | 'files' | 'clock' | 'signal'>;

/**
 * The models of the service: fetched, else cached, else built in, as the policy and the config say. A service that
 * can't be asked is not an error: the catalog carries the reason and the failure. Rejects only with what ends the run.
 */
export async function loadCatalog(options: CatalogOptions, system: CatalogSystem): Promise<Catalog> {
  const { config, policy } = options;
  if (valueAt(config, ['models', 'mode']) === 'replace') return onlyConfigured();
  const cached = await readCache(options.cacheFile, options.baseUrl, system);
  const fallback = (reason: Reason | null, error: ServiceError | null = null) =>
    cached ? fromCache(cached, reason, error, system) : builtInCatalog(reason, error);
  if (isDiscoveryOff(config)) return fallback({ kind: 'discovery-off' });
  if (policy.ask === 'never') return fallback(policy.neverBecause);
  if (policy.ask !== 'always' && cached && ageOf(cached, system) < FRESH_MS) return fallback(null);
  const token = typeof options.token === 'function' ? await options.token() : options.token;
  if (policy.ask === 'stale-with-token' && token === null) return fallback({ kind: 'no-token' });
  try {
    return await fetchCatalog({ ...options, token }, system);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return fallback({ kind: 'not-fetched', why: error.problem }, error);
  }
}

async function fetchCatalog(options: CatalogOptions & RouterOptions, system: CatalogSystem): Promise<Catalog> {
  const { listModels } = await import('../huggingface/router/list-models.ts');
  const { models, skipped, withoutToken } = await listModels(options, system);
  const fetchedAt = system.clock.now();
  if (skipped > 0) options.log?.(`${skipped} entries of the model list have no usable id and were skipped`);
  if (withoutToken) options.log?.('the router refused the token and gave the model list without it');
  const keep = () => writeList(options, { fetchedAt, models }, system);
  if (options.writeCache) await keep();
  const origin = { source: 'live', fetchedAt: fetchedAt.toISOString(), reason: null, error: null } as const;
  return createCatalog(models, { ...origin, current: true, ...(!options.writeCache && { keep }) });
}

/** A cache that can't be written costs the next run a request, and this one nothing. */
async function writeList(options: CatalogOptions, list: CachedList, system: CatalogSystem): Promise<void> {
  try {
    await writeCache(options.cacheFile, options.baseUrl, list, system);
  } catch (error) {
    options.log?.(`the model list could not be cached: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fromCache(
  cached: CachedList,
  reason: Reason | null,
  error: ServiceError | null,
  system: Pick<System, 'clock'>,
): Catalog {
  const current = ageOf(cached, system) < CURRENT_MS;
  const fetchedAt = cached.fetchedAt.toISOString();
  return createCatalog(cached.models, { source: 'cache', fetchedAt, reason, error, current });
}

/** Milliseconds; a time stamp in the future says nothing, so such a cache counts as old. */
function ageOf({ fetchedAt }: CachedList, { clock }: Pick<System, 'clock'>): number {
  const age = clock.now().getTime() - fetchedAt.getTime();
  return age < 0 ? Number.POSITIVE_INFINITY : age;
}

function isDiscoveryOff(config: JsonValue | undefined): boolean {
  return valueAt(config, ['plugins', 'entries', 'huggingface', 'config', 'discovery', 'enabled']) === false;
}

/** `models.mode: "replace"` is the user's word that nothing but the configured models exists. */
function onlyConfigured(): Catalog {
  const reason = { kind: 'only-configured' } as const;
  return createCatalog([], { source: 'builtin', fetchedAt: null, reason, error: null, current: false });
}
