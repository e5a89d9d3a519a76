import { describe, expect, test } from 'vitest';
import { readConfiguredModels } from '../../src/catalog/configured-models.ts';
import { driftOf } from '../../src/catalog/drift.ts';
import { ServiceError } from '../../src/huggingface/failures/service-error.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { formatModelRef } from '../../src/text/model-ref.ts';
import { liveCatalog } from '../support/fixture-catalog.ts';

type Route = { provider: string; status?: string; context?: number; price?: [number, number]; tools?: boolean };

function model(id: string, routes: readonly Route[]) {
  const providers = routes.map(({ provider, status = 'live', context, price, tools }) => ({
    provider,
    status,
    ...(context !== undefined && { context_length: context }),
    ...(price && { pricing: { input: price[0], output: price[1] } }),
    ...(tools !== undefined && { supports_tools: tools }),
  }));
  return { id, providers };
}

const entriesOf = (...models: JsonObject[]) =>
  readConfiguredModels({ models: { providers: { huggingface: { models } } } });

/** Without the ref: what a config with this entry, and with this list, drifted by. */
function drift(id: string, entry: JsonObject | null, routes: readonly Route[] | null, origin = {}) {
  const catalog = liveCatalog(routes === null ? [model('other/one', [])] : [model('org/a', routes)], origin);
  const ref = formatModelRef(id);
  const found = driftOf(ref, id, entry === null ? [] : entriesOf({ id, name: 'A', ...entry }), catalog);
  expect(found.every((one) => one.ref === ref)).toBe(true);
  return found.map(({ ref: _, ...rest }) => rest);
}

const LIVE: Route = { provider: 'novita', context: 100_000, price: [0.5, 2], tools: true };
const COST = { input: 0.5, output: 2, cacheRead: 0.5, cacheWrite: 0.5 };
const dearer = (input: number, output: number, to: [number, number]) => ({
  kind: 'dearer',
  was: { input, output },
  now: { input: to[0], output: to[1] },
});

describe('what drifted', () => {
  type Row = [name: string, id: string, entry: JsonObject | null, routes: Route[] | null, drift: object[]];
  test.each<Row>([
    ['an unchanged model has none', 'org/a', { cost: COST, contextWindow: 100_000 }, [LIVE], []],
    ['a model that is gone', 'org/a', { cost: COST }, null, [{ kind: 'gone', was: 'listed', now: null }]],
    ['one without an entry too', 'org/a', null, null, [{ kind: 'gone', was: 'listed', now: null }]],
    [
      'no route is live',
      'org/a',
      null,
      [
        { provider: 'x', status: 'error' },
        { provider: 'y', status: 'staging' },
        { provider: 'z', status: 'error' },
      ],
      [{ kind: 'not_served', was: 'live', now: 'error, staging' }],
    ],
    ['no route at all', 'org/a', null, [], [{ kind: 'not_served', was: 'live', now: null }]],
    [
      'no route is live, the pinned one either',
      'org/a:x',
      null,
      [{ provider: 'x', status: 'error' }],
      [{ kind: 'not_served', was: 'live', now: 'error' }],
    ],
    ['the pinned one is gone', 'org/a:x', { cost: COST }, [LIVE], [{ kind: 'route_gone', was: 'listed', now: null }]],
    ['the pinned one is there, in whatever case', 'org/a:Novita', { cost: COST }, [LIVE], []],
    [
      'the pinned one does not answer',
      'org/a:x',
      null,
      [LIVE, { provider: 'x', status: 'error' }],
      [{ kind: 'route_down', was: 'live', now: 'error' }],
    ],
    ['another than the pinned one does not', 'org/a:novita', null, [LIVE, { provider: 'x', status: 'error' }], []],
    ['a policy is no inference provider', 'org/a:cheapest', null, [LIVE], []],
    ['dearer input', 'org/a', { cost: { ...COST, input: 0.4 } }, [LIVE], [dearer(0.4, 2, [0.5, 2])]],
    ['dearer output', 'org/a', { cost: { ...COST, output: 1 } }, [LIVE], [dearer(0.5, 1, [0.5, 2])]],
    [
      'by one percent',
      'org/a',
      { cost: { input: 3, output: 7 } },
      [{ ...LIVE, price: [3.03, 7] }],
      [dearer(3, 7, [3.03, 7])],
    ],
    ['by less', 'org/a', { cost: { input: 3, output: 7 } }, [{ ...LIVE, price: [3.029, 7] }], []],
    ['from free input', 'org/a', { cost: { input: 0, output: 2 } }, [LIVE], [dearer(0, 2, [0.5, 2])]],
    ['cheaper is no drift', 'org/a', { cost: { input: 5, output: 20 } }, [LIVE], []],
    ['an unknown price is none', 'org/a', { cost: COST }, [{ provider: 'x' }], []],
    ['zeros state no price', 'org/a', { cost: { input: 0, output: 0 } }, [LIVE], []],
    ['no cost in the entry', 'org/a', { contextWindow: 100_000 }, [LIVE], []],
    [
      'the price of the pinned one counts',
      'org/a:x',
      { cost: COST },
      [LIVE, { provider: 'x', price: [0.6, 2] }],
      [dearer(0.5, 2, [0.6, 2])],
    ],
    [
      'less context',
      'org/a',
      { contextWindow: 100_001 },
      [LIVE],
      [{ kind: 'context_smaller', was: 100_001, now: 100_000 }],
    ],
    ['more context is no drift', 'org/a', { contextWindow: 99_999 }, [LIVE], []],
    ['no context in the entry, or in the list', 'org/a', { contextWindow: 9 }, [{ provider: 'x' }], []],
    [
      'tools lost',
      'org/a',
      { compat: { supportsTools: true } },
      [{ provider: 'x', tools: false }],
      [{ kind: 'tools_lost', was: true, now: false }],
    ],
    ['tools that some have', 'org/a', { compat: { supportsTools: true } }, [LIVE, { provider: 'x', tools: false }], []],
    ['tools that nobody speaks of', 'org/a', { compat: { supportsTools: true } }, [{ provider: 'x' }], []],
    ['tools that were never there', 'org/a', { compat: { supportsTools: false } }, [{ ...LIVE, tools: false }], []],
    ['tools that the entry does not state', 'org/a', {}, [{ ...LIVE, tools: false }], []],
    [
      'several at once, in order of weight',
      'org/a:x',
      { cost: COST, contextWindow: 100_000, compat: { supportsTools: true } },
      [LIVE, { provider: 'x', status: 'error', price: [1, 2], context: 8000, tools: false }],
      [
        { kind: 'route_down', was: 'live', now: 'error' },
        dearer(0.5, 2, [1, 2]),
        { kind: 'context_smaller', was: 100_000, now: 8000 },
        { kind: 'tools_lost', was: true, now: false },
      ],
    ],
  ])('%s', (_, id, entry, routes, expected) => {
    expect(drift(id, entry, routes)).toEqual(expected);
  });

  const down = new ServiceError('service_error', { kind: 'answer-unreadable', host: 'router' });
  test.each<[string, object, number]>([
    ['a live list', {}, 1],
    ['a cache of today', { source: 'cache' }, 1],
    ['an old cache', { source: 'cache', current: false }, 0],
    ['a cache, where the service could not be asked again', { source: 'cache', error: down }, 0],
    ['the built-in list', { source: 'builtin', current: false }, 0],
  ])('%s tells as much', (_, origin, amount) => {
    expect(drift('org/a', { cost: COST }, null, origin)).toHaveLength(amount);
  });
});
