import type { billingNotes as englishNotes, billingProblems as englishProblems } from '../../en/service/billing.ts';
import { TOKENS_URL } from '../../links.ts';
import type { Words } from '../../words.ts';

function firstOf(orgs: readonly string[]): string {
  const some = orgs.slice(0, 5).join(', ');
  return orgs.length > 5 ? `${some} 외 ${orgs.length - 5}개` : some;
}

/** Who pays: an organisation of the account instead of the account itself. */
export const billingProblems = {
  'not-in-org': ({ org, account, orgs }) => ({
    message: `${account} 계정은 "${org}" 조직에 속해 있지 않습니다.`,
    hint:
      orgs.length === 0
        ? '속한 조직이 없습니다. --bill-to 플래그를 빼세요.'
        : `속한 조직: ${firstOf(orgs)}. 예: --bill-to ${orgs[0]}`,
  }),
} satisfies typeof englishProblems;

export const billingNotes = {
  'billed-to-orgs': ({ orgs: [first, ...others] }) =>
    first === undefined
      ? '이 토큰으로는 조직에 청구할 때만 추론 프로바이더를 호출할 수 있습니다: openclaw onboard --bill-to <org>'
      : `이 토큰으로는 다음 조직에 청구할 때만 추론 프로바이더를 호출할 수 있습니다(${firstOf([first, ...others])}): openclaw onboard --bill-to ${first}`,
  'org-not-granted': ({ org }) =>
    `이 토큰에는 ${org} 조직을 대신해 추론 프로바이더를 호출할 권한이 없어 요청이 거부됩니다(403). 허용하려면: ${TOKENS_URL}`,
  'org-unchecked': ({ org }) => `이 계정이 ${org} 조직에 속해 있는지 확인하지 않았습니다.`,
  'bill-to-kept': ({ org, known }) =>
    `${known ? '구성에서 다른 조직에 청구하고 있어(X-HF-Bill-To)' : '구성의 청구 대상(X-HF-Bill-To)이 시크릿 참조여서 여기서는 알 수 없으므로'} 그대로 두었습니다. ${org} 조직에 청구하려면 openclaw onboard --bill-to none 명령을 먼저 실행한 다음 --bill-to ${org} 플래그로 다시 실행하세요`,
  'bill-to-of-entries': ({ refs }) =>
    `다음 모델은 자체 항목에 적힌 다른 조직(X-HF-Bill-To)에 우선 청구되며, 그대로 두었습니다: ${refs.join(', ')}`,
  'nobody-billed': '구성에 청구할 조직이 설정되어 있지 않습니다',
} satisfies typeof englishNotes;

export const billing = {
  title: '청구할 조직 선택',
  own: '없음: 내 계정',
  ownDetail: '요청에 내 크레딧을 씁니다',
  orgDetail: ({ org }) => `요청에 ${org} 조직의 크레딧을 씁니다`,
  notGranted: `이 토큰에는 아직 이 권한이 없습니다. 허용하려면: ${TOKENS_URL}`,
  keep: '구성에 있는 조직 그대로',
  billed: ({ org, needed }) =>
    `${org === null ? '구성에 있는 조직에 청구' : `${org} 조직에 청구`}${needed ? '(이 토큰은 조직 청구만 가능)' : ''}`,
  eitherCredit: ({ free, pro }) => `계정의 무료 크레딧은 한 달 $${free}, PRO는 $${pro}`,
} satisfies Words['billing'];
