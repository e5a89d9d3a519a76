import type { onboardingNotes as englishNotes, onboardingProblems as englishProblems } from '../en/onboarding.ts';
import { say } from '../message.ts';
import type { Reason, Words } from '../words.ts';
import { reasons } from './catalog.ts';
import { places, tokens } from './token.ts';
import { ageOf, anyOf, aside, count } from './units.ts';

/** Within a heading: without the end of a sentence. */
function because(reason: Reason | null): string {
  if (reason === null) return '';
  return reason.kind === 'offline' ? ': --offline' : `: ${say(reasons, reason).replace(/\.$/, '')}`;
}

/** The questions, the summary and the end of onboarding. */
export const onboardingProblems = {
  'missing-flags': ({ flags }) => ({
    message: `--non-interactive: 질문을 하지 않으므로 다음 플래그가 필요합니다: ${flags.join(' ')}`,
    hint: `openclaw onboard --non-interactive --mode local ${flags.join(' ')}`,
  }),
  'no-token': ({ envFile, config, url }) => ({
    message: `Hugging Face 토큰이 없습니다. HUGGINGFACE_HUB_TOKEN, HF_TOKEN 값을 찾아본 곳: 환경 변수, ${envFile}, ${config}의 env 블록`,
    hint: `--huggingface-api-key-file <path> 플래그를 쓰거나 --huggingface-api-key - 플래그에 파이프로 전달하세요.\n토큰 만들기: ${url}`,
  }),
  'token-out-of-reach': ({ token }) => ({
    message: `토큰을 확인할 수 없습니다. 토큰 위치: ${tokens.unreadable(token)}`,
    hint: '확인 없이 계속하기: --verify try',
  }),
  'probe-without-token': ({ token }) => ({
    message: `테스트 메시지를 보낼 수 없습니다. 토큰 위치: ${tokens.unreadable(token)}`,
    hint: '--probe 없이 계속하거나 토큰을 전달하세요: --huggingface-api-key-file <path>',
  }),
} satisfies typeof englishProblems;

export const onboardingNotes = {
  'other-token-first': ({ place }) =>
    `OpenClaw는 다른 토큰을 사용합니다. 입력한 토큰보다 먼저 적용되는 토큰: ${say(places, place)}`,
  'stored-token-shadowed': ({ place }) => `저장한 토큰보다 먼저 적용되는 다른 토큰이 있습니다: ${say(places, place)}`,
  'token-in-shell-only':
    '토큰이 현재 환경에만 있습니다. 서비스(systemd, launchd)로 실행되는 게이트웨이에서는 보이지 않습니다. 저장하려면: --secret-input-mode plaintext',
  'env-backup-keeps-token': ({ path }) =>
    `토큰이 들어 있는 이전 파일이 남아 있습니다: ${path}. 토큰을 완전히 없애려면 이 파일을 삭제하세요`,
  'env-token-stays': ({ path }) =>
    `토큰은 ${path}에 그대로 있습니다. 함께 제거하려면: openclaw onboard --remove --token`,
  'token-stays': ({ place }) => `이 토큰은 그대로 있습니다: ${say(places, place)}`,
  'primary-kept': ({ ref, usual }) => `기본 모델은 그대로입니다: ${ref}. 변경하려면: openclaw models set ${usual}`,
  'probe-not-sent': ({ ref }) =>
    `--probe: 기본 모델 ${ref}의 프로바이더가 Hugging Face가 아니므로 메시지를 보내지 않았습니다`,
  'no-daemon':
    '--install-daemon: 이 프로그램은 서비스를 설치하지 않습니다. OpenClaw 자체에서 실행하세요: openclaw daemon install',
  'one-account': '모두 같은 Hugging Face 크레딧을 사용합니다. 크레딧이 떨어지면 모두 멈춥니다.',
  'figures-not-live': ({ source, reason }) =>
    `모델 수치는 ${source === 'cache' ? '캐시된' : '내장된'} 목록의 값입니다. ${say(reasons, reason)}`,
  'kept-primary': ({ ref }) => `유지: 기본 모델 ${aside(ref, '다른 프로바이더')}`,
  'kept-base-url': ({ url }) => `유지: 프로바이더 huggingface, ${url} (기존 값 우선)`,
  'kept-entry': ({ id }) => `유지: 모델 항목 ${aside(id, '기존 값 우선')}`,
} satisfies typeof englishNotes;

const token = {
  title: 'Hugging Face 토큰',
  noneFound: ({ envFile, other }) =>
    `${other ? '다른 ' : ''}토큰을 찾지 못했습니다. 찾아본 곳: HUGGINGFACE_HUB_TOKEN, HF_TOKEN, ${envFile}, 구성, hf auth login`,
  create: '여기에서 토큰을 만든 다음(권한은 미리 선택되어 있음) 아래에 붙여 넣으세요:',
  owner: ({ name, token, masked }) => aside(token === null ? name : `${name}, 토큰 "${token}"`, masked),
  unchecked: ({ masked }) => `${masked}, 확인하지 않음`,
  checking: '토큰을 확인하고 모델을 가져오는 중',
  listing: '모델을 가져오는 중',
  whatNow: '어떻게 하시겠습니까?',
  retry: '같은 토큰으로 다시 시도',
  another: '다른 토큰 사용',
  goOn: '확인 없이 계속',
  quit: '종료',
} satisfies Words['onboarding']['token'];

const model = {
  title: '기본 Hugging Face 모델',
  columns: {
    context: '컨텍스트',
    tools: '도구',
    image: '이미지',
    input: '입력 $/M',
    output: '출력',
    speed: '토큰/초',
  },
  spoken: {
    input: ({ figure }) => (figure === null ? '입력 가격 알 수 없음' : `입력 토큰 100만 개당 ${figure}달러`),
    output: ({ figure }) => (figure === null ? '출력 가격 알 수 없음' : `출력 토큰 100만 개당 ${figure}달러`),
    speed: ({ figure }) => (figure === null ? '속도 알 수 없음' : `초당 토큰 ${figure}개`),
  },
  tools: { yes: '지원', some: '일부', no: '미지원' },
  image: '지원',
  live: ({ models }) => `${count(models, '모델')}, 실시간`,
  builtIn: ({ models, asOf, reason }) => `${asOf} 기준 내장된 목록, ${count(models, '모델')}${because(reason)}`,
  cached: ({ models, age, reason }) => `${count(models, '모델')}, ${ageOf(age)} 가져옴${because(reason)}`,
  filter: '입력하여 검색',
  matches: ({ found, all }) => `${all}개 중 ${found}개`,
  first: ({ shown }) => `처음 ${shown}개`,
  none: ({ typed, all }) =>
    `"${typed}" 검색 결과가 없습니다(${all}개 확인). 검색어를 줄여 보세요. 목록에 없는 모델은 전체 ID(org/name)를 입력하세요.`,
  fallback: ({ number }) => `(백업 ${number})`,
  notListed: '(목록에 없음)',
  notServed: '(지금 제공되지 않음)',
  refused: ({ provider }) => `(${provider}에서 제공하지 않음)`,
  unchecked: '입력한 그대로 사용합니다. 확인하지 않았습니다.',
  confirm: ({ id, nearest }) =>
    `${id} 모델을 제공하는 추론 프로바이더가 없습니다.${nearest.length === 0 ? '' : ` 비슷한 모델: ${anyOf(nearest)}.`} 그래도 사용하려면 Enter 키를 다시 누르세요.`,
  providers: ({ amount }) => count(amount, '추론 프로바이더'),
  speed: ({ speed }) => `${Math.round(speed)} 토큰/초`,
  turn: ({ usd }) => `턴당 약 $${usd}`,
  costUnknown: '비용 알 수 없음',
  keep: '다른 프로바이더의 기본 모델 유지',
  lockedBySpeed: '라우터가 속도로 결정합니다. 프로바이더 선택은 잠김 상태입니다.',
  lockedByCost: '라우터가 비용으로 결정합니다. 프로바이더 선택은 잠김 상태입니다.',
} satisfies Words['onboarding']['model'];

export const onboarding = {
  heading: 'OpenClaw + Hugging Face Inference Providers',
  current: '(현재)',
  provider: {
    title: '프로바이더',
    choices: {
      'huggingface-api-key': { label: 'Hugging Face', detail: '추론 프로바이더: 토큰 하나로 여러 채팅 모델 사용' },
      skip: { label: '지금은 건너뛰기', detail: '아무것도 변경하지 않습니다. 언제든 다시 실행할 수 있습니다' },
    },
  },
  token,
  model,
  route: {
    title: '라우팅 기준',
    order: '내 Hugging Face 순서',
    orderDetail: '직접 설정한 순서: https://hf.co/settings/inference-providers',
    fastest: '가장 높은 처리량',
    fastestDetail: '라우터가 처리량이 가장 높은 추론 프로바이더를 고릅니다',
    cheapest: '가장 낮은 비용',
    cheapestDetail: '라우터가 출력 토큰당 가장 낮은 비용의 추론 프로바이더를 고릅니다',
    pinnedDetail: ({ provider }) => `요청을 ${provider}에만 보냅니다`,
    notLive: '지금 응답하지 않음',
  },
  fallbacks: {
    title: '백업 모델',
    explained: '기본 모델이 실패하면 이 순서대로 시도합니다.',
    done: '완료',
    remove: ({ id }) => `${id} 제거`,
  },
  alias: {
    title: ({ id }) => `${id}의 별칭`,
    explained: 'OpenClaw에 표시되는 짧은 이름입니다. 채팅에서 /model 명령에 쓸 수 있습니다.',
    empty: '별칭은 한 글자 이상이어야 합니다.',
    taken: ({ owner }) => `이미 ${owner}에서 사용 중인 별칭입니다.`,
  },
  remove: {
    title: 'Hugging Face 설정을 제거하시겠습니까?',
    no: '아니요, 그대로 둡니다',
    yes: '예, 제거합니다',
    done: 'Hugging Face 설정을 제거했습니다',
  },
  storage: {
    title: '토큰 저장 위치',
    explained: '백그라운드 서비스는 이 셸의 변수를 읽을 수 없습니다.',
    file: ({ path }) => `${path}에 저장(나만 읽을 수 있음)`,
    fileDetail: '백그라운드 서비스로 실행해도 OpenClaw가 여기에서 토큰을 찾습니다',
    nowhere: '저장하지 않음: HUGGINGFACE_HUB_TOKEN 또는 HF_TOKEN 직접 설정',
    nowhereDetail: '게이트웨이를 실행하는 곳에 이 변수 중 하나가 필요합니다',
  },
} satisfies Words['onboarding'];
