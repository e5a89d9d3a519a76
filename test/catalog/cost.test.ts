import { expect, test } from 'vitest';
import { estimateCost } from '../../src/catalog/cost.ts';
import { describeModel } from '../../src/catalog/describe-model.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { liveCatalog } from '../support/fixture-catalog.ts';

const REF = 'huggingface/deepseek-ai/DeepSeek-R1';
const R1 = { input: 3, output: 7 };
const defaults = (heartbeat: JsonObject): JsonObject => ({ agents: { defaults: { heartbeat } } });
const list = (...agents: JsonObject[]): JsonObject => ({ agents: { list: agents } });

const LABELS = { [REF]: { alias: 'R1' }, 'openai/gpt-5-mini': { alias: 'mini' } };

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
  ['an agent with this very model', list({ id: 'a', model: REF, heartbeat: { every: '1h' } }), 67.32, '1h'],
  [
    'an agent with this model first',
    list({ id: 'a', model: { primary: REF }, heartbeat: { every: '1h' } }),
    67.32,
    '1h',
  ],
  ['a heartbeat on this very model', defaults({ every: '1h', model: REF }), 67.32, '1h'],
  ['a heartbeat on its alias', { agents: { defaults: { models: LABELS, heartbeat: { model: 'r1' } } } }, 134.64, '30m'],
  [
    'a heartbeat on another one’s alias',
    { agents: { defaults: { models: LABELS, heartbeat: { model: 'mini' } } } },
    0,
    '0m',
  ],
  [
    'an agent with its alias',
    { agents: { defaults: { models: LABELS }, list: [{ id: 'a', model: { primary: 'R1' } }] } },
    134.64,
    '30m',
  ],
  ['the default agent with another model', list({ id: 'a' }, { id: 'b', default: true, model: 'x/y' }), 0, '0m'],
  ['an agent beside the default one with another model', list({ id: 'a' }, { id: 'b', model: 'x/y' }), 134.64, '30m'],
  [
    'the usual one off, an agent with its own',
    { agents: { defaults: { heartbeat: { every: '0m' } }, list: [{ id: 'a', heartbeat: { every: '2h' } }] } },
    33.66,
    '2h',
  ],
  ['agents.entries of 2026.8', { agents: { entries: { a: { heartbeat: { every: '1h' } } } } }, 67.32, '1h'],
])('wake-ups in a month, %s', (_, config, perMonthIdle, every) => {
  const estimate = estimateCost(REF, R1, config);
  expect({ ...estimate, perMonthIdle: Math.round((estimate?.perMonthIdle ?? 0) * 100) / 100 }).toEqual({
    perTurn: 0.0935,
    perMonthIdle,
    every,
  });
});

test('a free model costs nothing, and of an unknown price there is no estimate', () => {
  expect(estimateCost(REF, { input: 0, output: 0 }, {})).toEqual({ perTurn: 0, perMonthIdle: 0, every: '30m' });
  expect(estimateCost(REF, null, {})).toBeNull();
});

/** At the prices of the recorded list; `novita` states none for DeepSeek R1. */
test.each<[id: string, perTurn: number | null]>([
  ['deepseek-ai/DeepSeek-R1', 0.0935],
  ['deepseek-ai/DeepSeek-R1:fastest', 0.0935],
  ['deepseek-ai/DeepSeek-R1:preferred', 0.0935],
  ['deepseek-ai/DeepSeek-R1:together', 0.0935],
  ['deepseek-ai/DeepSeek-R1:novita', null],
  ['moonshotai/Kimi-K2.7-Code', 0.0305],
  ['moonshotai/Kimi-K2.7-Code:cheapest', 0.02395],
  ['moonshotai/Kimi-K2.7-Code:deepinfra', 0.02395],
  ['deepseek-ai/DeepSeek-R1-0528', 0.02225],
  ['deepseek-ai/DeepSeek-R1-0528:cheapest', 0.016075],
])('a turn costs what its route does: %s', (id, perTurn) => {
  const { price } = describeModel(liveCatalog(), id);
  expect(estimateCost(REF, price, {})?.perTurn ?? null).toEqual(perTurn);
});
