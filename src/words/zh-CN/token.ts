import { formatDay, formatTime } from '../../text/numbers.ts';
import { NEW_TOKEN_URL, TOKENS_URL } from '../links.ts';
import { say } from '../message.ts';
import type { Place, ServiceProblem, TokenFault, Words } from '../words.ts';
import { serviceWords } from './service.ts';
import { beside } from './units.ts';

const NEW_TOKEN = `创建令牌：${NEW_TOKEN_URL}`;
const NEW_ONE = `创建新的令牌：${NEW_TOKEN_URL}`;

export const places = {
  environment: ({ name }) => `环境变量 ${name}`,
  dotenv: ({ name, path }) => `${path} 中的 ${name}`,
  'config-env': ({ name, path }) => `${path} 的 env 部分中的 ${name}`,
  'login-shell': ({ name }) => `登录 shell 中的 ${name}`,
  config: ({ key, path }) => `${path} 中的 ${key}`,
  reference: ({ key, path, to }) => `${path} 中 ${key} 的${to === 'secret' ? '密钥' : ` ${to} `}引用`,
  'hf-login': ({ path }) => `${path}（hf auth login）`,
  file: ({ path }) => path,
  flag: '--huggingface-api-key',
  stdin: '标准输入',
  prompt: '手动输入',
} satisfies Words['places'];

const at = (place: Place): string => say(places, place);

export const tokenFaults = {
  empty: '请先粘贴令牌。',
  'anthropic-key': '这看起来像 Anthropic 密钥（sk-ant-…）。Hugging Face 令牌以 hf_ 开头。',
  'openrouter-key': '这看起来像 OpenRouter 密钥（sk-or-…）。Hugging Face 令牌以 hf_ 开头。',
  'openai-key': '这看起来像 OpenAI 密钥（sk-…）。Hugging Face 令牌以 hf_ 开头。',
  'groq-key': '这看起来像 Groq 密钥（gsk_…）。Hugging Face 令牌以 hf_ 开头。',
  'google-key': '这看起来像 Google 密钥（AIza…）。Hugging Face 令牌以 hf_ 开头。',
  'github-token': '这看起来像 GitHub 令牌（ghp_…）。Hugging Face 令牌以 hf_ 开头。',
  'github-pat': '这看起来像 GitHub 令牌（github_pat_…）。Hugging Face 令牌以 hf_ 开头。',
  'organisation-token': '这看起来像 Hugging Face 组织令牌（api_org…），无法调用 Inference Providers。',
  'unfilled-variable': '这是未展开的变量名（是否在 shell 中用了单引号？）。',
  blanks: '令牌中不应有空格或换行。',
  characters: '其中含有令牌不会有的字符（只能是可打印的 ASCII 字符）。',
  'too-long': ({ length, most }) => `它有 ${length} 个字符；令牌最多 ${most} 个字符。`,
} satisfies Words['tokenFaults'];

const faultIn = (fault: TokenFault): string => say(tokenFaults, fault);

/** A token by its place and what may be shown of it: `hf_…9fQ2`. */
type Named = { place: Place; masked: string };

/** What was typed is plainly so: its place needs no words. */
export const tokenFrom = (place: Place): string =>
  place.kind === 'prompt' ? '你输入的令牌' : `来自${beside(at(place))}的令牌`;

const theToken = ({ place, masked }: Named): string => `${tokenFrom(place)}（${masked}）`;

const unchecked = ({ why, ...token }: Named & { why: ServiceProblem }): string =>
  `无法检查${theToken(token)}：${serviceWords(why).message}`;

export const tokenProblems = {
  'token-not-accepted': ({ place, masked, words }) => ({
    message: `Hugging Face 不接受${theToken({ place, masked })}：${words ?? '输入有误、已被撤销或已过期。'}`,
    hint: NEW_ONE,
  }),
  'token-not-one': ({ fault, ...token }) => ({
    message: `${theToken(token)}不是 Hugging Face 令牌。${faultIn(fault)}`,
    hint: NEW_ONE,
  }),
  'token-without-permission': ({ account, ...token }) => ({
    message: `${theToken(token)}属于 ${account}，但无权调用 Inference Providers。`,
    hint: `请在 ${TOKENS_URL} 为它勾选“Make calls to Inference Providers”\n或创建新的令牌：${NEW_TOKEN_URL}`,
  }),
  'token-unchecked': ({ why, ...token }) => ({
    message: unchecked({ why, ...token }),
    hint: serviceWords(why).hint ?? '请稍后重试，或跳过检查并继续：--verify try',
  }),
  'holds-no-token': ({ place, fault }) => ({
    message: `${beside(at(place)).trimStart()}的内容不是 Hugging Face 令牌。${faultIn(fault)}`,
    hint: `请在那里修正。新的令牌：${NEW_TOKEN_URL}`,
  }),
  'given-empty': ({ place }) => ({
    message: `${tokenFrom(place)}为空。`,
    hint: '变量是否已设置，文件是否有内容？',
  }),
  'given-not-a-token': ({ place, fault }) => ({
    message: `${tokenFrom(place)}不是 Hugging Face 令牌。${faultIn(fault)}`,
    hint: NEW_TOKEN,
  }),
  'stdin-is-a-terminal': {
    message: '--huggingface-api-key - 从管道读取令牌，但标准输入是终端。',
    hint: '请通过管道传入：printenv HF_TOKEN | openclaw onboard … --huggingface-api-key -',
  },
  'key-file-missing': ({ path }) => ({
    message: `--huggingface-api-key-file：${path} 不存在。`,
    hint: '请传入含有令牌的文件路径。',
  }),
  'key-file-unreadable': ({ path, code }) => ({
    message: `--huggingface-api-key-file：无法读取 ${path}（${code ?? '原因不明'}）。`,
    hint: '请传入含有令牌的文件路径。',
  }),
  'no-variable-holds-it': {
    message: '--secret-input-mode ref 不会保存任何内容，但 OpenClaw 读取的变量中都没有此令牌。',
    hint: '请为 Gateway 设置 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN，或去掉 --secret-input-mode ref，将令牌存放在 .env 中。',
  },
} satisfies Partial<Words['problems']>;

export const tokenNotes = {
  'token-unchecked': unchecked,
  'token-ended': ({ end, ...token }) => `${theToken(token)}已于 ${formatTime(end)} 过期。`,
  'token-ends-soon': ({ end, ...token }) => `${theToken(token)}将于 ${formatTime(end)} 过期，剩余不到一天。`,
  'sign-in-stored': ({ end, ...token }) => `${theToken(token)}是浏览器登录的令牌。${lifetime(end)}`,
  'may-write-repositories': '此令牌可以写入仓库；仅用于 Inference Providers 的细粒度令牌更安全。',
  'tokens-differ': ({ first, other }) =>
    `${beside(at(first)).trimStart()}与${beside(at(other))}的令牌不同：OpenClaw 会使用前者。`,
  'more-than-a-token': ({ place }) =>
    `${beside(at(place)).trimStart()}除了令牌还有其他内容（引号、空格或前缀），而 OpenClaw 会原样读取。`,
  'profile-first': ({ place }) =>
    `OpenClaw 会继续使用其凭据存储中的密钥（${at(place)}），它优先于环境变量和 .env。如需替换：openclaw models auth paste-api-key --provider huggingface（OpenClaw 2026.4：openclaw models auth paste-token --provider huggingface）`,
  'unusable-token': ({ place, fault }) => `${at(place)}：${faultIn(fault)}`,
} satisfies Partial<Words['notes']>;

/** What somebody must know who stores the token of a browser sign-in. */
function lifetime(end: Date | null): string {
  const when = end === null ? '在数周内' : `于 ${formatDay(end)} `;
  return `它会${when}过期，而 .env 中的令牌不会自动更新。长期有效的令牌：${NEW_TOKEN_URL}`;
}

const shown = ({ masked, end }: { masked: string; end: Date | null }): string =>
  end === null ? masked : `${masked}，${formatDay(end)} 过期`;

export const tokens = {
  shown,
  unreadable: ({ source, place }) =>
    source === 'openclaw-profile'
      ? 'OpenClaw 凭据存储中的 profile（此处无法读取）'
      : `${at(place)}（只有 OpenClaw 能解析）`,
  from: ({ place, ...token }) => `${shown(token)}，来自${beside(at(place)).trimEnd()}`,
  keep: (what) => `继续使用：${what}`,
  use: (what) => `使用：${what}`,
  useAndStore: (what) => `使用并保存到 .env：${what}`,
  pasteAnother: '粘贴另一个',
  signIn: ({ end }) => `浏览器登录的令牌。${lifetime(end)}`,
} satisfies Words['tokens'];
