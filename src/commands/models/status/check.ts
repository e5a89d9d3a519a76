import type { Catalog } from '../../../catalog/catalog.ts';
import { type Drift, isComparable } from '../../../catalog/drift.ts';
import { DIFFERS, EXIT_CODES, type OpenclawError } from '../../../errors.ts';
import type { Probe } from '../../../huggingface/probe/probe-model.ts';
import { billedTo } from '../../../huggingface/request/request-headers.ts';
import { billingWarnings } from '../../../huggingface/whoami/billing.ts';
import { checkToken, type TokenCheck } from '../../../huggingface/whoami/check-token.ts';
import { tokenRefusal } from '../../../huggingface/whoami/token-refusal.ts';
import { usesHuggingFace } from '../../../setup/agent-models.ts';
import type { Context } from '../../../setup/context.ts';
import type { Chain } from '../../../setup/refs.ts';
import { tokenMissing } from '../../../setup/usable-token.ts';
import type { System } from '../../../system.ts';
import { modelIdOf } from '../../../text/model-ref.ts';
import { maskToken } from '../../../text/redact.ts';
import { tokenFault } from '../../../token/token.ts';
import { hasEnded, tokenExpiry } from '../../../token/token-expiry.ts';
import type { ReadableToken } from '../../../token/token-sources.ts';
import type { UnreadableToken } from '../../../token/unreadable-token.ts';
import { explain, type Note, type Words } from '../../../words/words.ts';
import { findDrift, type MendedDrift } from './find-drift.ts';

/** All that the status shows. */
export type Status = {
  context: Context;
  chain: Chain;
  /** What OpenClaw uses. */
  inUse: ReadableToken | UnreadableToken | undefined;
  /** What whoami says of the one in use; null where it was not asked. */
  verified: TokenCheck | null;
  catalog: Catalog;
  /** By ref, in the chain's order; empty where none was asked for. */
  probes: ReadonlyMap<string, Probe>;
};

/** What makes `--check` fail. */
export type Finding = { code: keyof typeof EXITS; problem: OpenclawError['problem'] };

/** By the code of a finding. */
export const EXITS = { ...EXIT_CODES, not_set_up: EXIT_CODES.token_missing, drifted: DIFFERS } as const;

export type CheckResult = { exitCode: number; findings: Finding[]; drift: MendedDrift[]; warnings: Note[] };

/** What is wrong, and the next command or step, on one line. */
export function findingIn(words: Words, { problem }: Finding): { message: string; fix: string } {
  const { message, hint = '' } = explain(words, problem);
  return { message, fix: hint.replace('\n', ' ') };
}

/**
 * Exit code 4 where nothing is set up, without a token, or with one that is not accepted; 7 where a model of the chain,
 * of an agent or for images is no longer served; 8 where one is no longer what the config says; else 0. Entries that
 * nothing uses do not count: OpenClaw's own onboarding writes some that are long gone.
 */
export function checkStatus(status: Status, now: Date): CheckResult {
  const { context, catalog } = status;
  const { configPath: path } = context.locations;
  if (!usesHuggingFace(context.snapshot.value))
    return result([{ code: 'not_set_up', problem: { kind: 'not-set-up', path } }], [], []);
  const warnings: Note[] = isComparable(catalog) ? [] : [{ kind: 'served-unchecked', reason: catalog.reason }];
  return result(tokenFindings(status, now), findDrift(context.snapshot.value, catalog), warnings);
}

/** The first finding decides: the token's come before the models', and what is not served before what is. */
function result(tokens: Finding[], drift: MendedDrift[], warnings: Note[]): CheckResult {
  const drifted = drift.map(({ fix, ...found }): Finding => {
    return { code: codeOf(found), problem: { kind: 'drifted', drift: found, fix } };
  });
  const findings = [...tokens, ...drifted.toSorted((a, b) => EXITS[a.code] - EXITS[b.code])];
  const code = findings[0]?.code;
  return { exitCode: code === undefined ? 0 : EXITS[code], findings, drift, warnings };
}

/** What nobody serves fails already; a route that is down may come back, and figures only differ. */
function codeOf({ kind }: Drift): Finding['code'] {
  return kind === 'gone' || kind === 'not_served' || kind === 'route_gone' ? 'model_not_served' : 'drifted';
}

/** `--verify`: whoami about the token in use, which costs nothing; null where there is none that may be sent. */
export async function verifyToken(
  inUse: Status['inUse'],
  { endpoints, log }: Context,
  system: Pick<System, 'fetch' | 'clock' | 'signal' | 'io' | 'words'>,
): Promise<TokenCheck | null> {
  if (inUse?.kind !== 'readable' || tokenFault(inUse.token) !== undefined) return null;
  const { io, words } = system;
  return io.wait(words.status.checkingToken, checkToken({ ...endpoints, token: inUse.token, log }, system));
}

type Checked = Pick<Status, 'context' | 'inUse' | 'verified'>;

/** What is wrong with the token, all of it exit 4: at most one. What can't be read here is present. */
function tokenFindings({ context, inUse, verified }: Checked, now: Date): Finding[] {
  if (inUse === undefined) return [{ code: 'token_missing', problem: tokenMissing(context) }];
  if (inUse.kind === 'unreadable') return [];
  const { place } = inUse;
  const fault = tokenFault(inUse.token);
  if (fault !== undefined) return [{ code: 'token_rejected', problem: { kind: 'holds-no-token', place, fault } }];
  const refusal = verified && tokenRefusal(verified, inUse);
  if (refusal) return [{ code: refusal.code, problem: refusal.problem }];
  const end = tokenExpiry(inUse.token);
  if (end === null || !hasEnded(inUse.token, now)) return [];
  const problem = { kind: 'token-is-over', place, masked: maskToken(inUse.token), end } as const;
  return [{ code: 'token_rejected', problem }];
}

/** With `--verify`, why the token could not be checked. */
export function verifyWarnings({ inUse, verified, context, chain }: Checked & Pick<Status, 'chain'>): Note[] {
  if (inUse === undefined) return [];
  if (inUse.kind === 'unreadable') return [{ kind: 'token-not-readable', token: inUse }];
  if (verified?.kind === 'accepted') {
    const billed = billedTo(context.snapshot.value, modelIdOf(chain.primary ?? '') ?? '');
    return [...verified.notes, ...billingWarnings(verified, billed)];
  }
  if (verified?.kind !== 'unverified') return [];
  return [{ kind: 'verdict-missing', place: inUse.place, why: verified.reason.problem }];
}
