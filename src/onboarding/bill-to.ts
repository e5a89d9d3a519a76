import { OpenclawError } from '../errors.ts';
import { billedTo } from '../huggingface/request/request-headers.ts';
import { findOrg, neededOrg } from '../huggingface/whoami/billing.ts';
import type { TokenCheck } from '../huggingface/whoami/check-token.ts';
import { applyChanges } from '../json5/change.ts';
import type { Planned } from '../setup/apply/apply.ts';
import type { BillTo } from '../setup/plan/choices.ts';
import type { JsonObject } from '../text/json.ts';
import { modelIdOf } from '../text/model-ref.ts';
import type { Note } from '../words/words.ts';
import type { OnboardOptions } from './options.ts';

type Flag = Pick<OnboardOptions, 'billTo'>;

/** What `--bill-to` says; undefined without it. Rejects with `usage` what whoami says is not one of the account's. */
export function billingByFlag({ billTo }: Flag, check: TokenCheck | null): BillTo | undefined {
  if (billTo === undefined) return undefined;
  if (billTo === 'none') return { org: null };
  if (check?.kind !== 'accepted') return { org: billTo };
  const { name: account, orgs } = check.account;
  const org = findOrg(orgs, billTo);
  if (org === undefined)
    throw new OpenclawError('usage', { kind: 'not-in-org', org: billTo, account, orgs }, { unchanged: true });
  return { org };
}

export function uncheckedOrg({ billTo }: Flag, check: TokenCheck | null): Note[] {
  if (billTo === undefined || billTo === 'none' || check?.kind === 'accepted') return [];
  return [{ kind: 'org-unchecked', org: billTo }];
}

/**
 * Where somebody is asked: what was answered, unless it was for another account; else the flag; else the organisation
 * without which the token works nowhere. That one is on the screen before anything is applied.
 */
export function chosenBilling(
  { billTo, check }: { billTo: BillTo | null; check: TokenCheck | null },
  options: Flag,
  config: JsonObject,
): BillTo | undefined {
  const orgs = check?.kind === 'accepted' ? check.account.orgs : [];
  if (billTo !== null && (billTo.org === null || orgs.includes(billTo.org))) return billTo;
  const byFlag = billingByFlag(options, check);
  const needed = neededOrg(check);
  if (byFlag !== undefined || needed === undefined || billedTo(config, '') !== null) return byFlag;
  return { org: needed };
}

/** The organisation that messages to the default model are billed to once the plan is applied. */
export function billedBy({ snapshot, plan }: Planned): string | null {
  return billedTo(applyChanges(snapshot.value, plan.changes), modelIdOf(plan.primary.ref ?? '') ?? '');
}
