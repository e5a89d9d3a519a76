import type { Catalog } from '../../catalog/catalog.ts';
import type { CatalogPolicy } from '../../catalog/load-catalog.ts';
import { hasAuthProfile } from '../../huggingface/auth-profiles.ts';
import type { Probe } from '../../huggingface/probe-model.ts';
import type { FoundToken } from '../../huggingface/token-sources.ts';
import type { ListFormat } from '../../setup/list-format.ts';
import { loadModels } from '../../setup/load-models.ts';
import { type Chain, readChain } from '../../setup/refs.ts';
import { reportWarnings } from '../../setup/report.ts';
import { type GlobalOptions, readSituation, type Situation, searchTokens } from '../../setup/situation.ts';
import type { System } from '../../system.ts';
import { formatJson } from '../../text/format-json.ts';
import { sanitise } from '../../text/sanitise.ts';
import { wrapWords } from '../../text/wrap.ts';
import { checkStatus } from './status-check.ts';
import { statusDocument } from './status-document.ts';
import { exitCodeOf, probeChain } from './status-probe.ts';
import { probeLines } from './status-probe-words.ts';
import { statusLines } from './status-text.ts';

export type ModelsStatusOptions = GlobalOptions & { check: boolean; probe: boolean; format: ListFormat };

/** All that the status shows. */
export type Status = {
  situation: Situation;
  chain: Chain;
  /** The one that OpenClaw would use, save for a profile of its own. */
  token: FoundToken | undefined;
  hasProfile: boolean;
  catalog: Catalog;
  /** By ref, in the chain's order; empty where none was asked for. */
  probes: ReadonlyMap<string, Probe>;
};

/** What is set up, and with `--check` and `--probe` whether it works. Resolves to the exit code. */
export async function modelsStatus(options: ModelsStatusOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  const { tokens, warnings } = await searchTokens(situation, system);
  const status: Status = {
    situation,
    chain: readChain(situation.snapshot.value),
    token: tokens[0],
    hasProfile: await hasAuthProfile(situation.locations.authProfiles, system),
    catalog: await loadModels({ policy: listPolicy(options), writeCache: true }, situation, system),
    probes: new Map(),
  };
  if (options.probe) status.probes = await probeChain(status, system);
  report(status, options, system);
  const verdict = options.check ? checkStatus(status) : { exitCode: 0, warnings: [] };
  reportWarnings([...situation.warnings, ...warnings, ...profileWarning(status), ...verdict.warnings], [], system);
  return verdict.exitCode || (options.probe ? exitCodeOf(status.probes) : 0);
}

/**
 * A look at what is set up asks nothing of anybody: it is instant, and works on a train. Only `--check` must know of
 * today, so it asks where the cache is older than 1 h, with or without a token. A probe is its own proof.
 */
function listPolicy({ offline, check }: ModelsStatusOptions): CatalogPolicy {
  if (offline) return { ask: 'never', neverBecause: '--offline: nothing was asked' };
  return check ? { ask: 'stale' } : { ask: 'never', neverBecause: 'not asked: --check asks' };
}

function report(status: Status, { format, probe }: ModelsStatusOptions, { io, clock }: System): void {
  const { out } = io;
  if (format === 'json') out.write(`${formatJson(statusDocument(status))}\n`);
  else if (format === 'plain') out.write(status.chain.primary === null ? '' : `${sanitise(status.chain.primary)}\n`);
  else {
    const probes = probe ? ['', ...probeLines(status).map((line) => wrapWords(line, out.columns, '   '))] : [];
    const lines = [...statusLines(status, out.columns, clock), ...probes];
    for (const line of lines) out.write(`${line}\n`);
  }
}

function profileWarning({ hasProfile, situation }: Status): string[] {
  if (!hasProfile) return [];
  const { authProfiles } = situation.locations;
  return [`OpenClaw has a huggingface profile in ${authProfiles}, and uses that before any variable`];
}
