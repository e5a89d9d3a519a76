import type { drift as englishDrift } from '../en/status.ts';
import { NEW_TOKEN_URL } from '../links.ts';
import { type MessageOf, say } from '../message.ts';
import { reasons } from './catalog.ts';
import { type ServiceProblem, serviceWords } from './service.ts';
import { from, type places, tokenNotes, tokens } from './token.ts';
import { formatAge, formatPrice } from './units.ts';

/** What OpenClaw has and this program can't read. */
type Unreadable = Parameters<typeof tokens.unreadable>[0];

/** What the list says otherwise than the config. Prices in USD per million tokens. */
const drift = {
  gone: ({ ref }) => `${ref} ไม่มีให้บริการแล้ว: มีในรายการ -> ไม่มี`,
  not_served: ({ ref, now }) => `ขณะนี้ไม่มี inference provider ใดให้บริการ ${ref}: live -> ${now ?? 'ไม่มี'}`,
  route_gone: ({ ref }) => `inference provider ของ ${ref} เลิกให้บริการ​โมเดลนี้แล้ว: มีในรายการ -> ไม่มี`,
  route_down: ({ ref, now }) => `inference provider ของ ${ref} ไม่ตอบกลับ: live -> ${now}`,
  dearer: ({ ref, was, now }) => `${ref} ราคาสูงขึ้น: ${formatPrice(was)} -> ${formatPrice(now)} USD ต่อหนึ่งล้าน token`,
  context_smaller: ({ ref, was, now }) =>
    `หน้าต่างบริบทของ ${ref} เล็กลง: ${was.toLocaleString('en')} -> ${now.toLocaleString('en')} token`,
  tools_lost: ({ ref }) => `${ref} ใช้เครื่องมือ​ไม่ได้แล้ว: ได้ -> ไม่ได้`,
} satisfies typeof englishDrift;

/** What `models status` finds wrong. */
export const statusProblems = {
  'not-set-up': ({ path }: { path: string }) => ({
    message: `ยังไม่ได้ตั้งค่า Hugging Face ใน ${path}`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-not-found': ({ envFile, config }: { envFile: string; config: string }) => ({
    message: `ไม่พบโทเค็น Hugging Face: ค้นหา HUGGINGFACE_HUB_TOKEN และ HF_TOKEN ในตัวแปร env, ${envFile} และบล็อก env ของ ${config} แล้ว`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-is-over': (token: { place: MessageOf<typeof places>; masked: string; end: Date }) => ({
    message: tokenNotes['token-ended'](token),
    hint: `แก้ไขที่นั่น  สร้างโทเค็นใหม่: ${NEW_TOKEN_URL}`,
  }),
  drifted: ({ drift: found, fix }: { drift: MessageOf<typeof drift>; fix: string }) => ({
    message: say(drift, found),
    hint: fix,
  }),
  'probe-token-unreadable': ({ token, command }: { token: Unreadable; command: 'status --probe' | 'bench' }) => ({
    message: `ไม่ได้ส่งข้อความ เพราะโทเค็น​ที่ใช้คือ${tokens.unreadable(token)}`,
    hint: `สำหรับการทดสอบนี้​เท่านั้น ให้ใส่โทเค็น​ในตัวแปร env: HF_TOKEN=… openclaw models ${command}`,
  }),
};

export const statusNotes = {
  'served-unchecked': ({ reason }: { reason: MessageOf<typeof reasons> | null }) =>
    `ตรวจสอบไม่ได้​ว่าโมเดล​ยังมีให้บริการ​อยู่หรือไม่${reason === null ? '' : `  ${say(reasons, reason)}`}`,
  'verdict-missing': ({ place, why }: { place: MessageOf<typeof places>; why: ServiceProblem }) =>
    `ตรวจสอบไม่ได้​ว่าโทเค็น${from(place)} ได้รับการยอมรับ​หรือไม่: ${serviceWords(why).message}`,
  'token-not-readable': ({ token }: { token: Unreadable }) =>
    `ตรวจสอบไม่ได้​ว่าโทเค็น​ได้รับการยอมรับ​หรือไม่ เพราะโทเค็น​ที่ใช้คือ${tokens.unreadable(token)}`,
};

/** `models status`. */
export const status = {
  titles: {
    config: 'คอนฟิก',
    defaultModel: 'โมเดลเริ่มต้น',
    fallbacks: ({ amount }: { amount: number }) => `โมเดลสำรอง (${amount})`,
    own: 'โมเดลเฉพาะ',
    aliases: ({ amount }: { amount: number }) => `alias (${amount})`,
    token: 'โทเค็น',
    list: 'รายการโมเดล',
  },
  none: 'ไม่มี',
  noToken: 'ไม่พบ',
  tokenAt: ({ token, place }: { token: string; place: string }) => `${token}, ${place}`,
  builtIn: ({ asOf }: { asOf: string }) => `ในตัว ณ ${asOf}`,
  live: 'ข้อมูลสด',
  cached: ({ age }: { age: number }) => `จากแคช ดึงข้อมูลเมื่อ${formatAge(age)}`,
  columns: { role: 'บทบาท', served: 'ให้บริการ' },
  roles: { primary: 'เริ่มต้น', fallback: ({ number }: { number: number }) => `สำรอง ${number}` },
  served: { yes: 'มี', no: 'ไม่มี' },
  /** A context window that the config's own entry leaves out. */
  unset: 'ไม่ได้ตั้ง',
  unsetMeans: 'ไม่ได้ตั้ง: รายการ​ของโมเดลนี้​ไม่ได้ระบุ​หน้าต่างบริบท (OpenClaw จะถือว่าเป็น 128k ถึง 195k)',
  setUp: 'ตั้งค่า: openclaw onboard --auth-choice huggingface-api-key',
  problem: ({ message, fix }: { message: string; fix: string }) => `${message}  ขั้นต่อไป: ${fix}`,
  checkingToken: 'กำลังตรวจสอบ​โทเค็น',
  probing: ({ id }: { id: string }) => `กำลังรอ ${id}`,
  probe: {
    line: ({ number, ref, said }: { number: number; ref: string; said: string }) => `${number}. ${ref}: ${said}`,
    notAsked: 'ไม่ได้อยู่บน Hugging Face จึงไม่ได้สอบถาม',
    noDefault: 'ไม่มีโมเดลเริ่มต้น: openclaw models set <ref-or-alias>',
    fails: ({ asked }: { asked: number }) =>
      asked === 1 ? 'ขณะนี้คำขอ​จะล้มเหลว เพราะโมเดล​ไม่ตอบกลับ' : `ขณะนี้คำขอ​จะล้มเหลว เพราะไม่มี​โมเดลใดใน ${asked} โมเดลตอบกลับ`,
    /** `unasked`: another provider's model, which comes first. */
    goesTo: ({ ref, unasked }: { ref: string | null; unasked: string | null }) => {
      if (unasked === null) return `ขณะนี้คำขอ​จะส่งไปที่ ${ref}`;
      const other = ref === null ? '' : ` มิฉะนั้นจะส่งไปที่ ${ref}`;
      return `ขณะนี้คำขอ​จะส่งไปที่ ${unasked} หากโมเดลนั้น​ตอบกลับ (ไม่ได้สอบถาม)${other}`;
    },
  },
};
