import { shellQuote } from '../../text/shell-quote.ts';
import type {
  changes as enChanges,
  planNotes as enNotes,
  planProblems as enProblems,
  report as enReport,
  OwnModel,
} from '../en/plan.ts';
import { contextOf, priceOf, typeName } from './units.ts';

const USES = { chat: null, images: '画像', pdfs: 'PDF' };

function ownModel({ agent, use, refs }: OwnModel): string {
  const who = [agent === null ? null : `エージェント ${agent}`, USES[use]].filter((part) => part !== null).join('・');
  return `${who}（${refs.join('、')}）`;
}

/** What a plan changes, keeps and refuses. */
export const planProblems = {
  'alias-taken': ({ label, owner }) => ({
    message: `alias「${label}」はすでに ${owner} に使われています。`,
    hint: `別の alias を選ぶか、先に削除してください：openclaw models aliases remove ${shellQuote(label)}`,
  }),
  'not-writable-as': ({ path, needed, found }) => ({
    message: `${path} は${typeName(needed)}である必要がありますが、現在は${typeName(found)}です。`,
    hint: 'config を手動で修正してから、同じコマンドをもう一度実行してください。',
  }),
} satisfies typeof enProblems;

export const planNotes = {
  'fallback-is-primary': ({ ref }) => `${ref} はデフォルトモデルなので、fallback には追加していません`,
  'primary-among-fallbacks': ({ ref }) => `${ref} はデフォルトモデルになりましたが、fallback にも残ります`,
  'own-models': ({ users }) => `デフォルトモデルを使わないもの：${users.map(ownModel).join('、')}`,
  'new-model-map':
    'OpenClaw で選べるのは、Hugging Face のモデルと、この config にあるモデルです。ほかのモデルにはエントリが必要です。',
  'alias-kept': ({ ref, existing, label }) =>
    `${ref} の alias は「${existing}」のままです。変更するには：openclaw models aliases add ${shellQuote(label)} ${shellQuote(ref)}`,
  'gateway-not-an-object':
    'gateway がオブジェクトではありませんが、そのまま保持しました。OpenClaw はこの config を受け付けません。',
  'gateway-mode-kept': ({ mode }) => `gateway.mode は ${mode} のまま保持しました`,
  'context-unknown': ({ id }) =>
    `${id} の context window は不明なため、書き込んでいません。OpenClaw は 128,000〜200,000 token とみなします。`,
  'context-small': ({ id, tokens }) =>
    `${id} の context window は小さめです（${tokens.toLocaleString('en')} token）。OpenClaw 自体のプロンプトが 16,000〜19,000 token を使います。`,
  'max-tokens-large': ({ id, maxTokens, context }) =>
    `${id} の maxTokens（${maxTokens.toLocaleString('en')}）は context（${context.toLocaleString('en')} token）の4分の1を超えていますが、そのまま保持しました。OpenClaw はその全量を要求するため、プロンプトの余地が足りなくなることがあります。`,
  'models-json-ignored': ({ path }) => `${path} は読み取れないため無視しました`,
  'gone-but-used': ({ ref }) => `${ref} はリストからなくなりましたが、config で使われているため保持します`,
  'fallback-promoted': ({ ref }) => `別の provider の最初の fallback だった ${ref} がデフォルトモデルになります`,
  'no-default-left': 'デフォルトモデルの設定がなくなるため、OpenClaw は自身のデフォルトモデルを使います',
  'model-map-removed':
    'agents.defaults.models はオンボーディングで作成されたものなので、全体を削除します。OpenClaw では再びすべてのモデルを選べます。',
  'allow-list-empty': 'agents.defaults.modelPolicy.allow は空になり、すべてのモデルが許可されます',
  'still-named': ({ path, ref }) => `${path} には ${ref} が残ります。Hugging Face がないと動作しません。`,
  'nothing-to-remove': 'Hugging Face は設定されていないため、削除するものはありません',
  'cache-not-written': ({ path }) => `リストを ${path} に保存できませんでした`,
} satisfies typeof enNotes;

/** What a change does to the config, in a person's words. */
export const changes = {
  'default-model': ({ ref }) => `デフォルトモデル：${ref}`,
  fallback: ({ ref }) => `Fallback：${ref}`,
  alias: ({ label, ref }) => `Alias：${ref} に「${label}」`,
  selectable: ({ ref }) => `選択できるモデル：${ref}`,
  'all-selectable': ({ ref }) => `選択できるモデル：${ref}`,
  allowed: ({ ref }) => `許可するモデル：${ref}`,
  provider: ({ url }) => `Provider：huggingface（${url}）`,
  'model-entry': ({ id, context, price }) =>
    `モデルのエントリ：${id}（context ${contextOf(context)}、料金 ${priceOf(price)}）`,
  'billed-to': ({ org }) => `請求先：${org}`,
  set: ({ path, value }) => `${path}：${value}`,
  changed: ({ path }) => path,
  removed: ({ path }) => `${path} を削除`,
  'item-removed': ({ path, item }) => `${path} から ${item} を削除`,
} satisfies typeof enChanges;

/** What a command that writes says of it. */
export const report = {
  upToDate: ({ path }) => `すでに最新です：${path}`,
  updated: ({ path }) => `config を更新しました：${path}`,
  backup: ({ path }) => `バックアップ：${path}`,
  undo: '元に戻す：openclaw config undo',
  notUndoable: 'この書き込みは openclaw config undo では元に戻せません。',
  dryRun: 'ドライランのため、何も書き込んでいません。',
  fallbacks: ({ refs }) => `Fallback：${refs.length === 0 ? 'なし' : refs.join('、')}`,
  fetchingList: 'モデルのリストを取得しています',
  ownModel,
} satisfies typeof enReport;
