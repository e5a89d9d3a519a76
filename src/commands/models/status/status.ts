import type { Catalog } from '../../../catalog/catalog.ts';
import type { CatalogPolicy } from '../../../catalog/load-catalog.ts';
import type { Probe } from '../../../huggingface/probe/probe-model.ts';
import type { TokenCheck } from '../../../huggingface/whoami/check-token.ts';
import { type GlobalOptions, readSituation, type Situation, searchTokens } from '../../../setup/context.ts';
import type { ListFormat } from '../../../setup/list-format.ts';
import { loadModels } from '../../../setup/load-models.ts';
import { type Chain, readChain } from '../../../setup/refs.ts';
import { reportWarnings } from '../../../setup/report/report.ts';
import type { System } from '../../../system.ts';
import { formatJson } from '../../../text/format-json.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { wrapWords } from '../../../text/wrap.ts';
import { hasEnded, lifetimeWarnings } from '../../../token/token-expiry.ts';
import { type FoundToken, type TokenSearch, tokenInUse } from '../../../token/token-sources.ts';
import { profileComesFirst, type UnreadableToken } from '../../../token/unreadable-token.ts';
import { type CheckResult, checkStatus, problemWords } from './check.ts';
import { verifyToken, verifyWarnings } from './check-token.ts';
import { statusDocument } from './document.ts';
import { exitCodeOf, probeChain } from './probe.ts';
import { probeLines } from './probe-words.ts';
import { statusLines } from './text.ts';

export type ModelsStatusOptions = GlobalOptions & {
  check: boolean;
  verify: boolean;
  probe: boolean;
  format: ListFormat;
};

/** All that the status shows. */
export type Status = {
  situation: Situation;
  chain: Chain;
  /** What OpenClaw uses. */
  inUse: FoundToken | UnreadableToken | undefined;
  /** The first that can be read here: what a probe sends. */
  readable: FoundToken | undefined;
  /** What whoami says of the one in use; null where it was not asked. */
  verified: TokenCheck | null;
  catalog: Catalog;
  /** By ref, in the chain's order; empty where none was asked for. */
  probes: ReadonlyMap<string, Probe>;
};

/** What is set up, and with `--check` and `--probe` whether it works. Resolves to the exit code. */
export async function modelsStatus(options: ModelsStatusOptions, system: System): Promise<number> {
  const situation = await readSituation(options, system);
  const search = await searchTokens(situation, system);
  const status: Status = {
    situation,
    chain: readChain(situation.snapshot.value),
    inUse: tokenInUse(search),
    readable: search.tokens[0],
    verified: null,
    catalog: await loadModels({ policy: listPolicy(options), writeCache: true }, situation, system),
    probes: new Map(),
  };
  if (options.verify) status.verified = await verifyToken(status.inUse, situation, system);
  if (options.probe) status.probes = await probeChain(status, system);
  const check = options.check ? checkStatus(status, system.clock.now()) : null;
  report(status, check, options, system);
  const warnings = [...situation.warnings, ...tokenWarnings(status, search, options, system)];
  reportWarnings([...warnings, ...(check?.problems.map(problemWords) ?? []), ...(check?.warnings ?? [])], [], system);
  return check?.exitCode || (options.probe ? exitCodeOf(status.probes) : 0);
}

/** What to know of the token that is no failure. */
function tokenWarnings(
  status: Status,
  { profile, tokens, warnings }: TokenSearch,
  { check, verify }: ModelsStatusOptions,
  { clock }: Pick<System, 'clock'>,
): string[] {
  const { inUse } = status;
  const now = clock.now();
  const isProblem = check && inUse !== undefined && 'token' in inUse && hasEnded(inUse.token, now);
  return [
    ...warnings,
    ...(profile !== null && tokens.length > 0 ? [profileComesFirst(profile)] : []),
    ...(inUse !== undefined && 'token' in inUse && !isProblem ? lifetimeWarnings(inUse, now) : []),
    ...(verify ? verifyWarnings(status) : []),
  ];
}

/**
 * A look at what is set up asks nothing of anybody: it is instant, and works on a train. Only `--check` must know of
 * today, so it asks where the cache is older than 1 h, with or without a token. A probe is its own proof.
 */
function listPolicy({ offline, check }: ModelsStatusOptions): CatalogPolicy {
  if (offline) return { ask: 'never', neverBecause: '--offline: nothing was asked' };
  return check ? { ask: 'stale' } : { ask: 'never', neverBecause: 'not asked: --check asks' };
}

function report(
  status: Status,
  check: CheckResult | null,
  { format, probe }: ModelsStatusOptions,
  { io, clock }: System,
): void {
  const { out } = io;
  if (format === 'json') out.write(`${formatJson(statusDocument(status, check && named(check, io)))}\n`);
  else if (format === 'plain') out.write(status.chain.primary === null ? '' : `${sanitise(status.chain.primary)}\n`);
  else {
    const probes = probe ? ['', ...probeLines(status).map((line) => wrapWords(line, out.columns, '   '))] : [];
    const lines = [...statusLines(status, out.columns, clock), ...probes];
    for (const line of lines) out.write(`${io.nameCommands(line)}\n`);
  }
}

/** The fixes as commands of this program, as it was called. */
function named(check: CheckResult, { nameCommands }: System['io']): CheckResult {
  return { ...check, problems: check.problems.map((problem) => ({ ...problem, fix: nameCommands(problem.fix) })) };
}
