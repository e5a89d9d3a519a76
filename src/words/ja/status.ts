import type {
  status as en,
  drift as enDrift,
  statusNotes as enNotes,
  statusProblems as enProblems,
} from '../en/status.ts';
import { NEW_TOKEN_URL } from '../links.ts';
import { say } from '../message.ts';
import { reasons } from './catalog.ts';
import { serviceWords } from './service.ts';
import { places, tokenNotes, tokens } from './token.ts';
import { ago, count, priceOf, spaced } from './units.ts';

/** What the list says otherwise than the config. Prices in USD per million tokens. */
const drift = {
  gone: ({ ref }) => `${ref} の提供は終了しました（掲載 -> なし）。`,
  not_served: ({ ref, now }) =>
    `現在、${ref} を提供している inference provider はありません（live -> ${now ?? 'なし'}）。`,
  route_gone: ({ ref }) => `${ref} の inference provider は、このモデルの提供を終了しました（掲載 -> なし）。`,
  route_down: ({ ref, now }) => `${ref} の inference provider が応答していません（live -> ${now}）。`,
  dearer: ({ ref, was, now }) =>
    `${ref} の料金が上がりました：${priceOf(was)} -> ${priceOf(now)}（100万 token あたりの USD）。`,
  context_smaller: ({ ref, was, now }) =>
    `${ref} の context window が小さくなりました：${was.toLocaleString('en')} -> ${now.toLocaleString('en')} token。`,
  tools_lost: ({ ref }) => `${ref} はツールに対応しなくなりました（対応 -> 非対応）。`,
} satisfies typeof enDrift;

/** What `models status` finds wrong. */
export const statusProblems = {
  'not-set-up': ({ path }) => ({
    message: `${path} に Hugging Face が設定されていません。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-not-found': ({ envFile, config }) => ({
    message: `Hugging Face token がありません。確認した場所：環境変数 HUGGINGFACE_HUB_TOKEN と HF_TOKEN、${envFile}、${config} の env ブロック。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-is-over': (token) => ({
    message: tokenNotes['token-ended'](token),
    hint: `その場所の token を修正してください。新しい token：${NEW_TOKEN_URL}`,
  }),
  drifted: ({ drift: found, fix }) => ({ message: say(drift, found), hint: fix }),
  'probe-token-unreadable': ({ token, command }) => ({
    message: `メッセージは送信していません。token の場所：${tokens.unreadable(token)}。`,
    hint: `このテストだけのために、環境変数で token を渡してください：HF_TOKEN=… openclaw models ${command}`,
  }),
} satisfies typeof enProblems;

export const statusNotes = {
  'served-unchecked': ({ reason }) =>
    `モデルが今も提供されているかどうかを確認できませんでした。${reason === null ? '' : say(reasons, reason)}`,
  'verdict-missing': ({ place, why }) =>
    `${spaced(say(places, place))}の token が有効かどうかを確認できませんでした。${serviceWords(why).message}`,
  'token-not-readable': ({ token }) =>
    `token が有効かどうかを確認できませんでした。token の場所：${tokens.unreadable(token)}`,
} satisfies typeof enNotes;

/** `models status`. */
export const status = {
  titles: {
    config: 'Config',
    defaultModel: 'デフォルト',
    fallbacks: ({ amount }) => `Fallback（${amount}）`,
    own: '個別のモデル',
    aliases: ({ amount }) => `Alias（${amount}）`,
    token: 'Token',
    list: 'モデルリスト',
  },
  none: 'なし',
  noToken: '見つかりません',
  tokenAt: ({ token, place }) => `${token}、${place}`,
  builtIn: ({ asOf }) => `組み込みリスト（${asOf} 時点）`,
  live: '最新',
  cached: ({ age }) => `キャッシュ（${ago(age)}に取得）`,
  columns: { role: '役割', served: '提供' },
  roles: { primary: 'デフォルト', fallback: ({ number }) => `fallback ${number}` },
  served: { yes: 'あり', no: 'なし' },
  unset: '未設定',
  unsetMeans: '未設定：エントリに context window がありません（OpenClaw は 128k〜195k とみなします）',
  setUp: '設定するには：openclaw onboard --auth-choice huggingface-api-key',
  problem: ({ message, fix }) => `${message}次の操作：${fix}`,
  checkingToken: 'token を確認しています',
  probing: ({ id }) => `${id} の応答を待っています`,
  probe: {
    line: ({ number, ref, said }) => `${number}. ${ref}：${said}`,
    notAsked: 'Hugging Face のモデルではないため、送信していません',
    noDefault: 'デフォルトモデルがありません：openclaw models set <ref-or-alias>',
    fails: ({ asked }) =>
      asked === 1
        ? '現在、リクエストは失敗します。モデルが応答しません。'
        : `現在、リクエストは失敗します。${count(asked)}のモデルがどれも応答しません。`,
    goesTo: ({ ref, unasked }) => {
      if (unasked === null) return `現在、リクエストは ${ref} に送られます。`;
      const other = ref === null ? '' : `応答しない場合は ${ref} に送られます。`;
      return `現在、リクエストは ${unasked} が応答すればそこに送られます（送信して確認はしていません）。${other}`;
    },
  },
} satisfies typeof en;
