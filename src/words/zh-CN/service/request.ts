import { BILLING_URL } from '../../links.ts';
import type { Words } from '../../words.ts';
import { serviceWords } from '../service.ts';
import { close } from '../units.ts';

const addresses = {
  'not-a-url': '它不是 URL',
  scheme: '开头既不是 https:// 也不是 http://',
  credentials: '其中含有用户名或密码',
  query: '其中含有查询参数或片段',
};

export const requestProblems = {
  'bad-endpoint-variable': ({ name, why }) => ({
    message: `无法使用 ${name} 中的 URL：${addresses[why]}。`,
    hint: `请设置 ${name}=https://host/path，或取消设置。`,
  }),
  'bad-base-url': ({ path, why, usual }) => ({
    message: `无法使用 ${path} 中的 URL：${addresses[why]}。`,
    hint: `请将它设为 "${usual}"。`,
  }),
  'base-url-gives-away': ({ path }) => ({
    message: `${path} 会将变量填入不属于 Hugging Face 的地址，可能泄露该变量。未发出任何请求。`,
    hint: '请写出完整地址，或自行指定：OPENCLAW_HUGGINGFACE_BASE_URL=https://host/path',
  }),
  'bad-header': ({ path }) => ({
    message: `无法将 ${path} 作为请求头发送：其名称或值含有请求头不允许的字符。`,
    hint: '请在配置中手动修正。',
  }),
  'test-message-failed': ({ id, why, isModels }) => {
    const { message, hint } = serviceWords(why);
    const other = isModels ? '或用 --model 选择其他模型，或去掉 --probe 继续。' : '或去掉 --probe 继续。';
    return { message: `发送给 ${id} 的测试消息失败：${message}`, hint: hint ? `${hint}\n${other}` : other };
  },
} satisfies Partial<Words['problems']>;

export const probes = {
  answered: ({ inferenceProvider, latencyMs, tools }) => {
    const called =
      tools === null ? '但在调用工具前就被截断' : tools ? '并调用了工具' : '但没有调用工具，而 OpenClaw 需要工具';
    return close(`${inferenceProvider ?? '未署名的推理提供商'} 在 ${latencyMs} 毫秒内响应，${called}`);
  },
  failed: ({ why }) => `失败。${serviceWords(why).message}`,
  'all-need-credits': `这会使所有 Hugging Face 模型停止工作：只能改用其他提供商的后备模型，或购买额度：${BILLING_URL}`,
  'all-need-token': '这会使所有 Hugging Face 模型停止工作：改用其中的后备模型也无济于事。',
  'fallback-or-tools-helps': '可添加后备模型，或改用其他推理提供商：org/model:provider',
  'fallback-helps': '可添加后备模型。',
} satisfies Words['probes'];
