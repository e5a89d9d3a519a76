import fc from 'fast-check';
import JSON5 from 'json5';
import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { describeModel } from '../../src/catalog/describe-model.ts';
import { locateConfig } from '../../src/config/locate.ts';
import { type ConfigSnapshot, readConfig } from '../../src/config/read/read.ts';
import { applyChanges } from '../../src/json5/change.ts';
import { renderChanges } from '../../src/setup/apply/render-changes.ts';
import type { Choices } from '../../src/setup/plan/choices.ts';
import { planSetup } from '../../src/setup/plan/plan.ts';
import { planRemoval } from '../../src/setup/plan/plan-removal.ts';
import { chainRefs, MODEL_MAP_PATH, readChain } from '../../src/setup/refs.ts';
import { equalJson, isJsonObject, type JsonObject, type JsonValue, valueAt } from '../../src/text/json.ts';
import { en } from '../../src/words/en/en.ts';
import { noteIn } from '../../src/words/words.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { type Random, randomFrom } from '../support/random-json5.ts';

function snapshotOf(text: string): Promise<ConfigSnapshot> {
  const env = { OPENCLAW_STATE_DIR: '/state', FB: 'anthropic/opus', MODEL: 'huggingface/a/b' };
  const stat = async () => ({ kind: 'file', size: text.length, mode: 0o600, links: 1 }) as const;
  const files = { ...memoryFiles({ '/state/openclaw.json': text }), stat };
  return readConfig(locateConfig({ env }), { files, env });
}

async function removed(text: string) {
  const snapshot = await snapshotOf(text);
  const { changes, notes, warnings } = planRemoval(snapshot);
  const said = [...notes, ...warnings].map((note) => noteIn(en, note));
  return { text: renderChanges(snapshot, changes), said };
}

const NONE_LEFT = 'No default model is left: OpenClaw then uses its own';
const promoted = (ref: string) => `${ref} was the first fallback of another provider and becomes the default model`;
const still = (path: string, ref: string) => `${path} names ${ref} and was kept: it does not work without Hugging Face`;

/** Of `agents.defaults`; what becomes empty is gone. */
const IN_DEFAULTS: [what: string, before: string, after: string, ...said: string[]][] = [
  ['a string', 'model: "huggingface/a/b"', '', NONE_LEFT],
  ['a string of another provider', 'model: "x/y"', 'model: "x/y"'],
  ['a variable', 'model: "${MODEL}"', '', NONE_LEFT],
  ['a primary without fallbacks', 'model: { primary: "huggingface/a/b" }', '', NONE_LEFT],
  ['what else the model has stays', 'model: { primary: "huggingface/a/b", x: 1 }', 'model: { x: 1 }', NONE_LEFT],
  ['a chain that is all ours', 'model: { primary: "huggingface/a/b", fallbacks: ["huggingface/c/d"] }', '', NONE_LEFT],
  [
    'the first other fallback comes first',
    'model: { primary: "huggingface/a/b", fallbacks: ["huggingface/c/d", "x/y", "x/z", "x/y"] }',
    'model: { primary: "x/y", fallbacks: ["x/z"] }',
    promoted('x/y'),
  ],
  [
    'a fallback that is a variable stays one',
    'model: { primary: "huggingface/a/b", fallbacks: ["${FB}"] }',
    'model: { primary: "${FB}" }',
    promoted('anthropic/opus'),
  ],
  [
    'a primary of another provider stays, its fallbacks too',
    'model: { primary: "x/y", fallbacks: ["huggingface/a/b", "x/z"] }',
    'model: { primary: "x/y", fallbacks: ["x/z"] }',
  ],
  [
    'a label in the chain',
    'model: { primary: "Quick", fallbacks: ["slow"] }, models: { "huggingface/a/b": { alias: "quick" }, "x/y": { alias: "slow" } }',
    'model: { primary: "slow" }, models: { "x/y": { alias: "slow" } }',
    promoted('slow'),
  ],
  [
    'entries with all they hold',
    'models: { "huggingface/a/b": { alias: "x", params: {} }, "x/y": {} }',
    'models: { "x/y": {} }',
  ],
  [
    'a map that onboarding made goes, with the entries it had to make for others',
    'model: "x/y", models: { "x/y": {}, "huggingface/a/b": {}, "huggingface/*": {} }',
    'model: "x/y"',
    'agents.defaults.models was made by onboarding and is removed entirely: OpenClaw then offers every model again',
  ],
  [
    'a map that onboarding made goes, with the entry of the default model that ours replaced',
    'model: "huggingface/a/b", models: { "x/y": {}, "huggingface/a/b": {}, "huggingface/*": {} }',
    '',
    NONE_LEFT,
    'agents.defaults.models was made by onboarding and is removed entirely: OpenClaw then offers every model again',
  ],
  [
    'a map with entries of somebody stays, whichever of them was the default model',
    'model: "huggingface/a/b", models: { "x/y": {}, "x/z": {}, "huggingface/*": {} }',
    'models: { "x/y": {}, "x/z": {} }',
    NONE_LEFT,
  ],
  [
    'an allow-list that OpenClaw copied from such a map goes too',
    'model: "x/y", models: { "x/y": {}, "huggingface/*": {} }, modelPolicy: { allow: ["x/y", "huggingface/*"] }',
    'model: "x/y"',
    'agents.defaults.models was made by onboarding and is removed entirely: OpenClaw then offers every model again',
  ],
  [
    'a map with an entry of somebody stays',
    'model: "x/y", models: { "x/y": {}, "x/z": {}, "huggingface/*": {} }',
    'model: "x/y", models: { "x/y": {}, "x/z": {} }',
  ],
  [
    'an allow-list',
    'modelPolicy: { allow: ["huggingface/a/b", "x/*", "huggingface/Qwen/*", "quick"] }, models: { "huggingface/a/b": { alias: "Quick" } }',
    'modelPolicy: { allow: ["x/*"] }',
  ],
  [
    'an allow-list of ours alone stays, empty',
    'modelPolicy: { allow: ["huggingface/*"] }',
    'modelPolicy: { allow: [] }',
    'agents.defaults.modelPolicy.allow is empty now, which allows every model',
  ],
  [
    'an image model stays, with a warning',
    'imageModel: { primary: "x/y", fallbacks: ["huggingface/a/b"] }',
    'imageModel: { primary: "x/y", fallbacks: ["huggingface/a/b"] }',
    still('agents.defaults.imageModel.fallbacks[0]', 'huggingface/a/b'),
  ],
  ['prose is no model', 'x: "huggingface/a b", y: "huggingface"', 'x: "huggingface/a b", y: "huggingface"'],
];

test.each(IN_DEFAULTS)('%s', async (_, before, after, ...said) => {
  const { text, said: says } = await removed(`{ agents: { defaults: { ${before} } } }`);
  const expected = after === '' ? {} : { agents: { defaults: JSON5.parse(`{ ${after} }`) } };
  expect([JSON5.parse(text), says]).toEqual([expected, said]);
});

test('models of agents, by list and by name, stay with a warning each', async () => {
  const text =
    '{ agents: { list: [{ id: "a", model: "huggingface/a/b" }], entries: { b: { models: { "huggingface/c/d": {} } } } } }';
  expect(await removed(text)).toEqual({
    text,
    said: [
      still('agents.list[0].model', 'huggingface/a/b'),
      still('agents.entries.b.models["huggingface/c/d"]', 'huggingface/c/d'),
    ],
  });
});

describe('a config that had no Hugging Face', () => {
  const RUNS = Number(process.env.SOAK_RUNS ?? 300);
  const catalog = builtInCatalog(null);
  const OURS = [
    'huggingface/Qwen/Qwen3-8B',
    'huggingface/openai/gpt-oss-120b:cheapest',
    'huggingface/new/One',
  ] as const;

  test('means the same after onboarding and removing, but for gateway.mode', async () => {
    const property = async (seed: number) => {
      const random = randomFrom(seed);
      const before = randomConfig(random);
      const snapshot = await snapshotOf(JSON.stringify(before, null, 2));
      const onboarded = onboard(snapshot, randomChoices(random, before));
      const { text } = await removed(onboarded);
      const same = (config: JsonObject) => normal(withoutChainEntries(config));
      expect(same(JSON5.parse(text))).toEqual(same({ ...before, gateway: { mode: 'local' } }));
    };
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 32 - 1 }), property), { numRuns: RUNS });
  });

  function onboard(snapshot: ConfigSnapshot, choices: Choices): string {
    const describe = (id: string) => describeModel(catalog, id);
    const { changes } = planSetup({ config: snapshot.value, own: snapshot.own, describe }, choices);
    return renderChanges(snapshot, changes);
  }

  function randomChoices(random: Random, before: JsonObject): Choices {
    const some = () => OURS.filter(() => random.chance(0.4));
    const primary = readChain(before).primary === null ? random.pick(OURS) : null;
    const aliases = some().map((ref) => ({ ref, label: `${ref} of mine` }));
    return { primary, fallbacks: some(), aliases, onboarding: true };
  }
});

const OTHERS = ['anthropic/opus', 'x/y', 'openai/gpt'] as const;

/** Such as people have, with models of other providers wherever one can be. */
function randomConfig(random: Random): JsonObject {
  const maybe = (value: () => JsonObject): JsonObject => (random.chance(0.5) ? value() : {});
  const some = () => OTHERS.filter(() => random.chance(0.5));
  const model = () => (random.chance(0.5) ? random.pick(OTHERS) : { primary: random.pick(OTHERS), fallbacks: some() });
  const map = () => Object.fromEntries(some().map((ref) => [ref, maybe(() => ({ alias: `my ${ref}` }))]));
  const defaults = {
    ...maybe(() => ({ model: model() })),
    ...maybe(() => ({ models: map() })),
    ...maybe(() => ({ imageModel: model() })),
    ...maybe(() => ({ modelPolicy: { allow: some() } })),
    ...maybe(() => ({ workspace: '~/claw' })),
  };
  const agents = { ...maybe(() => ({ list: [{ id: 'a', model: model() }] })), ...maybe(() => ({ defaults })) };
  return {
    ...maybe(() => ({ agents })),
    ...maybe(() => ({ models: maybe(() => ({ providers: maybe(() => ({ desk: { baseUrl: 'http://x' } })) })) })),
    ...maybe(() => ({ channels: { slack: {} } })),
  };
}

/** A map that has entries gets an empty one for each model of the chain, which nothing tells from somebody's own. */
function withoutChainEntries(config: JsonObject): JsonObject {
  const empty = chainRefs(readChain(config)).filter((ref) => equalJson(valueAt(config, [...MODEL_MAP_PATH, ref]), {}));
  return applyChanges(
    config,
    empty.map((ref) => ({ op: 'remove', path: [...MODEL_MAP_PATH, ref] })),
  );
}

/** Without what is empty where models are set, and with each model as an object: two ways to say the same. */
function normal(config: JsonValue, key = ''): JsonValue {
  if (typeof config === 'string' && /model$/i.test(key)) return { primary: config };
  if (!isJsonObject(config)) return config;
  const members = Object.entries(config).map(([name, value]) => [name, normal(value, name)] as const);
  const isEmpty = (value: JsonValue) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  const isDropped = (name: string) =>
    ['agents', 'defaults', 'model', 'models', 'providers', 'fallbacks'].includes(name);
  return Object.fromEntries(members.filter(([name, value]) => !(isDropped(name) && isEmpty(value))));
}
