import type { JsonType } from '../../../text/json.ts';
import { shellQuote } from '../../../text/shell-quote.ts';
import { type MessageOf, say } from '../../message.ts';
import { isOfType } from '../units.ts';
import { cause, inMegabytes } from './files.ts';

const SAVE_AS_UTF8 = 'บันทึกเป็น UTF-8 ในโปรแกรมแก้ไข แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง';

/** What is wrong with a text, where it is. */
export const faults = {
  'unexpected-end': 'ข้อความจบ​ก่อนที่ควร',
  'unexpected-line-end': 'บรรทัดจบ​ก่อนที่ควร',
  'unexpected-character': 'มีอักขระ​ที่ไม่ควรอยู่​ตรงนี้',
  'escape-in-key': 'ใช้ escape นี้ใน key ที่ไม่มีอัญประกาศ​ไม่ได้',
  'not-an-object': 'ระดับบนสุดไม่ใช่ object',
  'too-deep': ({ most }: { most: number }) => `ซ้อนกันเกิน ${most} ระดับ`,
  'invalid-utf8': 'UTF-8 ไม่ถูกต้อง',
};

export type Fault = MessageOf<typeof faults>;

const lookAt = (path: string) => `ดูว่ามีอะไรอยู่ที่นั่น: ls -ld ${shellQuote(path)}`;

const inInclude = (path: string, what: string) => ({
  message: `${path}: $include ${what}`,
  hint: `แก้ไข $include ใน ${path} แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง`,
});

type InvalidText = {
  path: string;
  /** From 1. */
  line: number;
  column: number;
  fault: Fault;
  /** The line in question with a caret below it, secrets masked; null where none may be shown. */
  excerpt: string | null;
  /** The file whose `$include` names this one; null for the config itself. */
  includedBy: string | null;
};

function afterFault({ kind }: Fault, includedBy: string | null): string {
  if (includedBy !== null) return `รวมเข้ามาโดย ${includedBy}`;
  return kind === 'invalid-utf8' ? SAVE_AS_UTF8 : 'แก้ไขจุดนั้น แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง';
}

type IncludeOutside = {
  path: string;
  file: string;
  /** The config's own. */
  directory: string;
  /** Whether OPENCLAW_INCLUDE_ROOTS names others. */
  roots: boolean;
};

type WrongType = {
  /** The path of what is of a wrong type. */
  key: string;
  path: string;
  found: JsonType;
  needed: JsonType;
};

const mustBe = ({ key, path, found, needed }: WrongType) =>
  `${key} ใน ${path} ต้อง${isOfType(needed)} แต่${isOfType(found)}`;

const MADE_ANEW = 'OpenClaw จะสร้างไฟล์นี้ใหม่​หากไม่มี  ให้ย้ายไฟล์ออกไป หรือแก้ไขจุดนั้น';

/** What can be wrong with the config, and with what it includes, where it is read. */
export const readProblems = {
  unreadable: ({ path, errno }: { path: string; errno: string }) => ({
    message: `อ่าน ${path} ไม่ได้: ${cause(errno)}`,
    hint: lookAt(path),
  }),
  'too-large-to-read': ({ path, most }: { path: string; most: number }) => ({
    message: `อ่าน ${path} ไม่ได้: มีขนาดใหญ่กว่า ${inMegabytes(most)}`,
    hint: lookAt(path),
  }),
  'utf-16': ({ path }: { path: string }) => ({ message: `${path} เป็นข้อความ UTF-16 ไม่ใช่ UTF-8`, hint: SAVE_AS_UTF8 }),
  'not-utf-8': ({ path }: { path: string }) => ({ message: `${path} ไม่ใช่ข้อความ UTF-8`, hint: SAVE_AS_UTF8 }),
  /** `excerpt` is the line in question and a caret below it, secrets masked. */
  'invalid-text': ({ path, line, column, fault, excerpt, includedBy }: InvalidText) => ({
    message: `${path}:${line}:${column}: ${say(faults, fault)}${excerpt === null ? '' : `\n${excerpt}`}`,
    hint: afterFault(fault, includedBy),
  }),
  'models-json-broken': ({ path, line, column, fault }: Omit<InvalidText, 'excerpt' | 'includedBy'>) => ({
    message: `${path}:${line}:${column}: ${say(faults, fault)}`,
    hint: MADE_ANEW,
  }),
  'wrong-type': (wrong: WrongType) => ({
    message: mustBe(wrong),
    hint: 'แก้ไขด้วยตนเอง แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง',
  }),
  'models-json-wrong-type': (wrong: WrongType) => ({ message: mustBe(wrong), hint: MADE_ANEW }),

  'include-no-name': ({ path }: { path: string }) => inInclude(path, 'ต้องเป็นชื่อไฟล์หรือ array ของชื่อไฟล์'),
  'include-beside-keys': ({ path }: { path: string }) => inInclude(path, 'มี key อื่นอยู่ข้างกัน ไฟล์ที่รวมเข้ามา​จึงต้องเป็น object'),
  'include-no-object': ({ path }: { path: string }) => inInclude(path, 'ที่ระดับบนสุด​ต้องนำไปสู่ object'),
  'include-too-large': ({ path, most }: { path: string; most: number }) =>
    inInclude(path, `เมื่อรวมทั้งหมดแล้ว​มีขนาดเกิน ${inMegabytes(most)}`),
  'include-circle': ({ path, chain }: { path: string; chain: readonly string[] }) =>
    inInclude(path, `วนกลับมาที่เดิม: ${chain.join(' -> ')}`),
  'include-too-deep': ({ path, most }: { path: string; most: number }) => inInclude(path, `ซ้อนกันเกิน ${most} ไฟล์`),
  'include-too-nested': ({ path, most }: { path: string; most: number }) =>
    inInclude(path, `ทำให้ซ้อนกันเกิน ${most} ระดับ`),
  'include-missing': ({ path, file }: { path: string; file: string }) => inInclude(path, `ระบุ ${file} ซึ่งไม่มีอยู่`),
  'include-linked': ({ path, file }: { path: string; file: string }) =>
    inInclude(path, `ระบุ ${file} ซึ่งมี hard link อยู่ OpenClaw จึงไม่อ่านไฟล์นี้`),
  'include-outside': ({ path, file, directory, roots }: IncludeOutside) =>
    inInclude(
      path,
      `ระบุ ${file} ซึ่งอยู่​นอกไดเรกทอรี​ของคอนฟิก ${directory}${roots ? ' และนอกไดเรกทอรีใน OPENCLAW_INCLUDE_ROOTS' : ''}`,
    ),
};
