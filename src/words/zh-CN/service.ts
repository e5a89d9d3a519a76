import { BILLING_URL, INFERENCE_PROVIDERS_URL, NEW_TOKEN_URL, STATUS_URL, TOKENS_URL } from '../links.ts';
import { say } from '../message.ts';
import type { ServiceProblem, Words } from '../words.ts';
import { networkProblems } from './service/network.ts';

const CHECK_ADDRESSES =
  '请检查 OPENCLAW_HUGGINGFACE_BASE_URL、HF_ENDPOINT 和 models.providers.huggingface.baseUrl；网络的登录页面也会造成这种情况。';

const modelLists = {
  'web-page': '网页',
  'not-json': '不是 JSON 的内容',
  'no-list': '不含模型列表的 JSON',
  empty: '空的模型列表',
  'no-chat-model': '没有任何聊天模型的列表',
};

type Answer = { status: number; inferenceProvider: string | null; words: string };

function answered(what: string, { status, inferenceProvider, words }: Answer): string {
  const who = inferenceProvider === null ? '' : `，${inferenceProvider}`;
  return `${what}（${status}${who}）${words === '' ? '' : `：${words}`}。`;
}

function wait(seconds: number | null): string {
  if (seconds === null) return '请在一分钟后重试。';
  return seconds === 0 ? '现在即可重试。' : `请在 ${seconds} 秒后重试。`;
}

export const serviceProblems = {
  ...networkProblems,
  'token-not-sendable': { message: '此令牌不是 Hugging Face 令牌，因此未发送。' },
  'host-not-trusted': ({ host }) => ({ message: `${host} 不受信任，不会向它发送令牌。` }),
  'odd-status': ({ host, status }) => ({ message: `${host} 返回了异常的状态码 ${status}。` }),
  'answer-too-large': ({ host }) => ({ message: `${host} 的响应超过 10 MB，不可能是正常的响应。` }),
  'answer-unreadable': ({ host }) => ({ message: `无法解析 ${host} 的响应。` }),
  'account-unreadable': ({ host }) => ({ message: `无法解析 ${host} 关于令牌的响应。` }),
  'answer-incomplete': { message: '响应尚未完整就结束了。' },
  'no-model-list': ({ host, found }) => ({
    message: `${host} 返回的是${modelLists[found]}。`,
    hint: CHECK_ADDRESSES,
  }),
  'rejects-token': (answer) => ({
    message: answered('Hugging Face 不接受此令牌', answer),
    hint: `创建新的令牌：${NEW_TOKEN_URL}`,
  }),
  'lacks-permission': (answer) => ({
    message: answered('令牌缺少“Make calls to Inference Providers”权限', answer),
    hint: `请在 ${TOKENS_URL} 为此令牌勾选该权限，或创建新的令牌：${NEW_TOKEN_URL}`,
  }),
  'no-credits': (answer) => ({
    message: answered('Hugging Face 账号的额度已用完', answer),
    hint: `请购买额度或订阅 PRO：${BILLING_URL}`,
  }),
  'request-forbidden': (answer) => ({
    message: answered('请求被拒绝', answer),
    hint: '原因不在令牌；换用其他推理提供商或网络也许可行。',
  }),
  'rate-limited': ({ waitSeconds, ...answer }) => ({
    message: answered('请求过多', answer),
    hint: wait(waitSeconds),
  }),
  'served-without-tools': (answer) => ({
    message: answered('推理提供商提供的此模型不支持工具，而 OpenClaw 需要工具', answer),
    hint: '请固定使用支持工具的推理提供商（org/model:provider）：openclaw models list --provider huggingface --tools',
  }),
  'unknown-to-router': (answer) => ({
    message: answered('路由服务中没有此模型', answer),
    hint: '查看它提供的模型：openclaw models list --provider huggingface --refresh',
  }),
  'not-served': (answer) => ({
    message: answered('目前没有推理提供商提供此模型', answer),
    hint: `请在 ${INFERENCE_PROVIDERS_URL} 启用其推理提供商，或选择其他模型：openclaw models list --provider huggingface --refresh`,
  }),
  'service-failed': (answer) => ({
    message: answered('服务出错', answer),
    hint: `请在一分钟后重试；已知故障见 ${STATUS_URL}`,
  }),
  redirected: ({ to, ...answer }) => ({
    message: answered(`服务要求重定向${to === null ? '' : `到 ${to}`}，但本程序从不跟随重定向`, answer),
    hint: CHECK_ADDRESSES,
  }),
  'request-refused': (answer) => ({
    message: answered('请求被拒绝', answer),
    hint: '请加上 --verbose 再次运行，以查看请求。',
  }),
  'bad-custom-headers': {
    message: '环境变量 OPENAI_CUSTOM_HEADERS 含有无效的请求头。',
    hint: '本程序不需要它：unset OPENAI_CUSTOM_HEADERS',
  },
} satisfies Partial<Words['problems']>;

/** A nested failure; a hint where it has one. */
export function serviceWords(problem: ServiceProblem): { message: string; hint?: string } {
  return say(serviceProblems, problem);
}

export const serviceNotes = {
  'base-url-elsewhere': ({ url }) => `配置中的 baseUrl ${url} 不属于 Hugging Face：请求不会附带令牌。`,
  'endpoint-without-tls': ({ url }) => `${url} 不使用 https 连接：请求不会附带令牌。`,
} satisfies Partial<Words['notes']>;
