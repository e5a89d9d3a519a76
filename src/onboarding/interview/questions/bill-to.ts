import { billedTo } from '../../../huggingface/request/request-headers.ts';
import { findOrg } from '../../../huggingface/whoami/billing.ts';
import { hasProvider } from '../../../setup/refs.ts';
import type { Row } from '../../../system/prompt.ts';
import { chosenBilling } from '../../bill-to.ts';
import { answered, type Draft, type Interview, notAsked, type Question } from '../draft.ts';

/** The values of the rows that are not an organisation: no name is like these. */
const OWN = '';
const KEEP = ' ';

/** Only where the account has organisations; `--bill-to` answers it. */
export function mayBill({ check }: Draft, { options }: Interview): boolean {
  return check?.kind === 'accepted' && check.account.orgs.length > 0 && options.billTo === undefined;
}

export const askBillTo: Question = async (draft, interview) => {
  const { check } = draft;
  if (check?.kind !== 'accepted' || !mayBill(draft, interview)) return notAsked(draft);
  const { prompt, options, context, system } = interview;
  const config = context.snapshot.value;
  const billed = billedTo(config, '');
  const chosen = chosenBilling(draft, options, config);
  const current = billed === null ? OWN : (findOrg(check.account.orgs, billed) ?? KEEP);
  const answer = await prompt.choose({
    message: system.words.billing.title,
    find: rowsOf(check.account, current, interview),
    initial: chosen === undefined ? current : (chosen.org ?? OWN),
  });
  if (answer.kind === 'back') return answer;
  const org = answer.value === OWN ? null : answer.value;
  // What is so without an answer is not one: the command at the end does not name it.
  const isUsual =
    org === null && billed === null && chosenBilling({ ...draft, billTo: null }, options, config) === undefined;
  return answered({ ...draft, billTo: answer.value === KEEP || isUsual ? null : { org, replaces: true } });
};

type Account = Extract<NonNullable<Draft['check']>, { kind: 'accepted' }>['account'];

function rowsOf({ orgs, grantedOrgs, role }: Account, current: string, { context, system }: Interview): Row<string>[] {
  const { billing, onboarding } = system.words;
  const lacksGrant = (org: string) => role === 'fineGrained' && !grantedOrgs.includes(org);
  const rows: Row<string>[] = [
    { value: OWN, cells: [billing.own], detail: billing.ownDetail },
    ...orgs.map((org) => ({
      value: org,
      cells: [org],
      detail: lacksGrant(org) ? billing.notGranted : billing.orgDetail({ org }),
    })),
    ...(current === KEEP ? [{ value: KEEP, cells: [billing.keep] }] : []),
  ];
  const mark = hasProvider(context.snapshot.value) ? { mark: onboarding.current } : {};
  return rows.map((row) => (row.value === current ? { ...row, ...mark } : row));
}
