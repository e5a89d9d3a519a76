import { say } from '../../message.ts';
import type { Words } from '../../words.ts';
import { reasons } from '../catalog.ts';
import { aside, count } from '../units.ts';

/** What keeps `models bench` from measuring, or a route from being the best. */
export const benchProblems = {
  'bench-needs-yes': ({ usd, instead }) => ({
    message: `models bench 명령은 실제 메시지를 보내며 최대 $${usd}의 비용이 들 수 있습니다. 터미널이 없어 동의를 구할 수 없습니다.`,
    hint: `대신 실행하세요: ${instead}`,
  }),
  'bench-without-model': {
    message: '측정할 기본 모델이 없습니다.',
    hint: '모델을 지정하세요: openclaw models bench <ref-or-alias>',
  },
  'bench-elsewhere': ({ ref }) => ({
    message: `${ref}: Hugging Face 모델이 아닙니다. Hugging Face 추론 프로바이더의 경로만 측정할 수 있습니다.`,
    hint: 'Hugging Face 모델을 지정하세요: openclaw models bench <ref-or-alias>',
  }),
  'bench-without-route': ({ id, reason }) => ({
    message: `지금 ${id} 모델을 제공하는 추론 프로바이더를 찾을 수 없습니다.${reason === null ? '' : ` ${say(reasons, reason)}`}`,
    hint: '제공되는 모델 보기: openclaw models list --provider huggingface --refresh',
  }),
  'bench-without-price': ({ ids }) => ({
    message: `목록에 가격이 없어 --max-cost 한도를 지킬 수 없습니다: ${ids.join(', ')}. 아무것도 보내지 않았습니다.`,
    hint: '가격이 있는 모델 보기: openclaw models list --provider huggingface --sort price',
  }),
  'max-cost-too-small': ({ maxCost, needed }) => ({
    message: `--max-cost ${maxCost}: 금액이 부족합니다. 메시지 하나에 최대 $${needed}의 비용이 들 수 있습니다. 아무것도 보내지 않았습니다.`,
    hint: `이 금액 이상으로 지정하세요: --max-cost ${needed}`,
  }),
  'route-without-price': { message: '목록에 가격이 없어 --max-cost 한도를 지킬 수 없으므로 측정하지 않았습니다.' },
  'tool-call-missing': { message: '텍스트로만 답하고 도구를 호출하지 않았습니다.' },
  'tool-call-as-text': { message: '도구 호출을 텍스트로 적어 아무것도 호출되지 않습니다.' },
  'tool-call-cut': { message: '도구 호출이 끝나기 전에 응답이 끝났습니다.' },
  'tool-call-not-json': { message: '도구 호출의 인수가 올바른 JSON이 아닙니다.' },
  'tool-call-of-other-tool': { message: '존재하지 않는 도구를 호출했습니다.' },
  'tool-call-against-schema': { message: '도구 호출의 인수가 도구의 스키마와 맞지 않습니다.' },
} satisfies Partial<Words['problems']>;

export const benchNotes = {
  'bench-all-routes': ({ id, suffix }) => `:${suffix} 경로만이 아니라 ${id} 모델의 모든 추론 프로바이더를 측정합니다.`,
} satisfies Partial<Words['notes']>;

/** `models bench`. */
export const bench = {
  ask: ({ messages, routes, usd }) =>
    `${count(routes, '추론 프로바이더')}에 짧은 메시지를 최대 ${messages}개 보내시겠습니까? (비용은 최대 $${usd})`,
  rows: { send: '보내기', quit: '종료' },
  waiting: ({ id, round, rounds }) => `응답을 기다리는 중: ${aside(id, `메시지 ${round}/${rounds}`)}`,
  columns: {
    inferenceProvider: '추론 프로바이더',
    speed: '토큰/초',
    firstToken: '첫 토큰',
    cost: '비용',
  },
  heading: ({ id, routes, rounds }) => `${id}: ${count(routes, '추론 프로바이더')}, ${count(rounds, '메시지')}씩`,
  failure: ({ inferenceProvider, message, times }) =>
    `- ${inferenceProvider}: ${message}${times > 1 ? ` (${times}회)` : ''}`,
  notAgain: ({ said }) => `${said} 다시 요청하지 않았습니다.`,
  best: ({ best, pin }) => `가장 좋은 추론 프로바이더: ${best}. 고정하려면:\n${pin}`,
  noBest: ({ rounds }) =>
    `${rounds === 1 ? '' : `${count(rounds, '메시지')} 모두에 `}올바른 도구 호출로 응답한 추론 프로바이더가 없습니다.`,
  cost: ({ usd, messages }) => `비용: ${count(messages, '메시지')}에 $${usd}(목록의 가격 기준)`,
  estimated: '~: 사용량을 알리지 않은 응답이 있어 추정한 값입니다',
  stopped: '모든 추론 프로바이더에서 같은 응답이 올 것이므로 더는 보내지 않았습니다.',
  outOfMoney: ({ kept, usd, needed }) =>
    `$${usd} 한도를 넘기 전에 중지했습니다. ${count(kept, '메시지')}를 보내지 않았습니다. 모두 보내려면: --max-cost ${needed}`,
} satisfies Words['bench'];
