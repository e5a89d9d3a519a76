import { TOKENS_URL } from '../../links.ts';
import type { Words } from '../../words.ts';

function firstOf(orgs: readonly string[]): string {
  const named = orgs.slice(0, 5).join('、');
  return orgs.length > 5 ? `${named} 等 ${orgs.length} 个组织` : named;
}

/** Who pays: an organisation of the account instead of the account itself. */
export const billingProblems = {
  'not-in-org': ({ org, account, orgs }) => ({
    message: `账号 ${account} 不属于组织“${org}”。`,
    hint:
      orgs.length === 0
        ? '它不属于任何组织：请去掉 --bill-to。'
        : `它属于 ${firstOf(orgs)}。例如：--bill-to ${orgs[0]}`,
  }),
} satisfies Partial<Words['problems']>;

export const billingNotes = {
  'billed-to-orgs': ({ orgs }) =>
    orgs.length === 0
      ? '此令牌只有在由组织付费时才能调用 Inference Providers：openclaw onboard --bill-to <org>'
      : `此令牌只有在由 ${firstOf(orgs)} 付费时才能调用 Inference Providers：openclaw onboard --bill-to ${orgs[0]}`,
  'org-not-granted': ({ org }) =>
    `此令牌无权代表 ${org} 调用 Inference Providers，请求会被拒绝（403）。如需授权：${TOKENS_URL}`,
  'org-unchecked': ({ org }) => `未检查 ${org} 是否为此账号所属的组织。`,
  'bill-to-kept': ({ org, known }) =>
    `${known ? '配置指定由另一个组织付费（X-HF-Bill-To）' : '配置的付费方（X-HF-Bill-To）是密钥引用，此处无法得知'}，已予以保留。如需改由 ${org} 付费：先运行 openclaw onboard --bill-to none，再加上 --bill-to ${org} 运行一次`,
  'bill-to-of-entries': ({ refs }) =>
    `以下模型自身的条目指定由另一个组织付费（X-HF-Bill-To），优先生效，已予以保留：${refs.join('、')}`,
  'nobody-billed': '配置未指定付费组织',
} satisfies Partial<Words['notes']>;

export const billing = {
  title: '由组织付费',
  own: '不使用：由我自己的账号付费',
  ownDetail: '请求使用你自己的额度',
  orgDetail: ({ org }) => `请求使用 ${org} 的额度`,
  notGranted: `此令牌还没有此权限。如需授权：${TOKENS_URL}`,
  keep: '沿用配置中的组织',
  billed: ({ org, needed }) =>
    `${org === null ? '由配置中的组织付费' : `由组织 ${org} 付费`}${needed ? '（此令牌必须由组织付费）' : ''}`,
  eitherCredit: ({ free, pro }) => `账号的免费额度为每月 $${free}，PRO 为 $${pro}`,
} satisfies Words['billing'];
