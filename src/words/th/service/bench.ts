import { type MessageOf, say } from '../../message.ts';
import { reasons } from '../catalog.ts';

/** What keeps `models bench` from measuring, or a route from being the best. Amounts in USD. */
export const benchProblems = {
  'bench-needs-yes': ({ usd, instead }: { usd: string; instead: string }) => ({
    message: `models bench จะส่งข้อความจริง ซึ่งอาจมีค่าใช้จ่าย​สูงสุด $${usd} แต่ขอความยินยอม​ไม่ได้ เพราะไม่มี​เทอร์มินัล`,
    hint: `เรียกใช้คำสั่งนี้แทน: ${instead}`,
  }),
  'bench-without-model': {
    message: 'ไม่มีโมเดลเริ่มต้น​ให้วัดผล',
    hint: 'ระบุโมเดล: openclaw models bench <ref-or-alias>',
  },
  'bench-elsewhere': ({ ref }: { ref: string }) => ({
    message: `${ref} ไม่ได้อยู่บน Hugging Face จึงวัดผลไม่ได้  วัดได้เฉพาะ​เส้นทางของ Inference Providers`,
    hint: 'ระบุโมเดลของ Hugging Face: openclaw models bench <ref-or-alias>',
  }),
  'bench-without-route': ({ id, reason }: { id: string; reason: MessageOf<typeof reasons> | null }) => ({
    message: `ขณะนี้ไม่พบ inference provider ที่ให้บริการ ${id}${reason === null ? '' : `  ${say(reasons, reason)}`}`,
    hint: 'ดูโมเดล​ที่ให้บริการ: openclaw models list --provider huggingface --refresh',
  }),
  'bench-without-price': ({ ids }: { ids: readonly string[] }) => ({
    message: `ไม่มีราคาของ ${ids.join(', ')} ในรายการ จึงรับประกัน​ขีดจำกัด --max-cost ไม่ได้  ยังไม่ได้ส่ง​ข้อความ`,
    hint: 'ดูโมเดลที่มีราคา: openclaw models list --provider huggingface --sort price',
  }),
  'max-cost-too-small': ({ maxCost, needed }: { maxCost: number; needed: string }) => ({
    message: `--max-cost ${maxCost} น้อยเกินไป: หนึ่งข้อความ​อาจมีค่าใช้จ่าย​สูงสุด $${needed}  ยังไม่ได้ส่ง​ข้อความ`,
    hint: `ระบุอย่างน้อย: --max-cost ${needed}`,
  }),
  'route-without-price': {
    message: 'ไม่ได้วัดผล เพราะไม่มี​ราคาในรายการ จึงรับประกัน​ขีดจำกัด --max-cost ไม่ได้',
  },
  'tool-call-missing': { message: 'ตอบเป็นข้อความ และไม่ได้​เรียกใช้เครื่องมือ' },
  'tool-call-as-text': { message: 'เขียน​การเรียกใช้​เครื่องมือ​เป็นข้อความ จึงไม่มี​การเรียกใช้จริง' },
  'tool-call-cut': { message: 'คำตอบสิ้นสุด​ก่อนที่​การเรียกใช้​เครื่องมือ​จะครบถ้วน' },
  'tool-call-not-json': { message: 'อาร์กิวเมนต์​ของการเรียกใช้​เครื่องมือ​ไม่ใช่ JSON ที่ถูกต้อง' },
  'tool-call-of-other-tool': { message: 'เรียกใช้เครื่องมือ​ที่ไม่มีอยู่' },
  'tool-call-against-schema': { message: 'อาร์กิวเมนต์​ของการเรียกใช้​เครื่องมือ​ไม่ตรงกับ schema ของเครื่องมือ' },
};

export const benchNotes = {
  'bench-all-routes': ({ id, suffix }: { id: string; suffix: string }) =>
    `จะวัดผล inference provider ทั้งหมดของ ${id} ไม่ใช่เฉพาะ​เส้นทางของ :${suffix}`,
};

/** `models bench`. */
export const bench = {
  ask: ({ messages, routes, usd }: { messages: number; routes: number; usd: string }) =>
    `ส่งข้อความสั้น​สูงสุด ${messages} ข้อความไปยัง inference provider ${routes} ราย โดยมีค่าใช้จ่าย​สูงสุด $${usd} หรือไม่`,
  rows: { send: 'ส่ง', quit: 'ออก' },
  waiting: ({ id, round, rounds }: { id: string; round: number; rounds: number }) =>
    `กำลังรอ ${id} ข้อความที่ ${round} จาก ${rounds}`,
  columns: {
    inferenceProvider: 'Inference provider',
    speed: 'token/วินาที',
    firstToken: 'token แรก',
    cost: 'ค่าใช้จ่าย',
  },
  heading: ({ id, routes, rounds }: { id: string; routes: number; rounds: number }) =>
    `${id}: inference provider ${routes} ราย รายละ ${rounds} ข้อความ`,
  failure: (failure: { inferenceProvider: string; message: string; times: number }) => {
    const { inferenceProvider, message, times } = failure;
    return `- ${inferenceProvider}: ${message}${times > 1 ? ` (${times} ครั้ง)` : ''}`;
  },
  notAgain: ({ said }: { said: string }) => `${said}  หลังจากนั้น​ไม่ได้ส่งคำขออีก`,
  best: ({ best, pin }: { best: string; pin: string }) => `ดีที่สุด: ${best}  หากต้องการ​ระบุให้ใช้​รายนี้:\n${pin}`,
  noBest: ({ rounds }: { rounds: number }) =>
    `ไม่มีรายใด​ตอบกลับ${rounds === 1 ? '' : `ครบทั้ง ${rounds} ข้อความ`}ด้วยการเรียกใช้​เครื่องมือ​ที่ถูกต้อง`,
  cost: ({ usd, messages }: { usd: string; messages: number }) =>
    `ค่าใช้จ่าย: $${usd} สำหรับ ${messages} ข้อความ ตามราคา​ในรายการ`,
  estimated: '~: ค่าประมาณ เพราะบางคำตอบ​ไม่ได้แจ้ง​ปริมาณการใช้',
  stopped: 'ไม่ได้ส่งข้อความอีก เพราะ inference provider ทุกราย​จะตอบเช่นเดียวกัน',
  outOfMoney: ({ kept, usd, needed }: { kept: number; usd: string; needed: string }) =>
    `หยุดก่อนที่​ค่าใช้จ่าย​จะเกิน $${usd} โดยไม่ได้ส่ง ${kept} ข้อความ  หากต้องการ​ส่งทั้งหมด: --max-cost ${needed}`,
};
