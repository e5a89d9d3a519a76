import { TOKENS_URL } from '../../links.ts';

function firstOf(orgs: readonly string[]): string {
  const shown = orgs.slice(0, 5).join(', ');
  return orgs.length > 5 ? `${shown} and ${orgs.length - 5} more` : shown;
}

/** Who pays: an organisation of the account instead of the account itself. */
export const billingProblems = {
  'not-in-org': ({ org, account, orgs }: { org: string; account: string; orgs: readonly string[] }) => ({
    message: `The account ${account} is not in an organisation "${org}".`,
    hint: orgs.length === 0 ? 'It is in none: leave --bill-to out.' : `It is in ${firstOf(orgs)}: --bill-to ${orgs[0]}`,
  }),
};

export const billingNotes = {
  /** `orgs`: those of them that have a name. */
  'billed-to-orgs': ({ orgs: [first, ...others] }: { orgs: readonly string[] }) =>
    first === undefined
      ? 'The token may call Inference Providers only when an organisation is billed: openclaw onboard --bill-to <org>'
      : `The token may call Inference Providers only when ${firstOf([first, ...others])} is billed: openclaw onboard --bill-to ${first}`,
  'org-not-granted': ({ org }: { org: string }) =>
    `The token may not call Inference Providers on behalf of ${org}, so requests will be refused (403). Allow it: ${TOKENS_URL}`,
  'org-unchecked': ({ org }: { org: string }) => `Whether ${org} is an organisation of the account was not checked.`,
  /** `known`: whom it bills instead. */
  'bill-to-kept': ({ org, known }: { org: string; known: boolean }) =>
    `${known ? 'The config bills another organisation (X-HF-Bill-To), which was kept' : "Whom the config bills can't be seen here (X-HF-Bill-To refers to a secret), so that was kept"}. To bill ${org}: openclaw onboard --bill-to none, then again with --bill-to ${org}`,
  'bill-to-of-entries': ({ refs }: { refs: readonly string[] }) =>
    `Their own entries bill another organisation (X-HF-Bill-To), which was kept and comes first: ${refs.join(', ')}`,
  'nobody-billed': 'The config bills no organisation',
};

export const billing = {
  title: 'Bill to an organisation',
  own: 'None: my own account',
  ownDetail: 'Requests use your own credits',
  orgDetail: ({ org }: { org: string }) => `Requests use the credits of ${org}`,
  notGranted: `The token may not do this yet. Allow it: ${TOKENS_URL}`,
  keep: 'The one that the config names',
  /** Beside what a turn costs; null is one that only the config names. `needed`: the token works for no other account. */
  billed: ({ org, needed }: { org: string | null; needed: boolean }) =>
    `billed to the organisation ${org ?? 'that the config names'}${needed ? ' (the token needs one)' : ''}`,
  eitherCredit: ({ free, pro }: { free: string; pro: string }) =>
    `the account's free credit is $${free} a month, $${pro} with PRO`,
};
