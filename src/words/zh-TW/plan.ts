import { shellQuote } from '../../text/shell-quote.ts';
import type { OwnModel } from '../en/plan.ts';
import type { Words } from '../words.ts';
import { close, formatPrice, formatTokens, isOfType, typeName } from './units.ts';

const USES = { chat: null, images: '圖片', pdfs: 'PDF' };

function ownModel({ agent, use, refs }: OwnModel): string {
  const who = [agent === null ? null : `代理程式 ${agent}`, USES[use]].filter((part) => part !== null).join('、');
  return `${who}（${refs.join('、')}）`;
}

export const planProblems = {
  'alias-taken': ({ label, owner }) => ({
    message: `別名「${label}」已屬於 ${owner}。`,
    hint: `請改用其他別名，或先釋出它：openclaw models aliases remove ${shellQuote(label)}`,
  }),
  'not-writable-as': ({ path, needed, found }) => ({
    message: `${path} 需要${typeName(needed)}，但目前${isOfType(found)}。`,
    hint: '請在設定中手動修正，再執行一次相同的命令。',
  }),
} satisfies Partial<Words['problems']>;

export const planNotes = {
  'fallback-is-primary': ({ ref }) => `${ref} 是預設模型，因此未加入後備`,
  'primary-among-fallbacks': ({ ref }) => `${ref} 現在是預設模型，同時也保留在後備中`,
  'own-models': ({ users }) => `未使用預設模型：${users.map(ownModel).join('；')}`,
  'new-model-map': 'OpenClaw 提供 Hugging Face 的模型和此設定中列出的模型；其他模型需另加項目。',
  'alias-kept': ({ ref, existing, label }) =>
    `${ref} 保留其別名「${existing}」。若要變更：openclaw models aliases add ${shellQuote(label)} ${shellQuote(ref)}`,
  'gateway-not-an-object': 'gateway 不是物件，已原樣保留：OpenClaw 會拒絕此設定',
  'gateway-mode-kept': ({ mode }) => `gateway.mode 為 ${mode}，已保留`,
  'context-unknown': ({ id }) => `${id} 的內容視窗未知，因此未寫入：OpenClaw 會當作 128,000 到 200,000 個 token`,
  'context-small': ({ id, tokens }) =>
    `${id} 的內容視窗很小（${tokens.toLocaleString('en')} 個 token）：OpenClaw 本身的提示詞就會用掉 16,000 到 19,000 個`,
  'max-tokens-large': ({ id, maxTokens, context }) =>
    `${id} 保留 maxTokens ${maxTokens.toLocaleString('en')}，超過其內容視窗（${context.toLocaleString('en')} 個 token）的四分之一：OpenClaw 會全數要求，留給提示詞的空間可能不足`,
  'models-json-ignored': ({ path }) => `無法讀取 ${path}，已忽略`,
  'gone-but-used': ({ ref }) => `${ref} 已不在清單中；設定仍在使用它，因此保留`,
  'fallback-promoted': ({ ref }) => `${ref} 原是其他提供者的第一個後備，現在成為預設模型`,
  'no-default-left': '已沒有預設模型：OpenClaw 會使用它自己的預設模型',
  'model-map-removed': 'agents.defaults.models 是由上手流程建立的，因此會整個移除：之後 OpenClaw 會重新提供所有模型',
  'allow-list-empty': 'agents.defaults.modelPolicy.allow 現在是空的，這會允許所有模型',
  'still-named': ({ path, ref }) => `${path} 仍指定 ${ref}，已保留；沒有 Hugging Face 就無法使用`,
  'nothing-to-remove': '這裡沒有設定 Hugging Face：沒有可移除的項目',
  'cache-not-written': ({ path }) => `無法將清單儲存到 ${path}`,
} satisfies Partial<Words['notes']>;

export const changes = {
  'default-model': ({ ref }) => `預設模型：${ref}`,
  fallback: ({ ref }) => `後備：${ref}`,
  alias: ({ label, ref }) => `別名：「${label}」→ ${ref}`,
  selectable: ({ ref }) => `可選模型：${ref}`,
  'all-selectable': ({ ref }) => `可選模型：${ref}`,
  allowed: ({ ref }) => `允許的模型：${ref}`,
  provider: ({ url }) => `提供者：huggingface（${url}）`,
  'model-entry': ({ id, context, price }) =>
    close(`模型項目：${id}（內容視窗 ${formatTokens(context)}，價格 ${formatPrice(price)}）`),
  'billed-to': ({ org }) => `付費組織：${org}`,
  set: ({ path, value }) => `${path}: ${value}`,
  changed: ({ path }) => path,
  removed: ({ path }) => `移除 ${path}`,
  'item-removed': ({ path, item }) => `從 ${path} 移除 ${item}`,
} satisfies Words['changes'];

export const report = {
  upToDate: ({ path }) => `已是最新：${path}`,
  updated: ({ path }) => `已更新設定：${path}`,
  backup: ({ path }) => `備份：${path}`,
  undo: '復原：openclaw config undo',
  notUndoable: 'openclaw config undo 沒有這次寫入的紀錄。',
  dryRun: '試執行：未寫入任何內容。',
  fallbacks: ({ refs }) => `後備：${refs.length === 0 ? '無' : refs.join('、')}`,
  fetchingList: '正在取得模型清單',
  ownModel,
} satisfies Words['report'];
