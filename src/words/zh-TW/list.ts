import type { ListSource } from '../en/list.ts';
import type { Words } from '../words.ts';
import { models as countModels, formatAge } from './units.ts';

export const modelNotes = {
  'fallback-there': ({ ref }) => `${ref} 已經是後備`,
  'no-default-model': '尚未設定預設模型：openclaw models set <ref-or-alias>',
  'no-fallbacks': '沒有可清除的後備',
  'not-a-fallback': ({ typed }) => `${typed} 不是後備`,
  'primary-not-a-fallback': ({ ref }) => `${ref} 是預設模型，不是後備。若要變更：openclaw models set <ref-or-alias>`,
  'stays-primary': ({ ref }) => `${ref} 仍是預設模型`,
  'alias-there': ({ ref, label }) => `${ref} 已有別名「${label}」`,
  'alias-replaced': ({ label }) => `這會取代別名「${label}」`,
  'no-such-alias': ({ label }) => `沒有別名「${label}」`,
} satisfies Partial<Words['notes']>;

function source(from: ListSource): string {
  if (from.kind === 'live') return `即時取自 ${from.host}`;
  return from.kind === 'cache' ? `快取，${formatAge(from.age)}取得` : `${from.asOf} 的內建清單`;
}

export const list = {
  columns: {
    model: '模型',
    context: '視窗',
    tools: '工具',
    image: '圖片',
    input: '$/M 輸入',
    output: '輸出',
    name: '名稱',
    tags: '標記',
  },
  tags: {
    default: '預設',
    fallback: ({ number }) => `後備 ${number}`,
    configured: '已設定',
    alias: ({ label }) => `別名：${label}`,
    missing: '不在清單中',
  },
  tools: { yes: '支援', some: '部分', no: '不支援' },
  image: '支援',
  footer: ({ models, from }) => [countModels(models), source(from), '每百萬 token 的美元價格'],
  none: ({ search, filters, looked }) => {
    const wanted = [...(search === '' ? [] : [`「${search}」`]), ...filters];
    if (wanted.length === 0) return '沒有可列出的模型。';
    const looser = wanted.length > 1 ? '請去掉其中一個條件。' : '';
    return `沒有符合條件的模型：${wanted.join('、')}（已查看 ${looked} 個）。${looser}`;
  },
  notFetched: ({ reason, models }) =>
    `未取得清單。${reason ?? ''}${/[^。]$/.test(reason ?? '') ? '。' : ''}仍是原有的 ${countModels(models)}。`,
  fetched: ({ models, host }) => `${countModels(models)}，即時取自 ${host}`,
  added: ({ ids, more }) => `新增：${some(ids, more)}`,
  gone: ({ ids, more }) => `已下架，但仍保留：${some(ids, more)}`,
  cacheUpdated: ({ path }) => `已更新快取：${path}`,
  merged: ({ models, path }) => `已將 ${countModels(models)}加入 ${path}`,
  wouldMerge: ({ models, path }) => `將會把 ${countModels(models)}加入 ${path}`,
  fallbacks: ({ amount }) => `後備（${amount}）：`,
  aliases: ({ amount }) => `別名（${amount}）：`,
  aliasRemoved: ({ label, ref }) => `已移除 ${ref} 的別名「${label}」`,
  empty: '無',
} satisfies Words['list'];

function some(ids: readonly string[], more: number): string {
  return more > 0 ? `${ids.join('、')}，另有 ${more} 個` : ids.join('、');
}
