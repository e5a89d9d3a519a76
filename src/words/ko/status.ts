import type {
  drift as englishDrift,
  statusNotes as englishNotes,
  statusProblems as englishProblems,
} from '../en/status.ts';
import { NEW_TOKEN_URL } from '../links.ts';
import { say } from '../message.ts';
import type { Words } from '../words.ts';
import { reasons } from './catalog.ts';
import { serviceWords } from './service.ts';
import { places, tokenNotes, tokens } from './token.ts';
import { ageOf, aside, count, priceOf } from './units.ts';

/** What the list says otherwise than the config. Prices in USD per million tokens. */
const drift = {
  gone: ({ ref }) => `${ref}: 더 이상 제공되지 않습니다(목록에 있음 -> 없음).`,
  not_served: ({ ref, now }) => `지금은 ${ref} 모델을 제공하는 추론 프로바이더가 없습니다(live -> ${now ?? '없음'}).`,
  route_gone: ({ ref }) => `${ref}: 지정한 추론 프로바이더가 더 이상 이 모델을 제공하지 않습니다(목록에 있음 -> 없음).`,
  route_down: ({ ref, now }) => `${ref}: 지정한 추론 프로바이더가 응답하지 않습니다(live -> ${now}).`,
  dearer: ({ ref, was, now }) => `${ref}: 가격이 올랐습니다(100만 토큰당 ${priceOf(was)} -> ${priceOf(now)} USD).`,
  context_smaller: ({ ref, was, now }) =>
    `${ref}: 컨텍스트 윈도우가 작아졌습니다(${was.toLocaleString('en')} -> ${now.toLocaleString('en')}토큰).`,
  tools_lost: ({ ref }) => `${ref}: 더 이상 도구를 지원하지 않습니다(지원 -> 미지원).`,
} satisfies typeof englishDrift;

/** What `models status` finds wrong. */
export const statusProblems = {
  'not-set-up': ({ path }) => ({
    message: `${path}에 Hugging Face가 설정되어 있지 않습니다.`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-not-found': ({ envFile, config }) => ({
    message: `Hugging Face 토큰이 없습니다. HUGGINGFACE_HUB_TOKEN, HF_TOKEN 값을 찾아본 곳: 환경 변수, ${envFile}, ${config}의 env 블록`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-is-over': (token) => ({
    message: tokenNotes['token-ended'](token),
    hint: `그 위치에서 고치세요. 새 토큰: ${NEW_TOKEN_URL}`,
  }),
  drifted: ({ drift: found, fix }) => ({ message: say(drift, found), hint: fix }),
  'probe-token-unreadable': ({ token, command }) => ({
    message: `메시지를 보내지 않았습니다. 토큰 위치: ${tokens.unreadable(token)}`,
    hint: `이 테스트에만 쓸 토큰을 환경 변수에 넣으세요: HF_TOKEN=… openclaw models ${command}`,
  }),
} satisfies typeof englishProblems;

export const statusNotes = {
  'served-unchecked': ({ reason }) =>
    `모델이 아직 제공되는지 확인할 수 없습니다.${reason === null ? '' : ` ${say(reasons, reason)}`}`,
  'verdict-missing': ({ place, why }) =>
    `${say(places, place)}: 토큰이 유효한지 확인할 수 없습니다. ${serviceWords(why).message}`,
  'token-not-readable': ({ token }) => `토큰이 유효한지 확인할 수 없습니다. 토큰 위치: ${tokens.unreadable(token)}`,
} satisfies typeof englishNotes;

/** `models status`. */
export const status = {
  titles: {
    config: '구성',
    defaultModel: '기본 모델',
    fallbacks: ({ amount }) => `백업 모델(${amount})`,
    own: '개별 모델',
    aliases: ({ amount }) => `별칭(${amount})`,
    token: '토큰',
    list: '모델 목록',
  },
  none: '없음',
  noToken: '찾을 수 없음',
  tokenAt: ({ token, place }) => `${token}, ${place}`,
  builtIn: ({ asOf }) => `내장된 목록(${asOf} 기준)`,
  live: '실시간',
  cached: ({ age }) => `캐시(${ageOf(age)} 가져옴)`,
  columns: { role: '역할', served: '제공' },
  roles: { primary: '기본', fallback: ({ number }) => `백업 ${number}` },
  served: { yes: '예', no: '아니요' },
  unset: '미설정',
  unsetMeans: '미설정: 항목에 컨텍스트 윈도우가 없습니다(OpenClaw는 128k~195k로 가정)',
  setUp: '설정하기: openclaw onboard --auth-choice huggingface-api-key',
  problem: ({ message, fix }) => `${message} 다음 단계: ${fix}`,
  checkingToken: '토큰을 확인하는 중',
  probing: ({ id }) => `응답을 기다리는 중: ${id}`,
  probe: {
    line: ({ number, ref, said }) => `${number}. ${ref}: ${said}`,
    notAsked: 'Hugging Face 모델이 아니어서 요청하지 않음',
    noDefault: '기본 모델이 없습니다: openclaw models set <ref-or-alias>',
    fails: ({ asked }) =>
      asked === 1
        ? '지금은 요청이 실패합니다. 모델이 응답하지 않습니다.'
        : `지금은 요청이 실패합니다. ${count(asked, '모델')} 모두 응답하지 않습니다.`,
    goesTo: ({ ref, unasked }) => {
      if (unasked === null) return `지금 요청을 받는 모델: ${ref}`;
      const other = ref === null ? '' : `, 응답하지 않으면 ${ref}`;
      return `지금 요청을 받는 모델: ${aside(unasked, '응답 여부는 확인하지 않음')}${other}`;
    },
  },
} satisfies Words['status'];
