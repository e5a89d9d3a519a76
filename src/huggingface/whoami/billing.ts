import type { Note } from '../../words/words.ts';
import type { Account } from './account.ts';
import type { TokenCheck } from './check-token.ts';

/** The organisation with this name, compared without case and spelled as the account does. */
export function findOrg(orgs: readonly string[], name: string): string | undefined {
  return orgs.find((org) => org.toLowerCase() === name.toLowerCase());
}

/** The organisation to bill with a token that works only so, the first of several; undefined for other tokens. */
export function neededOrg(check: TokenCheck | null): string | undefined {
  return check?.kind === 'accepted' && check.account.permission === 'org' ? check.account.grantedOrgs[0] : undefined;
}

/** Why requests that are `billed` so would be refused, by what whoami says of the token; null bills the account itself. */
export function billingWarnings(check: TokenCheck | null, billed: string | null): Note[] {
  return check?.kind === 'accepted' ? warningsOf(check.account, billed) : [];
}

function warningsOf({ role, permission, orgs, grantedOrgs }: Account, billed: string | null): Note[] {
  if (billed !== null && findOrg(grantedOrgs, billed) !== undefined) return [];
  if (permission === 'org') return [{ kind: 'billed-to-orgs', orgs: grantedOrgs }];
  // Of what is not among the account's organisations, such as a resource group, whoami says nothing.
  const org = billed === null || role !== 'fineGrained' ? undefined : findOrg(orgs, billed);
  return org === undefined ? [] : [{ kind: 'org-not-granted', org }];
}
