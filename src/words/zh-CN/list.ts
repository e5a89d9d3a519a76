import type { ListSource } from '../en/list.ts';
import type { Words } from '../words.ts';
import { models as countModels, formatAge } from './units.ts';

export const modelNotes = {
  'fallback-there': ({ ref }) => `${ref} 已经是后备模型`,
  'no-default-model': '尚未设置默认模型：openclaw models set <ref-or-alias>',
  'no-fallbacks': '没有可清除的后备模型',
  'not-a-fallback': ({ typed }) => `${typed} 不是后备模型`,
  'primary-not-a-fallback': ({ ref }) =>
    `${ref} 是默认模型，不是后备模型。如需更改：openclaw models set <ref-or-alias>`,
  'stays-primary': ({ ref }) => `${ref} 仍是默认模型`,
  'alias-there': ({ ref, label }) => `${ref} 已有别名“${label}”`,
  'alias-replaced': ({ label }) => `这会取代别名“${label}”`,
  'no-such-alias': ({ label }) => `不存在别名“${label}”`,
} satisfies Partial<Words['notes']>;

function source(from: ListSource): string {
  if (from.kind === 'live') return `实时获取自 ${from.host}`;
  return from.kind === 'cache' ? `缓存，${formatAge(from.age)}获取` : `${from.asOf} 的内置列表`;
}

export const list = {
  columns: {
    model: '模型',
    context: '上下文',
    tools: '工具',
    image: '图片',
    input: '$/M 输入',
    output: '输出',
    name: '名称',
    tags: '标记',
  },
  tags: {
    default: '默认',
    fallback: ({ number }) => `后备 ${number}`,
    configured: '已配置',
    alias: ({ label }) => `别名：${label}`,
    missing: '不在列表中',
  },
  tools: { yes: '支持', some: '部分', no: '不支持' },
  image: '支持',
  footer: ({ models, from }) => [countModels(models), source(from), '价格：美元/百万 token'],
  none: ({ search, filters, looked }) => {
    const wanted = [...(search === '' ? [] : [`“${search}”`]), ...filters];
    if (wanted.length === 0) return '没有可列出的模型。';
    const looser = wanted.length > 1 ? '请去掉其中一个条件。' : '';
    return `没有符合条件的模型：${wanted.join('、')}（已查看 ${looked} 个）。${looser}`;
  },
  notFetched: ({ reason, models }) =>
    `未获取列表。${reason ?? ''}${/[^。]$/.test(reason ?? '') ? '。' : ''}仍是原来的 ${countModels(models)}。`,
  fetched: ({ models, host }) => `${countModels(models)}，实时获取自 ${host}`,
  added: ({ ids, more }) => `新增：${some(ids, more)}`,
  gone: ({ ids, more }) => `已下架，但仍保留：${some(ids, more)}`,
  cacheUpdated: ({ path }) => `已更新缓存：${path}`,
  merged: ({ models, path }) => `已将 ${countModels(models)}添加到 ${path}`,
  wouldMerge: ({ models, path }) => `将把 ${countModels(models)}添加到 ${path}`,
  fallbacks: ({ amount }) => `后备（${amount}）：`,
  aliases: ({ amount }) => `别名（${amount}）：`,
  aliasRemoved: ({ label, ref }) => `已移除 ${ref} 的别名“${label}”`,
  empty: '无',
} satisfies Words['list'];

function some(ids: readonly string[], more: number): string {
  return more > 0 ? `${ids.join('、')}，另有 ${more} 个` : ids.join('、');
}
