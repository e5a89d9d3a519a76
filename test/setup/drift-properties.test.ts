import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { readConfiguredModels } from '../../src/catalog/configured-models.ts';
import { describeModel } from '../../src/catalog/describe-model.ts';
import { type Drift, driftOf } from '../../src/catalog/drift.ts';
import { applyChanges } from '../../src/json5/change.ts';
import { usedRefs } from '../../src/setup/agent-models.ts';
import { planSetup } from '../../src/setup/plan/plan.ts';
import { planFigures } from '../../src/setup/plan/plan-figures.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { formatModelRef, modelIdOf } from '../../src/text/model-ref.ts';
import { liveCatalog } from '../support/fixture-catalog.ts';

const RUNS = 500;

const price = fc.double({ min: 0, max: 20, noNaN: true }).map((usd) => Number(usd.toPrecision(3)));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const route = fc.record({
  provider: fc.constantFrom('novita', 'groq', 'together', 'cerebras', 'hf-inference'),
  status: fc.constantFrom('live', 'live', 'live', 'error', 'staging'),
  context_length: maybe(fc.integer({ min: 1, max: 2_000_000 })),
  pricing: maybe(fc.record({ input: price, output: price })),
  supports_tools: maybe(fc.boolean()),
  throughput: maybe(fc.integer({ min: 1, max: 3000 })),
});

/** Names of the built-in list too, whose figures come in where the service has none. */
const ids = fc.constantFrom(
  'deepseek-ai/DeepSeek-R1',
  'Qwen/Qwen3-8B',
  'openai/gpt-oss-120b',
  'org/A',
  'org/b',
  'org/c',
);
const live = { provider: 'sambanova', status: 'live' };
const lists = fc.uniqueArray(
  fc.record({ id: ids, providers: fc.array(route, { maxLength: 5 }).map((routes) => [live, ...routes]) }),
  { selector: ({ id }) => id, minLength: 2 },
);

/** A config as onboarding writes it for models of this list, by whatever route is live there. */
const onboarded = lists.chain((list) => {
  const catalog = liveCatalog(list);
  const refs = [...catalog.models.values()].flatMap(({ id, providers }) => {
    const slugs = providers.filter(({ status }) => status === 'live').map(({ id: slug }) => slug);
    return ['', ':fastest', ':cheapest', ...slugs.map((slug) => `:${slug}`)].map((suffix) =>
      formatModelRef(id + suffix),
    );
  });
  return fc
    .uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 4 })
    .map(([primary = null, ...fallbacks]) => {
      const describe = (id: string) => describeModel(catalog, id);
      const choices = { primary, fallbacks, aliases: [], onboarding: true };
      const { changes } = planSetup({ config: {}, own: {}, describe }, choices);
      return { list, catalog, config: applyChanges({}, changes) };
    });
});

function driftIn(config: JsonObject, catalog: Catalog): Drift[] {
  const own = readConfiguredModels(config);
  return usedRefs(config).flatMap((ref) => driftOf(ref, modelIdOf(ref) ?? '', own, catalog));
}

describe('for any list, and any config that was onboarded with it', () => {
  test('nothing drifted, and there are no figures to bring up to it', () => {
    const seen = { refs: 0 };
    fc.assert(
      fc.property(onboarded, ({ config, catalog }) => {
        seen.refs += usedRefs(config).length;
        expect(driftIn(config, catalog)).toEqual([]);
        expect(planFigures(config, catalog).changes).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(seen.refs).toBeGreaterThan(RUNS);
  });

  test('the figures of any later list, brought up to date, did not drift from it', () => {
    fc.assert(
      fc.property(onboarded, lists, ({ config }, later) => {
        const catalog = liveCatalog(later);
        const after = applyChanges(config, planFigures(config, catalog).changes);
        const kinds = driftIn(after, catalog).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === 'dearer' || kind === 'context_smaller')).toEqual([]);
        expect(planFigures(after, catalog).changes).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('a model that is taken away is found, and no other', () => {
    fc.assert(
      fc.property(onboarded, fc.nat(), ({ config, list }, at) => {
        const ref = usedRefs(config)[at % usedRefs(config).length] ?? '';
        const base = modelIdOf(ref)?.replace(/:.*/, '');
        const drift = driftIn(config, liveCatalog(list.filter(({ id }) => id !== base)));
        expect(drift.every(({ kind }) => kind === 'gone')).toBe(true);
        expect(drift.map((one) => one.ref)).toEqual(
          usedRefs(config).filter((one) => one.split(':')[0] === ref.split(':')[0]),
        );
      }),
      { numRuns: RUNS },
    );
  });
});
