import { shellQuote } from '../../text/shell-quote.ts';
import type { OwnModel } from '../en/plan.ts';
import type { Words } from '../words.ts';
import { close, formatPrice, formatTokens, isOfType, typeName } from './units.ts';

const USES = { chat: null, images: '图片', pdfs: 'PDF' };

function ownModel({ agent, use, refs }: OwnModel): string {
  const who = [agent === null ? null : `智能体 ${agent}`, USES[use]].filter((part) => part !== null).join('、');
  return `${who}（${refs.join('、')}）`;
}

export const planProblems = {
  'alias-taken': ({ label, owner }) => ({
    message: `别名“${label}”已被 ${owner} 使用。`,
    hint: `请改用其他别名，或先释放它：openclaw models aliases remove ${shellQuote(label)}`,
  }),
  'not-writable-as': ({ path, needed, found }) => ({
    message: `${path} 应为${typeName(needed)}，但实际${isOfType(found)}。`,
    hint: '请在配置中手动修正，然后再次运行相同的命令。',
  }),
} satisfies Partial<Words['problems']>;

export const planNotes = {
  'fallback-is-primary': ({ ref }) => `${ref} 是默认模型，因此未添加为后备模型`,
  'primary-among-fallbacks': ({ ref }) => `${ref} 现在是默认模型，同时仍保留在后备模型中`,
  'own-models': ({ users }) => `未使用默认模型：${users.map(ownModel).join('；')}`,
  'new-model-map': 'OpenClaw 提供 Hugging Face 的模型和此配置中列出的模型；其他模型需添加条目。',
  'alias-kept': ({ ref, existing, label }) =>
    `${ref} 保留其别名“${existing}”。如需更改：openclaw models aliases add ${shellQuote(label)} ${shellQuote(ref)}`,
  'gateway-not-an-object': 'gateway 不是对象，已原样保留：OpenClaw 将拒绝此配置',
  'gateway-mode-kept': ({ mode }) => `gateway.mode 为 ${mode}，已保留`,
  'context-unknown': ({ id }) => `${id} 的上下文窗口未知，因此未写入：OpenClaw 会按 128,000 到 200,000 个 token 处理`,
  'context-small': ({ id, tokens }) =>
    `${id} 的上下文窗口很小（${tokens.toLocaleString('en')} 个 token）：OpenClaw 自身的提示词就要占用其中 16,000 到 19,000 个`,
  'max-tokens-large': ({ id, maxTokens, context }) =>
    `${id} 保留 maxTokens ${maxTokens.toLocaleString('en')}，它超过上下文窗口（${context.toLocaleString('en')} 个 token）的四分之一：OpenClaw 会全额请求，留给提示词的空间可能不足`,
  'models-json-ignored': ({ path }) => `无法读取 ${path}，已将其忽略`,
  'gone-but-used': ({ ref }) => `${ref} 已不在列表中；配置仍在使用它，因此予以保留`,
  'fallback-promoted': ({ ref }) => `${ref} 是其他提供商的第一个后备模型，现在成为默认模型`,
  'no-default-left': '已没有默认模型：OpenClaw 会使用它自己的默认模型',
  'model-map-removed': 'agents.defaults.models 是初次设置时创建的，因此会整个移除：之后 OpenClaw 会重新提供所有模型',
  'allow-list-empty': 'agents.defaults.modelPolicy.allow 现在为空，这会允许所有模型',
  'still-named': ({ path, ref }) => `${path} 仍指向 ${ref}，已予以保留；没有 Hugging Face 就无法使用`,
  'nothing-to-remove': '此处未设置 Hugging Face：没有可移除的内容',
  'cache-not-written': ({ path }) => `无法将列表保存到 ${path}`,
} satisfies Partial<Words['notes']>;

export const changes = {
  'default-model': ({ ref }) => `默认模型：${ref}`,
  fallback: ({ ref }) => `后备模型：${ref}`,
  alias: ({ label, ref }) => `别名：“${label}” → ${ref}`,
  selectable: ({ ref }) => `可选模型：${ref}`,
  'all-selectable': ({ ref }) => `可选模型：${ref}`,
  allowed: ({ ref }) => `允许的模型：${ref}`,
  provider: ({ url }) => `提供商：huggingface（${url}）`,
  'model-entry': ({ id, context, price }) =>
    close(`模型条目：${id}（上下文窗口 ${formatTokens(context)}，价格 ${formatPrice(price)}）`),
  'billed-to': ({ org }) => `付费组织：${org}`,
  set: ({ path, value }) => `${path}: ${value}`,
  changed: ({ path }) => path,
  removed: ({ path }) => `移除 ${path}`,
  'item-removed': ({ path, item }) => `从 ${path} 移除 ${item}`,
} satisfies Words['changes'];

export const report = {
  upToDate: ({ path }) => `已是最新：${path}`,
  updated: ({ path }) => `已更新配置：${path}`,
  backup: ({ path }) => `备份：${path}`,
  undo: '撤销：openclaw config undo',
  notUndoable: 'openclaw config undo 没有这次写入的记录。',
  dryRun: '试运行：未写入任何内容。',
  fallbacks: ({ refs }) => `后备模型：${refs.length === 0 ? '无' : refs.join('、')}`,
  fetchingList: '正在获取模型列表',
  ownModel,
} satisfies Words['report'];
