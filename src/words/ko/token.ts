import { formatDay, formatTime } from '../../text/numbers.ts';
import type { tokenNotes as englishNotes, tokenProblems as englishProblems } from '../en/token.ts';
import { NEW_TOKEN_URL, TOKENS_URL } from '../links.ts';
import { say } from '../message.ts';
import type { Place, ServiceProblem, TokenFault, Words } from '../words.ts';
import { serviceWords } from './service.ts';
import { aside } from './units.ts';

const NEW_TOKEN = `토큰 만들기: ${NEW_TOKEN_URL}`;
const ANOTHER_TOKEN = `새 토큰 만들기: ${NEW_TOKEN_URL}`;

/** Where a token was found, or came from: a noun, which a particle may follow only in its form for all nouns. */
export const places = {
  environment: ({ name }) => `환경 변수 ${name}`,
  dotenv: ({ name, path }) => `${path}의 ${name}`,
  'config-env': ({ name, path }) => `${path}의 env 블록에 있는 ${name}`,
  'login-shell': ({ name }) => `로그인 셸의 ${name}`,
  config: ({ key, path }) => `${path}의 ${key}`,
  reference: ({ key, path, to }) => aside(`${path}의 ${key}`, `참조: ${to === 'secret' ? '시크릿' : to}`),
  'hf-login': ({ path }) => aside(path, 'hf auth login'),
  file: ({ path }) => path,
  flag: '--huggingface-api-key',
  stdin: 'stdin',
  prompt: '직접 입력',
} satisfies Words['places'];

const at = (place: Place): string => say(places, place);

/** Why a text can't be a Hugging Face token, without any of it. */
export const tokenFaults = {
  empty: '먼저 토큰을 붙여 넣으세요.',
  'anthropic-key': 'Anthropic 키처럼 보입니다(sk-ant-…). Hugging Face 토큰은 hf_로 시작합니다.',
  'openrouter-key': 'OpenRouter 키처럼 보입니다(sk-or-…). Hugging Face 토큰은 hf_로 시작합니다.',
  'openai-key': 'OpenAI 키처럼 보입니다(sk-…). Hugging Face 토큰은 hf_로 시작합니다.',
  'groq-key': 'Groq 키처럼 보입니다(gsk_…). Hugging Face 토큰은 hf_로 시작합니다.',
  'google-key': 'Google 키처럼 보입니다(AIza…). Hugging Face 토큰은 hf_로 시작합니다.',
  'github-token': 'GitHub 토큰처럼 보입니다(ghp_…). Hugging Face 토큰은 hf_로 시작합니다.',
  'github-pat': 'GitHub 토큰처럼 보입니다(github_pat_…). Hugging Face 토큰은 hf_로 시작합니다.',
  'organisation-token':
    'Hugging Face 조직 토큰처럼 보입니다(api_org…). 이 토큰으로는 추론 프로바이더를 호출할 수 없습니다.',
  'unfilled-variable': '값으로 바뀌지 않은 변수 이름입니다. 셸에서 작은따옴표를 쓰지 않았는지 확인하세요.',
  blanks: '토큰에는 공백이나 줄바꿈이 없습니다.',
  characters: '토큰에 없는 문자가 들어 있습니다(인쇄 가능한 ASCII 문자만 가능).',
  'too-long': ({ length, most }) => `${length}자입니다. 토큰은 ${most}자를 넘지 않습니다.`,
} satisfies Words['tokenFaults'];

const faultIn = (fault: TokenFault): string => say(tokenFaults, fault);

/** A token by its place and what may be shown of it: `hf_…9fQ2`. */
type Named = { place: Place; masked: string };

const named = ({ place, masked }: Named): string => aside(`토큰 ${masked}`, `출처: ${at(place)}`);

const unchecked = ({ why, ...token }: Named & { why: ServiceProblem }): string =>
  `${named(token)}: 확인할 수 없습니다. ${serviceWords(why).message}`;

export const tokenProblems = {
  'token-not-accepted': ({ words, ...token }) => ({
    message: `${named(token)}: Hugging Face에서 거부했습니다. ${words ?? '잘못 입력했거나, 취소되었거나, 만료된 토큰입니다.'}`,
    hint: ANOTHER_TOKEN,
  }),
  'token-not-one': ({ fault, ...token }) => ({
    message: `${named(token)}: Hugging Face 토큰이 아닙니다. ${faultIn(fault)}`,
    hint: ANOTHER_TOKEN,
  }),
  'token-without-permission': ({ account, ...token }) => ({
    message: `${named(token)}: ${account} 계정의 토큰이지만 추론 프로바이더를 호출할 권한이 없습니다.`,
    hint: `이 토큰의 "Make calls to Inference Providers"(추론 프로바이더에 호출 수행) 권한을 선택하세요: ${TOKENS_URL}\n또는 새 토큰을 만드세요: ${NEW_TOKEN_URL}`,
  }),
  'token-unchecked': ({ why, ...token }) => ({
    message: unchecked({ why, ...token }),
    hint: serviceWords(why).hint ?? '나중에 다시 시도하거나 확인 없이 계속하세요: --verify try',
  }),
  'holds-no-token': ({ place, fault }) => ({
    message: `${at(place)}: Hugging Face 토큰이 아닙니다. ${faultIn(fault)}`,
    hint: `그 위치에서 고치세요. 새 토큰: ${NEW_TOKEN_URL}`,
  }),
  'given-empty': ({ place }) => ({
    message: `${at(place)}: 토큰이 비어 있습니다.`,
    hint: '변수가 설정되어 있는지, 파일에 내용이 있는지 확인하세요.',
  }),
  'given-not-a-token': ({ place, fault }) => ({
    message: `${at(place)}: Hugging Face 토큰이 아닙니다. ${faultIn(fault)}`,
    hint: NEW_TOKEN,
  }),
  'stdin-is-a-terminal': {
    message: '--huggingface-api-key -: 파이프에서 토큰을 읽어야 하는데 stdin이 터미널입니다.',
    hint: '파이프로 전달하세요: printenv HF_TOKEN | openclaw onboard … --huggingface-api-key -',
  },
  'key-file-missing': ({ path }) => ({
    message: `--huggingface-api-key-file: ${path} 파일이 없습니다.`,
    hint: '토큰이 들어 있는 파일의 경로를 지정하세요.',
  }),
  'key-file-unreadable': ({ path, code }) => ({
    message: `--huggingface-api-key-file: ${path} 파일을 읽을 수 없습니다(${code ?? '알 수 없는 원인'}).`,
    hint: '토큰이 들어 있는 파일의 경로를 지정하세요.',
  }),
  'no-variable-holds-it': {
    message: '--secret-input-mode ref: 토큰을 저장하지 않는 방식인데, OpenClaw가 읽는 변수에 이 토큰이 없습니다.',
    hint: '게이트웨이에 HUGGINGFACE_HUB_TOKEN 또는 HF_TOKEN 변수를 설정하거나, --secret-input-mode ref 없이 실행해 토큰을 .env 파일에 저장하세요.',
  },
} satisfies typeof englishProblems;

export const tokenNotes = {
  'token-unchecked': unchecked,
  'token-ended': ({ end, ...token }) => `${named(token)}: ${formatTime(end)}에 만료되었습니다.`,
  'token-ends-soon': ({ end, ...token }) => `${named(token)}: ${formatTime(end)}에 만료됩니다(하루도 남지 않음).`,
  'sign-in-stored': ({ end, ...token }) => `${named(token)}: 브라우저 로그인 토큰입니다. ${lifetime(end)}`,
  'may-write-repositories':
    '이 토큰에는 리포지토리 쓰기 권한이 있습니다. 추론 프로바이더 권한만 있는 세분화된 토큰이 더 안전합니다.',
  'tokens-differ': ({ first, other }) =>
    `두 곳의 토큰이 서로 다르며, OpenClaw는 앞의 토큰을 사용합니다: ${at(first)}, ${at(other)}`,
  'more-than-a-token': ({ place }) =>
    `${at(place)}: 토큰 외에 다른 것(따옴표, 공백 또는 접두사)이 들어 있으며, OpenClaw는 이 값을 그대로 읽습니다.`,
  'profile-first': ({ place }) =>
    `OpenClaw는 자체 저장소에 있는 키를 계속 사용합니다(${at(place)}). 이 키는 환경 변수와 .env 파일보다 먼저 적용됩니다. 바꾸려면: openclaw models auth paste-api-key --provider huggingface (OpenClaw 2026.4에서는: openclaw models auth paste-token --provider huggingface)`,
  'unusable-token': ({ place, fault }) => `${at(place)}: ${faultIn(fault)}`,
} satisfies typeof englishNotes;

/** What somebody must know who stores the token of a browser sign-in. */
function lifetime(end: Date | null): string {
  const when = end === null ? '몇 주 안에' : `${formatDay(end)}에`;
  return `${when} 만료되며 .env 파일에서는 갱신되지 않습니다. 계속 쓸 수 있는 토큰: ${NEW_TOKEN_URL}`;
}

/** `hf_…9fQ2`, and for a browser sign-in `hf_…9fQ2, 2026-12-20 만료`. */
const shown = ({ masked, end }: { masked: string; end: Date | null }): string =>
  end === null ? masked : `${masked}, ${formatDay(end)} 만료`;

/** What is shown of a token, and the rows of its question. */
export const tokens = {
  shown,
  /** What OpenClaw has and this program can't read: a noun, never before a particle. */
  unreadable: ({ source, place }) =>
    source === 'openclaw-profile'
      ? 'OpenClaw 저장소의 프로필(여기서는 읽을 수 없음)'
      : aside(`참조 값, ${at(place)}`, 'OpenClaw만 해석할 수 있음'),
  from: ({ place, ...token }) => aside(at(place), shown(token)),
  keep: (what) => `그대로 사용: ${what}`,
  use: (what) => `사용: ${what}`,
  useAndStore: (what) => `사용하고 .env 파일에 저장: ${what}`,
  pasteAnother: '다른 토큰 붙여 넣기',
  signIn: ({ end }) => `브라우저 로그인 토큰입니다. ${lifetime(end)}`,
} satisfies Words['tokens'];
