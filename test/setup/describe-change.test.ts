import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/json5/change.ts';
import { describeBeside, describeChanges } from '../../src/setup/report/describe-change.ts';
import { en } from '../../src/words/en/en.ts';

const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const set = (path: string[], value: Extract<Change, { op: 'set' }>['value']): Change => ({ op: 'set', path, value });
const DEFAULTS = ['agents', 'defaults'];
const PROVIDER = ['models', 'providers', 'huggingface'];
const ENTRY = { id: 'a/b', contextWindow: 64_000, cost: { input: 0.7, output: 2.5 } };

describe('a change in a person’s words', () => {
  test.each<[name: string, change: Change, lines: string[]]>([
    ['a primary', set([...DEFAULTS, 'model', 'primary'], R1), [`Default model: ${R1}`]],
    ['a model as a string', set([...DEFAULTS, 'model'], R1), [`Default model: ${R1}`]],
    [
      'a string that becomes a chain',
      set([...DEFAULTS, 'model'], { primary: R1, fallbacks: ['x/y'] }),
      [`Default model: ${R1}`, 'Fallback: x/y'],
    ],
    ['a fallback', { op: 'append', path: [...DEFAULTS, 'model', 'fallbacks'], value: R1 }, [`Fallback: ${R1}`]],
    ['a label', set([...DEFAULTS, 'models', R1], { alias: 'R1' }), [`Alias: "R1" for ${R1}`]],
    [
      'a label that is escaped in the file',
      set([...DEFAULTS, 'models', R1, 'alias'], '$${X}'),
      [`Alias: "\${X}" for ${R1}`],
    ],
    ['an entry without a label', set([...DEFAULTS, 'models', R1], {}), [`Selectable model: ${R1}`]],
    ['a wildcard', set([...DEFAULTS, 'models', 'huggingface/*'], {}), ['Selectable models: huggingface/*']],
    [
      'an item of the allow-list',
      { op: 'append', path: [...DEFAULTS, 'modelPolicy', 'allow'], value: R1 },
      [`Allowed model: ${R1}`],
    ],
    [
      'the provider with its models',
      set(PROVIDER, { baseUrl: 'https://router.huggingface.co/v1', models: [ENTRY] }),
      ['Provider: huggingface at https://router.huggingface.co/v1', 'Model entry: a/b (context 64k, price 0.70/2.50)'],
    ],
    ['a key of the provider', set([...PROVIDER, 'api'], 'openai'), ['models.providers.huggingface.api: openai']],
    [
      'a model of which nothing is known',
      { op: 'append', path: [...PROVIDER, 'models'], value: { id: 'a/b' } },
      ['Model entry: a/b (context unknown, price unknown)'],
    ],
    [
      'an entry with other figures',
      { op: 'update-item', path: [...PROVIDER, 'models'], value: ENTRY },
      ['Model entry: a/b (context 64k, price 0.70/2.50)'],
    ],
    ['the Gateway’s mode', set(['gateway', 'mode'], 'local'), ['gateway.mode: local']],
    [
      'a key that goes',
      { op: 'remove', path: [...DEFAULTS, 'models', R1, 'alias'] },
      [`agents.defaults.models["${R1}"].alias removed`],
    ],
    [
      'an item that goes',
      { op: 'remove-item', path: [...DEFAULTS, 'model', 'fallbacks'], value: R1 },
      [`${R1} removed from agents.defaults.model.fallbacks`],
    ],
    ['what a terminal would obey goes', set([...DEFAULTS, 'model'], 'x/\u001b[31my'), ['Default model: x/y']],
  ])('%s', (_, change, lines) => {
    expect(describeChanges([change], en)).toEqual(lines);
  });

  test('the primary and the fallbacks are left out of what is beside them', () => {
    const changes = [set([...DEFAULTS, 'model', 'primary'], R1), set(['gateway', 'mode'], 'local')];
    expect(describeBeside(changes, en)).toEqual(['gateway.mode: local']);
  });
});

test('however many changes there are, each is looked at a few times', () => {
  let reads = 0;
  const changes = Array.from(
    { length: 1000 },
    (_, index): Change => ({
      op: 'remove',
      get path() {
        reads++;
        return [...DEFAULTS, 'models', `x/${index}`];
      },
    }),
  );
  const lines = describeChanges([...changes, { op: 'remove', path: [...DEFAULTS, 'models'] }], en);
  expect([lines.length, lines[0], reads < 10_000]).toEqual([1000, 'agents.defaults.models["x/0"] removed', true]);
});
