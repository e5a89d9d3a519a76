import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogPolicy, loadCatalog } from '../catalog/load-catalog.ts';
import type { System } from '../system.ts';
import { tokenFault } from '../token/token.ts';
import type { FoundToken } from '../token/token-sources.ts';
import { type Context, type GlobalOptions, searchTokens } from './context.ts';
import { areConfigured } from './refs.ts';

type LoadSystem = Pick<
  System,
  'env' | 'files' | 'shell' | 'platform' | 'signal' | 'hide' | 'fetch' | 'clock' | 'io' | 'words'
>;

/** The models of the service, by the policy, asked with the token that OpenClaw would use, where there is one. */
export async function loadModels(
  { policy, writeCache }: { policy: CatalogPolicy; writeCache: boolean },
  context: Context,
  system: LoadSystem,
): Promise<Catalog> {
  const { endpoints, snapshot, locations, log } = context;
  const { cacheFile } = locations;
  // Looked for only where something is asked: it may start a login shell.
  const token = async () => tokenToSend((await searchTokens(context, system)).tokens[0]);
  const work = loadCatalog({ ...endpoints, policy, token, writeCache, config: snapshot.value, cacheFile, log }, system);
  return system.io.wait(system.words.report.fetchingList, work);
}

/** What can't be a token is never sent anywhere; the list is given without one too. */
export function tokenToSend(found: FoundToken | undefined): string | null {
  return found === undefined || tokenFault(found.token) !== undefined ? null : found.token;
}

/**
 * The list for a command that adds a model to the config. As in onboarding without questions: asked for only where the
 * model has no provider entry yet and the cache is older than 1 h.
 */
export function loadModelsFor(
  typed: string,
  { offline, dryRun }: GlobalOptions & { dryRun: boolean },
  context: Context,
  system: LoadSystem,
): Promise<Catalog> {
  const isConfigured = areConfigured([typed], context.snapshot.value);
  const policy: CatalogPolicy = offline
    ? { ask: 'never', neverBecause: { kind: 'offline' } }
    : isConfigured
      ? { ask: 'never', neverBecause: { kind: 'all-configured' } }
      : { ask: 'stale' };
  return loadModels({ policy, writeCache: !dryRun }, context, system);
}
