import type { Words } from '../words.ts';
import { serviceWords } from './service.ts';
import { anyOf, close, formatPrice, formatTokens } from './units.ts';

type Serving = { slug: string; price: { input: number; output: number } | null; contextWindow: number | null };

const unknown = (id: string): string => `没有推理提供商提供 ${JSON.stringify(id)}。`;
const notServing = (id: string, slug: string): string => `推理提供商 ${slug} 不提供 ${id}。`;

function servingLine(id: string, { slug, price, contextWindow }: Serving): string {
  const cost = price === null ? '价格未知' : `每百万 token ${formatPrice(price)} 美元`;
  return `  ${id}:${slug}  ${close(`${cost}，上下文窗口 ${formatTokens(contextWindow)}`)}`;
}

export const catalogProblems = {
  'model-unknown': ({ id, nearest }) => ({
    message: unknown(id),
    hint:
      nearest.length > 0
        ? `你是指 ${anyOf(nearest)} 吗？`
        : '查看可用的模型：openclaw models list --provider huggingface',
  }),
  'route-not-served': ({ id, slug, serving }) => ({
    message: notServing(id, slug),
    hint:
      serving.length > 0
        ? ['以下推理提供商提供该模型：', ...serving.map((one) => servingLine(id, one))].join('\n')
        : '目前没有推理提供商提供该模型。',
  }),
} satisfies Partial<Words['problems']>;

export const catalogNotes = {
  'model-unknown': ({ id }) => unknown(id),
  'route-not-served': ({ id, slug }) => notServing(id, slug),
  'nobody-serves': ({ id }) => `目前没有推理提供商提供 ${id}。`,
  'route-not-live': ({ id, slug, status }) => `${slug} 目前不提供 ${id}（${status}）。`,
  'built-in-unsure': ({ id }) => `仅凭内置列表无法判断 ${id} 是否可用，因此未做检查。`,
  'cache-unsure': ({ id }) => `缓存的列表太旧，无法判断 ${id} 是否可用，因此未做检查。`,
} satisfies Partial<Words['notes']>;

export const reasons = {
  'discovery-off': '配置中关闭了模型发现。',
  'only-configured': '配置中的 models.mode 为 "replace"：只列出配置中定义的模型。',
  offline: '未发出任何请求（--offline）。',
  'no-token': '还没有令牌。请运行 openclaw onboard',
  'no-model-chosen': '未获取列表：没有选择任何模型。',
  'all-configured': '未获取列表：所选模型都已有条目。',
  'check-only': '未获取列表：只有 --check 才会获取。',
  'not-fetched': ({ why }) => serviceWords(why).message,
  unreached: ({ host }) => `无法连接到 ${host}`,
} satisfies Words['reasons'];
