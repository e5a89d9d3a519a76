import { type ServiceProblem, serviceWords } from './service.ts';
import { anyOf, formatPrice, formatTokens } from './units.ts';

/** An inference provider that serves a model. */
type Serving = { slug: string; price: { input: number; output: number } | null; contextWindow: number | null };

const unknown = ({ id }: { id: string }) => `ไม่มี inference provider ใดให้บริการ ${JSON.stringify(id)}`;
const notServing = ({ id, slug }: { id: string; slug: string }) => `inference provider ${slug} ไม่ได้ให้บริการ ${id}`;

function servingLine(id: string, { slug, price, contextWindow }: Serving): string {
  const cost = price === null ? 'ไม่ทราบราคา' : `${formatPrice(price)} USD ต่อหนึ่งล้าน token`;
  return `  ${id}:${slug}  ${cost}, บริบท ${formatTokens(contextWindow)}`;
}

/** `nearest`: ids that are served, the most alike first. */
export const catalogProblems = {
  'model-unknown': ({ id, nearest }: { id: string; nearest: readonly string[] }) => ({
    message: unknown({ id }),
    hint:
      nearest.length > 0
        ? `หมายถึง ${anyOf(nearest)} ใช่หรือไม่`
        : 'ดูโมเดล​ที่มีให้บริการ: openclaw models list --provider huggingface',
  }),
  'route-not-served': ({ id, slug, serving }: { id: string; slug: string; serving: readonly Serving[] }) => ({
    message: notServing({ id, slug }),
    hint:
      serving.length > 0
        ? ['inference provider ที่ให้บริการ:', ...serving.map((one) => servingLine(id, one))].join('\n')
        : 'ขณะนี้ไม่มี inference provider ใดให้บริการ',
  }),
};

export const catalogNotes = {
  /** As the problems of these names, for a model that was chosen all the same. */
  'model-unknown': ({ id }: { id: string; nearest: readonly string[] }) => unknown({ id }),
  'route-not-served': ({ id, slug }: { id: string; slug: string; serving: readonly Serving[] }) =>
    notServing({ id, slug }),
  'nobody-serves': ({ id }: { id: string }) => `ขณะนี้ไม่มี inference provider ใดให้บริการ ${id}`,
  'route-not-live': ({ id, slug, status }: { id: string; slug: string; status: string }) =>
    `ขณะนี้ ${slug} ไม่ได้ให้บริการ ${id} (${status})`,
  'built-in-unsure': ({ id }: { id: string }) => `รายการในตัว​ไม่ได้บอกว่า ${id} มีให้บริการหรือไม่ จึงไม่ได้ตรวจสอบ`,
  'cache-unsure': ({ id }: { id: string }) => `รายการในแคช​เก่าเกินกว่า​ที่จะบอกได้ว่า ${id} มีให้บริการหรือไม่ จึงไม่ได้ตรวจสอบ`,
};

/** Why a list is not live. */
export const reasons = {
  'discovery-off': 'การค้นหาโมเดล​ถูกปิดไว้​ในคอนฟิก',
  'only-configured': 'models.mode ในคอนฟิกเป็น "replace" จึงแสดงเฉพาะ​โมเดลในคอนฟิก',
  offline: 'ไม่ได้ส่งคำขอ (--offline)',
  'no-token': 'ยังไม่มีโทเค็น  เรียกใช้ openclaw onboard',
  'no-model-chosen': 'ไม่ได้ดึงข้อมูล เพราะ​ไม่ได้เลือก​โมเดล',
  'all-configured': 'ไม่ได้ดึงข้อมูล เพราะทุกโมเดล​ที่เลือกมีรายการ​อยู่แล้ว',
  'check-only': 'ไม่ได้ดึงข้อมูล เพราะ​จะดึงเฉพาะ​เมื่อใช้ --check',
  'not-fetched': ({ why }: { why: ServiceProblem }) => serviceWords(why).message,
  unreached: ({ host }: { host: string }) => `เชื่อมต่อ ${host} ไม่ได้`,
};
