import { formatDay, formatTime } from '../../text/numbers.ts';
import type {
  tokenFaults as enFaults,
  tokenNotes as enNotes,
  places as enPlaces,
  tokenProblems as enProblems,
  tokens as enTokens,
} from '../en/token.ts';
import { NEW_TOKEN_URL, TOKENS_URL } from '../links.ts';
import { type MessageOf, say } from '../message.ts';
import type { ServiceProblem } from '../words.ts';
import { serviceWords } from './service.ts';
import { spaced } from './units.ts';

const NEW_TOKEN = `token を作成：${NEW_TOKEN_URL}`;
const ANOTHER_TOKEN = `新しい token を作成：${NEW_TOKEN_URL}`;
const FIX_THERE = `その場所の token を修正してください。新しい token：${NEW_TOKEN_URL}`;
const PASS_A_FILE = 'token を書いたファイルのパスを指定してください。';

/** Where a token was found, or came from. */
export const places = {
  environment: ({ name }) => `環境変数 ${name}`,
  dotenv: ({ name, path }) => `${path} の ${name}`,
  'config-env': ({ name, path }) => `${path} の env ブロックの ${name}`,
  'login-shell': ({ name }) => `ログインシェルの ${name}`,
  config: ({ key, path }) => `${path} の ${key}`,
  reference: ({ key, path, to }) => `${path} の ${key} が参照する${to === 'secret' ? 'シークレット' : ` ${to}`}`,
  'hf-login': ({ path }) => `${path}（hf auth login）`,
  file: ({ path }) => path,
  flag: '--huggingface-api-key',
  stdin: '標準入力',
  prompt: 'プロンプトへの入力',
} satisfies typeof enPlaces;

type Place = MessageOf<typeof enPlaces>;

const at = (place: Place): string => say(places, place);

/** A place before a particle. */
const inPlace = (place: Place): string => spaced(at(place));

/** Before what is there; what was typed is in no place. */
const ofPlace = (place: Place): string => (place.kind === 'prompt' ? '入力した' : `${inPlace(place)}の`);
const tokenIn = (place: Place): string => `${ofPlace(place)} token`;

const OURS = 'Hugging Face の token は hf_ で始まります。';

/** Why a text can't be a Hugging Face token, without any of it. */
export const tokenFaults = {
  empty: 'token を貼り付けてください。',
  'anthropic-key': `Anthropic の API key（sk-ant-…）のようです。${OURS}`,
  'openrouter-key': `OpenRouter の API key（sk-or-…）のようです。${OURS}`,
  'openai-key': `OpenAI の API key（sk-…）のようです。${OURS}`,
  'groq-key': `Groq の API key（gsk_…）のようです。${OURS}`,
  'google-key': `Google の API key（AIza…）のようです。${OURS}`,
  'github-token': `GitHub の token（ghp_…）のようです。${OURS}`,
  'github-pat': `GitHub の token（github_pat_…）のようです。${OURS}`,
  'organisation-token':
    'Hugging Face の組織 token（api_org…）のようです。この token では Inference Providers を呼び出せません。',
  'unfilled-variable': '変数が展開されず、名前のままです（シェルで単一引用符を使っていませんか？）。',
  blanks: 'token に空白や改行は使えません。',
  characters: 'token に使えない文字が含まれています（使えるのは表示可能な ASCII 文字だけです）。',
  'too-long': ({ length, most }) => `${length}文字あります。token は最大${most}文字です。`,
} satisfies typeof enFaults;

type Fault = MessageOf<typeof enFaults>;

const faultIn = (fault: Fault): string => say(tokenFaults, fault);

/** A token by its place and what may be shown of it: `hf_…9fQ2`. */
type Named = { place: Place; masked: string };

const theToken = ({ place, masked }: Named): string => `${tokenIn(place)}（${masked}）`;

const unchecked = ({ why, ...token }: Named & { why: ServiceProblem }): string =>
  `${theToken(token)}を確認できませんでした。${serviceWords(why).message}`;

export const tokenProblems = {
  'token-not-accepted': ({ words, ...token }) => ({
    message: `${theToken(token)}は Hugging Face に受け付けられませんでした：${words ?? '入力ミス、失効、または期限切れです。'}`,
    hint: ANOTHER_TOKEN,
  }),
  'token-not-one': ({ fault, ...token }) => ({
    message: `${theToken(token)}は Hugging Face の token ではありません。${faultIn(fault)}`,
    hint: ANOTHER_TOKEN,
  }),
  'token-without-permission': ({ account, ...token }) => ({
    message: `${theToken(token)}は ${account} のものですが、Inference Providers を呼び出す権限がありません。`,
    hint: `この token の「Make calls to Inference Providers」にチェックを入れてください：${TOKENS_URL}\nまたは${ANOTHER_TOKEN}`,
  }),
  'token-unchecked': ({ why, ...token }) => ({
    message: unchecked({ why, ...token }),
    hint: serviceWords(why).hint ?? '後でもう一度試すか、確認せずに続行してください：--verify try',
  }),
  'holds-no-token': ({ place, fault }) => ({
    message: `${inPlace(place)}は Hugging Face の token ではありません。${faultIn(fault)}`,
    hint: FIX_THERE,
  }),
  'given-empty': ({ place }) => ({
    message: `${tokenIn(place)} が空です。`,
    hint: '変数が設定されているか、ファイルが空でないか確認してください。',
  }),
  'given-not-a-token': ({ place, fault }) => ({
    message: `${tokenIn(place)} は Hugging Face の token ではありません。${faultIn(fault)}`,
    hint: NEW_TOKEN,
  }),
  'stdin-is-a-terminal': {
    message: '--huggingface-api-key - は token をパイプから読み取りますが、標準入力がターミナルです。',
    hint: 'パイプで渡してください：printenv HF_TOKEN | openclaw onboard … --huggingface-api-key -',
  },
  'key-file-missing': ({ path }) => ({
    message: `--huggingface-api-key-file：${path} がありません。`,
    hint: PASS_A_FILE,
  }),
  'key-file-unreadable': ({ path, code }) => ({
    message: `--huggingface-api-key-file：${path} を読み取れませんでした（${code ?? '原因不明'}）。`,
    hint: PASS_A_FILE,
  }),
  'no-variable-holds-it': {
    message:
      '--secret-input-mode ref では何も保存しませんが、OpenClaw が読み取る変数のどれにもこの token がありません。',
    hint: 'Gateway 用に HUGGINGFACE_HUB_TOKEN または HF_TOKEN を設定するか、--secret-input-mode ref を外して token を .env に保存してください。',
  },
} satisfies typeof enProblems;

export const tokenNotes = {
  'token-unchecked': unchecked,
  'token-ended': ({ end, ...token }) => `${theToken(token)}は ${formatTime(end)} に期限が切れました。`,
  'token-ends-soon': ({ end, ...token }) =>
    `${theToken(token)}は ${formatTime(end)} に期限が切れます。残りは1日未満です。`,
  'sign-in-stored': ({ end, ...token }) => `${theToken(token)}はブラウザでのサインインのものです。${lifetime(end)}`,
  'may-write-repositories':
    'この token はリポジトリに書き込めます。Inference Providers 専用の fine-grained token のほうが安全です。',
  'tokens-differ': ({ first, other }) =>
    `次の2か所の token が異なります：${at(first)}、${at(other)}。OpenClaw は前者を使います。`,
  'more-than-a-token': ({ place }) =>
    `${inPlace(place)}に token 以外のもの（引用符、空白、接頭辞）が含まれています。OpenClaw はそのまま読み取ります。`,
  'profile-first': ({ place }) =>
    `OpenClaw は自身のストアの API key（${at(place)}）を使い続けます。これは環境変数や .env より優先されます。置き換えるには：openclaw models auth paste-api-key --provider huggingface（OpenClaw 2026.4 では：openclaw models auth paste-token --provider huggingface）`,
  'unusable-token': ({ place, fault }) => `${at(place)}：${faultIn(fault)}`,
} satisfies typeof enNotes;

/** What somebody must know who stores the token of a browser sign-in. */
function lifetime(end: Date | null): string {
  const when = end === null ? '数週間以内' : `${formatDay(end)} `;
  return `${when}に期限が切れ、.env に保存した token は自動では更新されません。長く使える token：${NEW_TOKEN_URL}`;
}

/** `hf_…9fQ2`, and for a browser sign-in `hf_…9fQ2、期限 2026-12-20`. */
const shown = ({ masked, end }: { masked: string; end: Date | null }): string =>
  end === null ? masked : `${masked}、期限 ${formatDay(end)}`;

/** What is shown of a token, and the rows of its question. */
export const tokens = {
  shown,
  unreadable: ({ source, place }) =>
    source === 'openclaw-profile'
      ? 'OpenClaw のストアのプロファイル（ここからは読み取れません）'
      : `${at(place)}（解決できるのは OpenClaw だけです）`,
  from: ({ place, ...token }) => `${ofPlace(place)} ${shown(token)}`,
  keep: (what) => `このまま使う：${what}`,
  use: (what) => `これを使う：${what}`,
  useAndStore: (what) => `これを使い、.env に保存する：${what}`,
  pasteAnother: '別の token を貼り付ける',
  signIn: ({ end }) => `ブラウザでのサインインの token です。${lifetime(end)}`,
} satisfies typeof enTokens;
