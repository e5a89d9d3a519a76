import type { JsonType } from '../../text/json.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { formatPrice, formatTokens, isOfType } from './units.ts';

/** Who has a model that goes before the default: an agent, or what the model is for. */
export type OwnModel = { agent: string | null; use: 'chat' | 'images' | 'pdfs'; refs: readonly string[] };

const USES = { chat: null, images: 'ภาพ', pdfs: 'PDF' };

function ownModel({ agent, use, refs }: OwnModel): string {
  const who = [agent === null ? null : `agent ${agent}`, USES[use]].filter((part) => part !== null).join(', ');
  return `${who} (${refs.join(', ')})`;
}

/** What a plan changes, keeps and refuses. */
export const planProblems = {
  'alias-taken': ({ label, owner }: { label: string; owner: string }) => ({
    message: `alias "${label}" เป็นของ ${owner} อยู่แล้ว`,
    hint: `เลือกป้ายชื่ออื่น หรือลบออกก่อน: openclaw models aliases remove ${shellQuote(label)}`,
  }),
  'not-writable-as': ({ path, needed, found }: { path: string; needed: JsonType; found: JsonType }) => ({
    message: `${path} ${isOfType(found)} แต่ต้อง${isOfType(needed)}`,
    hint: 'แก้ไขในคอนฟิก​ด้วยตนเอง แล้วเรียกใช้​คำสั่งเดิม​อีกครั้ง',
  }),
};

export const planNotes = {
  'fallback-is-primary': ({ ref }: { ref: string }) => `${ref} เป็นโมเดลเริ่มต้น จึงไม่ได้เพิ่ม​เป็นโมเดลสำรอง`,
  'primary-among-fallbacks': ({ ref }: { ref: string }) => `${ref} เป็นโมเดลเริ่มต้นแล้ว และยังคงอยู่​ในโมเดลสำรองด้วย`,
  'own-models': ({ users }: { users: readonly OwnModel[] }) => `ไม่ได้ใช้โมเดลเริ่มต้น: ${users.map(ownModel).join('; ')}`,
  'new-model-map': 'OpenClaw ให้เลือกโมเดลของ Hugging Face และโมเดล​ที่ระบุ​ในคอนฟิกนี้  โมเดลอื่น​ต้องเพิ่ม​ในคอนฟิกก่อน',
  'alias-kept': ({ ref, existing, label }: { ref: string; existing: string; label: string }) =>
    `${ref} ยังคงใช้ alias "${existing}"  หากต้องการ​เปลี่ยน: openclaw models aliases add ${shellQuote(label)} ${shellQuote(ref)}`,
  'gateway-not-an-object': 'gateway ไม่ใช่ object แต่คงไว้ตามเดิม  OpenClaw จะไม่ยอมรับ​คอนฟิกนี้',
  'gateway-mode-kept': ({ mode }: { mode: string }) => `gateway.mode เป็น ${mode} และคงไว้ตามเดิม`,
  'context-unknown': ({ id }: { id: string }) =>
    `ไม่ทราบขนาด​หน้าต่างบริบทของ ${id} จึงไม่ได้ระบุไว้  OpenClaw จะถือว่าเป็น 128,000 ถึง 200,000 token`,
  'context-small': ({ id, tokens }: { id: string; tokens: number }) =>
    `หน้าต่างบริบทของ ${id} มีขนาดเล็ก (${tokens.toLocaleString('en')} token) ขณะที่พรอมต์ของ OpenClaw เองใช้ไป 16,000 ถึง 19,000 token`,
  'max-tokens-large': ({ id, maxTokens, context }: { id: string; maxTokens: number; context: number }) =>
    `${id} คง maxTokens ไว้ที่ ${maxTokens.toLocaleString('en')} ซึ่งเกินหนึ่งในสี่​ของบริบท (${context.toLocaleString('en')} token)  OpenClaw จะขอใช้เต็ม​จำนวนนั้น และพรอมต์​ต้องใช้ส่วนที่เหลือ`,
  'models-json-ignored': ({ path }: { path: string }) => `อ่าน ${path} ไม่ได้ จึงข้ามไป`,
  'gone-but-used': ({ ref }: { ref: string }) => `${ref} ไม่อยู่ในรายการแล้ว แต่คอนฟิก​ยังระบุอยู่ จึงคงไว้ตามเดิม`,
  'fallback-promoted': ({ ref }: { ref: string }) =>
    `${ref} ซึ่งเป็นโมเดลสำรอง​ตัวแรก​ที่เป็นของ provider อื่น จะเป็น​โมเดลเริ่มต้นแทน`,
  'no-default-left': 'ไม่เหลือโมเดลเริ่มต้น OpenClaw จึงจะใช้โมเดลเริ่มต้น​ของตัวเอง',
  'model-map-removed': 'agents.defaults.models สร้างขึ้นโดย onboarding จึงนำออกทั้งหมด แล้ว OpenClaw จะให้เลือก​ได้ทุกโมเดล​อีกครั้ง',
  'allow-list-empty': 'agents.defaults.modelPolicy.allow ว่างแล้ว จึงอนุญาต​ทุกโมเดล',
  'still-named': ({ path, ref }: { path: string; ref: string }) =>
    `${path} ยังระบุ ${ref} และคงไว้ตามเดิม แต่จะใช้ไม่ได้​หากไม่มี Hugging Face`,
  'nothing-to-remove': 'ไม่ได้ตั้งค่า Hugging Face ไว้ จึงไม่มีสิ่ง​ที่ต้องนำออก',
  'cache-not-written': ({ path }: { path: string }) => `เก็บรายการไว้ใน ${path} ไม่ได้`,
};

/** What a change does to the config, in a person's words. */
export const changes = {
  'default-model': ({ ref }: { ref: string }) => `โมเดลเริ่มต้น: ${ref}`,
  fallback: ({ ref }: { ref: string }) => `โมเดลสำรอง: ${ref}`,
  alias: ({ label, ref }: { label: string; ref: string }) => `alias: "${label}" ของ ${ref}`,
  selectable: ({ ref }: { ref: string }) => `โมเดลที่เลือกได้: ${ref}`,
  'all-selectable': ({ ref }: { ref: string }) => `โมเดลที่เลือกได้: ${ref}`,
  allowed: ({ ref }: { ref: string }) => `โมเดลที่อนุญาต: ${ref}`,
  provider: ({ url }: { url: string }) => `provider: huggingface ที่ ${url}`,
  'model-entry': (model: { id: string; context: number | null; price: { input: number; output: number } | null }) =>
    `รายการของโมเดล: ${model.id} (บริบท ${formatTokens(model.context)}, ราคา ${formatPrice(model.price)})`,
  'billed-to': ({ org }: { org: string }) => `เรียกเก็บเงินจาก: ${org}`,
  set: ({ path, value }: { path: string; value: string }) => `${path}: ${value}`,
  changed: ({ path }: { path: string }) => path,
  removed: ({ path }: { path: string }) => `ลบ ${path}`,
  'item-removed': ({ path, item }: { path: string; item: string }) => `ลบ ${item} ออกจาก ${path}`,
};

/** What a command that writes says of it. */
export const report = {
  upToDate: ({ path }: { path: string }) => `เป็นปัจจุบันอยู่แล้ว: ${path}`,
  updated: ({ path }: { path: string }) => `อัปเดตคอนฟิกแล้ว: ${path}`,
  backup: ({ path }: { path: string }) => `ไฟล์สำรอง: ${path}`,
  undo: 'เลิกทำ: openclaw config undo',
  notUndoable: 'openclaw config undo ไม่รู้จัก​การเขียน​ครั้งนี้',
  dryRun: 'ทดลองทำ: ไม่ได้เขียนสิ่งใด',
  fallbacks: ({ refs }: { refs: readonly string[] }) => `โมเดลสำรอง: ${refs.length === 0 ? 'ไม่มี' : refs.join(', ')}`,
  /** While the service is asked. */
  fetchingList: 'กำลังดึง​รายการโมเดล',
  ownModel,
};
