import type { drift as englishDrift } from '../en/status.ts';
import { NEW_TOKEN_URL } from '../links.ts';
import { say } from '../message.ts';
import type { Words } from '../words.ts';
import { reasons } from './catalog.ts';
import { serviceWords } from './service.ts';
import { tokenFrom, tokenNotes, tokens } from './token.ts';
import { beside, formatAge, formatPrice, models } from './units.ts';

/** What the list says otherwise than the config. Prices in USD per million tokens. */
const drift = {
  gone: ({ ref }) => `${ref} 已不再提供：在列表中 -> 不在列表中。`,
  not_served: ({ ref, now }) => `目前没有推理提供商提供 ${ref}：live -> ${now ?? '无'}。`,
  route_gone: ({ ref }) => `${ref} 固定使用的推理提供商已不再提供此模型：在列表中 -> 不在列表中。`,
  route_down: ({ ref, now }) => `${ref} 固定使用的推理提供商没有响应：live -> ${now}。`,
  dearer: ({ ref, was, now }) => `${ref} 涨价了：每百万 token ${formatPrice(was)} -> ${formatPrice(now)} 美元。`,
  context_smaller: ({ ref, was, now }) =>
    `${ref} 的上下文窗口变小了：${was.toLocaleString('en')} -> ${now.toLocaleString('en')} 个 token。`,
  tools_lost: ({ ref }) => `${ref} 不再支持工具调用：支持 -> 不支持。`,
} satisfies typeof englishDrift;

export const statusProblems = {
  'not-set-up': ({ path }) => ({
    message: `${path} 中尚未设置 Hugging Face。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-not-found': ({ envFile, config }) => ({
    message: `未找到 Hugging Face 令牌：已查看环境变量 HUGGINGFACE_HUB_TOKEN 和 HF_TOKEN、${envFile}，以及 ${config} 的 env 部分。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-is-over': (token) => ({
    message: tokenNotes['token-ended'](token),
    hint: `请在那里修正。新的令牌：${NEW_TOKEN_URL}`,
  }),
  drifted: ({ drift: found, fix }) => ({ message: say(drift, found), hint: fix }),
  'probe-token-unreadable': ({ token, command }) => ({
    message: `未发送消息：令牌是${beside(tokens.unreadable(token)).trimEnd()}。`,
    hint: `如果只为这次测试，可将令牌放入环境变量：HF_TOKEN=… openclaw models ${command}`,
  }),
} satisfies Partial<Words['problems']>;

export const statusNotes = {
  'served-unchecked': ({ reason }) => `无法检查这些模型是否仍可用。${reason === null ? '' : say(reasons, reason)}`,
  'verdict-missing': ({ place, why }) => `无法检查${tokenFrom(place)}是否有效：${serviceWords(why).message}`,
  'token-not-readable': ({ token }) => `无法检查令牌是否有效：它是${beside(tokens.unreadable(token)).trimEnd()}`,
} satisfies Partial<Words['notes']>;

export const status = {
  titles: {
    config: '配置',
    defaultModel: '默认',
    fallbacks: ({ amount }) => `后备（${amount}）`,
    own: '单独指定',
    aliases: ({ amount }) => `别名（${amount}）`,
    token: '令牌',
    list: '模型列表',
  },
  none: '无',
  noToken: '未找到',
  tokenAt: ({ token, place }) => `${token}，${place}`,
  builtIn: ({ asOf }) => `内置列表（${asOf}）`,
  live: '实时',
  cached: ({ age }) => `缓存，${formatAge(age)}获取`,
  columns: { role: '角色', served: '可用' },
  roles: { primary: '默认', fallback: ({ number }) => `后备 ${number}` },
  served: { yes: '是', no: '否' },
  unset: '未设置',
  unsetMeans: '未设置：条目未注明上下文窗口（OpenClaw 会按 128k 到 195k 处理）',
  setUp: '开始设置：openclaw onboard --auth-choice huggingface-api-key',
  problem: ({ message, fix }) => `${message}下一步：${fix}`,
  checkingToken: '正在检查令牌',
  probing: ({ id }) => `正在等待 ${id}`,
  probe: {
    line: ({ number, ref, said }) => `${number}. ${ref}：${said}`,
    notAsked: '不在 Hugging Face 上，因此未测试',
    noDefault: '没有默认模型：openclaw models set <ref-or-alias>',
    fails: ({ asked }) =>
      asked === 1 ? '目前请求会失败：模型没有响应。' : `目前请求会失败：${models(asked)}都没有响应。`,
    goesTo: ({ ref, unasked }) => {
      if (unasked === null) return `目前请求会发往 ${ref}。`;
      const other = ref === null ? '' : `，否则发往 ${ref}`;
      return `如果 ${unasked} 有响应（未测试），目前请求会发往该模型${other}。`;
    },
  },
} satisfies Words['status'];
