import { formatAge } from './units.ts';

/** What is to be known after `models set`, `fallbacks` and `aliases`. */
export const modelNotes = {
  'fallback-there': ({ ref }: { ref: string }) => `${ref} เป็นโมเดลสำรอง​อยู่แล้ว`,
  'no-default-model': 'ยังไม่มีโมเดลเริ่มต้น: openclaw models set <ref-or-alias>',
  'no-fallbacks': 'ไม่มีโมเดลสำรอง​ให้ล้าง',
  'not-a-fallback': ({ typed }: { typed: string }) => `${typed} ไม่ใช่โมเดลสำรอง`,
  'primary-not-a-fallback': ({ ref }: { ref: string }) =>
    `${ref} เป็นโมเดลเริ่มต้น ไม่ใช่โมเดลสำรอง  หากต้องการ​เปลี่ยน: openclaw models set <ref-or-alias>`,
  'stays-primary': ({ ref }: { ref: string }) => `${ref} ยังคง​เป็นโมเดลเริ่มต้น`,
  'alias-there': ({ ref, label }: { ref: string; label: string }) => `${ref} มี alias "${label}" อยู่แล้ว`,
  'alias-replaced': ({ label }: { label: string }) => `แทนที่ alias "${label}" เดิม`,
  'no-such-alias': ({ label }: { label: string }) => `ไม่มี alias "${label}"`,
};

/** Where the models of a list are from. `age` in milliseconds. */
export type ListSource =
  | { kind: 'live'; host: string }
  | { kind: 'cache'; age: number }
  | { kind: 'builtin'; asOf: string };

function source(from: ListSource): string {
  if (from.kind === 'live') return `ข้อมูลสดจาก ${from.host}`;
  return from.kind === 'cache' ? `จากแคช ดึงข้อมูลเมื่อ${formatAge(from.age)}` : `รายการในตัว ณ ${from.asOf}`;
}

/** `models list`, `models refresh`, `models set`, `models fallbacks`, `models aliases`. */
export const list = {
  columns: {
    model: 'โมเดล',
    context: 'บริบท',
    tools: 'เครื่องมือ',
    image: 'ภาพ',
    input: '$/M เข้า',
    output: 'ออก',
    name: 'ชื่อ',
    tags: 'แท็ก',
  },
  tags: {
    default: 'เริ่มต้น',
    fallback: ({ number }: { number: number }) => `สำรอง ${number}`,
    configured: 'ตั้งค่าแล้ว',
    alias: ({ label }: { label: string }) => `alias: ${label}`,
    missing: 'ไม่มีในรายการ',
  },
  tools: { yes: 'มี', some: 'บางราย', no: 'ไม่มี' },
  image: 'ได้',
  footer: ({ models, from }: { models: number; from: ListSource }): readonly string[] => [
    `${models} โมเดล`,
    source(from),
    'ราคาเป็น USD ต่อหนึ่งล้าน token',
  ],
  /** `filters`: the flags that were given, in the order of help. */
  none: ({ search, filters, looked }: { search: string; filters: readonly string[]; looked: number }) => {
    const wanted = [...(search === '' ? [] : [`"${search}"`]), ...filters];
    if (wanted.length === 0) return 'ไม่มีโมเดล​ให้แสดง';
    const looser = wanted.length > 1 ? '  ลองตัดเงื่อนไข​ออกหนึ่งข้อ' : '';
    return `ไม่มีโมเดล​ที่ตรงกับ ${wanted.join(', ')} (จากทั้งหมด ${looked} โมเดล)${looser}`;
  },
  notFetched: ({ reason, models }: { reason: string | null; models: number }) =>
    `ไม่ได้รายการใหม่  ${reason}  ยังคงมี ${models} โมเดลเช่นเดิม`,
  fetched: ({ models, host }: { models: number; host: string }) => `${models} โมเดล (ข้อมูลสดจาก ${host})`,
  added: ({ ids, more }: { ids: readonly string[]; more: number }) => `ใหม่: ${some(ids, more)}`,
  gone: ({ ids, more }: { ids: readonly string[]; more: number }) => `ไม่มีแล้ว​แต่ยังเก็บไว้: ${some(ids, more)}`,
  cacheUpdated: ({ path }: { path: string }) => `อัปเดตแคชแล้ว: ${path}`,
  merged: ({ models, path }: { models: number; path: string }) => `เพิ่ม ${models} โมเดลใน ${path} แล้ว`,
  wouldMerge: ({ models, path }: { models: number; path: string }) => `จะเพิ่ม ${models} โมเดลใน ${path}`,
  fallbacks: ({ amount }: { amount: number }) => `โมเดลสำรอง (${amount}):`,
  aliases: ({ amount }: { amount: number }) => `alias (${amount}):`,
  aliasRemoved: ({ label, ref }: { label: string; ref: string }) => `ลบ alias แล้ว: "${label}" ของ ${ref}`,
  /** In place of the items of an empty list. */
  empty: 'ไม่มี',
};

/** The first ids, and how many there are besides. */
function some(ids: readonly string[], more: number): string {
  return more > 0 ? `${ids.join(', ')} และอีก ${more} รายการ` : ids.join(', ');
}
