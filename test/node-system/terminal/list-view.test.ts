import { expect, test } from 'vitest';
import { type ListState, scrollTo, viewList } from '../../../src/node-system/prompt/list-view.ts';
import type { Look } from '../../../src/node-system/prompt/look.ts';
import type { Listing, ListQuestion, Row } from '../../../src/system/prompt.ts';
import { en } from '../../../src/words/en/en.ts';

const look: Look = {
  columns: 80,
  rows: 24,
  explained: 0,
  unicode: true,
  words: en.prompts,
  paint: (_, text) => text,
};

const columns = [
  { title: '' },
  { title: 'context', align: 'right' },
  { title: 'tools' },
  { title: 'image' },
  { title: '$/M in', align: 'right' },
  { title: 'out', align: 'right' },
] as const;

const models = (listed: readonly string[][], rest: Partial<Listing<string>> = {}): Listing<string> => ({
  rows: listed.map((cells) => ({ value: cells[0] ?? '', cells, detail: `${cells[0]} · 4 inference providers` })),
  total: listed.length,
  ...rest,
});

const THREE = [
  ['deepseek-ai/DeepSeek-R1', '64k', 'some', '', '3.00', '7.00'],
  ['Qwen/Qwen3-VL-8B', '41k', 'yes', 'yes', '0.07', '0.18'],
  ['swiss-ai/Apertus-70B-Instruct-2509', '–', 'no', '', '–', '–'],
];

function screen(listing: Listing<string>, state: Partial<ListState<string>> = {}, other: Partial<Look> = {}): string {
  const question: ListQuestion<string> = { message: 'Default model', columns, find: () => listing };
  const whole = { typed: '', listing, active: 0, top: 0, isConfirming: false, ...state };
  return viewList(question, whole, { ...look, ...other }).join('\n');
}

test('a list has a heading, titles, aligned columns, a dash for what is unknown, and its keys', () => {
  expect(screen(models(THREE, { note: '137 models, live', total: 137 }))).toBe(
    `? Default model  137 models, live
                                      context  tools  image  $/M in   out
❯ deepseek-ai/DeepSeek-R1                 64k  some            3.00  7.00
  Qwen/Qwen3-VL-8B                        41k  yes    yes      0.07  0.18
  swiss-ai/Apertus-70B-Instruct-2509        –  no                 –     –
  ↓ 134 more

  deepseek-ai/DeepSeek-R1 · 4 inference providers
  ↑↓ move · tab complete · enter choose · esc back`,
  );
});

test('what is typed stands at the end of the heading, where the cursor is', () => {
  const [heading] = screen(models(THREE, { note: '4 of 137' }), { typed: 'qwen 30b' }).split('\n');
  expect(heading).toBe('? Default model  4 of 137  qwen 30b');
});

test('at 40 columns what does not fit in the rows is said of the active one, and no line is wider', () => {
  const narrow = screen(models(THREE, { note: '137 models, live · type to filter', total: 137 }), {}, { columns: 40 });
  expect(narrow).toBe(`? Default model
  137 models, live · type to filter
❯ deepseek-ai/DeepSeek-R1
  Qwen/Qwen3-VL-8B
  swiss-ai/Apertus-70B-Instruct-2509
  ↓ 134 more

  deepseek-ai/DeepSeek-R1 ·
  4 inference providers
  context 64k · tools some ·
  $/M in 3.00 · out 7.00
  ↑↓ move · tab complete ·
  enter choose · esc back`);
});

test('rows out of sight above are counted too, and the page is as high as the window', () => {
  const many = models(Array.from({ length: 60 }, (_, index) => [`org/model-${index}`]));
  const lines = screen(many, { active: 30, top: 20 }, { rows: 15 }).split('\n');
  expect(lines).toHaveLength(14);
  expect(lines[2]).toBe('  ↑ 20 more');
  expect(lines.at(-4)).toBe('  ↓ 33 more');
});

test('what explains a question keeps its lines, and the list gets at least three', () => {
  const many = models(Array.from({ length: 60 }, (_, index) => [`org/model-${index}`]));
  const heightWith = (explained: number) => screen(many, {}, { rows: 15, explained }).split('\n').length;
  expect([0, 3, 6, 7, 15].map(heightWith)).toEqual([13, 10, 9, 9, 9]);
});

test('below what is higher than the window, a list that fits into it is whole', () => {
  const few = models(Array.from({ length: 8 }, (_, index) => [`org/model-${index}`]));
  const hasMore = (explained: number) => screen(few, {}, { rows: 15, explained }).includes('more');
  expect([2, 3, 7, 8, 30].map(hasMore)).toEqual([false, true, true, false, false]);
});

test('a list that just fits is shown whole', () => {
  const few = models(Array.from({ length: 8 }, (_, index) => [`org/model-${index}`]));
  expect(screen(few, {}, { rows: 13 })).not.toContain('more');
  expect(screen(few, {}, { rows: 12 })).toContain('  ↓ 4 more');
});

test('a link that would be torn goes without its scheme', () => {
  const link = {
    rows: [{ value: 'a', cells: ['a'], detail: 'At https://hf.co/settings/inference-providers' }],
    total: 1,
  };
  expect(screen(link, {}, { columns: 40 })).toContain('\n  At hf.co/settings/inference-providers\n');
});

test.each([0, 4, 30, 59])(
  'rows that need two lines each leave the question in its window; row %i is on it',
  (active) => {
    const long = models(
      Array.from({ length: 60 }, (_, index) => [`organisation-of-${index}/a-model-with-a-long-name`]),
    );
    const top = scrollTo(active, 0, 5, 60);
    const lines = screen(long, { active, top }, { columns: 40, rows: 15 }).split('\n');
    expect(lines.length).toBeLessThan(15);
    expect(lines.filter((line) => line.startsWith(`❯ organisation-of-${active}/`))).toHaveLength(1);
  },
);

test('a mark has a blank before it, save that in brackets of full width; one that is not chosen has more room', () => {
  const rows: Row<string>[] = [
    { value: 'a', cells: ['Qwen/Qwen3-8B'], mark: '(current)' },
    { value: 'b', cells: ['Qwen/Qwen3-8B'], mark: '（目前）' },
    { value: 'c', cells: ['novita'], mark: 'not answering now', disabled: true },
  ];
  const paint: Look['paint'] = (style, text) => (style === 'dim' ? `<${text}>` : text);
  const lines = screen({ rows, total: 3 }, {}, { paint }).split('\n').slice(2, 5);
  expect(lines).toEqual(['❯ Qwen/Qwen3-8B (current)', '  Qwen/Qwen3-8B<（目前）>', '<- novita   not answering now>']);
  expect(screen({ rows, total: 3 }, { active: 1 }, { paint }).split('\n')[2]).toBe('  Qwen/Qwen3-8B <(current)>');
});

test('an empty list says so, and offers nothing to choose', () => {
  const none = models([], { empty: 'No model matches "xyzzy" (137 looked at).', note: '0 of 137' });
  expect(screen(none, { active: -1, typed: 'xyzzy' })).toBe(`? Default model  0 of 137  xyzzy
  No model matches "xyzzy" (137 looked at).

  esc back`);
});

test('a terminal without UTF-8 gets a plain pointer', () => {
  expect(screen(models(THREE), {}, { unicode: false })).toContain('> deepseek-ai/DeepSeek-R1 ');
});

test.each([
  ['the first rows', 0, 0, 0],
  ['one row down inside the page', 1, 0, 0],
  ['the row below the page', 10, 0, 1],
  ['the last row, by wrapping', 99, 0, 90],
  ['the first row, by wrapping back', 0, 90, 0],
  ['a row above the page', 4, 7, 4],
])('%s: the window moves no further than it must', (_, active, top, expected) => {
  expect(scrollTo(active, top, 10, 100)).toBe(expected);
});
