import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { createModelRows } from '../../src/onboarding/picker/model-rows.ts';
import { typedId } from '../../src/onboarding/picker/model-search.ts';
import { en } from '../../src/words/en/en.ts';

const live = (id: string) => ({
  id,
  status: 'live',
  contextWindow: 32_768,
  price: null,
  tools: true,
  throughput: null,
  latencyMs: null,
});
const model = (id: string, providers: number) => ({
  id,
  name: null,
  image: false,
  providers: Array.from({ length: providers }, (_, index) => live(`p${index}`)),
});
const LISTED = [
  model('acme/zebra', 1),
  model('acme/Apple', 1),
  model('acme/popular', 3),
  model('openai/gpt-oss-120b', 1),
  model('Qwen/Qwen3-8B', 1),
  model('deepseek-ai/DeepSeek-R1', 1),
  model('acme/mine', 1),
];

function rowsFor(models = LISTED, current = true) {
  const origin = { source: 'live', fetchedAt: null, reason: null, error: null, current, skipped: 0 } as const;
  return createModelRows({
    catalog: createCatalog(models, origin),
    config: {},
    configured: [],
    configuredRefs: ['huggingface/acme/mine', 'huggingface/acme/gone', 'other/model'],
    marks: new Map([['huggingface/acme/mine', '(current)']]),
    aliases: new Map([['huggingface/acme/zebra', 'Stripes']]),
    origin: '7 models, live',
    words: en,
    dash: '–',
  });
}

const named = (typed: string, rows = rowsFor()) =>
  rows(typed).rows.map(({ cells, mark, disabled }) => [disabled && '-', cells[0], mark].filter(Boolean).join(' '));

test('the order: configured ones, R1, the documented ones, then by live inference providers, then by name', () => {
  expect(named('')).toEqual([
    'acme/mine (current)',
    'acme/gone (not in the list)',
    'deepseek-ai/DeepSeek-R1',
    'Qwen/Qwen3-8B',
    'openai/gpt-oss-120b',
    'acme/popular',
    'acme/Apple',
    'acme/zebra',
  ]);
});

describe('what is typed', () => {
  type Row = [typed: string, rows: string[], note: string];
  test.each<Row>([
    ['120b oss', ['openai/gpt-oss-120b'], '1 of 8'],
    ['stripes', ['acme/zebra'], '1 of 8'],
    ['huggingface/acme/zebra', ['acme/zebra'], '1 of 8'],
    ['https://huggingface.co/acme/zebra', ['acme/zebra'], '1 of 8'],
    ['hf.co/acme/zebra?x=1#top', ['acme/zebra'], '1 of 8'],
    ['https://huggingface.co/acme/new/tree/main', ['acme/new (not in the list)'], '1 of 8'],
    ['acme/zebra:', ['acme/zebra:fastest', 'acme/zebra:cheapest'], '2 of 8'],
    ['zebra cheap', ['acme/zebra:cheapest'], '1 of 8'],
    ['acme/zebra:p0', ['acme/zebra:p0'], '1 of 8'],
    ['acme/zebra:groq', ['- acme/zebra:groq (groq does not serve it)'], '1 of 8'],
    ['acme/new', ['acme/new (not in the list)'], '1 of 8'],
    ['xyzzy', [], '0 of 8'],
  ])('%s', (typed, rows, note) => {
    expect(named(typed)).toEqual(rows);
    expect(rowsFor()(typed).note).toBe(note);
  });
});

test('the first row shows all that is known, and a dash for what is not', () => {
  expect(rowsFor()('zebra').rows[0]).toEqual({
    value: 'huggingface/acme/zebra',
    cells: ['acme/zebra', '33k', 'yes', '', '–', '–'],
    detail: 'Stripes · 1 inference provider · cost unknown',
  });
});

test('an empty result says what to loosen', () => {
  expect(rowsFor()('xyzzy').empty).toBe(
    'No model matches "xyzzy" (8 looked at): try fewer words. To use an unlisted model, type its full id (org/name).',
  );
});

test('an unlisted id wants Enter twice only where the list is current', () => {
  expect(rowsFor()('acme/appel').rows.at(-1)?.confirm).toMatch(
    /^No inference provider serves acme\/appel\. Nearest: acme\/Apple, .*\. Press Enter again to use it all the same\.$/,
  );
  const [row] = rowsFor(LISTED, false)('acme/appel').rows;
  expect(row?.confirm).toBeUndefined();
  expect(row?.detail).toBe('Taken as typed; it was not checked.');
});

test('of 10,000 models 200 are rows, and the heading says so', () => {
  const many = rowsFor(Array.from({ length: 10_000 }, (_, index) => model(`acme/model-${index}`, 1)));
  const all = many('');
  expect([all.rows.length, all.total, all.note]).toEqual([
    200,
    10_002,
    '7 models, live · the first 200 · type to filter',
  ]);
  const found = many('model-1');
  expect(found.rows).toHaveLength(200);
  expect(found.note).toMatch(/^\d{4,5} of 10002 · the first 200$/);
});

test.each([
  ['https://huggingface.co/datasets/acme/words', 'https://huggingface.co/datasets/acme/words', false],
  [' https://www.huggingface.co/Qwen/Qwen3-8B/blob/main/README.md ', 'Qwen/Qwen3-8B', true],
  ['huggingface/Qwen/Qwen3-8B', 'Qwen/Qwen3-8B', false],
  ['qwen 30b', 'qwen 30b', false],
])('%s is the id %s', (typed, text, isPage) => {
  expect(typedId(typed)).toEqual({ text, isPage });
});
