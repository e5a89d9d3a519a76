import type {
  billing as enBilling,
  billingNotes as enNotes,
  billingProblems as enProblems,
} from '../../en/service/billing.ts';
import { TOKENS_URL } from '../../links.ts';

function firstOf(orgs: readonly string[]): string {
  const shown = orgs.slice(0, 5).join('、');
  return orgs.length > 5 ? `${shown}、ほか${orgs.length - 5}件` : shown;
}

/** Who pays: an organisation of the account instead of the account itself. */
export const billingProblems = {
  'not-in-org': ({ org, account, orgs }) => ({
    message: `アカウント ${account} は組織「${org}」に所属していません。`,
    hint:
      orgs.length === 0
        ? '所属している組織はありません。--bill-to を外してください。'
        : `所属している組織：${firstOf(orgs)}。指定するには：--bill-to ${orgs[0]}`,
  }),
} satisfies typeof enProblems;

export const billingNotes = {
  'billed-to-orgs': ({ orgs: [first, ...others] }) =>
    first === undefined
      ? 'この token で Inference Providers を呼び出せるのは、請求先が組織の場合だけです。指定するには：openclaw onboard --bill-to <org>'
      : `この token で Inference Providers を呼び出せるのは、請求先が次の組織の場合だけです：${firstOf([first, ...others])}。指定するには：openclaw onboard --bill-to ${first}`,
  'org-not-granted': ({ org }) =>
    `この token には ${org} に代わって Inference Providers を呼び出す権限がないため、リクエストは拒否されます（403）。許可するには：${TOKENS_URL}`,
  'org-unchecked': ({ org }) => `${org} がアカウントの組織かどうかは確認していません。`,
  'bill-to-kept': ({ org, known }) =>
    `config の請求先（X-HF-Bill-To）は${known ? '別の組織ですが' : 'シークレットの参照でここでは分からないため'}、そのまま保持しました。${org} に変更するには、openclaw onboard --bill-to none を実行してから、もう一度 --bill-to ${org} を指定してください。`,
  'bill-to-of-entries': ({ refs }) =>
    `次のモデルは、自身のエントリにある別の請求先（X-HF-Bill-To）が優先されるため、そのまま保持しました：${refs.join('、')}`,
  'nobody-billed': 'config に請求先の組織はありません',
} satisfies typeof enNotes;

export const billing = {
  title: '請求先の組織を選ぶ',
  own: 'なし：自分のアカウント',
  ownDetail: 'リクエストには自分のクレジットを使います',
  orgDetail: ({ org }) => `リクエストには ${org} のクレジットを使います`,
  notGranted: `この token にはまだその権限がありません。許可するには：${TOKENS_URL}`,
  keep: 'config にある組織のまま',
  billed: ({ org, needed }) =>
    `${org === null ? '請求先は config にある組織' : `請求先は組織 ${org}`}${needed ? '（この token は組織への請求が必要）' : ''}`,
  eitherCredit: ({ free, pro }) => `アカウントの無料クレジットは月に $${free}、PRO では $${pro}`,
} satisfies typeof enBilling;
