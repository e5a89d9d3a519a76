import { shellQuote } from '../../../text/shell-quote.ts';
import { beside, octal } from '../units.ts';
import { cause, type Event, events, inMegabytes, look } from './files.ts';

function afterWriting(path: string, errno: string): string {
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return 'เพิ่มพื้นที่ว่าง แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง';
  if (errno === 'EBUSY') return 'ให้ mount ไดเรกทอรี​ที่มีไฟล์นี้​แทนการ mount เฉพาะไฟล์ (docker run -v, compose, …)';
  if (errno === 'EROFS')
    return 'ตำแหน่งที่ mount แบบอ่านอย่างเดียว เช่น ConfigMap ของ Kubernetes เขียนไม่ได้  ให้คัดลอกไฟล์​ไปไว้​ที่อื่นก่อน แล้วตั้ง OPENCLAW_STATE_DIR (หรือ OPENCLAW_CONFIG_PATH) ให้เป็นตำแหน่ง​ของสำเนา';
  if (errno === 'EINUSE') return 'ปิดโปรแกรมนั้น แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง';
  return look(path);
}

const RELEASED = 'เรียกใช้คำสั่งเดิม​อีกครั้ง​เมื่อโปรแกรมนั้น​ทำงานเสร็จ  ล็อกที่ค้างอยู่​จะหมดอายุ​หลังจาก 30 วินาที';
const kinds = {
  directory: 'ไดเรกทอรี',
  'symbolic link': 'symbolic link',
  FIFO: 'FIFO',
  socket: 'socket',
  device: 'อุปกรณ์',
};

const OLDER = 'คอนฟิกรุ่นเก่า​อยู่ข้างกัน​ในชื่อ .bak, .bak.1, …: openclaw config path';

/** Why the config or `.env` is not written. */
export const writeProblems = {
  unwritable: ({ path, errno }: { path: string; errno: string }) => ({
    message: `เขียน ${path} ไม่ได้: ${cause(errno)}`,
    hint: afterWriting(path, errno),
  }),
  'read-only': ({ path }: { path: string }) => ({
    message: `เขียน ${path} ไม่ได้: เป็นแบบ​อ่านอย่างเดียว`,
    hint: `ตรวจสอบ​เจ้าของและ mode: ls -ld ${shellQuote(path)}`,
  }),
  'directory-read-only': ({ path, directory }: { path: string; directory: string }) => ({
    message: `เขียน ${path} ไม่ได้: ไดเรกทอรี ${directory} เป็นแบบ​อ่านอย่างเดียว`,
    hint: `ตรวจสอบ​เจ้าของและ mode: ls -ld ${shellQuote(directory)}`,
  }),
  'would-be-too-large': ({ path, size, most }: { path: string; size: number; most: number }) => ({
    message: `${path} จะมีขนาด ${size} ไบต์ แต่อ่านได้ไม่เกิน ${inMegabytes(most)} (${most} ไบต์)`,
    hint: 'ลดขนาดไฟล์ แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง',
  }),
  'changed-meanwhile': ({ path, event }: { path: string; event: Event }) => ({
    message: `${path} ${events[event]}โดยโปรแกรมอื่น​ในระหว่างนี้`,
    hint: 'เรียกใช้คำสั่งเดิม​อีกครั้ง เพื่อทำงาน​กับไฟล์ปัจจุบัน',
  }),
  'set-in-include': ({ key, file }: { key: string; file: string }) => ({
    message: `${key} ถูกตั้งค่า​ในไฟล์​ที่รวมเข้ามา ${file} ซึ่งโปรแกรมนี้​ไม่แก้ไข`,
    hint: 'แก้ไขที่ไฟล์นั้น​ด้วยตนเอง แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง',
  }),
  'set-by-variable': ({ key, path }: { key: string; path: string }) => ({
    message: `${key} มาจากตัวแปรใน ${path} ซึ่งโปรแกรมนี้​ไม่แก้ไข`,
    hint: 'แก้ไขที่นั่น​ด้วยตนเอง แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง',
  }),
  'edit-refused': ({ path }: { path: string }) => ({
    message: `ไม่ได้เขียน ${path} เพราะผล​การแก้ไข​จะไม่ตรงกับ​ที่ตั้งใจ`,
    hint: 'นี่เป็นข้อผิดพลาด​ของโปรแกรมนี้  โปรดรายงาน',
  }),

  'locked-by-process': ({ path, pid, host }: { path: string; pid: number; host: string }) => ({
    message: `${path} ถูกล็อก​โดยโปรเซส ${pid} บนโฮสต์ ${host}`,
    hint: RELEASED,
  }),
  locked: ({ path, lockFile }: { path: string; lockFile: string }) => ({
    message: `${path} ถูกล็อกอยู่ แต่ ${lockFile} ไม่ได้ระบุ​ว่าใครล็อก`,
    hint: RELEASED,
  }),
  'lock-not-a-file': ({ path, lockFile, what }: { path: string; lockFile: string; what: keyof typeof kinds }) => ({
    message: `ล็อก ${path} ไม่ได้: ${lockFile} เป็น${beside(kinds[what])} ไม่ใช่ไฟล์ล็อก`,
    hint: `ตรวจดูแล้ว​ย้ายออกไป จากนั้นเรียกใช้​คำสั่งเดิม​อีกครั้ง: ls -ld ${shellQuote(lockFile)}`,
  }),

  'no-write-remembered': ({ path }: { path: string }) => ({
    message: `ไม่มีอะไร​ให้เลิกทำ: ไม่มีบันทึก​การเขียน ${path}`,
    hint: OLDER,
  }),
  'backup-gone': ({ path }: { path: string }) => ({
    message: `ไม่มีอะไร​ให้เลิกทำ: ไฟล์สำรองของ ${path} ก่อนการเขียน​ครั้งล่าสุด​ไม่มีแล้ว`,
    hint: OLDER,
  }),
  'changed-since-write': ({ path, event, backup }: { path: string; event: Event; backup: string | null }) => ({
    message: `${path} ${events[event]}หลังจาก​การเขียน​ครั้งล่าสุด​ของโปรแกรมนี้`,
    ...(backup !== null && { hint: `ไฟล์ก่อน​การเขียน​ครั้งนั้น: ${backup}` }),
  }),

  'env-cannot-hold': ({ name }: { name: string }) => ({ message: `ไฟล์ .env เก็บค่านี้ของ ${name} ไม่ได้` }),
  'env-cannot-lose': ({ name }: { name: string }) => ({
    message: `นำ ${name} ออกจากไฟล์ .env โดยไม่เปลี่ยน​ตัวแปรอื่น​ไม่ได้`,
  }),
  'env-keeps-token': ({ path, errno, backup }: { path: string; errno: string; backup: string | null }) => ({
    message: `ไม่ได้เขียนคอนฟิก แต่ ${path} ยังเก็บโทเค็นใหม่ไว้ เพราะคืนค่าเดิม​ไม่ได้: ${cause(errno)}`,
    hint: `เรียกใช้คำสั่งเดิม​อีกครั้งพร้อม --verbose เพื่อดูสาเหตุ​ที่ไม่ได้เขียน​คอนฟิก${backup === null ? '' : `\nไฟล์เดิม: ${backup}`}`,
  }),
};

type Modes = { path: string; wanted: number; mode: number };

/** What a write could not keep, or changed beside the content. Modes are permission bits. */
export const writeNotes = {
  'mode-narrowed': ({ path, wanted, mode }: Modes) =>
    `${path}: mode เดิมคือ ${octal(wanted)} แต่ตอนนี้เป็น ${octal(mode)} เพราะคงกลุ่ม รายการสิทธิ์ (ACL) หรือ mode เดิมไว้ไม่ได้`,
  'mode-not-set': ({ path, wanted, mode }: Modes) =>
    `${path}: mode เป็น ${octal(mode)} แทนที่จะเป็น ${octal(wanted)} เพราะระบบไฟล์นี้​ไม่ให้ตั้งค่า`,
  'env-readable': ({ path, mode }: { path: string; mode: number }) =>
    `${path}: ผู้อื่นอาจอ่านได้ เพราะ mode เป็น ${octal(mode)} และตั้งเป็น 0600 ไม่ได้  ลองใช้: chmod 600 ${shellQuote(path)}`,
  'env-tightened': ({ path, mode }: { path: string; mode: number }) =>
    `${path}: mode เดิมคือ ${octal(mode)} แต่ตอนนี้เป็น 0600 เพราะไฟล์นี้​มีโทเค็น`,
  'env-token-kept': ({ path, name }: { path: string; name: string }) => `${path}: มี ${name} อื่นอยู่แล้ว และคงไว้ตามเดิม`,
  'env-token-replaced': ({ path, name }: { path: string; name: string }) =>
    `${path}: แทนที่ ${name} เดิมแล้ว  ไฟล์เก่าคือ .env.bak ที่อยู่ข้างกัน`,
  'env-token-second': ({ path, name, first }: { path: string; name: string; first: string }) =>
    `${path}: ${name} ยังคงอยู่ แต่ OpenClaw จะอ่าน ${first} ก่อน`,
  'env-untouched': 'ไม่ได้เปลี่ยน .env โทเค็น​ที่บันทึกไว้​จึงยังคงอยู่',
};
