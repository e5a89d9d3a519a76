import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogOptions, type CatalogPolicy, loadCatalog } from '../catalog/load-catalog.ts';
import type { System } from '../system.ts';
import { tokenFault } from '../token/token.ts';
import type { ReadableToken } from '../token/token-sources.ts';
import type { Note } from '../words/words.ts';
import { type Context, searchTokens } from './context.ts';
import { areConfigured } from './refs.ts';

export type ModelsRequest = Pick<CatalogOptions, 'policy' | 'token' | 'writeCache'>;

/** The models of the service, by the policy, which `--offline` overrules; a failure to ask is a reason in the catalog. */
export function loadModels(
  request: ModelsRequest,
  { endpoints, snapshot, locations, offline, log }: Context,
  system: Pick<System, 'fetch' | 'files' | 'clock' | 'signal'>,
): Promise<Catalog> {
  const policy: CatalogPolicy = offline ? { ask: 'never', neverBecause: { kind: 'offline' } } : request.policy;
  const { cacheFile } = locations;
  return loadCatalog({ ...endpoints, ...request, policy, config: snapshot.value, cacheFile, log }, system);
}

/** The same with the token that OpenClaw would use, where there is one, and saying that it waits. */
export function waitForModels(
  request: Omit<ModelsRequest, 'token'>,
  context: Context,
  system: Pick<System, 'env' | 'files' | 'shell' | 'platform' | 'signal' | 'hide' | 'fetch' | 'clock' | 'io' | 'words'>,
): Promise<Catalog> {
  // Looked for only where something is asked: it may start a login shell.
  const token = async () => tokenToSend((await searchTokens(context, system)).tokens[0]);
  return system.io.wait(system.words.report.fetchingList, loadModels({ ...request, token }, context, system));
}

/** That prices and context windows are not those of the live list, and why. */
export function listNotes({ source, reason }: Catalog): Note[] {
  return source === 'live' || reason === null ? [] : [{ kind: 'figures-not-live', source, reason }];
}

/** What can't be a token is never sent anywhere; the list is given without one too. */
export function tokenToSend(found: ReadableToken | undefined): string | null {
  return found === undefined || tokenFault(found.token) !== undefined ? null : found.token;
}

/**
 * Where the typed models are chosen, the list is only asked for if one of them has no entry yet, and the cache is older
 * than 1 h: the common second run needs no network for it.
 */
export function policyFor(typed: readonly string[], { snapshot }: Pick<Context, 'snapshot'>): CatalogPolicy {
  if (typed.length === 0) return { ask: 'never', neverBecause: { kind: 'no-model-chosen' } };
  if (areConfigured(typed, snapshot.value)) return { ask: 'never', neverBecause: { kind: 'all-configured' } };
  return { ask: 'stale' };
}
