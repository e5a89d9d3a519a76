import type { Catalog } from '../../catalog/catalog.ts';
import { type CatalogPolicy, loadCatalog } from '../../catalog/load-catalog.ts';
import { checkToken, type TokenCheck } from '../../huggingface/whoami/check-token.ts';
import type { Context } from '../../setup/context.ts';
import type { System } from '../../system.ts';

export type ServiceSystem = Pick<System, 'fetch' | 'files' | 'clock' | 'signal'>;

/** Whose token it is and what it may do; null where that is not to be asked. */
export async function askAboutToken(token: string, context: Context, system: ServiceSystem): Promise<TokenCheck> {
  const { hubUrl, namedByEnvironment } = context.endpoints;
  return checkToken({ hubUrl, namedByEnvironment, token, log: context.log }, system);
}

/** The models of the service, by the policy; a failure to ask is a reason in the catalog. */
export async function askForModels(
  request: { policy: CatalogPolicy; token: string | null; writeCache: boolean },
  { endpoints, snapshot, locations, log }: Context,
  system: ServiceSystem,
): Promise<Catalog> {
  const { baseUrl, namedByEnvironment } = endpoints;
  return loadCatalog(
    { ...request, baseUrl, namedByEnvironment, config: snapshot.value, cacheFile: locations.cacheFile, log },
    system,
  );
}
