import type { Words } from '../words.ts';
import { serviceWords } from './service.ts';
import { anyOf, formatPrice, formatTokens } from './units.ts';

type Serving = { slug: string; price: { input: number; output: number } | null; contextWindow: number | null };

const unknown = (id: string): string => `没有推理提供商提供 ${JSON.stringify(id)}。`;
const notServing = (id: string, slug: string): string => `推理提供商 ${slug} 未提供 ${id}。`;

function servingLine(id: string, { slug, price, contextWindow }: Serving): string {
  const cost = price === null ? '价格未知' : `每百万 token ${formatPrice(price)} 美元`;
  return `  ${id}:${slug}  ${cost}，上下文窗口 ${formatTokens(contextWindow)}`;
}

export const catalogProblems = {
  'model-unknown': ({ id, nearest }) => ({
    message: unknown(id),
    hint:
      nearest.length > 0
        ? `你是指 ${anyOf(nearest)} 吗？`
        : '查看可用的模型：openclaw models list --provider huggingface',
  }),
  'provider-not-serving': ({ id, slug, serving }) => ({
    message: notServing(id, slug),
    hint:
      serving.length > 0
        ? ['以下推理提供商有提供：', ...serving.map((one) => servingLine(id, one))].join('\n')
        : '当前没有推理提供商提供此模型。',
  }),
} satisfies Partial<Words['problems']>;

export const catalogNotes = {
  'model-unknown': ({ id }) => unknown(id),
  'provider-not-serving': ({ id, slug }) => notServing(id, slug),
  'nobody-serves': ({ id }) => `当前没有推理提供商提供 ${id}。`,
  'provider-not-live': ({ id, slug, status }) => `${slug} 当前未提供 ${id}（${status}）。`,
  'built-in-unsure': ({ id }) => `无法从内置列表得知是否有提供 ${id}，因此未经检查。`,
  'cache-unsure': ({ id }) => `缓存的列表太旧，无法得知是否有提供 ${id}，因此未经检查。`,
} satisfies Partial<Words['notes']>;

export const reasons = {
  'discovery-off': '配置中已关闭模型探索。',
  'only-configured': '配置中的 models.mode 为 "replace"：只列出配置本身的模型。',
  offline: '未发出任何请求（--offline）。',
  'no-token': '尚无令牌。请运行 openclaw onboard',
  'no-model-chosen': '未获取列表：未选择任何模型。',
  'all-configured': '未获取列表：所选模型都已有项目。',
  'check-only': '未获取列表：只有 --check 才会获取。',
  'not-fetched': ({ why }) => serviceWords(why).message,
} satisfies Words['reasons'];
