import { shellQuote } from '../../../text/shell-quote.ts';

/** By errno. The code is behind the words where it is the system's own, for those who search the web for it. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'ไม่มีสิทธิ์เข้าถึง (EACCES)',
  EBUSY: 'เป็น mount point ของตัวเอง ซึ่งเขียนทับได้​ในที่เดิม​เท่านั้น (EBUSY)',
  EDQUOT: 'ใช้โควตา​ดิสก์เต็มแล้ว (EDQUOT)',
  EFBIG: 'มีขนาดใหญ่เกินไป',
  EINUSE: 'โปรแกรมอื่น​เปิดใช้อยู่',
  EIO: 'ดิสก์รายงาน​ข้อผิดพลาด (EIO)',
  EISDIR: 'เป็นไดเรกทอรี',
  ELOOP: 'symbolic link วนกลับมาที่เดิม (ELOOP)',
  ENAMETOOLONG: 'ชื่อยาวเกินไป (ENAMETOOLONG)',
  ENOENT: 'สร้างไดเรกทอรี​ของไฟล์ไม่ได้ (ENOENT)',
  ENOSPC: 'ไม่มีพื้นที่เหลือ​ในอุปกรณ์ (ENOSPC)',
  ENOTDIR: 'บางส่วน​ของพาธ​ไม่ใช่​ไดเรกทอรี (ENOTDIR)',
  ENOTREG: 'ไม่ใช่ไฟล์ปกติ (เป็น pipe, socket หรืออุปกรณ์)',
  EPERM: 'ไม่ได้รับอนุญาต (EPERM)',
  EROFS: 'ระบบไฟล์​เป็นแบบ​อ่านอย่างเดียว (EROFS)',
};

/** `errno` is a code, or, where a failure has none, the words it came with. */
export const cause = (errno: string) => CAUSES[errno] ?? errno;

export const look = (path: string) => `ตรวจสอบ​เจ้าของและ mode ของไฟล์​และไดเรกทอรี: ls -ld ${shellQuote(path)}`;

/** What became of a file. */
export const events = { changed: 'ถูกเปลี่ยน', created: 'ถูกสร้าง', removed: 'ถูกลบ' };
export type Event = keyof typeof events;

export const inMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
