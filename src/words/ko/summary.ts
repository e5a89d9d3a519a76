import type { Words } from '../words.ts';
import { aside } from './units.ts';

/** `30m` -> `30분`, `1h` -> `1시간`. */
const interval = (every: string): string => every.replace(/^(\d+)m$/, '$1분').replace(/^(\d+)h$/, '$1시간');

/** The last question of onboarding: what the answers come to. */
export const summary = {
  names: { model: '모델', fallbacks: '백업 모델', alias: '별칭', token: '토큰', cost: '비용', writes: '저장' },
  route: {
    order: ({ id }) => `${id}, 내 Hugging Face 순서대로`,
    fastest: ({ id }) => `${id}, 가장 높은 처리량`,
    cheapest: ({ id }) => `${id}, 출력 토큰당 가장 낮은 비용`,
    pinned: ({ id, provider }) => `${id}, ${provider}만 사용`,
  },
  none: '없음',
  aliasFor: ({ label, id }) => `${label} → ${id}`,
  kept: ({ token, path }) => `${token}, 저장 위치: ${path}`,
  from: ({ token, place }) => `${token}, 출처: ${place}`,
  notKept: ({ token }) => `${token}, 저장하지 않음`,
  noToken: '지금은 필요하지 않음. OpenClaw가 HUGGINGFACE_HUB_TOKEN 또는 HF_TOKEN 값을 읽습니다',
  turn: ({ usd, input, output }) => aside(`턴당 약 $${usd}`, `입력 ${input}토큰, 출력 ${output}토큰`),
  idle: ({ every, usd }) => `${aside('OpenClaw의 자동 실행', `${interval(every)}마다`)}에 한 달 약 $${usd}`,
  credit: ({ usd }) => `계정의 무료 크레딧은 한 달 $${usd}`,
  costUnknown: '알 수 없음: 목록에 가격이 없습니다',
  changes: ({ path, changes }) => aside(path, `변경 ${changes}건`),
  noChange: ({ path }) => `없음: ${path}에 이미 모두 있습니다`,
  title: '이대로 적용하시겠습니까?',
  rows: {
    apply: '적용',
    done: '완료',
    fallbacks: '백업 모델 추가',
    alias: '별칭 변경',
    storage: '토큰 저장 위치 변경',
    diff: '변경 내용 보기',
    probe: '테스트 메시지 보내기(1센트 미만)',
    back: '뒤로',
    quit: '종료',
  },
  probing: ({ id }) => `테스트 메시지를 보내는 중: ${id}`,
  probed: ({ words }) => `테스트 메시지: ${words}`,
  changedMeanwhile: '그사이 다른 프로그램이 구성을 변경했습니다. 현재 구성에 맞춰 다시 세운 계획입니다.',
} satisfies Words['summary'];

/** What onboarding says once it is done. */
export const end = {
  nowUses: ({ model }) => `이제 OpenClaw에서 사용하는 모델: ${model}`,
  uses: ({ model, changed }) => `OpenClaw에서 사용하는 모델: ${model}${changed ? '' : ' (이미 최신 상태입니다)'}`,
  names: { config: '구성', token: '토큰', test: '테스트', undo: '되돌리기', backup: '이전 파일' },
  chat: ({ ref }) => `채팅에서는 /model 뒤에 한 단어 별칭이나 전체 모델 참조를 적습니다: /model ${ref}`,
  again: ({ stored }) =>
    stored ? '질문 없이 똑같이 설정하기(토큰은 이미 .env 파일에 있음):' : '질문 없이 똑같이 설정하기:',
  skipped: '건너뛰었습니다. 변경된 내용이 없습니다. 나중에: openclaw onboard --auth-choice huggingface-api-key',
  token: {
    account: ({ name, token, masked }) => aside(name, `토큰 ${token === null ? '이름 없음' : `"${token}"`}, ${masked}`),
    unchecked: ({ token }) => `${token}, 확인하지 않음`,
    noneNeeded: '토큰: 지금은 필요하지 않습니다. OpenClaw가 HUGGINGFACE_HUB_TOKEN 또는 HF_TOKEN 값을 읽습니다',
    line: ({ token }) => `토큰: ${token}`,
    from: ({ token, place }) => `토큰: ${token}, 출처: ${place}`,
    stored: ({ line, path }) => `${line}, 저장 위치: ${path}`,
    toBeStored: ({ line, path }) => `${line}, 저장 예정: ${path}`,
  },
  upToDate: ({ path }) => `이미 최신 상태입니다: ${path}`,
  dryRun: '시험 실행: 아무것도 저장하지 않았습니다.',
} satisfies Words['end'];
