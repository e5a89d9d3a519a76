import type { Catalog } from '../../catalog/catalog.ts';
import { checkToken, type TokenCheck } from '../../huggingface/whoami/check-token.ts';
import type { Context } from '../../setup/context.ts';
import { loadModels, type ModelsRequest } from '../../setup/load-models.ts';
import type { System } from '../../system.ts';
import type { VerifyMode } from '../options.ts';

/**
 * Whose token it is and what it may do, and at the same time the models. `check` is null where there is no token, or
 * where it is not to be checked.
 */
export async function askService(
  { verify, ...request }: ModelsRequest & { token: string | null; verify: VerifyMode },
  context: Context,
  system: Pick<System, 'fetch' | 'files' | 'clock' | 'signal' | 'io' | 'words'>,
): Promise<{ check: TokenCheck | null; catalog: Catalog }> {
  const { endpoints, offline, log } = context;
  const { token } = request;
  const asked = Promise.all([
    token === null || verify === 'off' || offline ? null : checkToken({ ...endpoints, token, log }, system),
    loadModels(request, context, system),
  ]);
  const [check, catalog] = await system.io.wait(system.words.onboarding.token.checking, asked);
  return { check, catalog };
}
