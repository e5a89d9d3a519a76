import { type MessageOf, say } from '../message.ts';
import { reasons } from './catalog.ts';
import { places, tokens } from './token.ts';
import { anyOf, beside, formatAge } from './units.ts';

type Place = MessageOf<typeof places>;
type Reason = MessageOf<typeof reasons>;
/** What OpenClaw has and this program can't read. */
type Unreadable = Parameters<typeof tokens.unreadable>[0];

/** Within a heading. */
function because(reason: Reason | null): string {
  if (reason === null) return '';
  return reason.kind === 'offline' ? ': --offline' : `: ${say(reasons, reason)}`;
}

/** The questions, the summary and the end of onboarding. */
export const onboardingProblems = {
  'missing-flags': ({ flags }: { flags: readonly string[] }) => ({
    message: `--non-interactive ไม่ถามคำถาม จึงต้องระบุ: ${flags.join(' ')}`,
    hint: `openclaw onboard --non-interactive --mode local ${flags.join(' ')}`,
  }),
  'no-token': ({ envFile, config, url }: { envFile: string; config: string; url: string }) => ({
    message: `ไม่พบโทเค็น Hugging Face: ค้นหา HUGGINGFACE_HUB_TOKEN และ HF_TOKEN ในตัวแปร env, ${envFile} และบล็อก env ของ ${config} แล้ว`,
    hint: `ใช้ --huggingface-api-key-file <path> หรือส่งโทเค็นผ่าน pipe ไปยัง --huggingface-api-key -\nสร้างโทเค็น: ${url}`,
  }),
  'token-out-of-reach': ({ token }: { token: Unreadable }) => ({
    message: `โทเค็นที่ใช้คือ${tokens.unreadable(token)} จึงตรวจสอบไม่ได้`,
    hint: 'ดำเนินการต่อ​โดยไม่ตรวจสอบ: --verify try',
  }),
  'probe-without-token': ({ token }: { token: Unreadable }) => ({
    message: `โทเค็นที่ใช้คือ${tokens.unreadable(token)} จึงส่งข้อความทดสอบ​ไม่ได้`,
    hint: 'ดำเนินการต่อ​โดยไม่ใช้ --probe หรือส่งโทเค็น: --huggingface-api-key-file <path>',
  }),
};

export const onboardingNotes = {
  'other-token-first': ({ place }: { place: Place }) =>
    `OpenClaw จะใช้โทเค็นอื่น เพราะ${beside(say(places, place))} มีลำดับความสำคัญ​สูงกว่าโทเค็น​ที่ให้มา`,
  'stored-token-shadowed': ({ place }: { place: Place }) =>
    `${say(places, place)} มีโทเค็นอื่น​ที่มีลำดับความสำคัญ​สูงกว่า​โทเค็น​ที่บันทึกไว้`,
  'token-in-shell-only':
    'โทเค็นอยู่​ในตัวแปร env ของเชลล์นี้เท่านั้น  Gateway ที่ทำงานเป็น daemon (systemd, launchd) จะมองไม่เห็น  หากต้องการบันทึก: --secret-input-mode plaintext',
  'env-backup-keeps-token': ({ path }: { path: string }) =>
    `ไฟล์เก่า​ที่มีโทเค็น​ยังเก็บไว้เป็น ${path}  หากต้องการ​ให้ไม่มีโทเค็น​เหลืออยู่ ให้ลบไฟล์นั้น`,
  'env-token-stays': ({ path }: { path: string }) =>
    `โทเค็นยังอยู่ใน ${path}  หากต้องการ​นำออกด้วย: openclaw onboard --remove --token`,
  'token-stays': ({ place }: { place: Place }) => `โทเค็นนี้ยังคงอยู่: ${say(places, place)}`,
  'primary-kept': ({ ref, usual }: { ref: string; usual: string }) =>
    `โมเดลเริ่มต้น​ยังคงเป็น ${ref}  หากต้องการ​เปลี่ยน: openclaw models set ${usual}`,
  'probe-not-sent': ({ ref }: { ref: string }) => `--probe: ไม่ได้ส่งข้อความ เพราะโมเดลเริ่มต้น ${ref} ไม่ได้อยู่บน Hugging Face`,
  'no-daemon': '--install-daemon: โปรแกรมนี้​ไม่ติดตั้ง daemon  ให้เรียกใช้ OpenClaw เอง: openclaw daemon install',
  'one-account': 'โมเดลเหล่านี้​ใช้เครดิต Hugging Face ของคุณทั้งหมด  หากเครดิตหมด ทุกโมเดล​จะหยุดทำงาน',
  'figures-not-live': ({ source, reason }: { source: 'cache' | 'builtin'; reason: Reason }) =>
    `ตัวเลข​ของโมเดล​มาจากรายการ${source === 'cache' ? 'ในแคช' : 'ในตัว'}  ${say(reasons, reason)}`,
  'kept-primary': ({ ref }: { ref: string }) => `คงไว้: โมเดลเริ่มต้น ${ref} (ของ provider อื่น)`,
  'kept-base-url': ({ url }: { url: string }) => `คงไว้: provider huggingface ที่ ${url} (ใช้ค่าของคุณ)`,
  'kept-entry': ({ id }: { id: string }) => `คงไว้: รายการของโมเดล ${id} (ใช้ค่าของคุณ)`,
};

export const onboarding = {
  heading: 'OpenClaw + Hugging Face Inference Providers',
  current: '(ปัจจุบัน)',
  provider: {
    title: 'Provider',
    choices: {
      'huggingface-api-key': {
        label: 'Hugging Face',
        detail: 'Inference Providers: โทเค็น​เพียงตัวเดียว ใช้โมเดลแชต​ได้หลายโมเดล',
      },
      skip: { label: 'ข้ามไปก่อน', detail: 'ไม่มีการเปลี่ยนแปลง  เรียกใช้ใหม่​ได้ทุกเมื่อ' },
    },
  },
  token: {
    title: 'โทเค็น Hugging Face',
    noneFound: ({ envFile, other }: { envFile: string; other: boolean }) =>
      `ไม่พบโทเค็น${other ? 'อื่น' : ''}ใน HUGGINGFACE_HUB_TOKEN, HF_TOKEN, ${envFile}, คอนฟิก หรือ hf auth login`,
    create: 'สร้างโทเค็นได้ที่นี่ (เลือกสิทธิ์​ไว้ให้แล้ว) จากนั้นวาง​ด้านล่าง:',
    owner: ({ name, token, masked }: { name: string; token: string | null; masked: string }) =>
      token === null ? `${name} (${masked})` : `${name}, โทเค็น "${token}" (${masked})`,
    unchecked: ({ masked }: { masked: string }) => `${masked} (ยังไม่ได้ตรวจสอบ)`,
    checking: 'กำลังตรวจสอบโทเค็น​และดึง​รายการโมเดล',
    listing: 'กำลังดึง​รายการโมเดล',
    whatNow: 'ต้องการทำ​อะไรต่อ',
    retry: 'ลองอีกครั้ง​ด้วยโทเค็นเดิม',
    another: 'ใช้โทเค็นอื่น',
    goOn: 'ดำเนินการต่อ​โดยไม่ตรวจสอบ',
    quit: 'ออก',
  },
  model: {
    title: 'Default Hugging Face model',
    columns: { context: 'บริบท', tools: 'เครื่องมือ', image: 'ภาพ', input: '$/M เข้า', output: 'ออก', speed: 'token/วินาที' },
    spoken: {
      input: ({ figure }: { figure: string | null }) =>
        figure === null ? 'ไม่ทราบราคา​ขาเข้า' : `ขาเข้า ${figure} ดอลลาร์ต่อ​หนึ่งล้าน token`,
      output: ({ figure }: { figure: string | null }) =>
        figure === null ? 'ไม่ทราบราคา​ขาออก' : `ขาออก ${figure} ดอลลาร์ต่อ​หนึ่งล้าน token`,
      speed: ({ figure }: { figure: string | null }) => (figure === null ? 'ไม่ทราบความเร็ว' : `${figure} token ต่อวินาที`),
    },
    tools: { yes: 'มี', some: 'บางราย', no: 'ไม่มี' },
    image: 'ได้',
    live: ({ models }: { models: number }) => `${models} โมเดล (ข้อมูลสด)`,
    builtIn: ({ models, asOf, reason }: { models: number; asOf: string; reason: Reason | null }) =>
      `${models} โมเดล​จากรายการในตัว ณ ${asOf}${because(reason)}`,
    cached: ({ models, age, reason }: { models: number; age: number; reason: Reason | null }) =>
      `${models} โมเดล (ดึงข้อมูลเมื่อ${formatAge(age)})${because(reason)}`,
    filter: 'พิมพ์เพื่อกรอง',
    matches: ({ found, all }: { found: number; all: number }) => `${found} จาก ${all}`,
    first: ({ shown }: { shown: number }) => `${shown} รายการแรก`,
    none: ({ typed, all }: { typed: string; all: number }) =>
      `ไม่มีโมเดล​ที่ตรงกับ "${typed}" (จากทั้งหมด ${all} โมเดล)  ลองใช้คำ​ให้น้อยลง  หากต้องการ​ใช้โมเดล​ที่ไม่อยู่​ในรายการ ให้พิมพ์ id แบบเต็ม (org/name)`,
    fallback: ({ number }: { number: number }) => `(สำรอง ${number})`,
    notListed: '(ไม่อยู่ในรายการ)',
    notServed: '(ขณะนี้ไม่มีให้บริการ)',
    refused: ({ provider }: { provider: string }) => `(${provider} ไม่ได้ให้บริการ)`,
    unchecked: 'ใช้ตามที่พิมพ์ โดยไม่ได้​ตรวจสอบ',
    confirm: ({ id, nearest }: { id: string; nearest: readonly string[] }) =>
      `ไม่มี inference provider ใดให้บริการ ${id}${nearest.length === 0 ? '' : `  ใกล้เคียงที่สุด: ${anyOf(nearest)}`}  กด Enter อีกครั้ง​หากยังต้องการใช้`,
    providers: ({ amount }: { amount: number }) => `inference provider ${amount} ราย`,
    speed: ({ speed }: { speed: number }) => `${Math.round(speed)} token/วินาที`,
    turn: ({ usd }: { usd: string }) => `ประมาณ $${usd} ต่อรอบ`,
    costUnknown: 'ไม่ทราบค่าใช้จ่าย',
    keep: 'คงโมเดลเริ่มต้นของ provider อื่นไว้',
    lockedBySpeed: 'router เลือกตาม​ความเร็ว จึงเปลี่ยนเส้นทาง​ไม่ได้',
    lockedByCost: 'router เลือกตามต้นทุน จึงเปลี่ยนเส้นทาง​ไม่ได้',
  },
  route: {
    title: 'เลือกเส้นทาง​ของคำขอตาม',
    order: 'ลำดับใน Hugging Face ของคุณ',
    orderDetail: 'ลำดับที่คุณตั้งไว้ที่ https://hf.co/settings/inference-providers',
    fastest: 'throughput สูงสุด',
    fastestDetail: 'router จะเลือก inference provider ที่มี throughput สูงสุด',
    cheapest: 'ต้นทุนต่ำสุด',
    cheapestDetail: 'router จะเลือก inference provider ที่มีต้นทุนต่อ output token ต่ำสุด',
    pinnedDetail: ({ provider }: { provider: string }) => `คำขอจะส่งไปที่ ${provider} เท่านั้น`,
    notLive: 'ขณะนี้ไม่ตอบกลับ',
  },
  fallbacks: {
    title: 'โมเดลสำรอง',
    explained: 'ใช้ตามลำดับนี้​หากโมเดลเริ่มต้น​ล้มเหลว',
    done: 'เสร็จ',
    remove: ({ id }: { id: string }) => `นำ ${id} ออก`,
  },
  alias: {
    title: ({ id }: { id: string }) => `alias ของ ${id}`,
    explained: 'ชื่อสั้นที่แสดงใน OpenClaw  ใช้กับ /model ในแชตได้',
    empty: 'alias ต้องมีอย่างน้อย​หนึ่งอักขระ',
    taken: ({ owner }: { owner: string }) => `${owner} ใช้ alias นี้อยู่แล้ว`,
  },
  remove: {
    title: 'นำ Hugging Face ออกจากคอนฟิก​หรือไม่',
    no: 'ไม่ ให้คงไว้',
    yes: 'ใช่ ให้นำออก',
    done: 'นำ Hugging Face ออกแล้ว',
  },
  storage: {
    title: 'ที่เก็บโทเค็น',
    explained: 'บริการเบื้องหลัง​อ่านตัวแปร​ของเชลล์นี้​ไม่ได้',
    file: ({ path }: { path: string }) => `ใน ${path} (คุณเท่านั้นที่อ่านได้)`,
    fileDetail: 'OpenClaw จะพบโทเค็นที่นั่น แม้ทำงาน​เป็นบริการ​เบื้องหลัง',
    nowhere: 'ไม่เก็บ: จะตั้งค่า HUGGINGFACE_HUB_TOKEN หรือ HF_TOKEN เอง',
    nowhereDetail: 'ไม่ว่า Gateway จะทำงานที่ใด ก็ต้องมี​ตัวแปรใดตัวแปรหนึ่ง',
  },
};
