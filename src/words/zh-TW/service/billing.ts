import { TOKENS_URL } from '../../links.ts';
import type { Words } from '../../words.ts';

function firstOf(orgs: readonly string[]): string {
  const named = orgs.slice(0, 5).join('、');
  return orgs.length > 5 ? `${named} 等 ${orgs.length} 個組織` : named;
}

/** Who pays: an organisation of the account instead of the account itself. */
export const billingProblems = {
  'not-in-org': ({ org, account, orgs }) => ({
    message: `帳號 ${account} 不屬於組織「${org}」。`,
    hint:
      orgs.length === 0
        ? '它不屬於任何組織：請省略 --bill-to。'
        : `它屬於 ${firstOf(orgs)}。例如：--bill-to ${orgs[0]}`,
  }),
} satisfies Partial<Words['problems']>;

export const billingNotes = {
  'billed-to-orgs': ({ orgs }) =>
    orgs.length === 0
      ? '此權杖只有在由組織付費時才能呼叫 Inference Providers：openclaw onboard --bill-to <org>'
      : `此權杖只有在由 ${firstOf(orgs)} 付費時才能呼叫 Inference Providers：openclaw onboard --bill-to ${orgs[0]}`,
  'org-not-granted': ({ org }) =>
    `此權杖無權代表 ${org} 呼叫 Inference Providers，請求會遭到拒絕（403）。若要授權：${TOKENS_URL}`,
  'org-unchecked': ({ org }) => `未檢查 ${org} 是否為此帳號所屬的組織。`,
  'bill-to-kept': ({ org, known }) =>
    `${known ? '設定指定由另一個組織付費（X-HF-Bill-To）' : '設定的付費方（X-HF-Bill-To）是密鑰參照，此處無法得知'}，已保留。若要改由 ${org} 付費：先執行 openclaw onboard --bill-to none，再加上 --bill-to ${org} 執行一次`,
  'bill-to-of-entries': ({ refs }) =>
    `下列模型自己的項目指定由另一個組織付費（X-HF-Bill-To），優先採用且已保留：${refs.join('、')}`,
  'nobody-billed': '設定未指定付費組織',
} satisfies Partial<Words['notes']>;

export const billing = {
  title: '由組織付費',
  own: '不使用：由我自己的帳號付費',
  ownDetail: '請求會使用你自己的額度',
  orgDetail: ({ org }) => `請求會使用 ${org} 的額度`,
  notGranted: `此權杖還沒有這項權限。若要授權：${TOKENS_URL}`,
  keep: '沿用設定中的組織',
  billed: ({ org, needed }) =>
    `${org === null ? '由設定中的組織付費' : `由組織 ${org} 付費`}${needed ? '（此權杖必須由組織付費）' : ''}`,
  eitherCredit: ({ free, pro }) => `帳號的免費額度為每月 $${free}，PRO 為 $${pro}`,
} satisfies Words['billing'];
