import { formatDay, formatTime } from '../../text/numbers.ts';
import { NEW_TOKEN_URL, TOKENS_URL } from '../links.ts';
import { say } from '../message.ts';
import type { Place, ServiceProblem, TokenFault, Words } from '../words.ts';
import { serviceWords } from './service.ts';
import { beside } from './units.ts';

const NEW_TOKEN = `建立權杖：${NEW_TOKEN_URL}`;
const NEW_ONE = `建立新的權杖：${NEW_TOKEN_URL}`;

export const places = {
  environment: ({ name }) => `環境變數 ${name}`,
  dotenv: ({ name, path }) => `${path} 中的 ${name}`,
  'config-env': ({ name, path }) => `${path} env 區塊中的 ${name}`,
  'login-shell': ({ name }) => `登入 shell 中的 ${name}`,
  config: ({ key, path }) => `${path} 中的 ${key}`,
  reference: ({ key, path, to }) => `${path} 中 ${key} 的${to === 'secret' ? '密鑰' : ` ${to} `}參照`,
  'hf-login': ({ path }) => `${path}（hf auth login）`,
  file: ({ path }) => path,
  flag: '--huggingface-api-key',
  stdin: '標準輸入',
  prompt: '手動輸入',
} satisfies Words['places'];

const at = (place: Place): string => say(places, place);

export const tokenFaults = {
  empty: '請先貼上權杖。',
  'anthropic-key': '這看起來像 Anthropic 金鑰（sk-ant-…）。Hugging Face 權杖以 hf_ 開頭。',
  'openrouter-key': '這看起來像 OpenRouter 金鑰（sk-or-…）。Hugging Face 權杖以 hf_ 開頭。',
  'openai-key': '這看起來像 OpenAI 金鑰（sk-…）。Hugging Face 權杖以 hf_ 開頭。',
  'groq-key': '這看起來像 Groq 金鑰（gsk_…）。Hugging Face 權杖以 hf_ 開頭。',
  'google-key': '這看起來像 Google 金鑰（AIza…）。Hugging Face 權杖以 hf_ 開頭。',
  'github-token': '這看起來像 GitHub 權杖（ghp_…）。Hugging Face 權杖以 hf_ 開頭。',
  'github-pat': '這看起來像 GitHub 權杖（github_pat_…）。Hugging Face 權杖以 hf_ 開頭。',
  'organisation-token': '這看起來像 Hugging Face 組織權杖（api_org…），它無法呼叫 Inference Providers。',
  'unfilled-variable': '這是未展開的變數名稱（是否在 shell 中用了單引號？）。',
  blanks: '權杖中不會有空格或換行。',
  characters: '其中含有權杖不會有的字元（只能是可列印的 ASCII 字元）。',
  'too-long': ({ length, most }) => `它有 ${length} 個字元；權杖最多 ${most} 個字元。`,
} satisfies Words['tokenFaults'];

const faultIn = (fault: TokenFault): string => say(tokenFaults, fault);

/** A token by its place and what may be shown of it: `hf_…9fQ2`. */
type Named = { place: Place; masked: string };

/** What was typed is plainly so: its place needs no words. */
export const tokenFrom = (place: Place): string =>
  place.kind === 'prompt' ? '你輸入的權杖' : `來自${beside(at(place))}的權杖`;

const theToken = ({ place, masked }: Named): string => `${tokenFrom(place)}（${masked}）`;

const unchecked = ({ why, ...token }: Named & { why: ServiceProblem }): string =>
  `無法檢查${theToken(token)}：${serviceWords(why).message}`;

export const tokenProblems = {
  'token-not-accepted': ({ place, masked, words }) => ({
    message: `Hugging Face 不接受${theToken({ place, masked })}：${words ?? '輸入有誤、已撤銷或過期。'}`,
    hint: NEW_ONE,
  }),
  'token-not-one': ({ fault, ...token }) => ({
    message: `${theToken(token)}不是 Hugging Face 權杖。${faultIn(fault)}`,
    hint: NEW_ONE,
  }),
  'token-without-permission': ({ account, ...token }) => ({
    message: `${theToken(token)}屬於 ${account}，但無權呼叫 Inference Providers。`,
    hint: `請在 ${TOKENS_URL} 為它勾選「Make calls to Inference Providers」\n或建立新的權杖：${NEW_TOKEN_URL}`,
  }),
  'token-unchecked': ({ why, ...token }) => ({
    message: unchecked({ why, ...token }),
    hint: serviceWords(why).hint ?? '請稍後再試，或略過檢查繼續：--verify try',
  }),
  'holds-no-token': ({ place, fault }) => ({
    message: `${beside(at(place)).trimStart()}的內容不是 Hugging Face 權杖。${faultIn(fault)}`,
    hint: `請在該處修正。新的權杖：${NEW_TOKEN_URL}`,
  }),
  'given-empty': ({ place }) => ({
    message: `${tokenFrom(place)}是空的。`,
    hint: '變數是否已設定，檔案是否有內容？',
  }),
  'given-not-a-token': ({ place, fault }) => ({
    message: `${tokenFrom(place)}不是 Hugging Face 權杖。${faultIn(fault)}`,
    hint: NEW_TOKEN,
  }),
  'stdin-is-a-terminal': {
    message: '--huggingface-api-key - 會從管線讀取權杖，但標準輸入是終端機。',
    hint: '請透過管線傳入：printenv HF_TOKEN | openclaw onboard … --huggingface-api-key -',
  },
  'key-file-missing': ({ path }) => ({
    message: `--huggingface-api-key-file：${path} 不存在。`,
    hint: '請傳入含有權杖的檔案路徑。',
  }),
  'key-file-unreadable': ({ path, code }) => ({
    message: `--huggingface-api-key-file：無法讀取 ${path}（${code ?? '原因不明'}）。`,
    hint: '請傳入含有權杖的檔案路徑。',
  }),
  'no-variable-holds-it': {
    message: '--secret-input-mode ref 不會儲存任何內容，但 OpenClaw 讀取的變數中都沒有此權杖。',
    hint: '請為 Gateway 設定 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN，或拿掉 --secret-input-mode ref，將權杖存放在 .env 中。',
  },
} satisfies Partial<Words['problems']>;

export const tokenNotes = {
  'token-unchecked': unchecked,
  'token-ended': ({ end, ...token }) => `${theToken(token)}已於 ${formatTime(end)} 過期。`,
  'token-ends-soon': ({ end, ...token }) => `${theToken(token)}將於 ${formatTime(end)} 到期，只剩不到一天。`,
  'sign-in-stored': ({ end, ...token }) => `${theToken(token)}是瀏覽器登入的權杖。${lifetime(end)}`,
  'may-write-repositories': '此權杖可以寫入儲存庫；只用於 Inference Providers 的細粒度權杖更安全。',
  'tokens-differ': ({ first, other }) =>
    `${beside(at(first)).trimStart()}與${beside(at(other))}的權杖不同：OpenClaw 會使用前者。`,
  'more-than-a-token': ({ place }) =>
    `${beside(at(place)).trimStart()}除了權杖還有其他內容（引號、空白或前綴），而 OpenClaw 會原樣讀取。`,
  'profile-first': ({ place }) =>
    `OpenClaw 會繼續使用其認證儲存區中的金鑰（${at(place)}），它優先於環境變數和 .env。若要取代：openclaw models auth paste-api-key --provider huggingface（OpenClaw 2026.4：openclaw models auth paste-token --provider huggingface）`,
  'unusable-token': ({ place, fault }) => `${at(place)}：${faultIn(fault)}`,
} satisfies Partial<Words['notes']>;

/** What somebody must know who stores the token of a browser sign-in. */
function lifetime(end: Date | null): string {
  const when = end === null ? '在數週內' : `於 ${formatDay(end)} `;
  return `它會${when}到期，而 .env 中的權杖不會自動更新。長期有效的權杖：${NEW_TOKEN_URL}`;
}

const shown = ({ masked, end }: { masked: string; end: Date | null }): string =>
  end === null ? masked : `${masked}，${formatDay(end)} 到期`;

export const tokens = {
  shown,
  unreadable: ({ source, place }) =>
    source === 'openclaw-profile'
      ? 'OpenClaw 認證儲存區中的 profile（此處無法讀取）'
      : `${at(place)}（只有 OpenClaw 能解析）`,
  from: ({ place, ...token }) => `${shown(token)}，來自${beside(at(place)).trimEnd()}`,
  keep: (what) => `繼續使用：${what}`,
  use: (what) => `使用：${what}`,
  useAndStore: (what) => `使用並儲存到 .env：${what}`,
  pasteAnother: '貼上另一個',
  signIn: ({ end }) => `瀏覽器登入的權杖。${lifetime(end)}`,
} satisfies Words['tokens'];
