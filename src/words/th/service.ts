import { BILLING_URL, INFERENCE_PROVIDERS_URL, NEW_TOKEN_URL, STATUS_URL, TOKENS_URL } from '../links.ts';
import { type MessageOf, say } from '../message.ts';
import { networkProblems } from './service/network.ts';
import { beside } from './units.ts';

const CHECK_ADDRESSES =
  'ตรวจสอบ OPENCLAW_HUGGINGFACE_BASE_URL, HF_ENDPOINT และ models.providers.huggingface.baseUrl  หน้าเข้าสู่ระบบ​ของเครือข่าย​ก็ทำให้เกิด​ปัญหานี้ได้';

const modelLists = {
  'web-page': 'หน้าเว็บ',
  'not-json': 'ข้อมูลที่ไม่ใช่ JSON',
  'no-list': 'JSON ที่ไม่มี​รายการโมเดล',
  empty: 'รายการโมเดล​ที่ว่างเปล่า',
  'no-chat-model': 'รายการ​ที่ไม่มีโมเดล​แชตเลย',
};

/** `words`: the service's own, without a full stop; empty where it gave none. */
type Answer = { status: number; inferenceProvider: string | null; words: string };

function answered(what: string, { status, inferenceProvider, words }: Answer): string {
  const who = inferenceProvider === null ? '' : `, ${inferenceProvider}`;
  return `${what} (${status}${who})${words === '' ? '' : `: ${words}`}`;
}

/** What the network and the service answer. */
export const serviceProblems = {
  ...networkProblems,
  'token-not-sendable': { message: 'โทเค็นนี้ไม่ใช่​โทเค็น Hugging Face จึงไม่ได้ส่งออกไป' },
  'host-not-trusted': ({ host }: { host: string }) => ({ message: `${host} ไม่ใช่โฮสต์​ที่เชื่อถือได้ จึงไม่ส่งโทเค็นให้` }),
  'odd-status': ({ host, status }: { host: string; status: number }) => ({
    message: `${host} ตอบกลับด้วย​สถานะที่ผิดปกติ ${status}`,
  }),
  'answer-too-large': ({ host }: { host: string }) => ({
    message: `${host} ตอบกลับมากกว่า 10 MB ซึ่งไม่น่า​เป็นคำตอบได้`,
  }),
  'answer-unreadable': ({ host }: { host: string }) => ({ message: `อ่านคำตอบจาก ${host} ไม่ได้` }),
  'account-unreadable': ({ host }: { host: string }) => ({
    message: `อ่านคำตอบ​เกี่ยวกับโทเค็นจาก ${host} ไม่ได้`,
  }),
  'answer-incomplete': { message: 'คำตอบสิ้นสุด​ก่อนจะครบถ้วน' },
  'no-model-list': ({ host, found }: { host: string; found: keyof typeof modelLists }) => ({
    message: `${host} ตอบกลับด้วย${beside(modelLists[found])}`,
    hint: CHECK_ADDRESSES,
  }),
  'rejects-token': (answer: Answer) => ({
    message: answered('Hugging Face ไม่ยอมรับโทเค็นนี้', answer),
    hint: `สร้างโทเค็นใหม่: ${NEW_TOKEN_URL}`,
  }),
  'lacks-permission': (answer: Answer) => ({
    message: answered('โทเค็นไม่มีสิทธิ์ "Make calls to Inference Providers"', answer),
    hint: `เปิดสิทธิ์นี้​ให้โทเค็นที่ ${TOKENS_URL} หรือสร้าง​โทเค็นใหม่: ${NEW_TOKEN_URL}`,
  }),
  'no-credits': (answer: Answer) => ({
    message: answered('บัญชี Hugging Face ไม่มีเครดิต​เหลือแล้ว', answer),
    hint: `ซื้อเครดิต​หรือสมัคร PRO: ${BILLING_URL}`,
  }),
  'request-forbidden': (answer: Answer) => ({
    message: answered('คำขอถูกปฏิเสธ', answer),
    hint: 'โทเค็นไม่ใช่​สาเหตุ  ลองใช้ inference provider หรือเครือข่ายอื่น',
  }),
  'rate-limited': ({ waitSeconds, ...answer }: Answer & { waitSeconds: number | null }) => ({
    message: answered('มีคำขอมากเกินไป', answer),
    hint: `ลองอีกครั้ง${waitSeconds === null ? 'ในอีกหนึ่งนาที' : waitSeconds === 0 ? 'ได้ทันที' : `ในอีก ${waitSeconds} วินาที`}`,
  }),
  'served-without-tools': (answer: Answer) => ({
    message: answered('inference provider ให้บริการ​โมเดลนี้​โดยไม่มี​เครื่องมือ ซึ่ง OpenClaw จำเป็นต้องใช้', answer),
    hint: 'ระบุ inference provider ที่มีเครื่องมือ (org/model:provider): openclaw models list --provider huggingface --tools',
  }),
  'unknown-to-router': (answer: Answer) => ({
    message: answered('router ไม่รู้จักโมเดลนี้', answer),
    hint: 'ดูโมเดล​ที่มีให้บริการ: openclaw models list --provider huggingface --refresh',
  }),
  'not-served': (answer: Answer) => ({
    message: answered('โมเดลนี้ไม่มีให้บริการ', answer),
    hint: `เปิดใช้ inference provider ของโมเดลนี้ที่ ${INFERENCE_PROVIDERS_URL} หรือเลือก​โมเดลอื่น: openclaw models list --provider huggingface --refresh`,
  }),
  'service-failed': (answer: Answer) => ({
    message: answered('บริการขัดข้อง', answer),
    hint: `ลองอีกครั้ง​ในอีกหนึ่งนาที  ดูปัญหา​ที่ทราบแล้ว​ได้ที่ ${STATUS_URL}`,
  }),
  redirected: ({ to, ...answer }: Answer & { to: string | null }) => ({
    message: answered(`บริการส่ง​การเปลี่ยนเส้นทาง${to === null ? '' : `ไปยัง ${to}`} ซึ่งโปรแกรมนี้​จะไม่ทำตาม`, answer),
    hint: CHECK_ADDRESSES,
  }),
  'request-refused': (answer: Answer) => ({
    message: answered('คำขอถูกปฏิเสธ', answer),
    hint: 'เรียกใช้อีกครั้ง​พร้อม --verbose เพื่อดูคำขอ',
  }),
  'bad-custom-headers': {
    message: 'OPENAI_CUSTOM_HEADERS ในตัวแปร env มีเฮดเดอร์​ที่ไม่ถูกต้อง',
    hint: 'โปรแกรมนี้​ไม่ได้ใช้ตัวแปรนี้: unset OPENAI_CUSTOM_HEADERS',
  },
};

export type ServiceProblem = MessageOf<typeof serviceProblems>;

/** A nested failure; a hint where it has one. */
export function serviceWords(problem: ServiceProblem): { message: string; hint?: string } {
  return say(serviceProblems, problem);
}

export const serviceNotes = {
  'base-url-elsewhere': ({ url }: { url: string }) => `baseUrl ${url} ในคอนฟิก​ไม่ใช่ของ Hugging Face จึงสอบถาม​โดยไม่ส่ง​โทเค็น`,
  'endpoint-without-tls': ({ url }: { url: string }) => `${url} ไม่ได้ใช้ https จึงสอบถาม​โดยไม่ส่ง​โทเค็น`,
};
