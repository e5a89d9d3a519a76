import type { Words } from '../words.ts';
import { serviceWords } from './service.ts';
import { anyOf, close, formatPrice, formatTokens } from './units.ts';

type Serving = { slug: string; price: { input: number; output: number } | null; contextWindow: number | null };

const unknown = (id: string): string => `沒有推論提供者提供 ${JSON.stringify(id)}。`;
const notServing = (id: string, slug: string): string => `推論提供者 ${slug} 未提供 ${id}。`;

function servingLine(id: string, { slug, price, contextWindow }: Serving): string {
  const cost = price === null ? '價格未知' : `每百萬 token ${formatPrice(price)} 美元`;
  return `  ${id}:${slug}  ${close(`${cost}，內容視窗 ${formatTokens(contextWindow)}`)}`;
}

export const catalogProblems = {
  'model-unknown': ({ id, nearest }) => ({
    message: unknown(id),
    hint:
      nearest.length > 0
        ? `你是指 ${anyOf(nearest)} 嗎？`
        : '查看可用的模型：openclaw models list --provider huggingface',
  }),
  'route-not-served': ({ id, slug, serving }) => ({
    message: notServing(id, slug),
    hint:
      serving.length > 0
        ? ['以下推論提供者有提供此模型：', ...serving.map((one) => servingLine(id, one))].join('\n')
        : '目前沒有推論提供者提供此模型。',
  }),
} satisfies Partial<Words['problems']>;

export const catalogNotes = {
  'model-unknown': ({ id }) => unknown(id),
  'route-not-served': ({ id, slug }) => notServing(id, slug),
  'nobody-serves': ({ id }) => `目前沒有推論提供者提供 ${id}。`,
  'route-not-live': ({ id, slug, status }) => `${slug} 目前未提供 ${id}（${status}）。`,
  'built-in-unsure': ({ id }) => `只憑內建清單無法判斷 ${id} 是否可用，因此未檢查。`,
  'cache-unsure': ({ id }) => `快取的清單太舊，無法判斷 ${id} 是否可用，因此未檢查。`,
} satisfies Partial<Words['notes']>;

export const reasons = {
  'discovery-off': '設定中已關閉模型探索。',
  'only-configured': '設定中的 models.mode 為 "replace"：只列出設定中定義的模型。',
  offline: '未發出任何請求（--offline）。',
  'no-token': '還沒有權杖。請執行 openclaw onboard',
  'no-model-chosen': '未取得清單：未選擇任何模型。',
  'all-configured': '未取得清單：所選模型都已有項目。',
  'check-only': '未取得清單：只有 --check 才會取得。',
  'not-fetched': ({ why }) => serviceWords(why).message,
  unreached: ({ host }) => `無法連線到 ${host}`,
} satisfies Words['reasons'];
