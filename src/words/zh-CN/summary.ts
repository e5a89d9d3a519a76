import type { Words } from '../words.ts';
import { close } from './units.ts';

export const summary = {
  names: { model: '模型', fallbacks: '后备', alias: '别名', token: '令牌', cost: '成本', writes: '写入' },
  route: {
    order: ({ id }) => `${id}，按你的 Hugging Face 顺序`,
    fastest: ({ id }) => `${id}，由最快的推理提供商提供`,
    cheapest: ({ id }) => `${id}，由最便宜的推理提供商提供`,
    pinned: ({ id, provider }) => `${id}，仅由 ${provider} 提供`,
  },
  none: '无',
  aliasFor: ({ label, id }) => `“${label}” → ${id}`,
  kept: ({ token, path }) => `${token}，存放在 ${path}`,
  from: ({ token, place }) => close(`${token}，来自 ${place}`),
  notKept: ({ token }) => `${token}，不存放`,
  noToken: '目前不需要；OpenClaw 会读取 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN',
  turn: ({ usd, input, output }) => `每轮约 $${usd}（输入 ${input} 个 token，输出 ${output} 个）`,
  idle: ({ every, usd }) => `OpenClaw 自动唤醒（每 ${interval(every)}一次）每月约 $${usd}`,
  credit: ({ usd }) => `账号的免费额度为每月 $${usd}`,
  costUnknown: '未知：列表中没有它的价格',
  changes: ({ path, changes }) => `${path}（${changes} 项更改）`,
  noChange: ({ path }) => `无：${path} 已包含全部内容`,
  title: '应用这些更改？',
  rows: {
    apply: '应用',
    done: '完成',
    fallbacks: '添加后备模型',
    alias: '更改别名',
    storage: '更改令牌的存放位置',
    diff: '显示差异',
    probe: '发送测试消息（不到一美分）',
    back: '返回',
    quit: '退出',
  },
  probing: ({ id }) => `正在向 ${id} 发送测试消息`,
  probed: ({ words }) => `测试消息：${words}`,
  changedMeanwhile: '在此期间，配置已被另一个程序更改。以下是根据当前配置重新生成的方案。',
} satisfies Words['summary'];

/** `30m` -> `30 分钟`, `1h` -> `1 小时`. */
function interval(every: string): string {
  return every.replace(/^(\d+)m$/, '$1 分钟').replace(/^(\d+)h$/, '$1 小时');
}

export const end = {
  nowUses: ({ model }) => `OpenClaw 现在使用 ${model}`,
  uses: ({ model, changed }) => (changed ? `OpenClaw 使用 ${model}` : `OpenClaw 使用 ${model}：已是最新`),
  names: { config: '配置', token: '令牌', test: '测试', undo: '撤销', backup: '备份' },
  chat: ({ ref }) => `在聊天中，/model 后可接不含空格的别名或完整的模型引用：/model ${ref}`,
  again: ({ stored }) => (stored ? '以非交互方式完成同样的设置（令牌已在 .env 中）：' : '以非交互方式完成同样的设置：'),
  skipped: '已跳过：未更改任何内容。以后可运行：openclaw onboard --auth-choice huggingface-api-key',
  token: {
    account: ({ name, token, masked }) => `${name}（令牌${token === null ? '未命名' : `“${token}”`}，${masked}）`,
    unchecked: ({ token }) => `${token}，未检查`,
    noneNeeded: '令牌：目前不需要；OpenClaw 会读取 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN',
    line: ({ token }) => `令牌：${token}`,
    from: ({ token, place }) => close(`令牌：${token}，来自 ${place}`),
    stored: ({ line, path }) => `${line}，已保存到 ${path}`,
    toBeStored: ({ line, path }) => `${line}，将保存到 ${path}`,
  },
  upToDate: ({ path }) => `已是最新：${path}`,
  dryRun: '试运行：未写入任何内容。',
} satisfies Words['end'];
