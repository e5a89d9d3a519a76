import { expect, test } from 'vitest';
import { readConfiguredModels } from '../../src/catalog/configured-models.ts';

const config = (models: unknown) => JSON.parse(JSON.stringify({ models: { providers: { huggingface: { models } } } }));
const modelsJson = (models: unknown) => JSON.parse(JSON.stringify({ providers: { huggingface: { models } } }));

test('an entry is read field by field, odd ones are left out', () => {
  const entry = { id: 'a/b', name: 'N\u202e', contextWindow: 1000, maxTokens: 0, reasoning: 'yes', input: ['image'] };
  expect(readConfiguredModels(config([entry]))).toEqual([
    { id: 'a/b', name: 'N', contextWindow: 1000, input: ['text', 'image'] },
  ]);
});

test('tokens are counted in whole numbers', () => {
  const entry = { id: 'a/b', contextWindow: 1.5, maxTokens: 1e300 };
  expect(readConfiguredModels(config([entry]))).toEqual([{ id: 'a/b' }]);
});

test.each([
  [
    { input: 1, output: 2, cacheRead: 0, cacheWrite: 0 },
    { input: 1, output: 2 },
  ],
  [{ input: 0, output: 0 }, undefined],
  [{ input: 1 }, undefined],
  [{ input: -1, output: 2 }, undefined],
  [{ input: 1e304, output: 2 }, undefined],
  ['cheap', undefined],
])('the cost %j is the price %j', (cost, price) => {
  expect(readConfiguredModels(config([{ id: 'a/b', cost }]))[0]?.price).toEqual(price);
});

test("the config's entry comes before OpenClaw's models.json, which completes it", () => {
  const own = [{ id: 'a/b', name: 'Mine' }];
  const kept = [{ id: 'a/b', name: 'Theirs', contextWindow: 5 }, { id: 'c/d' }];
  expect(readConfiguredModels(config(own), modelsJson(kept))).toEqual([
    { id: 'a/b', name: 'Mine', contextWindow: 5 },
    { id: 'c/d' },
  ]);
});

test.each([[undefined], [null], [7], [{}], [config('x')], [config([null, 7, 'x', {}, { id: '' }])]])(
  '%j has none',
  (value) => {
    expect(readConfiguredModels(value)).toEqual([]);
  },
);
