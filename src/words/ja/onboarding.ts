import type {
  onboarding as en,
  onboardingNotes as enNotes,
  onboardingProblems as enProblems,
} from '../en/onboarding.ts';
import { say } from '../message.ts';
import type { Reason } from '../words.ts';
import { reasons } from './catalog.ts';
import { places, tokens } from './token.ts';
import { ago, anyOf, count, spaced } from './units.ts';

/** Within a heading: without the end of a sentence. */
function because(reason: Reason | null): string {
  if (reason === null) return '';
  return reason.kind === 'offline' ? '：--offline' : `：${say(reasons, reason).replace(/。$/, '')}`;
}

/** The questions, the summary and the end of onboarding. */
export const onboardingProblems = {
  'missing-flags': ({ flags }) => ({
    message: `--non-interactive では質問しないため、次の指定が必要です：${flags.join(' ')}`,
    hint: `openclaw onboard --non-interactive --mode local ${flags.join(' ')}`,
  }),
  'no-token': ({ envFile, config, url }) => ({
    message: `Hugging Face token がありません。確認した場所：環境変数 HUGGINGFACE_HUB_TOKEN と HF_TOKEN、${envFile}、${config} の env ブロック。`,
    hint: `--huggingface-api-key-file <path> で指定するか、パイプで --huggingface-api-key - に渡してください\ntoken を作成：${url}`,
  }),
  'token-out-of-reach': ({ token }) => ({
    message: `token を確認できませんでした。token の場所：${tokens.unreadable(token)}。`,
    hint: '確認せずに続行：--verify try',
  }),
  'probe-without-token': ({ token }) => ({
    message: `テストメッセージを送信できません。token の場所：${tokens.unreadable(token)}。`,
    hint: '--probe なしで続行するか、token を渡してください：--huggingface-api-key-file <path>',
  }),
} satisfies typeof enProblems;

export const onboardingNotes = {
  'other-token-first': ({ place }) =>
    `OpenClaw は別の token を使います。${spaced(say(places, place))}が、指定された token より優先されます。`,
  'stored-token-shadowed': ({ place }) =>
    `${spaced(say(places, place))}に別の token があり、保存した token より優先されます`,
  'token-in-shell-only':
    'token はこの環境だけにあります。サービス（systemd、launchd）として動作する Gateway からは見えません。保存するには：--secret-input-mode plaintext',
  'env-backup-keeps-token': ({ path }) =>
    `token を含む元のファイルは ${path} に残ります。token を完全に消すには、このファイルを削除してください。`,
  'env-token-stays': ({ path }) => `token は ${path} に残ります。これも削除するには：openclaw onboard --remove --token`,
  'token-stays': ({ place }) => `この token は残ります：${say(places, place)}`,
  'primary-kept': ({ ref, usual }) =>
    `デフォルトモデルは ${ref} のままです。変更するには：openclaw models set ${usual}`,
  'probe-not-sent': ({ ref }) =>
    `--probe：デフォルトモデル ${ref} は Hugging Face のモデルではないため、メッセージは送信していません`,
  'no-daemon':
    '--install-daemon：このプログラムはサービスをインストールしません。OpenClaw 本体のコマンドを実行してください：openclaw daemon install',
  'one-account': 'これらはすべて Hugging Face のクレジットを使います。クレジットがなくなると、すべて使えなくなります。',
  'figures-not-live': ({ source, reason }) =>
    `モデルの数値は${source === 'cache' ? 'キャッシュのリスト' : '組み込みリスト'}のものです。${say(reasons, reason)}`,
  'kept-primary': ({ ref }) => `保持：デフォルトモデル ${ref}（別の provider のモデル）`,
  'kept-base-url': ({ url }) => `保持：provider huggingface の ${url}（既存の設定を優先）`,
  'kept-entry': ({ id }) => `保持：モデルのエントリ ${id}（既存の設定を優先）`,
} satisfies typeof enNotes;

export const onboarding = {
  heading: 'OpenClaw + Hugging Face Inference Providers',
  current: '（現在）',
  provider: {
    title: 'Provider',
    choices: {
      'huggingface-api-key': {
        label: 'Hugging Face',
        detail: 'Inference Providers：1つの token で多くのチャットモデルを使えます',
      },
      skip: { label: '今はスキップする', detail: '何も変更しません。いつでも実行し直せます' },
    },
  },
  token: {
    title: 'Hugging Face token',
    noneFound: ({ envFile, other }) =>
      `HUGGINGFACE_HUB_TOKEN、HF_TOKEN、${envFile}、config、hf auth login のどこにも${other ? 'ほかの ' : ' '}token が見つかりません。`,
    create: '次のページで token を作成し（権限は選択済みです）、下に貼り付けてください：',
    owner: ({ name, token, masked }) =>
      token === null ? `${name}（${masked}）` : `${name}、token「${token}」（${masked}）`,
    unchecked: ({ masked }) => `${masked}、未確認`,
    checking: 'token を確認し、モデルを取得しています',
    listing: 'モデルを取得しています',
    whatNow: 'どうしますか？',
    retry: '同じ token でもう一度試す',
    another: '別の token を使う',
    goOn: '確認せずに続行する',
    quit: '終了する',
  },
  model: {
    title: 'Default Hugging Face model',
    columns: {
      context: 'context',
      tools: 'ツール',
      image: '画像',
      input: '入力$/M',
      output: '出力',
      speed: 'token/秒',
    },
    spoken: {
      input: ({ figure }) => (figure === null ? '入力の料金は不明' : `入力は100万 token あたり ${figure} ドル`),
      output: ({ figure }) => (figure === null ? '出力の料金は不明' : `出力は100万 token あたり ${figure} ドル`),
      speed: ({ figure }) => (figure === null ? '速度は不明' : `毎秒 ${figure} token`),
    },
    tools: { yes: '対応', some: '一部', no: '非対応' },
    image: '対応',
    live: ({ models }) => `${count(models)}、最新`,
    builtIn: ({ models, asOf, reason }) => `組み込みリストの${count(models)}（${asOf} 時点）${because(reason)}`,
    cached: ({ models, age, reason }) => `${count(models)}、${ago(age)}に取得${because(reason)}`,
    filter: '入力して絞り込み',
    matches: ({ found, all }) => `${all}件中${found}件`,
    first: ({ shown }) => `先頭の${shown}件`,
    none: ({ typed, all }) =>
      `「${typed}」に一致するモデルはありません（${all}件中）。語を減らしてみてください。リストにないモデルは、完全な id（org/name）を入力すると使えます。`,
    fallback: ({ number }) => `（fallback ${number}）`,
    notListed: '（リストにありません）',
    notServed: '（現在は提供されていません）',
    refused: ({ provider }) => `（${provider} では提供されていません）`,
    unchecked: '入力どおりに使います。確認はしていません。',
    confirm: ({ id, nearest }) =>
      `${id} を提供している inference provider はありません。${nearest.length === 0 ? '' : `近い名前：${anyOf(nearest)}。`}もう一度 Enter を押すと、そのまま使います。`,
    providers: ({ amount }) => `inference provider ${count(amount)}`,
    speed: ({ speed }) => `${Math.round(speed)} token/秒`,
    turn: ({ usd }) => `1ターンあたり約 $${usd}`,
    costUnknown: 'コスト不明',
    keep: '別の provider のデフォルトモデルをそのまま使う',
    lockedBySpeed: 'router が速度で選ぶため、経路は固定です。',
    lockedByCost: 'router がコストで選ぶため、経路は固定です。',
  },
  route: {
    title: 'リクエストの経路',
    order: 'Hugging Face で設定した順序',
    orderDetail: '次のページで設定した順序です：https://hf.co/settings/inference-providers',
    fastest: '最高スループット',
    fastestDetail: 'router がスループットの最も高い inference provider を選びます',
    cheapest: '最低コスト',
    cheapestDetail: 'router が、出力 token あたりの最低コストで提供する inference provider を選びます',
    pinnedDetail: ({ provider }) => `リクエストは ${provider} だけに送られます`,
    notLive: '現在は応答していません',
  },
  fallbacks: {
    title: 'Fallback モデル',
    explained: 'デフォルトモデルが失敗したときに、この順序で試します。',
    done: '完了',
    remove: ({ id }) => `${id} を外す`,
  },
  alias: {
    title: ({ id }) => `${id} の alias`,
    explained: 'OpenClaw に表示される短い名前です。チャットでは /model で使えます。',
    empty: 'alias には1文字以上が必要です。',
    taken: ({ owner }) => `この alias はすでに ${owner} に使われています。`,
  },
  remove: {
    title: 'Hugging Face の設定を削除しますか？',
    no: 'いいえ、そのまま残す',
    yes: 'はい、削除する',
    done: 'Hugging Face の設定を削除しました',
  },
  storage: {
    title: 'Token の保存先',
    explained: 'バックグラウンドのサービスは、このシェルの変数を読み取れません。',
    file: ({ path }) => `${path} に保存する（読み取れるのは自分だけです）`,
    fileDetail: 'OpenClaw がバックグラウンドのサービスとして動作するときも、ここから読み取れます',
    nowhere: '保存しない（HUGGINGFACE_HUB_TOKEN または HF_TOKEN を自分で設定する）',
    nowhereDetail: 'Gateway が動作する場所に、どちらかの変数が必要です',
  },
} satisfies typeof en;
