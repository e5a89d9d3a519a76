import { BILLING_URL } from '../../links.ts';
import type { Words } from '../../words.ts';
import { serviceWords } from '../service.ts';
import { close } from '../units.ts';

const addresses = {
  'not-a-url': '它不是 URL',
  scheme: '開頭既不是 https:// 也不是 http://',
  credentials: '其中含有使用者名稱或密碼',
  query: '其中含有查詢字串或片段',
};

export const requestProblems = {
  'bad-endpoint-variable': ({ name, why }) => ({
    message: `無法使用 ${name} 中的 URL：${addresses[why]}。`,
    hint: `請設定 ${name}=https://host/path，或取消設定。`,
  }),
  'bad-base-url': ({ path, why, usual }) => ({
    message: `無法使用 ${path} 中的 URL：${addresses[why]}。`,
    hint: `請將它設為 "${usual}"。`,
  }),
  'base-url-gives-away': ({ path }) => ({
    message: `${path} 會將變數填入不屬於 Hugging Face 的位址，可能洩漏該變數。未發出任何請求。`,
    hint: '請寫出完整位址，或自行指定：OPENCLAW_HUGGINGFACE_BASE_URL=https://host/path',
  }),
  'bad-header': ({ path }) => ({
    message: `無法將 ${path} 作為標頭傳送：其名稱或值含有標頭不允許的字元。`,
    hint: '請在設定中手動修正。',
  }),
  'test-message-failed': ({ id, why, isModels }) => {
    const { message, hint } = serviceWords(why);
    const other = isModels ? '或用 --model 選擇其他模型，或拿掉 --probe 再繼續。' : '或拿掉 --probe 再繼續。';
    return { message: `傳送給 ${id} 的測試訊息失敗：${message}`, hint: hint ? `${hint}\n${other}` : other };
  },
} satisfies Partial<Words['problems']>;

export const probes = {
  answered: ({ inferenceProvider, latencyMs, tools }) => {
    const called =
      tools === null ? '但在呼叫工具前就被截斷' : tools ? '並呼叫了工具' : '但沒有呼叫工具，而 OpenClaw 需要工具';
    return close(`${inferenceProvider ?? '未具名的推論提供者'} 在 ${latencyMs} 毫秒內回應，${called}`);
  },
  failed: ({ why }) => `失敗。${serviceWords(why).message}`,
  'all-need-credits': `這會使所有 Hugging Face 模型都無法使用：只能改用其他提供者的後備，或購買額度：${BILLING_URL}`,
  'all-need-token': '這會使所有 Hugging Face 模型都無法使用：改用其中的後備也沒有幫助。',
  'fallback-or-tools-helps': '可新增後備，或改用其他推論提供者：org/model:provider',
  'fallback-helps': '可新增後備。',
} satisfies Words['probes'];
