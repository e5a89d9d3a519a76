import { span } from './units.ts';

/** The last question of onboarding: what the answers come to. */
export const summary = {
  names: {
    model: 'โมเดล',
    fallbacks: 'โมเดลสำรอง',
    alias: 'alias',
    token: 'โทเค็น',
    cost: 'ต้นทุน',
    writes: 'เขียนลง',
  },
  route: {
    order: ({ id }: { id: string }) => `${id}, ตามลำดับใน Hugging Face ของคุณ`,
    fastest: ({ id }: { id: string }) => `${id}, ผ่าน inference provider ที่มี throughput สูงสุด`,
    cheapest: ({ id }: { id: string }) => `${id}, ผ่าน inference provider ที่มีต้นทุนต่ำสุด`,
    pinned: ({ id, provider }: { id: string; provider: string }) => `${id}, ผ่าน ${provider} เท่านั้น`,
  },
  none: 'ไม่มี',
  aliasFor: ({ label, id }: { label: string; id: string }) => `${label} ของ ${id}`,
  kept: ({ token, path }: { token: string; path: string }) => `${token}, เก็บไว้ใน ${path}`,
  from: ({ token, place }: { token: string; place: string }) => `${token} จาก ${place}`,
  notKept: ({ token }: { token: string }) => `${token}, ไม่ได้เก็บไว้`,
  noToken: 'ยังไม่จำเป็นต้องมี OpenClaw จะอ่าน HUGGINGFACE_HUB_TOKEN หรือ HF_TOKEN',
  turn: ({ usd, input, output }: { usd: string; input: string; output: string }) =>
    `ประมาณ $${usd} ต่อรอบที่มี input ${input} token และ output ${output} token`,
  idle: ({ every, usd }: { every: string; usd: string }) =>
    `OpenClaw ทำงานเองเป็นระยะ (ทุก ${span(every)}) ประมาณ $${usd} ต่อเดือน`,
  credit: ({ usd }: { usd: string }) => `เครดิตฟรีของบัญชีคือ $${usd} ต่อเดือน`,
  costUnknown: 'ไม่ทราบ: ไม่มีราคาระบุไว้',
  changes: ({ path, changes }: { path: string; changes: number }) => `${path} (${changes} การเปลี่ยนแปลง)`,
  noChange: ({ path }: { path: string }) => `ไม่มี: ${path} มีครบแล้ว`,
  title: 'นำการ​เปลี่ยนแปลงเหล่านี้​ไปใช้​หรือไม่',
  rows: {
    apply: 'นำไปใช้',
    done: 'เสร็จ',
    fallbacks: 'เพิ่มโมเดลสำรอง',
    alias: 'เปลี่ยน alias',
    storage: 'เปลี่ยนที่เก็บโทเค็น',
    diff: 'แสดง diff',
    probe: 'ส่งข้อความทดสอบ (ไม่ถึงหนึ่งเซนต์)',
    back: 'กลับ',
    quit: 'ออก',
  },
  probing: ({ id }: { id: string }) => `กำลัง​ส่งข้อความ​ทดสอบไปที่ ${id}`,
  probed: ({ words }: { words: string }) => `ข้อความทดสอบ: ${words}`,
  changedMeanwhile: 'โปรแกรมอื่น​เปลี่ยน​คอนฟิก​ในระหว่างนี้ นี่คือแผน​สำหรับ​คอนฟิก​ปัจจุบัน',
};

/** What onboarding says once it is done. */
export const end = {
  nowUses: ({ model }: { model: string }) => `ขณะนี้ OpenClaw ใช้ ${model}`,
  uses: ({ model, changed }: { model: string; changed: boolean }) =>
    changed ? `OpenClaw ใช้ ${model}` : `OpenClaw ใช้ ${model}: เป็นปัจจุบันอยู่แล้ว`,
  names: { config: 'คอนฟิก', token: 'โทเค็น', test: 'ทดสอบ', undo: 'เลิกทำ', backup: 'ไฟล์สำรอง' },
  chat: ({ ref }: { ref: string }) => `ในแชต /model รับ alias ที่เป็นคำเดียว หรือ ref แบบเต็ม: /model ${ref}`,
  again: ({ stored }: { stored: boolean }) =>
    stored ? 'ทำแบบ​เดียวกัน​โดยไม่​ถามคำถาม (โทเค็นอยู่ใน .env แล้ว):' : 'ทำแบบ​เดียวกัน​โดยไม่​ถามคำถาม:', // English is typed by its two texts
  skipped: 'ข้ามแล้ว ไม่มีการเปลี่ยนแปลง ทำภายหลังได้ด้วย: openclaw onboard --auth-choice huggingface-api-key',
  token: {
    account: ({ name, token, masked }: { name: string; token: string | null; masked: string }) =>
      `${name} (โทเค็น "${token ?? 'ไม่มีชื่อ'}", ${masked})`,
    unchecked: ({ token }: { token: string }) => `${token}, ยังไม่ได้ตรวจสอบ`,
    noneNeeded: 'โทเค็น: ยังไม่จำเป็นต้องมี OpenClaw จะอ่าน HUGGINGFACE_HUB_TOKEN หรือ HF_TOKEN',
    line: ({ token }: { token: string }) => `โทเค็น: ${token}`,
    from: ({ token, place }: { token: string; place: string }) => `โทเค็น: ${token}, จาก ${place}`,
    stored: ({ line, path }: { line: string; path: string }) => `${line}, เก็บไว้ใน ${path}`,
    toBeStored: ({ line, path }: { line: string; path: string }) => `${line}, จะเก็บไว้ใน ${path}`,
  },
  upToDate: ({ path }: { path: string }) => `เป็นปัจจุบันอยู่แล้ว: ${path}`,
  dryRun: 'ทดลองทำ: ไม่ได้เขียนสิ่งใด',
};
