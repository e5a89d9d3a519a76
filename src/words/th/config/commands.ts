import type { JsonType } from '../../../text/json.ts';
import { say } from '../../message.ts';
import { status } from '../status.ts';
import { beside, isOfType } from '../units.ts';
import { type Fault, faults } from './read.ts';

/** What `config get` refuses. */
export const configProblems = {
  'not-a-path': ({ text }: { text: string }) => ({
    message: `${JSON.stringify(text)} ไม่ใช่พาธ`,
    hint: 'ตัวอย่าง: openclaw config get \'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias\'',
  }),
  'not-in-config': ({ key, path, near, parent, keys }: NotInConfig) => ({
    message: `ไม่มี ${key} ใน ${path}`,
    ...(near !== null && { hint: `หมายถึง ${near} ใช่หรือไม่` }),
    ...(near === null &&
      keys.length > 0 && { hint: `${parent === null ? 'คอนฟิก' : `${parent} `}มี: ${keys.join(', ')}` }),
    ...(parent === null && keys.length === 0 && { hint: status.setUp }),
  }),
};

type NotInConfig = {
  key: string;
  path: string;
  /** The path that may have been meant. */
  near: string | null;
  /** What has no such key; null for the whole config. */
  parent: string | null;
  /** Those that it has. */
  keys: readonly string[];
};

/** What a key that this program reads must be. */
const needed = {
  string: 'ข้อความ',
  'non-negative': 'ตัวเลขตั้งแต่ 0 ขึ้นไป',
  positive: 'ตัวเลขที่มากกว่า 0',
  boolean: 'true หรือ false',
  strings: 'array ของข้อความ',
  model: 'model ref หรือ object ที่มี primary และ fallbacks',
  object: 'object',
  array: 'array',
};

type WrongType = { key: string; needs: keyof typeof needed; found: JsonType | number | boolean };

/** What `config validate` finds in a config that can be read. `key` is the path of one. */
const issues = {
  'invalid-text': ({ fault }: { fault: Fault }) => say(faults, fault),
  'wrong-type': ({ key, needs, found }: WrongType) =>
    `${key} ต้องเป็น${beside(needed[needs])} แต่${typeof found === 'string' ? isOfType(found) : `เป็น ${found}`}`,
  'key-missing': ({ key, missing }: { key: string; missing: string }) => `${key} ไม่มี ${missing} ซึ่ง OpenClaw จำเป็นต้องใช้`,
  'variable-not-set': ({ key, name }: { key: string; name: string }) =>
    `${key} อ้างถึง \${${name}} ซึ่งไม่ได้ตั้งค่าไว้​ในที่ที่​คำสั่งนี้ทำงาน`,
  'token-under-env': ({ key, name }: { key: string; name: string }) =>
    `เฉพาะ OpenClaw ก่อน 2026.8 เท่านั้นที่อ่าน ${key}  รุ่นหลังจากนั้น​รับเฉพาะ env.vars.${name}`,
};

/** `config undo`, `config validate`. */
export const config = {
  issues,
  verdict: ({ isValid, path }: { isValid: boolean; path: string }) => `${isValid ? 'ถูกต้อง' : 'ไม่ถูกต้อง'}: ${path}`,
  issue: ({ message, at, isWarning }: { message: string; at: string | null; isWarning: boolean }) =>
    `- ${isWarning ? 'คำเตือน: ' : ''}${at === null ? '' : `${at}: `}${message}`,
  scope: 'ไวยากรณ์ ไฟล์ที่รวมเข้ามา และ key ที่โปรแกรมนี้อ่าน',
  checked: ({ scope }: { scope: string }) => `ตรวจสอบแล้ว: ${scope}  ไม่ได้ตรวจสอบ schema ทั้งหมดของ OpenClaw`,
  removed: ({ path }: { path: string }) => [`ลบแล้ว: ${path}`, 'เดิมไม่มีไฟล์นี้'],
  restored: ({ path, from }: { path: string; from: string }) => [`คืนค่าแล้ว: ${path}`, `จาก: ${from}`],
};
