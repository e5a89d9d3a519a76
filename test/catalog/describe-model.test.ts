import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { describeModel } from '../../src/catalog/describe-model.ts';
import { speedOf } from '../../src/catalog/figures.ts';
import { liveCatalog } from '../support/fixture-catalog.ts';

const live = liveCatalog();
const builtIn = builtInCatalog({ kind: 'offline' });
const price = (input: number, output: number) => ({ input, output });

describe('the recorded list', () => {
  test.each([
    // id, name, context, price, tools, available, tokens per second
    ['deepseek-ai/DeepSeek-R1', 'DeepSeek R1', 64_000, price(3, 7), 'some', true, 39.75],
    ['deepseek-ai/DeepSeek-R1:fastest', 'DeepSeek R1 (fastest)', 64_000, price(3, 7), 'some', true, 39.75],
    ['deepseek-ai/DeepSeek-R1:cheapest', 'DeepSeek R1 (cheapest)', 64_000, price(3, 7), 'some', true, 33.56],
    ['deepseek-ai/DeepSeek-R1:together', 'DeepSeek R1 (together)', 131_072, price(3, 7), 'yes', true, 33.56],
    ['deepseek-ai/DeepSeek-R1:novita', 'DeepSeek R1 (novita)', null, null, 'no', true, 39.75],
    ['deepseek-ai/DeepSeek-R1:featherless-ai', 'DeepSeek R1 (featherless-ai)', null, null, null, true, null],
    ['deepseek-ai/DeepSeek-R1:deepinfra', 'DeepSeek R1 (deepinfra)', null, null, null, false, null],
    ['deepseek-ai/DeepSeek-R1:groq', 'DeepSeek R1 (groq)', null, null, null, false, null],
    ['openai/gpt-oss-120b', 'GPT-OSS 120B', 128_000, price(0.35, 0.75), 'some', true, 735.21],
    ['openai/gpt-oss-120b:cheapest', 'GPT-OSS 120B (cheapest)', 128_000, price(0.039, 0.19), 'some', true, 33],
    ['openai/gpt-oss-120b:baseten', 'GPT-OSS 120B (baseten)', 128_072, price(0.1, 0.5), 'yes', true, 59.74],
    ['Qwen/Qwen3-32B', 'Qwen3 32B', 32_768, price(0.29, 0.59), 'some', true, 351.17],
    ['Qwen/Qwen3-32B:cheapest', 'Qwen3 32B (cheapest)', 32_768, price(0.09, 0.25), 'some', true, 27.19],
    ['Qwen/Qwen3-8B', 'Qwen3 8B', 40_960, price(0.07, 0.18), 'some', true, 113.73],
    ['deepseek-ai/DeepSeek-V3.2', 'DeepSeek V3.2', 163_840, price(0.269, 0.4), 'yes', true, 75.44],
    ['deepseek-ai/DeepSeek-V3.2:cheapest', 'DeepSeek V3.2 (cheapest)', 163_840, price(0.26, 0.38), 'yes', true, 58.29],
    ['zai-org/GLM-4.7', 'GLM 4.7', 131_072, price(2.25, 2.75), 'yes', true, 703.78],
    ['moonshotai/Kimi-K2.5', 'Kimi K2.5', 262_000, price(0.6, 3), 'yes', true, 108.78],
    ['meta-llama/Llama-3.3-70B-Instruct', 'Llama 3.3 70B Instruct', 100_000, price(0.85, 1.2), 'yes', true, 778.73],
    ['meta-llama/Llama-3.1-8B-Instruct', 'Llama 3.1 8B Instruct', 16_384, price(0.02, 0.05), 'no', true, 116.82],
    ['Qwen/Qwen2.5-7B-Instruct', 'Qwen2.5 7B Instruct', 32_000, price(0.07, 0.07), 'some', true, 128.79],
    ['zai-org/GLM-4.7-FP8', 'GLM 4.7 FP8', null, null, 'yes', true, 132.53],
    ['deepreinforce-ai/Ornith-1.0-35B', 'Ornith 1.0 35B', null, null, null, false, null],
    ['MiniMaxAI/MiniMax-M1-80k', 'MiniMax M1 80k', null, null, null, false, null],
    ['example-org/not-listed', 'Not Listed', null, null, null, false, null],
  ])('%s', (id, name, contextWindow, expectedPrice, tools, available, speed) => {
    const model = describeModel(live, id);
    expect(model).toMatchObject({ id, name, contextWindow, price: expectedPrice, tools, available });
    expect(speedOf(model)).toBe(speed);
  });

  test("an id gets the list's spelling, whatever the case", () => {
    expect(describeModel(live, 'DEEPSEEK-AI/deepseek-r1:Together').id).toBe('deepseek-ai/DeepSeek-R1:Together');
  });

  test('a pinned id shows its inference provider alone', () => {
    expect(describeModel(live, 'deepseek-ai/DeepSeek-R1:together').providers.map(({ id }) => id)).toEqual(['together']);
    expect(describeModel(live, 'deepseek-ai/DeepSeek-R1').providers).toHaveLength(4);
  });

  test('knows which models read images', () => {
    expect(describeModel(live, 'CohereLabs/command-a-vision-07-2025').input).toEqual(['text', 'image']);
    expect(describeModel(live, 'deepseek-ai/DeepSeek-R1').input).toEqual(['text']);
  });
});

describe('the built-in models', () => {
  test.each([
    ['deepseek-ai/DeepSeek-R1', 'DeepSeek R1', 64_000, 32_768, price(0.7, 2.5), true, 'yes'],
    ['deepseek-ai/DeepSeek-V3.2', 'DeepSeek V3.2', 163_840, 65_536, price(0.28, 0.4), true, 'yes'],
    ['Qwen/Qwen3-8B', 'Qwen3 8B', 40_960, 8192, price(0.07, 0.18), true, 'yes'],
    ['Qwen/Qwen2.5-7B-Instruct', 'Qwen2.5 7B Instruct', 32_000, 32_000, null, false, 'yes'],
    ['Qwen/Qwen3-32B', 'Qwen3 32B', 131_072, 16_384, price(0.29, 0.59), true, 'yes'],
    ['meta-llama/Llama-3.3-70B-Instruct', 'Llama 3.3 70B Instruct', 131_072, 4096, price(0.59, 0.79), false, 'yes'],
    ['meta-llama/Llama-3.1-8B-Instruct', 'Llama 3.1 8B Instruct', 16_384, 16_384, null, false, 'some'],
    ['openai/gpt-oss-120b', 'GPT-OSS 120B', 131_072, 32_768, price(0.25, 0.69), true, 'yes'],
    ['zai-org/GLM-4.7', 'GLM 4.7', 204_800, 131_072, price(0.6, 2.2), true, 'yes'],
    ['moonshotai/Kimi-K2.5', 'Kimi K2.5', 262_144, 262_144, price(0.6, 3), true, 'yes'],
  ])('%s', (id, name, contextWindow, maxTokens, expectedPrice, reasoning, tools) => {
    const expected = { id, name, contextWindow, maxTokens, price: expectedPrice, reasoning, tools, available: null };
    expect(describeModel(builtIn, id)).toMatchObject({ ...expected, providers: [] });
    expect(builtIn.models.size).toBe(10);
  });

  test.each([
    ['deepseek-ai/DeepSeek-R1:together', 131_072],
    ['deepseek-ai/DeepSeek-R1:novita', null],
    ['deepseek-ai/DeepSeek-R1:constructor', null],
    ['deepseek-ai/DeepSeek-R1:fastest', 64_000],
  ])('%s has a context of %s', (id, contextWindow) => {
    expect(describeModel(builtIn, id).contextWindow).toBe(contextWindow);
  });

  test('Kimi alone reads images', () => {
    const ids = [...builtIn.models.values()].map(({ id }) => id);
    expect(ids.filter((id) => describeModel(builtIn, id).input.includes('image'))).toEqual(['moonshotai/Kimi-K2.5']);
  });
});

describe('each rule by itself', () => {
  const provider = (fields: object) => ({ provider: 'p', status: 'live', ...fields });
  const describeOne = (fields: object, id = 'a/b-c') => describeModel(liveCatalog([{ id: 'a/b-c', ...fields }]), id);
  const withProviders = (...providers: object[]) => ({ providers: providers.map(provider) });
  const priced = (id: string, input: number, output: number, rest: object = {}) => ({
    provider: id,
    pricing: { input, output },
    ...rest,
  });

  test.each([
    ["the API's name", { name: 'N', title: 'T', display_name: 'D' }, 'N'],
    ["the API's title", { name: '', title: 'T' }, 'T'],
    ["the API's display name", { name: 7, display_name: 'D' }, 'D'],
    ['a name made from the id', {}, 'B C'],
    ['a name of marks alone is none', { name: '\u200b\u001b[0m' }, 'B C'],
    ['a name loses what moves the cursor', { name: '\u001b[2JBold\u202e' }, 'Bold'],
  ])('name: %s', (_, fields, name) => {
    expect(describeOne(fields).name).toBe(name);
  });

  test.each([
    ['the smallest', withProviders({ context_length: 200 }, { provider: 'q', context_length: 100 }), 100],
    [
      'not that of one in error',
      withProviders({ context_length: 200 }, { provider: 'q', context_length: 100, status: 'error' }),
      200,
    ],
    [
      'that of one being staged',
      withProviders({ context_length: 200 }, { provider: 'q', context_length: 100, status: 'staging' }),
      100,
    ],
    ['zero is none', withProviders({ context_length: 0 }), null],
    ['a text is none', withProviders({ context_length: '100' }), null],
    ['null is none', withProviders({ context_length: null }), null],
  ])('context: %s', (_, fields, expected) => {
    expect(describeOne(fields).contextWindow).toBe(expected);
  });

  test.each([
    [
      'the fastest with a price',
      withProviders(priced('p', 1, 2, { throughput: 5 }), priced('q', 3, 4, { throughput: 9 }), {
        provider: 'r',
        throughput: 99,
      }),
      'a/b-c',
      price(3, 4),
    ],
    [
      'one of known speed before one of unknown',
      withProviders(priced('p', 1, 2), priced('q', 3, 4, { throughput: 1 })),
      'a/b-c',
      price(3, 4),
    ],
    ['the first where no speed is known', withProviders(priced('p', 1, 2), priced('q', 3, 4)), 'a/b-c', price(1, 2)],
    ['the lowest output price', withProviders(priced('p', 1, 4), priced('q', 3, 2)), 'a/b-c:cheapest', price(3, 2)],
    [
      'not that of one in error',
      withProviders(priced('p', 1, 4), priced('q', 0.1, 0.1, { status: 'error' })),
      'a/b-c:cheapest',
      price(1, 4),
    ],
    ['the pinned one', withProviders(priced('p', 1, 2), priced('q', 3, 4)), 'a/b-c:q', price(3, 4)],
    ['0/0 is not stated', withProviders(priced('p', 0, 0, { is_free: false })), 'a/b-c', null],
    ['0/0 is free where it says so', withProviders(priced('p', 0, 0, { is_free: true })), 'a/b-c', price(0, 0)],
    ['a negative price is none', withProviders(priced('p', -1, 1)), 'a/b-c', null],
  ])('price: %s', (_, fields, id, expected) => {
    expect(describeOne(fields, id).price).toEqual(expected);
  });

  test('speed: of two with the lowest output price that of the one with the lower input price', () => {
    const fields = withProviders(priced('p', 3, 2, { throughput: 5 }), priced('q', 1, 2, { throughput: 9 }));
    const model = describeOne(fields, 'a/b-c:cheapest');
    expect([model.price, speedOf(model)]).toEqual([price(1, 2), 9]);
  });

  test.each([
    ['all say so', withProviders({ supports_tools: true }, { provider: 'q', supports_tools: true }), 'yes'],
    ['one says nothing', withProviders({ supports_tools: true }, { provider: 'q' }), 'some'],
    ['one says no', withProviders({ supports_tools: true }, { provider: 'q', supports_tools: false }), 'some'],
    ['one says no, the other nothing', withProviders({ supports_tools: false }, { provider: 'q' }), 'no'],
    ['one in error does not count', withProviders({ supports_tools: true }, { provider: 'q', status: 'error' }), 'yes'],
    ['nobody says anything', withProviders({}), null],
  ])('tools: %s', (_, fields, expected) => {
    expect(describeOne(fields).tools).toBe(expected);
  });

  test.each([
    ['deepseek-ai/DeepSeek-R1-Distill-Qwen-7B', true],
    ['tngtech/DeepSeek-R1T-Chimera', true],
    ['Qwen/QwQ-32B', true],
    ['microsoft/Phi-4-reasoning-plus', true],
    ['Qwen/Qwen3-4B-Thinking-2507', true],
    ['Qwen/Qwen3-4B-Instruct-2507', false],
    ['CohereLabs/c4ai-command-r7b-12-2024', false],
    ['example/model-r10', false],
    ['example/unreasonable', false],
    ['example/model-non-thinking', false],
    ['reason-org/model', false],
  ])('reasoning: %s -> %s', (id, expected) => {
    expect(describeModel(live, id).reasoning).toBe(expected);
  });

  test('max output: 8192 where nobody knows', () => {
    expect(describeOne({}).maxTokens).toBe(8192);
  });

  test.each([
    ['a current list', { current: true }, false],
    ['an old cache', { source: 'cache', current: false } as const, null],
  ])('available: what is missing from %s', (_, origin, expected) => {
    expect(describeModel(liveCatalog([], origin), 'a/b').available).toBe(expected);
  });
});

describe('what is configured wins, field by field', () => {
  const own = { id: 'deepseek-ai/DeepSeek-R1', name: 'Mine', contextWindow: 1000, price: price(9, 9) };

  test('for its own id', () => {
    expect(describeModel(live, own.id, [own])).toMatchObject({ ...own, maxTokens: 32_768, tools: 'some' });
  });

  test('a price of its own changes nothing about which inference provider is the cheapest, nor its speed', () => {
    const cheapest = { ...own, id: `${own.id}:cheapest` };
    const model = describeModel(live, cheapest.id, [cheapest]);
    expect([model.price, speedOf(model)]).toEqual([price(9, 9), 33.56]);
  });

  test('for a variant only by its name', () => {
    expect(describeModel(live, `${own.id}:together`, [own])).toMatchObject({
      name: 'Mine (together)',
      contextWindow: 131_072,
      price: price(3, 7),
    });
  });
});

test('however many entries there are, and whoever asks for all of them, each is looked at once', () => {
  let reads = 0;
  const configured = Array.from({ length: 1000 }, (_, index) => ({
    get id() {
      reads++;
      return `org/model-${index}`;
    },
    name: `Mine ${index}`,
  }));
  const names = configured.map((_, index) => describeModel(builtIn, `ORG/model-${index}`, configured).name);
  expect([names[0], names.at(-1), reads]).toEqual(['Mine 0', 'Mine 999', 1000]);
});
