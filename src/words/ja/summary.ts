import type { end as enEnd, summary as enSummary } from '../en/summary.ts';
import { count, spaced } from './units.ts';

/** The last question of onboarding: what the answers come to. */
export const summary = {
  names: {
    model: 'モデル',
    fallbacks: 'Fallback',
    alias: 'Alias',
    token: 'Token',
    cost: 'コスト',
    writes: '書き込み',
  },
  route: {
    order: ({ id }) => `${id}（Hugging Face で設定した順序）`,
    fastest: ({ id }) => `${id}（最高スループットの inference provider）`,
    cheapest: ({ id }) => `${id}（最低コストの inference provider）`,
    pinned: ({ id, provider }) => `${id}（${provider} のみ）`,
  },
  none: 'なし',
  aliasFor: ({ label, id }) => `${id} に「${label}」`,
  kept: ({ token, path }) => `${token}、保存先は ${path}`,
  from: ({ token, place }) => `${token}（${place}）`,
  notKept: ({ token }) => `${token}、保存しません`,
  noToken: '今は不要です。OpenClaw は HUGGINGFACE_HUB_TOKEN または HF_TOKEN を読み取ります',
  turn: ({ usd, input, output }) => `1ターンあたり約 $${usd}（入力 ${input}、出力 ${output} token）`,
  idle: ({ every, usd }) =>
    `OpenClaw の定期起動（${spaced(every.replace(/^(\d+)m$/, '$1分').replace(/^(\d+)h$/, '$1時間'))}ごと）で月に約 $${usd}`,
  credit: ({ usd }) => `アカウントの無料クレジットは月に $${usd}`,
  costUnknown: '不明（料金がリストにありません）',
  changes: ({ path, changes }) => `${path}（変更${count(changes)}）`,
  noChange: ({ path }) => `なし（${path} にすべて設定済み）`,
  title: 'この変更を適用しますか？',
  rows: {
    apply: '適用する',
    done: '完了',
    fallbacks: 'fallback モデルを追加する',
    alias: 'alias を変更する',
    storage: 'token の保存先を変更する',
    diff: '差分を表示する',
    probe: 'テストメッセージを送信する（1セント未満）',
    back: '戻る',
    quit: '終了する',
  },
  probing: ({ id }) => `${id} にテストメッセージを送信しています`,
  probed: ({ words }) => `テストメッセージ：${words}`,
  changedMeanwhile: 'その間に別のプログラムが config を変更しました。これは現在の config に対する変更内容です。',
} satisfies typeof enSummary;

/** What onboarding says once it is done. */
export const end = {
  nowUses: ({ model }) => `OpenClaw は ${model} を使うようになりました`,
  uses: ({ model, changed }) =>
    changed ? `OpenClaw は ${model} を使います` : `OpenClaw は ${model} を使います（すでに最新です）`,
  names: { config: 'Config', token: 'Token', test: 'テスト', undo: '元に戻す', backup: 'バックアップ' },
  chat: ({ ref }) => `チャットの /model には、1語の alias または完全な ref を指定します：/model ${ref}`,
  again: ({ stored }) => `質問なしで同じ設定をするには${stored ? '（token はすでに .env にあります）' : ''}：`,
  skipped:
    'スキップしました。何も変更していません。後で設定するには：openclaw onboard --auth-choice huggingface-api-key',
  token: {
    account: ({ name, token, masked }) =>
      `${name}（${token === null ? '名前のない token' : `token「${token}」`}、${masked}）`,
    unchecked: ({ token }) => `${token}、未確認`,
    noneNeeded: 'Token：今は不要です。OpenClaw は HUGGINGFACE_HUB_TOKEN または HF_TOKEN を読み取ります',
    line: ({ token }) => `Token：${token}`,
    from: ({ token, place }) => `Token：${token}、${place}`,
    stored: ({ line, path }) => `${line}、${path} に保存しました`,
    toBeStored: ({ line, path }) => `${line}、${path} に保存します`,
  },
  upToDate: ({ path }) => `すでに最新です：${path}`,
  dryRun: 'ドライランのため、何も書き込んでいません。',
} satisfies typeof enEnd;
