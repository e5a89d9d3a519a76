import type { catalogNotes as enNotes, catalogProblems as enProblems, reasons as enReasons } from '../en/catalog.ts';
import { serviceWords } from './service.ts';
import { anyOf, contextOf, priceOf } from './units.ts';

/** An inference provider that serves a model. */
type Serving = { slug: string; price: { input: number; output: number } | null; contextWindow: number | null };

const unknown = ({ id }: { id: string }) => `「${id}」を提供している inference provider はありません。`;
const notServing = ({ id, slug }: { id: string; slug: string }) =>
  `inference provider の ${slug} は ${id} を提供していません。`;

function servingLine(id: string, { slug, price, contextWindow }: Serving): string {
  const figures = priceOf(price);
  const cost = /^\d/.test(figures) ? `100万 token あたり ${figures} USD` : `料金は${figures}`;
  return `  ${id}:${slug}  ${cost}、context ${contextOf(contextWindow)}`;
}

export const catalogProblems = {
  'model-unknown': ({ id, nearest }) => ({
    message: unknown({ id }),
    hint:
      nearest.length > 0
        ? `もしかして：${anyOf(nearest)}`
        : '提供中のモデルを確認：openclaw models list --provider huggingface',
  }),
  'route-not-served': ({ id, slug, serving }) => ({
    message: notServing({ id, slug }),
    hint:
      serving.length > 0
        ? ['提供している inference provider：', ...serving.map((one) => servingLine(id, one))].join('\n')
        : '現在、提供している inference provider はありません。',
  }),
} satisfies typeof enProblems;

export const catalogNotes = {
  'model-unknown': ({ id }) => unknown({ id }),
  'route-not-served': ({ id, slug }) => notServing({ id, slug }),
  'nobody-serves': ({ id }) => `現在、${id} を提供している inference provider はありません。`,
  'route-not-live': ({ id, slug, status }) => `現在、${slug} は ${id} を提供していません（${status}）。`,
  'built-in-unsure': ({ id }) => `組み込みリストでは ${id} が提供されているかどうか分からないため、確認していません。`,
  'cache-unsure': ({ id }) =>
    `キャッシュのリストが古く、${id} が提供されているかどうか分からないため、確認していません。`,
} satisfies typeof enNotes;

/** Why a list is not live. */
export const reasons = {
  'discovery-off': 'config でモデルの discovery が無効になっています。',
  'only-configured': 'config の models.mode が "replace" のため、config のモデルだけを表示します。',
  offline: 'リクエストは送信していません（--offline）。',
  'no-token': 'token がまだありません。次のコマンドを実行してください：openclaw onboard',
  'no-model-chosen': 'モデルが選ばれていないため、取得していません。',
  'all-configured': '選んだモデルのエントリがすでにすべてあるため、取得していません。',
  'check-only': '取得していません。取得するのは --check を付けたときだけです。',
  'not-fetched': ({ why }) => serviceWords(why).message,
  unreached: ({ host }) => `${host} に接続できませんでした`,
} satisfies typeof enReasons;
