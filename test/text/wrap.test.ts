import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { sanitise, sanitiseToWrap } from '../../src/text/sanitise.ts';
import { formatTable } from '../../src/text/table.ts';
import { inOneLine, widthOf, withRemarks, wrapItems, wrapWords } from '../../src/text/wrap.ts';

test.each<[name: string, text: string, columns: number, lines: string[]]>([
  ['English between words', 'one two three', 7, ['one two', 'three']],
  ['a long word stays whole', 'a https://hf.co/settings b', 8, ['a', 'https://hf.co/settings', 'b']],
  ['Chinese between characters', '默认模型保持不变', 10, ['默认模型保', '持不变']],
  ['no line begins with a comma', '默认模型，保持不变', 8, ['默认模', '型，保持', '不变']],
  ['no line ends with an opening bracket', '模型「默认」', 6, ['模型', '「默', '认」']],
  ['an id inside Chinese is whole', '模型 Qwen/Qwen3-8B 可用', 12, ['模型', 'Qwen/Qwen3-8B', '可用']],
  ['a flag beside Chinese is whole', '请用--model选择', 9, ['请用', '--model选', '择']],
  ['Thai at its marks, which are removed', 'ตรวจสอบ\u200bโทเค็น\u200bแล้ว', 11, ['ตรวจสอบ', 'โทเค็นแล้ว']],
  [
    'a command at the end is whole',
    'It stays. To change it: openclaw models set a/b',
    20,
    ['It stays. To change', 'it:', 'openclaw models set a/b'],
  ],
  ['so is one after full-width marks', '变更：openclaw models set a/b', 14, ['变更：', 'openclaw models set a/b']],
  [
    'so is one alone, and one that a variable goes before',
    'HF_TOKEN=… openclaw models status',
    9,
    ['HF_TOKEN=… openclaw models status'],
  ],
  ['a number in brackets stays with what it counts', '~/a.json (6 changes)', 12, ['~/a.json', '(6 changes)']],
  ['a command in a sentence is words', 'Run openclaw onboard. It asks', 12, ['Run openclaw', 'onboard. It', 'asks']],
  [
    'what a colon begins, and a sentence goes on after',
    'Try: openclaw onboard; then go',
    12,
    ['Try:', 'openclaw', 'onboard;', 'then go'],
  ],
  ['two blanks part Thai sentences within a line', 'ไม่มี  ใช้ id', 20, ['ไม่มี  ใช้ id']],
  ['two blanks are gone where a line ends', 'ไม่มี  ใช้ id', 6, ['ไม่มี', 'ใช้ id']],
  ['also where they would not fit', 'ไม่มี  ใช้ id', 3, ['ไม่มี', 'ใช้', 'id']],
  ['a Thai sentence that begins with a flag is no command', '--from - ใช้ pipe', 9, ['--from -', 'ใช้ pipe']],
  ['Korean between words', '기본 모델을 유지합니다', 12, ['기본 모델을', '유지합니다']],
])('%s', (_, text, columns, lines) => {
  expect(wrapWords(text, columns).split('\n')).toEqual(lines);
});

test.each([
  [['Not found.', 'Nothing was changed.'], 'Not found. Nothing was changed.'],
  [['找不到。', '未更改任何内容。'], '找不到。未更改任何内容。'],
  [['ไม่พบ', 'ไม่ได้เปลี่ยน'], 'ไม่พบ  ไม่ได้เปลี่ยน'],
  [['Not found.'], 'Not found.'],
])('%j on one line', (sentences, line) => {
  expect(inOneLine(sentences)).toBe(line);
});

test.each([
  ['novita', ['（目前）', '（後備 1）'], 'novita（目前）（後備 1）'],
  ['novita', ['(current)', '(fallback 1)'], 'novita (current) (fallback 1)'],
  ['', ['(current)', '(ปัจจุบัน)'], '(current) (ปัจจุบัน)'],
  ['novita', [], 'novita'],
])('%j with the remarks %j', (text, remarks, line) => {
  expect(withRemarks(text, ...remarks)).toBe(line);
});

test('items are broken between two of them, and have no marks', () => {
  expect(wrapItems('默认 · ก\u200bข · 3 个', 9).split('\n')).toEqual(['默认 ·', 'กข · 3 个']);
});

test('columns are sized in cells', () => {
  const lines = formatTable(
    [{ title: '模型' }, { title: '价\u200b格' }],
    [
      ['abcdef', '1'],
      ['默认', '2'],
    ],
    40,
  );
  expect(lines).toEqual(['模型    价格', 'abcdef  1', '默认    2']);
});

test('figures have their decimal points below each other, what is unknown is at the right', () => {
  const lines = formatTable(
    [
      { title: 'in', align: 'point' },
      { title: 'out', align: 'point' },
    ],
    [
      ['0.27', '7.00'],
      ['0.055', '12.00'],
      ['–', '–'],
    ],
    40,
  );
  expect(lines).toEqual(['   in    out', '0.27    7.00', '0.055  12.00', '    –      –']);
});

test('a text from outside has no break marks, a sentence that is wrapped next keeps its own', () => {
  expect(sanitise('a\u200bb\u001b[31m')).toBe('ab');
  expect(sanitiseToWrap('ก\u200bข\u202e')).toBe('ก\u200bข');
});

describe('the width of a text is that of string-width, with its tables or without', () => {
  const isPair = (code: number) => code >= 0xd800 && code < 0xe000;
  const characters = Array.from({ length: 0x10000 }, (_, code) => code)
    .filter((code) => !isPair(code))
    .map((code) => String.fromCharCode(code));

  test('each character', () => {
    expect(characters.filter((one) => widthOf(`a${one}b`) !== stringWidth(`a${one}b`))).toEqual([]);
  });

  test('texts of what the languages are written in', () => {
    const written = characters.filter((one) => /[ -~·–“”…•↑→↓✔✗❯฀-๿、-ヿ一-丏가-갏！-￯]/.test(one));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...written) }), (text) => widthOf(text) === stringWidth(text)),
    );
  });
});
