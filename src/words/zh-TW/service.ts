import { BILLING_URL, INFERENCE_PROVIDERS_URL, NEW_TOKEN_URL, STATUS_URL, TOKENS_URL } from '../links.ts';
import { say } from '../message.ts';
import type { ServiceProblem, Words } from '../words.ts';
import { networkProblems } from './service/network.ts';

const CHECK_ADDRESSES =
  '請檢查 OPENCLAW_HUGGINGFACE_BASE_URL、HF_ENDPOINT 和 models.providers.huggingface.baseUrl；網路的登入頁面也會造成這種情況。';

const modelLists = {
  'web-page': '網頁',
  'not-json': '不是 JSON 的內容',
  'no-list': '沒有模型清單的 JSON',
  empty: '空的模型清單',
  'no-chat-model': '沒有任何聊天模型的清單',
};

type Answer = { status: number; inferenceProvider: string | null; words: string };

function answered(what: string, { status, inferenceProvider, words }: Answer): string {
  const who = inferenceProvider === null ? '' : `，${inferenceProvider}`;
  return `${what}（${status}${who}）${words === '' ? '' : `：${words}`}。`;
}

function wait(seconds: number | null): string {
  if (seconds === null) return '請於一分鐘後再試。';
  return seconds === 0 ? '現在即可再試。' : `請於 ${seconds} 秒後再試。`;
}

export const serviceProblems = {
  ...networkProblems,
  'token-not-sendable': { message: '此權杖不是 Hugging Face 權杖：未傳送。' },
  'host-not-trusted': ({ host }) => ({ message: `${host} 不受信任，不會將權杖傳送給它。` }),
  'odd-status': ({ host, status }) => ({ message: `${host} 回應了異常的狀態碼 ${status}。` }),
  'answer-too-large': ({ host }) => ({ message: `${host} 的回應超過 10 MB，不可能是正常的回應。` }),
  'answer-unreadable': ({ host }) => ({ message: `無法解讀 ${host} 的回應。` }),
  'account-unreadable': ({ host }) => ({ message: `無法解讀 ${host} 關於權杖的回應。` }),
  'answer-incomplete': { message: '回應尚未完整就結束了。' },
  'no-model-list': ({ host, found }) => ({
    message: `${host} 回應的是${modelLists[found]}。`,
    hint: CHECK_ADDRESSES,
  }),
  'rejects-token': (answer) => ({
    message: answered('Hugging Face 不接受此權杖', answer),
    hint: `建立新的權杖：${NEW_TOKEN_URL}`,
  }),
  'lacks-permission': (answer) => ({
    message: answered('權杖缺少「Make calls to Inference Providers」權限', answer),
    hint: `請在 ${TOKENS_URL} 為此權杖勾選該權限，或建立新的權杖：${NEW_TOKEN_URL}`,
  }),
  'no-credits': (answer) => ({
    message: answered('Hugging Face 帳號的額度已用完', answer),
    hint: `請購買額度或訂閱 PRO：${BILLING_URL}`,
  }),
  'request-forbidden': (answer) => ({
    message: answered('請求遭拒', answer),
    hint: '原因不在權杖；改用其他推論提供者或網路或許可行。',
  }),
  'rate-limited': ({ waitSeconds, ...answer }) => ({
    message: answered('請求過多', answer),
    hint: wait(waitSeconds),
  }),
  'served-without-tools': (answer) => ({
    message: answered('推論提供者提供的此模型不支援工具，但 OpenClaw 需要工具', answer),
    hint: '請指定支援工具的推論提供者（org/model:provider）：openclaw models list --provider huggingface --tools',
  }),
  'unknown-to-router': (answer) => ({
    message: answered('路由服務沒有此模型', answer),
    hint: '查看它提供的模型：openclaw models list --provider huggingface --refresh',
  }),
  'not-served': (answer) => ({
    message: answered('目前沒有提供此模型', answer),
    hint: `請在 ${INFERENCE_PROVIDERS_URL} 啟用其推論提供者，或選擇其他模型：openclaw models list --provider huggingface --refresh`,
  }),
  'service-failed': (answer) => ({
    message: answered('服務發生錯誤', answer),
    hint: `請於一分鐘後再試；已知問題請見 ${STATUS_URL}`,
  }),
  redirected: ({ to, ...answer }) => ({
    message: answered(`服務要求重新導向${to === null ? '' : `到 ${to}`}，但本程式不會跟隨重新導向`, answer),
    hint: CHECK_ADDRESSES,
  }),
  'request-refused': (answer) => ({
    message: answered('請求遭拒', answer),
    hint: '請加上 --verbose 再執行一次，以查看請求。',
  }),
  'bad-custom-headers': {
    message: '環境變數 OPENAI_CUSTOM_HEADERS 含有無效的標頭。',
    hint: '本程式不需要它：unset OPENAI_CUSTOM_HEADERS',
  },
} satisfies Partial<Words['problems']>;

/** A nested failure; a hint where it has one. */
export function serviceWords(problem: ServiceProblem): { message: string; hint?: string } {
  return say(serviceProblems, problem);
}

export const serviceNotes = {
  'base-url-elsewhere': ({ url }) => `設定中的 baseUrl ${url} 不屬於 Hugging Face：請求不會附上權杖。`,
  'endpoint-without-tls': ({ url }) => `${url} 不使用 https 連線：請求不會附上權杖。`,
} satisfies Partial<Words['notes']>;
