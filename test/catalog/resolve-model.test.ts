import { describe, expect, test } from 'vitest';
import { builtInCatalog, nearestIds } from '../../src/catalog/catalog.ts';
import { resolveModelRef } from '../../src/catalog/resolve-model.ts';
import { findRef } from '../../src/setup/refs.ts';
import { en } from '../../src/words/en/en.ts';
import { noteIn } from '../../src/words/words.ts';
import { liveCatalog } from '../support/fixture-catalog.ts';

const live = liveCatalog();
const old = liveCatalog(undefined, { source: 'cache', current: false });
const builtIn = builtInCatalog(null);
const refs = ['anthropic/claude', 'huggingface/gone-org/gone', 'huggingface/Qwen/Qwen3-8B:cheapest'];
const aliases = new Map([
  ['anthropic/claude', 'Opus'],
  ['huggingface/deepseek-ai/DeepSeek-R1', 'DeepSeek R1'],
]);
const find = (typed: string) => findRef(typed, refs, aliases);
const resolve = (text: string, catalog = live) => resolveModelRef(text, { find, catalog });

describe('what a user types is', () => {
  test.each([
    ['a ref of the config, also of another provider', 'anthropic/claude', 'anthropic/claude', undefined],
    [
      'a ref of the config, also when it is gone',
      'huggingface/gone-org/gone',
      'huggingface/gone-org/gone',
      'gone-org/gone',
    ],
    ['the id in a ref of the config', 'gone-org/gone', 'huggingface/gone-org/gone', 'gone-org/gone'],
    ['an alias, whatever its case', 'deepseek r1', 'huggingface/deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-R1'],
    ['an alias of another provider', 'opus', 'anthropic/claude', undefined],
    ['an id', 'Qwen/Qwen3-8B', 'huggingface/Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
    ['a ref', 'huggingface/Qwen/Qwen3-8B', 'huggingface/Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
    ['an id in another case', 'qwen/qwen3-8b', 'huggingface/Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
    [
      'an id with a policy',
      'openai/gpt-oss-20b:Fastest',
      'huggingface/openai/gpt-oss-20b:fastest',
      'openai/gpt-oss-20b:fastest',
    ],
    [
      'an id with an inference provider',
      'openai/gpt-oss-120b:GROQ',
      'huggingface/openai/gpt-oss-120b:groq',
      'openai/gpt-oss-120b:groq',
    ],
    ['an id with blanks around it', ' Qwen/Qwen3-8B ', 'huggingface/Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
  ])('%s: %s', (_, text, ref, id) => {
    expect(resolve(text)).toEqual({ ref, id, warnings: [] });
  });

  test('a Hugging Face organisation named huggingface, after one prefix', () => {
    const catalog = liveCatalog([{ id: 'huggingface/x', providers: [{ provider: 'p', status: 'live' }] }]);
    expect(resolve('huggingface/huggingface/x', catalog).ref).toBe('huggingface/huggingface/x');
  });
});

describe('what is not served', () => {
  test.each([
    ['Qwen/Qwen3-33B', 'Did you mean Qwen/Qwen3-32B, Qwen/Qwen3-14B or Qwen/Qwen3-8B?'],
    ['gpt-oss-120b', 'Did you mean openai/gpt-oss-120b, openai/gpt-oss-20b or zai-org/GLM-5?'],
    ['zzzzzz/qqqqqq', 'Did you mean zai-org/GLM-5, Qwen/Qwen3-8B or tencent/Hy3?'],
  ])('%s is unknown', (text, hint) => {
    const message = `No inference provider serves "${text}".`;
    expect(() => resolve(text)).toThrow(expect.objectContaining({ code: 'model_unknown', exitCode: 7, message, hint }));
  });

  test('an inference provider without the model: those that have it', () => {
    expect(() => resolve('Qwen/Qwen3-32B:together')).toThrow(
      expect.objectContaining({
        code: 'model_not_served',
        exitCode: 7,
        message: 'The inference provider together does not serve Qwen/Qwen3-32B.',
        hint: [
          'These do:',
          '  Qwen/Qwen3-32B:groq  0.29/0.59 USD per million tokens, context 131k',
          '  Qwen/Qwen3-32B:featherless-ai  price unknown, context unknown',
          '  Qwen/Qwen3-32B:ovhcloud  0.09/0.25 USD per million tokens, context 33k',
          '  Qwen/Qwen3-32B:nscale  price unknown, context unknown',
        ].join('\n'),
      }),
    );
  });

  test.each([
    [
      'an inference provider in error',
      'deepseek-ai/DeepSeek-R1:deepinfra',
      live,
      'deepinfra does not serve deepseek-ai/DeepSeek-R1 at the moment (error).',
    ],
    [
      'no inference provider live',
      'MiniMaxAI/MiniMax-M1-80k',
      live,
      'No inference provider serves MiniMaxAI/MiniMax-M1-80k at the moment.',
    ],
    [
      'an old cache',
      'example-org/new',
      old,
      'The cached list is too old to tell whether example-org/new is served; it was not checked.',
    ],
    [
      'an old cache and a new inference provider',
      'Qwen/Qwen3-32B:together',
      old,
      'The cached list is too old to tell whether Qwen/Qwen3-32B:together is served; it was not checked.',
    ],
    [
      'the built-in list',
      'example-org/new',
      builtIn,
      'The built-in list does not tell whether example-org/new is served; it was not checked.',
    ],
    [
      'the built-in list and an inference provider',
      'Qwen/Qwen3-32B:groq',
      builtIn,
      'The built-in list does not tell whether Qwen/Qwen3-32B:groq is served; it was not checked.',
    ],
  ])('%s is a warning', (_, text, catalog, warning) => {
    const { warnings, ...resolved } = resolve(text, catalog);
    expect(resolved).toEqual({ ref: `huggingface/${text}`, id: text });
    expect(warnings.map((note) => noteIn(en, note))).toEqual([warning]);
  });

  test('what colours a terminal is not repeated', () => {
    expect(() => resolve('\u001b[31mred')).toThrow('No inference provider serves "red".');
  });
});

test('nearestIds finds the organisation of a name', () => {
  expect(nearestIds(live, 'meta/Llama-3.1-8B-Instruct:groq', 3)[0]).toBe('meta-llama/Llama-3.1-8B-Instruct');
});
