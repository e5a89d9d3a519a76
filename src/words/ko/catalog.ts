import type { catalogNotes as englishNotes, catalogProblems as englishProblems } from '../en/catalog.ts';
import type { Words } from '../words.ts';
import { serviceWords } from './service.ts';
import { anyOf, contextOf, priceOf } from './units.ts';

/** An inference provider that serves a model. */
type Serving = { slug: string; price: { input: number; output: number } | null; contextWindow: number | null };

const unknown = (id: string) => `이 모델을 제공하는 추론 프로바이더가 없습니다: ${JSON.stringify(id)}`;
const notServing = (id: string, slug: string) => `추론 프로바이더 ${slug}에서는 ${id} 모델을 제공하지 않습니다.`;

function servingLine(id: string, { slug, price, contextWindow }: Serving): string {
  const cost = price === null ? '가격 알 수 없음' : `가격 ${priceOf(price)}(100만 토큰당 USD)`;
  return `  ${id}:${slug}  ${cost}, 컨텍스트 ${contextOf(contextWindow)}`;
}

export const catalogProblems = {
  'model-unknown': ({ id, nearest }) => ({
    message: unknown(id),
    hint:
      nearest.length > 0
        ? `비슷한 모델: ${anyOf(nearest)}`
        : '제공되는 모델 보기: openclaw models list --provider huggingface',
  }),
  'route-not-served': ({ id, slug, serving }) => ({
    message: notServing(id, slug),
    hint:
      serving.length > 0
        ? ['제공하는 추론 프로바이더:', ...serving.map((one) => servingLine(id, one))].join('\n')
        : '지금은 제공하는 추론 프로바이더가 없습니다.',
  }),
} satisfies typeof englishProblems;

export const catalogNotes = {
  'model-unknown': ({ id }) => unknown(id),
  'route-not-served': ({ id, slug }) => notServing(id, slug),
  'nobody-serves': ({ id }) => `지금은 ${id} 모델을 제공하는 추론 프로바이더가 없습니다.`,
  'route-not-live': ({ id, slug, status }) => `지금은 ${slug}에서 ${id} 모델을 제공하지 않습니다(${status}).`,
  'built-in-unsure': ({ id }) => `내장된 목록으로는 ${id} 모델의 제공 여부를 알 수 없으므로 확인하지 않았습니다.`,
  'cache-unsure': ({ id }) =>
    `캐시된 목록이 너무 오래되어 ${id} 모델의 제공 여부를 알 수 없으므로 확인하지 않았습니다.`,
} satisfies typeof englishNotes;

/** Why a list is not live. */
export const reasons = {
  'discovery-off': '구성에서 모델 검색이 꺼져 있습니다.',
  'only-configured': '구성의 models.mode 값이 "replace"이므로 구성에 있는 모델만 표시됩니다.',
  offline: '요청을 보내지 않았습니다(--offline).',
  'no-token': '아직 토큰이 없습니다. 실행할 명령: openclaw onboard',
  'no-model-chosen': '선택한 모델이 없어 가져오지 않았습니다.',
  'all-configured': '선택한 모델이 모두 구성에 있어 가져오지 않았습니다.',
  'check-only': '--check 플래그를 쓸 때만 가져옵니다.',
  'not-fetched': ({ why }) => serviceWords(why).message,
  unreached: ({ host }) => `${host}에 연결할 수 없습니다`,
} satisfies Words['reasons'];
