import { expect, test } from 'vitest';
import { estimateCost } from '../../src/catalog/cost.ts';
import type { JsonObject } from '../../src/text/json.ts';

const R1 = { input: 3, output: 7 };
const defaults = (heartbeat: JsonObject): JsonObject => ({ agents: { defaults: { heartbeat } } });
const list = (...agents: JsonObject[]): JsonObject => ({ agents: { list: agents } });

/** Per turn 0.0935; 1,440 half hours and 720 hours in 30 days. */
test.each<[string, JsonObject, number, string]>([
  ['nothing set: every 30 minutes', {}, 134.64, '30m'],
  ['every hour', defaults({ every: '1h' }), 67.32, '1h'],
  ['an hour and a half', defaults({ every: '1h30m' }), 44.88, '1h30m'],
  ['a bare number is minutes', defaults({ every: '60' }), 67.32, '60'],
  ['switched off', defaults({ every: '0m' }), 0, '0m'],
  ['what OpenClaw cannot read either', defaults({ every: 'often' }), 0, 'often'],
  ['on a model of its own', defaults({ model: 'openai/gpt-5-mini' }), 0, '0m'],
  ['agents without heartbeats: the default one', list({ id: 'a' }, { id: 'b' }), 134.64, '30m'],
  ['one agent with its own: that one alone', list({ id: 'a' }, { id: 'b', heartbeat: { every: '1h' } }), 67.32, '1h'],
  [
    'two agents with their own: both',
    list({ id: 'a', heartbeat: { every: '1h' } }, { id: 'b', heartbeat: { every: '30m' } }),
    201.96,
    '30m',
  ],
  ['an agent with another model', list({ id: 'a', model: 'x/y', heartbeat: { every: '1h' } }), 0, '0m'],
  ['agents.entries of 2026.8', { agents: { entries: { a: { heartbeat: { every: '1h' } } } } }, 67.32, '1h'],
])('wake-ups in a month, %s', (_, config, perMonthIdle, every) => {
  const estimate = estimateCost(R1, config);
  expect({ ...estimate, perMonthIdle: Math.round((estimate?.perMonthIdle ?? 0) * 100) / 100 }).toEqual({
    perTurn: 0.0935,
    perMonthIdle,
    every,
  });
});

test('a free model costs nothing, and of an unknown price there is no estimate', () => {
  expect(estimateCost({ input: 0, output: 0 }, {})).toEqual({ perTurn: 0, perMonthIdle: 0, every: '30m' });
  expect(estimateCost(null, {})).toBeNull();
});
