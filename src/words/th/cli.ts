import { type MessageOf, say } from '../message.ts';
import { anyOf } from './units.ts';

/** Why a value is refused. */
const valueReasons = {
  'looks-like-a-flag': 'ค่านี้ดูเหมือนแฟล็ก ลืมใส่ค่าหรือไม่',
  'control-characters': 'มีการ​ขึ้นบรรทัดใหม่​หรืออักขระ​ควบคุมอยู่​ในค่านี้',
  'not-an-alias': 'ต้องอยู่ในรูปแบบ <ref>=<label>',
  'not-a-price': 'ต้องเป็น​จำนวน​เงินดอลลาร์​สหรัฐ',
  'not-a-count': 'ต้องเป็น​จำนวนเต็ม​ตั้งแต่ 1 ถึง 20',
  'not-seconds': 'ต้องเป็น​จำนวนวินาที​ที่มากกว่า 0 และไม่เกิน 86400 (หนึ่งวัน)',
  'not-a-command-name': 'ต้องเป็นชื่อคำสั่ง',
  'not-an-organisation': 'ต้องเป็น​ชื่อองค์กร (ตัวอักษร ตัวเลข "." "_" และ "-")',
};

export type ValueReason = MessageOf<typeof valueReasons>;

const seeHelp = (command: string) => `ดู: ${command} --help`;
const exampleOr = (example: string | null, command: string) =>
  example === null ? seeHelp(command) : `ตัวอย่าง: ${example}`;
const alikeOr = (alike: string | null, command: string) =>
  alike === null ? seeHelp(command) : `หมายถึง ${alike} ใช่ไหม`;

/** How else a token is passed, where the variable was not set. */
const OTHER_WAYS = 'หรือส่งผ่านไฟล์ (--huggingface-api-key-file <path>) หรือทาง stdin (--huggingface-api-key -)';

/** What is wrong with a command line. `command`: as it is called, `openclaw models list`; `alike`: what may be meant. */
export const cliProblems = {
  'unknown-flag': ({ flag, alike, command }: { flag: string; alike: string | null; command: string }) => ({
    message: `${command} ไม่มีแฟล็ก ${flag}`,
    hint: alikeOr(alike, command),
  }),
  'unknown-command': ({ name, alike, command }: { name: string; alike: string | null; command: string }) => ({
    message: `${command} ไม่มีคำสั่ง "${name}"`,
    hint: alikeOr(alike, command),
  }),
  'foreign-command': ({ name }: { name: string }) => ({
    message: `"${name}" เป็นคำสั่งของ OpenClaw เอง ไม่ใช่ของโปรแกรมนี้`,
    hint: 'ให้เรียกใช้ด้วย OpenClaw ตัวจริง โปรแกรมนี้มี: onboard, models, config, completion',
  }),
  'argument-missing': ({ name, command, example }: { name: string; command: string; example: string | null }) => ({
    message: `${command} ต้องระบุ <${name}>`,
    hint: exampleOr(example, command),
  }),
  'value-missing': ({ flag, command, example }: { flag: string; command: string; example: string | null }) => ({
    message: `${flag}: ไม่ได้ระบุค่า`,
    hint: exampleOr(example, command),
  }),
  'too-many-arguments': (mentioned: {
    given: readonly string[];
    allowed: number;
    /** A command that may be meant. */
    instead: string | null;
    command: string;
  }) => {
    const { given, allowed, instead, command } = mentioned;
    const takes = allowed === 0 ? 'ไม่รับอาร์กิวเมนต์' : `รับ ${allowed} อาร์กิวเมนต์`;
    const got = given.map((text) => `"${text}"`).join(' ');
    return { message: `${command} ${takes} แต่ได้รับ ${got}`, hint: instead ?? seeHelp(command) };
  },
  'two-flags': ({ flags, instead }: { flags: readonly [string, string]; instead: string }) => ({
    message: `ใช้ ${flags[0]} พร้อมกับ ${flags[1]} ไม่ได้`,
    hint: `ให้ใช้เพียงอย่างเดียว: ${instead}`,
  }),
  'flag-needs': ({ flag, needs, instead }: { flag: string; needs: string; instead: string }) => ({
    message: `${flag} ใช้ได้​เมื่อใช้​ร่วมกับ ${needs} เท่านั้น`,
    hint: `ให้ระบุทั้งคู่: ${instead}`,
  }),
  'wrong-choice': (mentioned: {
    /** `--sort`, `<shell>` */
    name: string;
    value: string;
    choices: readonly string[];
    alike: string | null;
    command: string;
  }) => {
    const { name, value, choices, alike, command } = mentioned;
    return { message: `${name} เป็น "${value}" ไม่ได้ ใช้ได้เฉพาะ ${anyOf(choices)}`, hint: alikeOr(alike, command) };
  },
  'wrong-value': (mentioned: {
    name: string;
    value: string;
    reason: ValueReason;
    command: string;
    /** A command line that has it right. */
    example: string | null;
  }) => {
    const { name, value, reason, command, example } = mentioned;
    return { message: `${name} เป็น "${value}" ไม่ได้: ${say(valueReasons, reason)}`, hint: exampleOr(example, command) };
  },
  'empty-value': ({ name, command }: { name: string; command: string }) => ({
    message: `${name} ว่างเปล่า ตั้งค่า​ตัวแปรแล้ว​หรือยัง`,
    hint: seeHelp(command),
  }),
  'empty-key': { message: '--huggingface-api-key ว่างเปล่า ตั้งค่า​ตัวแปรแล้ว​หรือยัง', hint: OTHER_WAYS },
  'key-is-a-flag': {
    message: 'สิ่งที่ตามหลัง --huggingface-api-key เป็นแฟล็ก ไม่ใช่โทเค็น ตั้งค่า​ตัวแปรแล้ว​หรือยัง',
    hint: OTHER_WAYS,
  },
  'model-as-alias': ({ label, swapped }: { label: string; swapped: string }) => ({
    message: `"${label}" เป็นโมเดล ไม่ใช่ alias`,
    hint: `สลับกันหรือไม่ ${swapped}`,
  }),
  'other-auth-choice': ({ choice }: { choice: string }) => ({
    message: `โปรแกรมนี้​ตั้งค่า​เฉพาะ Hugging Face สำหรับ "${choice}" ให้เรียกใช้ onboard ของ OpenClaw เอง`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'other-provider': ({ provider }: { provider: string }) => ({
    message: `โปรแกรมนี้​แสดง​เฉพาะ​โมเดลของ Hugging Face ไม่ใช่ของ "${provider}"`,
    hint: 'openclaw models list --provider huggingface',
  }),
  'needs-the-service': ({ what, instead }: { what: string; instead: string }) => ({
    message: `${what} ต้องสอบถาม Hugging Face แต่ --offline ไม่ส่ง​คำขอ​ผ่านเครือข่าย`,
    hint: `แบบไม่ใช้ --offline: ${instead}`,
  }),
  'answers-missing': ({ path }: { path: string }) => ({
    message: `--from: ไม่มีไฟล์ ${path}`,
    hint: 'ให้ระบุ​พาธของไฟล์ JSON หรือ JSON5 หรือใช้ - เพื่ออ่านจาก stdin',
  }),
  'answers-from-terminal': {
    message: '--from - อ่านคำตอบ​จากไปป์ แต่ stdin เป็นเทอร์มินัล',
    hint: 'ให้ระบุไฟล์: openclaw onboard --from <file>',
  },
  'stdin-twice': {
    message: '--from - และ --huggingface-api-key - ต่างก็​อ่านจาก stdin',
    hint: 'ให้ส่งโทเค็น​ผ่านไฟล์: --huggingface-api-key-file <path>',
  },
  'token-among-answers': ({ place }: { place: string }) => ({
    message: `${place}: มีโทเค็น​หรือคีย์​สำหรับโทเค็น คำตอบ​จะมีโทเค็น​ไม่ได้`,
    hint: 'ให้ส่งแยกต่างหาก: --huggingface-api-key-file <path>',
  }),
  'unknown-answer': (mentioned: {
    key: string;
    place: string;
    flag: string | null;
    alike: string | null;
    known: readonly string[];
  }) => {
    const { key, place, flag, alike, known } = mentioned;
    const other = alike === null ? `คำตอบที่ใช้ได้: ${known.join(', ')}` : `หมายถึง ${alike} ใช่ไหม`;
    return {
      message: `"${key}" ใน ${place} ไม่ใช่คำตอบ`,
      hint: flag === null ? other : `นี่เป็นแฟล็ก ให้ระบุ ${flag} คู่กับ --from`,
    };
  },
  'remote-mode': {
    message: 'ไม่รองรับ --mode remote เพราะ Gateway ระยะไกล​มีคอนฟิก​ของตัวเองอยู่​บนเครื่องนั้น',
    hint: 'ให้เรียกใช้​บนเครื่องนั้น: openclaw onboard --mode local',
  },
  'no-terminal': {
    message: 'ถามคำถาม​ไม่ได้​เพราะ​ไม่มีเทอร์มินัล',
    hint: 'ให้เรียกใช้แทน: openclaw onboard --non-interactive --mode local --auth-choice huggingface-api-key --huggingface-api-key-file <path>',
  },
  'out-of-time': ({ seconds, more }: { seconds: number; more: number }) => ({
    message: `การทำงาน​ใช้เวลา​เกิน ${seconds} วินาที`,
    hint: `ลองอีกครั้ง หรือให้เวลา​มากขึ้น: --timeout ${more}`,
  }),
  'removal-unconfirmed': {
    message: 'ถามก่อน​นำออก​ไม่ได้​เพราะ​ไม่มีเทอร์มินัล',
    hint: 'ให้เรียกใช้แทน: openclaw onboard --remove --non-interactive',
  },
  unexpected: ({ detail }: { detail: string }) => ({
    message: `ข้อผิดพลาดที่ไม่คาดคิด: ${detail}`,
    hint: 'ให้เรียกใช้​คำสั่งเดิม​พร้อม --verbose แล้วรายงาน​ข้อความ​ที่แสดง',
  }),
  'output-failed': ({ code, wrote }: { code: string; wrote: readonly string[] }) => ({
    message: `เขียน​เอาต์พุต​ไม่สำเร็จ (${code})`,
    ...didWrite(wrote),
  }),
  'output-interrupted': ({ by, wrote }: { by: 'SIGINT' | 'SIGTERM'; wrote: readonly string[] }) => ({
    message: `${by === 'SIGTERM' ? 'ถูกสั่งให้จบ' : 'ถูกขัดจังหวะ'}ขณะรอ​ให้ปลายทาง​อ่านเอาต์พุต`,
    ...didWrite(wrote),
  }),
  'ended-early': ({ wrote }: { wrote: readonly string[] }) => ({
    message: 'การทำงาน​จบลง​ก่อนงานเสร็จ เพราะ​ไม่เหลือ​อะไร​ให้รอ',
    ...(wrote.length > 0 && { hint: `ก่อนหน้านั้นได้เขียน ${wrote.join(', ')}` }),
  }),
};

/** Of a run that was completed and could not say so. */
function didWrite(paths: readonly string[]): { hint?: string } {
  return paths.length === 0 ? {} : { hint: `งานเสร็จสมบูรณ์แล้ว และได้เขียน ${paths.join(', ')}` };
}
