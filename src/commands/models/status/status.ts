import type { CatalogPolicy } from '../../../catalog/load-catalog.ts';
import type { Probe } from '../../../huggingface/probe/probe-model.ts';
import { usesHuggingFace } from '../../../setup/agent-models.ts';
import { type Context, readContext, searchTokens } from '../../../setup/context.ts';
import { waitForModels } from '../../../setup/load-models.ts';
import type { GlobalOptions, ListFormat } from '../../../setup/options.ts';
import { chainRefs, readChain } from '../../../setup/refs.ts';
import { reportWarnings } from '../../../setup/report/report.ts';
import { sendTestMessage } from '../../../setup/test-message.ts';
import { usableToken } from '../../../setup/usable-token.ts';
import type { System } from '../../../system.ts';
import { formatDocument } from '../../../text/json.ts';
import { modelIdOf } from '../../../text/model-ref.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { hasEnded, lifetimeWarnings } from '../../../token/token-expiry.ts';
import { type TokenSearch, tokenInUse } from '../../../token/token-sources.ts';
import type { Note } from '../../../words/words.ts';
import { type CheckResult, checkStatus, EXITS, findingIn, type Status, verifyToken, verifyWarnings } from './check.ts';
import { showProbes, showStatus, statusDocument } from './show.ts';

export type ModelsStatusOptions = GlobalOptions & {
  check: boolean;
  verify: boolean;
  probe: boolean;
  format: ListFormat;
};

/** What is set up, and with `--check` and `--probe` whether it works. Resolves to the exit code. */
export async function modelsStatus(options: ModelsStatusOptions, system: System): Promise<number> {
  const context = await readContext(options, system);
  const search = await searchTokens(context, system);
  const status: Status = {
    context,
    chain: readChain(context.snapshot.value),
    inUse: tokenInUse(search),
    verified: null,
    catalog: await waitForModels({ policy: listPolicy(options, context), writeCache: true }, context, system),
    probes: new Map(),
  };
  if (options.verify) status.verified = await verifyToken(status.inUse, context, system);
  if (options.probe) status.probes = await probeChain(status, search, system);
  const check = options.check ? checkStatus(status, system.clock.now()) : null;
  report(status, check, options, system);
  const { words, io } = system;
  reportWarnings([...context.warnings, ...tokenWarnings(status, search, options, system)], [], system);
  for (const finding of check?.findings ?? []) io.warn(words.status.problem(findingIn(words, finding)));
  reportWarnings(check?.warnings ?? [], [], system);
  const [checked, probed] = [check?.exitCode ?? 0, options.probe ? exitCodeOf(status.probes) : 0];
  // What drifted works all the same, unless a probe shows that it does not.
  return checked === EXITS.drifted ? probed || checked : checked || probed;
}

/** What to know of the token, short of a failure. */
function tokenWarnings(
  status: Status,
  { profile, tokens, warnings }: TokenSearch,
  { check, verify }: ModelsStatusOptions,
  { clock }: Pick<System, 'clock'>,
): Note[] {
  const { inUse } = status;
  const now = clock.now();
  const isProblem = check && inUse?.kind === 'readable' && hasEnded(inUse.token, now);
  return [
    ...warnings,
    ...(profile !== null && tokens.length > 0 ? [{ kind: 'profile-first', place: profile.place } as const] : []),
    ...(inUse?.kind === 'readable' && !isProblem ? lifetimeWarnings(inUse, now) : []),
    ...(verify ? verifyWarnings(status) : []),
  ];
}

/**
 * Showing what is set up makes no request, so it is instant and works offline. Only `--check` needs current figures: it
 * asks where the cache is older than 1 h, with or without a token, and where there is something to check. A probe is its
 * own proof.
 */
function listPolicy({ check }: ModelsStatusOptions, context: Context): CatalogPolicy {
  return check && usesHuggingFace(context.snapshot.value)
    ? { ask: 'stale' }
    : { ask: 'never', neverBecause: { kind: 'check-only' } };
}

function report(
  status: Status,
  check: CheckResult | null,
  { format, probe }: ModelsStatusOptions,
  system: Pick<System, 'io' | 'words' | 'clock' | 'env'>,
): void {
  const { io } = system;
  const { primary } = status.chain;
  if (format === 'json') io.out.write(formatDocument(statusDocument(status, check, io)));
  else if (format === 'plain') io.out.write(primary === null ? '' : `${sanitise(primary)}\n`);
  else {
    showStatus(status, system);
    if (probe) showProbes(status, system);
  }
}

/**
 * One real message to each Hugging Face model of the chain, one after another as a request would go. Rejects as
 * `usableToken` does, and with `config_invalid` (a header).
 */
async function probeChain(
  status: Status,
  search: TokenSearch,
  system: Pick<System, 'fetch' | 'clock' | 'signal' | 'io' | 'words'>,
): Promise<Map<string, Probe>> {
  const { context, chain } = status;
  const config = context.snapshot.value;
  const token = usableToken(search, context, 'status --probe');
  const probes = new Map<string, Probe>();
  for (const ref of chainRefs(chain)) {
    const id = modelIdOf(ref);
    if (id === undefined) continue;
    const waiting = system.words.status.probing({ id });
    probes.set(ref, await sendTestMessage({ id, config, token, waiting }, context, system));
  }
  return probes;
}

/** 0 where at least one model answers, or none was there to ask; else the code of the first failure. */
function exitCodeOf(probes: ReadonlyMap<string, Probe>): number {
  const results = [...probes.values()];
  const [first] = results;
  return first?.kind === 'failed' && results.every(({ kind }) => kind === 'failed') ? first.error.exitCode : 0;
}
