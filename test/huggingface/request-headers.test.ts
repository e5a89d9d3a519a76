import { describe, expect, test } from 'vitest';
import { billedTo, requestHeaders } from '../../src/huggingface/request/request-headers.ts';
import type { JsonValue } from '../../src/text/json.ts';

const ID = 'Qwen/Qwen3-8B';
const config = (headers: JsonValue, own: JsonValue = {}, id = ID): JsonValue => ({
  models: {
    providers: {
      huggingface: {
        headers,
        models: [
          { id: 'a/b', headers: { 'x-other': '1' } },
          { id, headers: own },
        ],
      },
    },
  },
});

describe("a message has the headers of the config's provider, and those of the model's own entry win", () => {
  test.each<[name: string, config: JsonValue | undefined, headers: Record<string, string>]>([
    ['no config', undefined, {}],
    ['no headers', config(null, []), {}],
    ["the provider's", config({ 'X-HF-Bill-To': 'acme' }), { 'x-hf-bill-to': 'acme' }],
    ["the model's", config({}, { 'X-Team': 'one' }), { 'x-team': 'one' }],
    [
      'one name in both, written differently',
      config({ 'X-HF-Bill-To': 'acme' }, { 'x-hf-bill-to': 'lab' }),
      { 'x-hf-bill-to': 'lab' },
    ],
    ['another entry of the same model', config({}, { 'X-Team': 'one' }, `${ID}:cheapest`), {}],
    ['what is no text', config({ a: 1, b: null, c: { source: 'file', id: '/x' }, d: ['x'] }), {}],
    ['what OpenClaw keeps elsewhere', config({ a: 'secretref-managed', b: 'secretref-env:X' }), {}],
    [
      'an Authorization, which takes the place of the token',
      config({ Authorization: 'Bearer x' }),
      { authorization: 'Bearer x' },
    ],
  ])('%s', (_, value, headers) => {
    expect(requestHeaders(value, ID)).toEqual(headers);
  });

  test.each([
    ['a line break', { 'X-Secret': 'hidden\nhidden' }, 'models.providers.huggingface.headers.X-Secret'],
    ['a blank in its name', { 'X Secret': 'hidden' }, 'models.providers.huggingface.headers["X Secret"]'],
  ])('what can not be one is refused without its value: %s', (_, headers, path) => {
    expect(() => requestHeaders(config(headers), ID)).toThrow(
      `${path} can't be sent as a header: its name or value has characters that no header may have.`,
    );
  });
});

test.each<[name: string, config: JsonValue, org: string | null]>([
  ['the account itself', config({}), null],
  ['the organisation of the provider', config({ 'X-HF-Bill-To': ' acme ' }), 'acme'],
  ['that of the model’s own entry, in any case', config({ 'X-HF-Bill-To': 'acme' }, { 'x-hf-bill-to': 'lab' }), 'lab'],
  ['the account itself where it is empty', config({ 'X-HF-Bill-To': '' }), null],
])('a message is billed to %s', (_, value, org) => {
  expect(billedTo(value, ID)).toBe(org);
});
