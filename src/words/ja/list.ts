import type { list as en, modelNotes as enNotes, ListSource } from '../en/list.ts';
import { ago, count } from './units.ts';

/** What is to be known after `models set`, `fallbacks` and `aliases`. */
export const modelNotes = {
  'fallback-there': ({ ref }) => `${ref} はすでに fallback です`,
  'no-default-model': 'デフォルトモデルがまだありません：openclaw models set <ref-or-alias>',
  'no-fallbacks': '削除する fallback はありません',
  'not-a-fallback': ({ typed }) => `${typed} は fallback ではありません`,
  'primary-not-a-fallback': ({ ref }) =>
    `${ref} は fallback ではなくデフォルトモデルです。変更するには：openclaw models set <ref-or-alias>`,
  'stays-primary': ({ ref }) => `デフォルトモデルは ${ref} のままです`,
  'alias-there': ({ ref, label }) => `${ref} にはすでに alias「${label}」があります`,
  'alias-replaced': ({ label }) => `alias「${label}」を置き換えます`,
  'no-such-alias': ({ label }) => `alias「${label}」はありません`,
} satisfies typeof enNotes;

function source(from: ListSource): string {
  if (from.kind === 'live') return `${from.host} から取得`;
  return from.kind === 'cache' ? `キャッシュ（${ago(from.age)}に取得）` : `${from.asOf} 時点の組み込みリスト`;
}

/** `models list`, `models refresh`, `models set`, `models fallbacks`, `models aliases`. */
export const list = {
  columns: {
    model: 'モデル',
    context: 'context',
    tools: 'ツール',
    image: '画像',
    input: '入力$/M',
    output: '出力',
    name: '名前',
    tags: 'タグ',
  },
  tags: {
    default: 'デフォルト',
    fallback: ({ number }) => `fallback ${number}`,
    configured: '設定済み',
    alias: ({ label }) => `alias：${label}`,
    missing: 'リストになし',
  },
  tools: { yes: '対応', some: '一部', no: '非対応' },
  image: '対応',
  footer: ({ models, from }) => [`モデル${count(models)}`, source(from), '料金は100万 token あたりの USD'],
  none: ({ search, filters, looked }) => {
    const wanted = [...(search === '' ? [] : [`「${search}」`]), ...filters];
    if (wanted.length === 0) return '表示するモデルがありません。';
    const looser = wanted.length > 1 ? '条件を1つ外してみてください。' : '';
    return `条件に一致するモデルはありません（${looked}件中）：${wanted.join('、')}${looser === '' ? '' : `。${looser}`}`;
  },
  notFetched: ({ reason, models }) => `取得していません。${reason ?? ''}モデル${count(models)}は以前のままです。`,
  fetched: ({ models, host }) => `モデル${count(models)}を ${host} から取得しました`,
  added: ({ ids, more }) => `新規：${some(ids, more)}`,
  gone: ({ ids, more }) => `提供終了（エントリは保持）：${some(ids, more)}`,
  cacheUpdated: ({ path }) => `キャッシュを更新しました：${path}`,
  merged: ({ models, path }) => `モデル${count(models)}を追加しました：${path}`,
  wouldMerge: ({ models, path }) => `モデル${count(models)}を追加します：${path}`,
  fallbacks: ({ amount }) => `Fallback（${amount}）：`,
  aliases: ({ amount }) => `Alias（${amount}）：`,
  aliasRemoved: ({ label, ref }) => `alias を削除しました：${ref} の「${label}」`,
  empty: 'なし',
} satisfies typeof en;

/** The first ids, and how many there are besides. */
function some(ids: readonly string[], more: number): string {
  return more > 0 ? `${ids.join('、')}、ほか${more}件` : ids.join('、');
}
