import type { Words } from '../words.ts';
import { close } from './units.ts';

export const summary = {
  names: { model: '模型', fallbacks: '後備', alias: '別名', token: '權杖', cost: '成本', writes: '寫入' },
  route: {
    order: ({ id }) => `${id}，依你的 Hugging Face 順序`,
    fastest: ({ id }) => `${id}，由最快的推論提供者提供`,
    cheapest: ({ id }) => `${id}，由最便宜的推論提供者提供`,
    pinned: ({ id, provider }) => `${id}，僅由 ${provider} 提供`,
  },
  none: '無',
  aliasFor: ({ label, id }) => `「${label}」→ ${id}`,
  kept: ({ token, path }) => `${token}，存放在 ${path}`,
  from: ({ token, place }) => close(`${token}，來自 ${place}`),
  notKept: ({ token }) => `${token}，不存放`,
  noToken: '目前不需要；OpenClaw 會讀取 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN',
  turn: ({ usd, input, output }) => `每輪約 $${usd}（輸入 ${input} 個 token，輸出 ${output} 個）`,
  idle: ({ every, usd }) => `OpenClaw 自動喚醒（每 ${interval(every)}）每月約 $${usd}`,
  credit: ({ usd }) => `帳號的免費額度為每月 $${usd}`,
  costUnknown: '未知：清單中沒有它的價格',
  changes: ({ path, changes }) => `${path}（${changes} 項變更）`,
  noChange: ({ path }) => `無：${path} 已包含所有內容`,
  title: '要套用這些變更嗎？',
  rows: {
    apply: '套用',
    done: '完成',
    fallbacks: '新增後備模型',
    alias: '變更別名',
    storage: '變更權杖的存放位置',
    diff: '顯示差異',
    probe: '傳送測試訊息（不到一美分）',
    back: '返回',
    quit: '離開',
  },
  probing: ({ id }) => `正在傳送測試訊息給 ${id}`,
  probed: ({ words }) => `測試訊息：${words}`,
  changedMeanwhile: '在此期間，設定已被另一個程式變更。以下是依目前的設定重新擬定的計畫。',
} satisfies Words['summary'];

/** `30m` -> `30 分鐘`, `1h` -> `1 小時`. */
function interval(every: string): string {
  return every.replace(/^(\d+)m$/, '$1 分鐘').replace(/^(\d+)h$/, '$1 小時');
}

export const end = {
  nowUses: ({ model }) => `OpenClaw 現在使用 ${model}`,
  uses: ({ model, changed }) => (changed ? `OpenClaw 使用 ${model}` : `OpenClaw 使用 ${model}：已是最新`),
  names: { config: '設定', token: '權杖', test: '測試', undo: '復原', backup: '備份' },
  chat: ({ ref }) => `在聊天中，/model 後可接不含空格的別名或完整的模型參照：/model ${ref}`,
  again: ({ stored }) => (stored ? '以非互動方式完成相同的設定（權杖已在 .env 中）：' : '以非互動方式完成相同的設定：'),
  skipped: '已略過：未變更任何內容。之後可執行：openclaw onboard --auth-choice huggingface-api-key',
  token: {
    account: ({ name, token, masked }) => `${name}（權杖${token === null ? '未命名' : `「${token}」`}，${masked}）`,
    unchecked: ({ token }) => `${token}，未檢查`,
    noneNeeded: '權杖：目前不需要；OpenClaw 會讀取 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN',
    line: ({ token }) => `權杖：${token}`,
    from: ({ token, place }) => close(`權杖：${token}，來自 ${place}`),
    stored: ({ line, path }) => `${line}，已儲存到 ${path}`,
    toBeStored: ({ line, path }) => `${line}，將儲存到 ${path}`,
  },
  upToDate: ({ path }) => `已是最新：${path}`,
  dryRun: '試執行：未寫入任何內容。',
} satisfies Words['end'];
