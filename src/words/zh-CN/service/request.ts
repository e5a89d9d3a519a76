import { BILLING_URL } from '../../links.ts';
import type { Words } from '../../words.ts';
import { serviceWords } from '../service.ts';
import { close } from '../units.ts';

const addresses = {
  'not-a-url': '它不是 URL',
  scheme: '开头既不是 https:// 也不是 http://',
  credentials: '其中含有用户名或密码',
  query: '其中含有查找字符串或片段',
};

export const requestProblems = {
  'bad-endpoint-variable': ({ name, why }) => ({
    message: `无法使用 ${name} 中的 URL：${addresses[why]}。`,
    hint: `请配置 ${name}=https://host/path，或取消配置。`,
  }),
  'bad-base-url': ({ path, why, usual }) => ({
    message: `无法使用 ${path} 中的 URL：${addresses[why]}。`,
    hint: `请将它设为 "${usual}"。`,
  }),
  'base-url-gives-away': ({ path }) => ({
    message: `${path} 会将变量填入不属于 Hugging Face 的地址，可能泄漏该变量。未发出任何请求。`,
    hint: '请写出完整地址，或自行指定：OPENCLAW_HUGGINGFACE_BASE_URL=https://host/path',
  }),
  'bad-header': ({ path }) => ({
    message: `无法将 ${path} 作为标头发送：其名称或值含有标头不允许的字符。`,
    hint: '请在配置中手动修正。',
  }),
  'test-message-failed': ({ id, why, isModels }) => {
    const { message, hint } = serviceWords(why);
    const other = isModels ? '或用 --model 选择其他模型，或不使用 --probe 继续。' : '或不使用 --probe 继续。';
    return { message: `发送给 ${id} 的测试消息失败：${message}`, hint: hint ? `${hint}\n${other}` : other };
  },
} satisfies Partial<Words['problems']>;

export const probes = {
  answered: ({ inferenceProvider, latencyMs, tools }) => {
    const called =
      tools === null ? '但在调用工具前就中断了' : tools ? '并调用了工具' : '但没有调用工具，而 OpenClaw 需要工具';
    return close(`${inferenceProvider ?? '未具名的推理提供商'} 在 ${latencyMs} 毫秒内回应，${called}`);
  },
  failed: ({ why }) => `失败。${serviceWords(why).message}`,
  'all-need-credits': `这会使所有 Hugging Face 模型停止：只能使用其他提供商的后备，或购买额度：${BILLING_URL}`,
  'all-need-token': '这会使所有 Hugging Face 模型停止：使用其中的后备也没有帮助。',
  'fallback-or-tools-helps': '可配置后备，或改用其他推理提供商：org/model:provider',
  'fallback-helps': '可配置后备。',
} satisfies Words['probes'];
