import { BILLING_URL } from '../../links.ts';
import { type ServiceProblem, serviceWords } from '../service.ts';

const addresses = {
  'not-a-url': 'ไม่ใช่ URL',
  scheme: 'ไม่ได้ขึ้นต้นด้วย https:// หรือ http://',
  credentials: 'มีชื่อผู้ใช้​หรือรหัสผ่านอยู่',
  query: 'มี query หรือ fragment',
};

/** What keeps a request from being made; `usual`: what the config gets as its address. */
export const requestProblems = {
  'bad-endpoint-variable': ({ name, why }: { name: string; why: keyof typeof addresses }) => ({
    message: `ใช้ URL ใน ${name} ไม่ได้: ${addresses[why]}`,
    hint: `ตั้งค่า ${name}=https://host/path หรือยกเลิกค่า`,
  }),
  'bad-base-url': ({ path, why, usual }: { path: string; why: keyof typeof addresses; usual: string }) => ({
    message: `ใช้ URL ใน ${path} ไม่ได้: ${addresses[why]}`,
    hint: `ตั้งค่าเป็น "${usual}"`,
  }),
  'base-url-gives-away': ({ path }: { path: string }) => ({
    message: `${path} แทนค่าตัวแปร​ลงในที่อยู่​ที่ไม่ใช่ของ Hugging Face ซึ่งอาจเปิดเผย​ค่าตัวแปรนั้นได้ จึงไม่ได้ส่งคำขอ`,
    hint: 'เขียนที่อยู่แบบเต็ม หรือระบุเอง: OPENCLAW_HUGGINGFACE_BASE_URL=https://host/path',
  }),
  'bad-header': ({ path }: { path: string }) => ({
    message: `ส่ง ${path} เป็นเฮดเดอร์​ไม่ได้: ชื่อหรือค่า​มีอักขระ​ที่ใช้ในเฮดเดอร์​ไม่ได้`,
    hint: 'แก้ไขในคอนฟิก​ด้วยตนเอง',
  }),
  /** `isModels`: another model may answer. */
  'test-message-failed': ({ id, why, isModels }: { id: string; why: ServiceProblem; isModels: boolean }) => {
    const { message, hint } = serviceWords(why);
    const other = `หรือ${isModels ? 'เลือกโมเดลอื่นด้วย --model หรือ' : ''}ดำเนินการต่อ​โดยไม่ใช้ --probe`;
    return { message: `ส่งข้อความทดสอบไปที่ ${id} ไม่สำเร็จ: ${message}`, hint: hint ? `${hint}\n${other}` : other };
  },
};

/** What a test message showed, without a subject; then what helps after a failure. */
export const probes = {
  answered: (probe: { inferenceProvider: string | null; latencyMs: number; tools: boolean | null }) => {
    const { inferenceProvider, latencyMs, tools } = probe;
    const called =
      tools === null
        ? 'แต่ถูกตัด​ก่อนจะเรียกใช้​เครื่องมือได้'
        : tools
          ? 'และเรียกใช้​เครื่องมือแล้ว'
          : 'แต่ไม่ได้เรียกใช้​เครื่องมือ ซึ่ง OpenClaw จำเป็นต้องใช้';
    return `${inferenceProvider ?? 'inference provider ที่ไม่ระบุชื่อ'} ตอบกลับใน ${latencyMs} ms ${called}`;
  },
  failed: ({ why }: { why: ServiceProblem }) => `ล้มเหลว: ${serviceWords(why).message}`,
  'all-need-credits': `ปัญหานี้ทำให้​ทุกโมเดลของ Hugging Face หยุดทำงาน  ต้องใช้​โมเดลสำรองของ provider อื่น หรือเติมเครดิต: ${BILLING_URL}`,
  'all-need-token': 'ปัญหานี้ทำให้​ทุกโมเดลของ Hugging Face หยุดทำงาน  โมเดลสำรองของ Hugging Face ช่วยไม่ได้',
  'fallback-or-tools-helps': 'ใช้โมเดลสำรอง หรือ inference provider อื่น: org/model:provider',
  'fallback-helps': 'ใช้โมเดลสำรองได้',
};
