import { formatDay, formatTime } from '../../text/numbers.ts';
import { NEW_TOKEN_URL, TOKENS_URL } from '../links.ts';
import { type MessageOf, say } from '../message.ts';
import { type ServiceProblem, serviceWords } from './service.ts';
import { beside } from './units.ts';

const NEW_TOKEN = `สร้างโทเค็น: ${NEW_TOKEN_URL}`;

/** Where a token was found, or came from. `key`: a path in the config; `name`: a variable. */
export const places = {
  environment: ({ name }: { name: string }) => `ตัวแปร env ${name}`,
  dotenv: ({ name, path }: { name: string; path: string }) => `${name} ใน ${path}`,
  'config-env': ({ name, path }: { name: string; path: string }) => `${name} ในบล็อก env ของ ${path}`,
  'login-shell': ({ name }: { name: string }) => `${name} ใน login shell`,
  config: ({ key, path }: { key: string; path: string }) => `${key} ใน ${path}`,
  reference: ({ key, path, to }: { key: string; path: string; to: 'file' | 'exec' | 'store' | 'secret' }) =>
    `${key} ใน ${path} ที่อ้างถึง ${to === 'secret' ? 'secret' : to}`,
  'hf-login': ({ path }: { path: string }) => `${path} (hf auth login)`,
  file: ({ path }: { path: string }) => path,
  flag: '--huggingface-api-key',
  stdin: 'stdin',
  prompt: 'ค่าที่กรอก',
};

type Place = MessageOf<typeof places>;

const at = (place: Place): string => say(places, place);

/** Behind โทเค็น: where it is from. */
export const from = (place: Place): string => (place.kind === 'prompt' ? 'ที่กรอก' : `จาก${beside(at(place))}`);

/** Why a text can't be a Hugging Face token, without any of it. */
export const tokenFaults = {
  empty: 'วางโทเค็นก่อน',
  'anthropic-key': 'ดูเหมือน key ของ Anthropic (sk-ant-…)  โทเค็น Hugging Face ขึ้นต้นด้วย hf_',
  'openrouter-key': 'ดูเหมือน key ของ OpenRouter (sk-or-…)  โทเค็น Hugging Face ขึ้นต้นด้วย hf_',
  'openai-key': 'ดูเหมือน key ของ OpenAI (sk-…)  โทเค็น Hugging Face ขึ้นต้นด้วย hf_',
  'groq-key': 'ดูเหมือน key ของ Groq (gsk_…)  โทเค็น Hugging Face ขึ้นต้นด้วย hf_',
  'google-key': 'ดูเหมือน key ของ Google (AIza…)  โทเค็น Hugging Face ขึ้นต้นด้วย hf_',
  'github-token': 'ดูเหมือนโทเค็นของ GitHub (ghp_…)  โทเค็น Hugging Face ขึ้นต้นด้วย hf_',
  'github-pat': 'ดูเหมือนโทเค็นของ GitHub (github_pat_…)  โทเค็น Hugging Face ขึ้นต้นด้วย hf_',
  'organisation-token': 'ดูเหมือนโทเค็น​ขององค์กรใน Hugging Face (api_org…) ซึ่งเรียกใช้ Inference Providers ไม่ได้',
  'unfilled-variable': 'เป็นชื่อตัวแปร​ที่ยังไม่ได้​แทนค่า (ใช้อัญประกาศเดี่ยว​ในเชลล์หรือไม่)',
  blanks: 'โทเค็นต้องไม่มี​ช่องว่าง​หรือการ​ขึ้นบรรทัดใหม่',
  characters: 'มีอักขระ​ที่ใช้ในโทเค็น​ไม่ได้ (ใช้ได้เฉพาะ​อักขระ ASCII ที่พิมพ์ได้)',
  'too-long': ({ length, most }: { length: number; most: number }) => `มี ${length} อักขระ แต่โทเค็น​มีได้ไม่เกิน ${most} อักขระ`,
};

type Fault = MessageOf<typeof tokenFaults>;

const faultIn = (fault: Fault): string => say(tokenFaults, fault);

/** A token by its place and what may be shown of it: `hf_…9fQ2`. */
type Named = { place: Place; masked: string };

const theToken = ({ place, masked }: Named): string => `โทเค็น${from(place)} (${masked})`;

const unchecked = ({ why, ...token }: Named & { why: ServiceProblem }): string =>
  `ตรวจสอบ${theToken(token)} ไม่ได้: ${serviceWords(why).message}`;

export const tokenProblems = {
  /** `words`: the service's own; null where they say nothing. */
  'token-not-accepted': ({ place, masked, words }: Named & { words: string | null }) => ({
    message: `Hugging Face ไม่ยอมรับ${theToken({ place, masked })}: ${words ?? 'อาจพิมพ์ผิด ถูกเพิกถอน หรือหมดอายุ'}`,
    hint: `สร้างโทเค็นใหม่: ${NEW_TOKEN_URL}`,
  }),
  'token-not-one': ({ fault, ...token }: Named & { fault: Fault }) => ({
    message: `${theToken(token)} ไม่ใช่โทเค็น Hugging Face  ${faultIn(fault)}`,
    hint: `สร้างโทเค็นใหม่: ${NEW_TOKEN_URL}`,
  }),
  'token-without-permission': ({ account, ...token }: Named & { account: string }) => ({
    message: `${theToken(token)} เป็นของ ${account} แต่ไม่มีสิทธิ์​เรียกใช้ Inference Providers`,
    hint: `เปิดสิทธิ์ "Make calls to Inference Providers" ให้โทเค็นนี้ที่ ${TOKENS_URL}\nหรือสร้าง​โทเค็นใหม่: ${NEW_TOKEN_URL}`,
  }),
  'token-unchecked': ({ why, ...token }: Named & { why: ServiceProblem }) => ({
    message: unchecked({ why, ...token }),
    hint: serviceWords(why).hint ?? 'ลองอีกครั้ง​ภายหลัง หรือดำเนินการต่อ​โดยไม่ตรวจสอบ: --verify try',
  }),
  'holds-no-token': ({ place, fault }: { place: Place; fault: Fault }) => ({
    message: `${at(place)} ไม่มีโทเค็น Hugging Face  ${faultIn(fault)}`,
    hint: `แก้ไขที่นั่น  สร้างโทเค็นใหม่: ${NEW_TOKEN_URL}`,
  }),
  'given-empty': ({ place }: { place: Place }) => ({
    message: `โทเค็น${from(place)} ว่างเปล่า`,
    hint: 'ตั้งค่าตัวแปร​แล้วหรือยัง และไฟล์​มีข้อมูลหรือไม่',
  }),
  'given-not-a-token': ({ place, fault }: { place: Place; fault: Fault }) => ({
    message: `โทเค็น${from(place)} ไม่ใช่โทเค็น Hugging Face  ${faultIn(fault)}`,
    hint: NEW_TOKEN,
  }),
  'stdin-is-a-terminal': {
    message: '--huggingface-api-key - อ่านโทเค็นจาก pipe แต่ stdin เป็นเทอร์มินัล',
    hint: 'ส่งผ่าน pipe: printenv HF_TOKEN | openclaw onboard … --huggingface-api-key -',
  },
  'key-file-missing': ({ path }: { path: string }) => ({
    message: `--huggingface-api-key-file: ไม่มีไฟล์ ${path}`,
    hint: 'ระบุพาธ​ของไฟล์​ที่มีโทเค็น',
  }),
  'key-file-unreadable': ({ path, code }: { path: string; code: string | null }) => ({
    message: `--huggingface-api-key-file: อ่าน ${path} ไม่ได้ (${code ?? 'ไม่ทราบสาเหตุ'})`,
    hint: 'ระบุพาธ​ของไฟล์​ที่มีโทเค็น',
  }),
  'no-variable-holds-it': {
    message: '--secret-input-mode ref ไม่บันทึกสิ่งใด แต่ตัวแปรที่ OpenClaw อ่านไม่มีโทเค็นนี้',
    hint: 'ตั้งค่า HUGGINGFACE_HUB_TOKEN หรือ HF_TOKEN สำหรับ Gateway หรือเลิกใช้ --secret-input-mode ref เพื่อเก็บโทเค็น​ไว้ใน .env',
  },
};

export const tokenNotes = {
  'token-unchecked': unchecked,
  'token-ended': ({ end, ...token }: Named & { end: Date }) => `${theToken(token)} หมดอายุเมื่อ ${formatTime(end)}`,
  'token-ends-soon': ({ end, ...token }: Named & { end: Date }) =>
    `${theToken(token)} จะหมดอายุเมื่อ ${formatTime(end)} ซึ่งเหลือ​ไม่ถึงหนึ่งวัน`,
  'sign-in-stored': ({ end, ...token }: Named & { end: Date | null }) =>
    `${theToken(token)} เป็นโทเค็น​จากการ​ลงชื่อเข้าใช้​ผ่านเบราว์เซอร์ ${lifetime(end)}`,
  'may-write-repositories':
    'โทเค็นนี้เขียนลง repository ได้  fine-grained token ที่ใช้กับ Inference Providers อย่างเดียว​ปลอดภัยกว่า',
  'tokens-differ': ({ first, other }: { first: Place; other: Place }) =>
    `${at(first)} และ${beside(at(other))} มีโทเค็นต่างกัน  OpenClaw จะใช้ตัวแรก`,
  'more-than-a-token': ({ place }: { place: Place }) =>
    `${at(place)} มีข้อมูลอื่น​นอกจากโทเค็น (อัญประกาศ ช่องว่าง หรือคำนำหน้า) และ OpenClaw จะอ่านตาม​ที่เป็นอยู่`,
  'profile-first': ({ place }: { place: Place }) =>
    `OpenClaw ยังคงใช้ key ในที่เก็บของตัวเอง (${at(place)}) ซึ่งมีลำดับความสำคัญ​สูงกว่าตัวแปร env และ .env  หากต้องการแทนที่: openclaw models auth paste-api-key --provider huggingface (OpenClaw 2026.4: openclaw models auth paste-token --provider huggingface)`,
  'unusable-token': ({ place, fault }: { place: Place; fault: Fault }) => `${at(place)}: ${faultIn(fault)}`,
};

/** What somebody must know who stores the token of a browser sign-in. */
function lifetime(end: Date | null): string {
  const when = end === null ? 'ภายในไม่กี่สัปดาห์' : `ในวันที่ ${formatDay(end)}`;
  return `ซึ่งจะหมดอายุ${when} และไม่มี​การต่ออายุใน .env  สร้างโทเค็น​ที่ใช้ได้นานกว่า: ${NEW_TOKEN_URL}`;
}

/** `hf_…9fQ2`, and for a browser sign-in `hf_…9fQ2, ends 2026-12-20`. */
const shown = ({ masked, end }: { masked: string; end: Date | null }): string =>
  end === null ? masked : `${masked} (หมดอายุ ${formatDay(end)})`;

/** What is shown of a token, and the rows of its question. */
export const tokens = {
  shown,
  /** What OpenClaw has and this program can't read; within a sentence. */
  unreadable: ({ source, place }: { source: 'openclaw-profile' | 'config-reference'; place: Place }) =>
    source === 'openclaw-profile'
      ? 'โปรไฟล์​ในที่เก็บของ OpenClaw (อ่านจากที่นี่ไม่ได้)'
      : `การอ้างอิง${beside(at(place))} (OpenClaw เท่านั้นที่อ่านค่าได้)`,
  from: ({ place, ...token }: { place: Place; masked: string; end: Date | null }) =>
    `${shown(token)} จาก${beside(at(place))}`,
  keep: (what: string) => `ใช้ต่อ: ${what}`,
  use: (what: string) => `ใช้: ${what}`,
  useAndStore: (what: string) => `ใช้และบันทึกใน .env: ${what}`,
  pasteAnother: 'วางโทเค็นอื่น',
  signIn: ({ end }: { end: Date | null }) => `โทเค็น​จากการ​ลงชื่อเข้าใช้​ผ่านเบราว์เซอร์ ${lifetime(end)}`,
};
