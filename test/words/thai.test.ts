import { expect, test } from 'vitest';
import { unmarked, widthOf } from '../../src/text/wrap.ts';
import { say } from '../../src/words/message.ts';
import { th } from '../../src/words/th/th.ts';
import { readSources } from '../support/rooms.ts';

const MOST = 16;

const lines = Object.entries(readSources())
  .filter(([path]) => path.startsWith('src/words/th/'))
  .flatMap(([, text]) => text.split('\n'));

test(`no stretch of Thai that a line can not end in is wider than ${MOST} cells`, () => {
  const stretches = lines.flatMap((line) => line.match(/[\u0e00-\u0e7f]+/g) ?? []);
  expect(stretches.length).toBeGreaterThan(1000);
  expect(stretches.filter((stretch) => widthOf(stretch) > MOST)).toEqual([]);
});

test('break marks stand between letters of Thai, as a blank or a quote needs none', () => {
  expect(lines.filter((line) => /(?<![\u0e00-\u0e7f])\u200b|\u200b(?![\u0e00-\u0e7f])/.test(line))).toEqual([]);
});

const PROMPT = { place: { kind: 'prompt' }, masked: 'hf_…9fQ2' } as const;
const VARIABLE = { kind: 'environment', name: 'HF_TOKEN' } as const;

test.each([
  ['10 โมเดลจากรายการในตัว ณ 2026-11-20: --offline', builtIn()],
  ['โทเค็นที่กรอก (hf_…9fQ2) ไม่ใช่โทเค็น Hugging Face  วางโทเค็นก่อน', notOne()],
  ['hf_…9fQ2 จากตัวแปร env HF_TOKEN', th.tokens.from({ place: VARIABLE, masked: 'hf_…9fQ2', end: null })],
  ['a.json ตอบกลับด้วย JSON ที่ไม่มีรายการโมเดล', noModelList('no-list')],
  ['a.json ตอบกลับด้วยหน้าเว็บ', noModelList('web-page')],
  ['a ไม่มีค่า แต่ต้องเป็น array', notWritable('absent', 'array')],
  ['a เป็นตัวเลข แต่ต้องเป็นข้อความ', notWritable('number', 'string')],
  ['พิมพ์หมายเลข 1 ถึง 3, คำที่ใช้กรอง หรือ b เพื่อกลับ', asked(3)],
  ['พิมพ์ 1 หรือคำที่ใช้กรอง', asked(1)],
])('%s', (text, said) => {
  expect(unmarked(said)).toBe(text);
});

function builtIn(): string {
  return th.onboarding.model.builtIn({ models: 10, asOf: '2026-11-20', reason: { kind: 'offline' } });
}

function notOne(): string {
  return say(th.problems, { kind: 'token-not-one', ...PROMPT, fault: { kind: 'empty' } }).message;
}

function noModelList(found: 'no-list' | 'web-page'): string {
  return say(th.problems, { kind: 'no-model-list', host: 'a.json', found }).message;
}

function notWritable(found: 'absent' | 'number', needed: 'array' | 'string'): string {
  return say(th.problems, { kind: 'not-writable-as', path: 'a', found, needed }).message;
}

function asked(count: number): string {
  return th.prompts.plain.asked({ count, isFiltered: true, canGoBack: count > 1 });
}
