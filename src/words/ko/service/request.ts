import type { requestProblems as english } from '../../en/service/request.ts';
import { BILLING_URL } from '../../links.ts';
import type { Words } from '../../words.ts';
import { serviceWords } from '../service.ts';

const addresses = {
  'not-a-url': 'URL이 아닙니다',
  scheme: 'https:// 또는 http:// 주소가 아닙니다',
  credentials: '사용자 이름이나 비밀번호가 들어 있습니다',
  query: '쿼리나 프래그먼트가 들어 있습니다',
};

/** What keeps a request from being made; `usual`: what the config gets as its address. */
export const requestProblems = {
  'bad-endpoint-variable': ({ name, why }) => ({
    message: `${name}의 URL을 쓸 수 없습니다: ${addresses[why]}.`,
    hint: `${name}=https://host/path 형식으로 설정하거나 해제하세요: unset ${name}`,
  }),
  'bad-base-url': ({ path, why, usual }) => ({
    message: `${path}의 URL을 쓸 수 없습니다: ${addresses[why]}.`,
    hint: `이 값으로 설정하세요: "${usual}"`,
  }),
  'base-url-gives-away': ({ path }) => ({
    message: `${path}: Hugging Face가 아닌 주소에 변수를 넣고 있어 변수 값이 노출될 수 있습니다. 요청을 보내지 않았습니다.`,
    hint: '주소 전체를 적거나 직접 지정하세요: OPENCLAW_HUGGINGFACE_BASE_URL=https://host/path',
  }),
  'bad-header': ({ path }) => ({
    message: `${path}: 이름이나 값에 헤더에 쓸 수 없는 문자가 있어 보낼 수 없습니다.`,
    hint: '구성에서 직접 고치세요.',
  }),
  'test-message-failed': ({ id, why, isModels }) => {
    const { message, hint } = serviceWords(why);
    const other = `또는 ${isModels ? '--model 플래그로 다른 모델을 고르거나 ' : ''}--probe 없이 계속하세요.`;
    return {
      message: `${id} 모델로 보낸 테스트 메시지가 실패했습니다. ${message}`,
      hint: hint ? `${hint}\n${other}` : other,
    };
  },
} satisfies typeof english;

/** What a test message showed, without a subject; then what helps after a failure. */
export const probes = {
  answered: ({ inferenceProvider, latencyMs, tools }) => {
    const called =
      tools === null
        ? '응답했지만 도구를 호출하기 전에 응답이 잘렸습니다'
        : tools
          ? '응답하고 도구를 호출했습니다'
          : '응답했지만 도구를 호출하지 않았습니다. OpenClaw에는 도구가 필요합니다';
    return `${inferenceProvider ?? '이름 없는 추론 프로바이더'}에서 ${latencyMs} ms 만에 ${called}`;
  },
  failed: ({ why }) => `실패했습니다. ${serviceWords(why).message}`,
  'all-need-credits': `Hugging Face 모델을 모두 쓸 수 없습니다. 다른 프로바이더의 백업 모델이나 크레딧이 필요합니다: ${BILLING_URL}`,
  'all-need-token': 'Hugging Face 모델을 모두 쓸 수 없습니다. Hugging Face의 백업 모델로는 해결되지 않습니다.',
  'fallback-or-tools-helps': '백업 모델이나 다른 추론 프로바이더를 쓰면 됩니다: org/model:provider',
  'fallback-helps': '백업 모델을 추가하면 됩니다.',
} satisfies Words['probes'];
