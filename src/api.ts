import { OpenclawError } from './errors.ts';
import { tokenProblem } from './huggingface/token.ts';
import { createNodeSystem } from './node-system/create-node-system.ts';
import { tokenToSend } from './setup/load-models.ts';
import { type Refresh, refreshModels, refreshWarnings } from './setup/refresh-catalog.ts';
import { readSituation, type Situation, searchTokens } from './setup/situation.ts';

// The second composition root, for host programs. What it exports is described for them, by hand, in types/api.d.ts;
// test/api/types.test.ts keeps that true.

export type RefreshOptions = {
  stateDir?: string;
  profile?: string;
  env?: Readonly<Record<string, string | undefined>>;
  token?: string | null;
  signal?: AbortSignal;
};

export type RefreshedCatalog = {
  source: 'live' | 'cache' | 'builtin';
  count: number;
  fetchedAt: string | null;
  reason: string | null;
  error: { code: string; message: string; hint: string | null; status: number | null; retryable: boolean } | null;
  added: string[];
  gone: string[];
  cacheFile: string;
  modelsJson: { path: string; changed: boolean; added: string[] } | null;
  warnings: string[];
};

export async function refreshCatalog(options: RefreshOptions = {}): Promise<RefreshedCatalog> {
  const { stateDir, profile, signal = new AbortController().signal } = options;
  const env = { ...(options.env ?? process.env), ...(stateDir !== undefined && { OPENCLAW_STATE_DIR: stateDir }) };
  const system = createNodeSystem({ signal, env });
  const situation = await readSituation({ profile, offline: false, verbose: false }, system);
  const found = options.token === undefined ? await searchTokens(situation, system) : { tokens: [], warnings: [] };
  const token = options.token === undefined ? tokenToSend(found.tokens[0]) : usable(options.token);
  const refresh = await refreshModels({ situation, token, dryRun: false }, system);
  return resultOf(refresh, situation, found.warnings);
}

/** Given by the host: it must hear of a wrong one. */
function usable(token: string | null): string | null {
  const problem = token === null ? undefined : tokenProblem(token);
  if (problem !== undefined) throw new OpenclawError('usage', `The token given is no Hugging Face token: ${problem}`);
  return token;
}

function resultOf(
  refresh: Refresh,
  { locations, warnings }: Situation,
  tokenWarnings: readonly string[],
): RefreshedCatalog {
  const { source, models, fetchedAt, reason, error } = refresh.catalog;
  return {
    source,
    count: models.size,
    fetchedAt,
    reason,
    error: error && {
      code: error.code,
      message: error.message,
      hint: error.hint ?? null,
      status: error.status ?? null,
      retryable: error.retryable,
    },
    added: refresh.added,
    gone: refresh.gone,
    cacheFile: locations.cacheFile,
    modelsJson: refresh.modelsJson,
    warnings: [...warnings, ...tokenWarnings, ...refreshWarnings(refresh, locations)],
  };
}
