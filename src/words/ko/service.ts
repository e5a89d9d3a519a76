import type { serviceProblems as english, serviceNotes as englishNotes } from '../en/service.ts';
import { BILLING_URL, INFERENCE_PROVIDERS_URL, NEW_TOKEN_URL, STATUS_URL, TOKENS_URL } from '../links.ts';
import { say } from '../message.ts';
import type { ServiceProblem } from '../words.ts';
import { networkProblems } from './service/network.ts';

const CHECK_ADDRESSES =
  'OPENCLAW_HUGGINGFACE_BASE_URL, HF_ENDPOINT, models.providers.huggingface.baseUrl 값을 확인하세요. 네트워크 로그인 페이지가 원인일 수도 있습니다.';

const modelLists = {
  'web-page': '웹 페이지로 응답했습니다',
  'not-json': 'JSON이 아닌 내용으로 응답했습니다',
  'no-list': '모델 목록이 없는 JSON으로 응답했습니다',
  empty: '빈 모델 목록으로 응답했습니다',
  'no-chat-model': '채팅 모델이 하나도 없는 목록으로 응답했습니다',
};

/** `words`: the service's own, without a full stop; empty where it gave none. */
type Answer = { status: number; inferenceProvider: string | null; words: string };

function answered(what: string, { status, inferenceProvider, words }: Answer): string {
  const who = inferenceProvider === null ? '' : `, ${inferenceProvider}`;
  return `${what}(${status}${who})${words === '' ? '' : `: ${words}`}.`;
}

/** What the network and the service answer. */
export const serviceProblems = {
  ...networkProblems,
  'token-not-sendable': { message: 'Hugging Face 토큰이 아니어서 보내지 않았습니다.' },
  'host-not-trusted': ({ host }) => ({ message: `${host}: 토큰을 보낼 수 있는 신뢰된 호스트가 아닙니다.` }),
  'odd-status': ({ host, status }) => ({ message: `${host}: 알 수 없는 상태 코드로 응답했습니다(${status}).` }),
  'answer-too-large': ({ host }) => ({ message: `${host}: 응답이 10 MB를 넘습니다. 올바른 응답일 수 없습니다.` }),
  'answer-unreadable': ({ host }) => ({ message: `${host}: 응답을 읽을 수 없습니다.` }),
  'account-unreadable': ({ host }) => ({ message: `${host}: 토큰에 대한 응답을 읽을 수 없습니다.` }),
  'answer-incomplete': { message: '응답이 도중에 끊겼습니다.' },
  'no-model-list': ({ host, found }) => ({ message: `${host}: ${modelLists[found]}.`, hint: CHECK_ADDRESSES }),
  'rejects-token': (answer) => ({
    message: answered('Hugging Face에서 토큰을 거부했습니다', answer),
    hint: `새 토큰 만들기: ${NEW_TOKEN_URL}`,
  }),
  'lacks-permission': (answer) => ({
    message: answered(
      '토큰에 "Make calls to Inference Providers"(추론 프로바이더에 호출 수행) 권한이 없습니다',
      answer,
    ),
    hint: `이 토큰의 권한을 선택하세요: ${TOKENS_URL}\n또는 새 토큰을 만드세요: ${NEW_TOKEN_URL}`,
  }),
  'no-credits': (answer) => ({
    message: answered('Hugging Face 계정에 남은 크레딧이 없습니다', answer),
    hint: `크레딧을 구매하거나 PRO를 구독하세요: ${BILLING_URL}`,
  }),
  'request-forbidden': (answer) => ({
    message: answered('요청이 거부되었습니다', answer),
    hint: '토큰 때문이 아닙니다. 다른 추론 프로바이더나 네트워크에서는 허용될 수 있습니다.',
  }),
  'rate-limited': ({ waitSeconds, ...answer }) => ({
    message: answered('요청이 너무 많습니다', answer),
    hint: `${waitSeconds === null ? '1분 뒤에' : waitSeconds === 0 ? '지금' : `${waitSeconds}초 뒤에`} 다시 시도하세요.`,
  }),
  'served-without-tools': (answer) => ({
    message: answered('이 추론 프로바이더는 OpenClaw에 필요한 도구 없이 모델을 제공합니다', answer),
    hint: '도구를 지원하는 추론 프로바이더를 지정하세요(org/model:provider): openclaw models list --provider huggingface --tools',
  }),
  'unknown-to-router': (answer) => ({
    message: answered('라우터가 모르는 모델입니다', answer),
    hint: '제공되는 모델 보기: openclaw models list --provider huggingface --refresh',
  }),
  'not-served': (answer) => ({
    message: answered('제공되지 않는 모델입니다', answer),
    hint: `이 모델의 추론 프로바이더를 켜세요: ${INFERENCE_PROVIDERS_URL}\n또는 다른 모델을 고르세요: openclaw models list --provider huggingface --refresh`,
  }),
  'service-failed': (answer) => ({
    message: answered('서비스에서 오류가 발생했습니다', answer),
    hint: `1분 뒤에 다시 시도하세요. 알려진 장애: ${STATUS_URL}`,
  }),
  redirected: ({ to, ...answer }) => ({
    message: answered(`서비스가 ${to === null ? '' : `${to} 주소로 `}리디렉션했지만 따라가지 않습니다`, answer),
    hint: CHECK_ADDRESSES,
  }),
  'request-refused': (answer) => ({
    message: answered('요청이 거부되었습니다', answer),
    hint: '요청 내용을 보려면 --verbose 플래그를 붙여 다시 실행하세요.',
  }),
  'bad-custom-headers': {
    message: '환경 변수 OPENAI_CUSTOM_HEADERS에 잘못된 헤더가 있습니다.',
    hint: '이 프로그램에는 필요하지 않습니다: unset OPENAI_CUSTOM_HEADERS',
  },
} satisfies typeof english;

/** A nested failure; a hint where it has one. */
export function serviceWords(problem: ServiceProblem): { message: string; hint?: string } {
  return say(serviceProblems, problem);
}

export const serviceNotes = {
  'base-url-elsewhere': ({ url }) => `구성의 baseUrl 주소가 Hugging Face가 아니므로 토큰 없이 요청합니다: ${url}`,
  'endpoint-without-tls': ({ url }) => `https 주소가 아니므로 토큰 없이 요청합니다: ${url}`,
} satisfies typeof englishNotes;
