import { describe, expect, it, test } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { describeModel } from '../../src/catalog/describe-model.ts';
import { explainEdit } from '../../src/config/read/invalid-text.ts';
import { applyChanges, type Change } from '../../src/json5/change.ts';
import type { Choices } from '../../src/setup/plan/choices.ts';
import { planSetup } from '../../src/setup/plan/plan.ts';
import type { JsonObject, JsonValue } from '../../src/text/json.ts';
import { valueAt } from '../../src/text/json.ts';
import { en } from '../../src/words/en/en.ts';
import { noteIn } from '../../src/words/words.ts';

const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const OPUS = 'anthropic/claude-opus';
const NEW_MAP = "OpenClaw offers Hugging Face's models and those this config names; others need an entry.";
const ALL = { 'huggingface/*': {} };
const catalog = builtInCatalog(null);

function plan(config: JsonObject, choices: Partial<Choices>) {
  const describe = (id: string) => describeModel(catalog, id);
  const all: Choices = { primary: null, fallbacks: [], aliases: [], onboarding: false, ...choices };
  const result = planSetup({ config, own: config, describe }, all);
  const said = (notes: typeof result.notes) => notes.map((note) => noteIn(en, note));
  const { notes, warnings, changes } = result;
  return { ...result, notes: said(notes), warnings: said(warnings), after: applied(config, changes) };
}

/** As `renderChanges` does it: what can't be changed is a `config_invalid`. */
function applied(config: JsonObject, changes: readonly Change[]): JsonObject {
  try {
    return applyChanges(config, changes);
  } catch (error) {
    throw explainEdit(error, 'openclaw.json');
  }
}

const inDefaults = (defaults: JsonObject): JsonObject => ({ agents: { defaults } });
const providerOf = (config: JsonObject) => valueAt(config, ['models', 'providers', 'huggingface']);
const defaultsOf = (config: JsonObject) => valueAt(config, ['agents', 'defaults']);

describe('the primary and the fallbacks', () => {
  type Row = [name: string, before: JsonValue, choices: Partial<Choices>, after: JsonValue, notes: string[]];
  const rows: Row[] = [
    ['an absent model gets the primary', {}, { primary: R1 }, { model: { primary: R1 } }, []],
    ['a string is edited in place', { model: OPUS }, { primary: R1 }, { model: R1 }, []],
    [
      'a string becomes an object for a fallback',
      { model: OPUS },
      { fallbacks: [R1] },
      { model: { primary: OPUS, fallbacks: [R1] } },
      [],
    ],
    [
      'a kept primary stays',
      { model: { primary: OPUS } },
      { fallbacks: [R1] },
      { model: { primary: OPUS, fallbacks: [R1] } },
      [],
    ],
    [
      'fallbacks are appended once, in order',
      { model: { primary: OPUS, fallbacks: [QWEN] } },
      { fallbacks: [R1, QWEN, R1] },
      { model: { primary: OPUS, fallbacks: [QWEN, R1] } },
      [],
    ],
    [
      'the primary is never added as a fallback',
      {},
      { primary: R1, fallbacks: [R1] },
      { model: { primary: R1 } },
      [`${R1} is the default model, so it was not added as a fallback`],
    ],
    [
      'a fallback that becomes the primary stays in the list',
      { model: { primary: OPUS, fallbacks: [R1] } },
      { primary: R1 },
      { model: { primary: R1, fallbacks: [R1] } },
      [`${R1} is now the default model and stays in the fallbacks too`],
    ],
    ['an empty list of fallbacks is not created', {}, { primary: R1, fallbacks: [] }, { model: { primary: R1 } }, []],
  ];
  test.each(rows)('%s', (_, before, choices, after, notes) => {
    const result = plan(inDefaults(before as JsonObject), choices);
    expect({ model: valueAt(result.after, ['agents', 'defaults', 'model']) }).toEqual(after);
    expect(result.notes.filter((note) => note !== NEW_MAP)).toEqual(notes);
  });

  test('a variable in a string model stays a variable when the string becomes an object', () => {
    const config = inDefaults({ model: OPUS });
    const own = inDefaults({ model: '${MODEL}' });
    const describe = (id: string) => describeModel(catalog, id);
    const { changes } = planSetup(
      { config, own, describe },
      { primary: null, fallbacks: [R1], aliases: [], onboarding: false },
    );
    expect(changes[0]).toEqual({
      op: 'set',
      path: ['agents', 'defaults', 'model'],
      value: { primary: '${MODEL}', fallbacks: [R1] },
    });
  });

  it.each([
    ['set', {}, { primary: R1 }, null],
    ['unchanged', { model: R1 }, { primary: R1 }, R1],
    ['kept', { model: { primary: OPUS } }, {}, OPUS],
  ] as const)('says %s', (action, before, choices, previous) => {
    expect(plan(inDefaults(before as JsonObject), choices).primary).toMatchObject({ action, previous });
  });
});

describe('agents.defaults.models', () => {
  type Row = [name: string, before: JsonObject, choices: Partial<Choices>, map: JsonValue | undefined];
  const rows: Row[] = [
    ['is created with the chosen model and its name', {}, { primary: R1 }, { [R1]: { alias: 'DeepSeek R1' }, ...ALL }],
    ['counts as new where it is empty', { models: {} }, { primary: R1 }, { [R1]: { alias: 'DeepSeek R1' }, ...ALL }],
    [
      'that has entries gets no wildcard',
      { models: { [QWEN]: {} } },
      { primary: R1 },
      { [QWEN]: {}, [R1]: { alias: 'DeepSeek R1' } },
    ],
    [
      'keeps a wildcard that is there',
      { models: { 'openai/*': {} } },
      { primary: R1 },
      { 'openai/*': {}, [R1]: { alias: 'DeepSeek R1' } },
    ],
    ['is not touched where nothing is chosen', { model: OPUS }, {}, undefined],
    [
      'gets what stays in the chain with its first entry',
      { model: { primary: OPUS, fallbacks: ['openai/gpt-5'] } },
      { fallbacks: [QWEN] },
      { [QWEN]: { alias: 'Qwen3 8B' }, [OPUS]: {}, 'openai/gpt-5': {}, ...ALL },
    ],
    [
      'gets what stays in the chain beside other entries',
      { model: OPUS, models: { 'x/y': { alias: 'Y' } } },
      { primary: R1 },
      { 'x/y': { alias: 'Y' }, [R1]: { alias: 'DeepSeek R1' } },
    ],
    [
      'keeps an entry with its alias and options',
      { models: { [R1]: { alias: 'Mine', params: { temperature: 0.1 } } } },
      { primary: R1 },
      { [R1]: { alias: 'Mine', params: { temperature: 0.1 } } },
    ],
    [
      'gets an alias in an entry without one',
      { models: { [R1]: { streaming: false } } },
      { primary: R1 },
      { [R1]: { streaming: false, alias: 'DeepSeek R1' } },
    ],
    [
      'numbers a derived label that is taken, without case',
      { models: { 'x/y': { alias: 'deepseek r1' } } },
      { primary: R1 },
      { 'x/y': { alias: 'deepseek r1' }, [R1]: { alias: 'DeepSeek R1 2' } },
    ],
    [
      'names suffixed models after their suffix',
      {},
      { primary: `${R1}:fastest`, fallbacks: [`${R1}:together`] },
      {
        [`${R1}:fastest`]: { alias: 'DeepSeek R1 (fastest)' },
        [`${R1}:together`]: { alias: 'DeepSeek R1 (together)' },
        ...ALL,
      },
    ],
    [
      'takes given labels, for models outside the chain too',
      {},
      {
        primary: R1,
        aliases: [
          { ref: R1, label: 'Brain' },
          { ref: QWEN, label: 'Small' },
        ],
      },
      { [R1]: { alias: 'Brain' }, [QWEN]: { alias: 'Small' }, ...ALL },
    ],
    [
      'escapes what OpenClaw would read as a variable',
      {},
      { primary: R1, aliases: [{ ref: R1, label: '${HOME}' }] },
      { [R1]: { alias: '$${HOME}' }, ...ALL },
    ],
    ['gives another provider’s model no alias', {}, { primary: OPUS }, { [OPUS]: {}, ...ALL }],
  ];
  test.each(rows)('%s', (_, defaults, choices, map) => {
    expect(valueAt(plan(inDefaults(defaults), choices).after, ['agents', 'defaults', 'models'])).toEqual(map);
  });

  test('a new map holds every model that the config names under agents', () => {
    const config: JsonObject = {
      agents: {
        defaults: {
          imageModel: { primary: 'google/gemini', fallbacks: ['openai/gpt-5'] },
          heartbeat: { model: 'x/beat' },
          memorySearch: { model: 'google/embedding-2', fallback: { model: 'x/embed' } },
          workspace: '~/a/b',
        },
        list: [
          { id: 'a', model: 'x/agent' },
          { id: 'b', model: { primary: 'x/other' }, models: { 'x/allowed': {}, 'x/*': {} } },
        ],
        entries: { c: { model: 'x/entry', memorySearch: { model: 'x/embed' } } },
      },
    };
    const map = valueAt(plan(config, { primary: R1 }).after, ['agents', 'defaults', 'models']);
    expect(map).toEqual({
      [R1]: { alias: 'DeepSeek R1' },
      'google/gemini': {},
      'openai/gpt-5': {},
      'x/beat': {},
      'x/agent': {},
      'x/other': {},
      'x/allowed': {},
      'x/entry': {},
      ...ALL,
    });
  });

  test('another label for a model that has one is kept, with the command that changes it', () => {
    const { warnings, changes } = plan(inDefaults({ models: { [R1]: { alias: 'Mine' } } }), {
      aliases: [{ ref: R1, label: 'Yours' }],
    });
    expect(warnings).toEqual([`${R1} keeps its alias "Mine". To change it: openclaw models aliases add Yours ${R1}`]);
    expect(changes.filter(({ path }) => path[0] === 'agents')).toEqual([]);
  });

  test('a label that another model has is refused', () => {
    const taken = () =>
      plan(inDefaults({ models: { 'x/y': { alias: 'Mine' } } }), { aliases: [{ ref: R1, label: 'mine' }] });
    expect(taken).toThrow(expect.objectContaining({ code: 'alias_taken', exitCode: 2 }));
  });
});

describe('an own model, which goes before the default, is said', () => {
  it.each<[string, JsonObject, string | undefined]>([
    ['of an agent in the list', { list: [{ id: 'coder', model: 'x/y' }] }, 'agent coder (x/y)'],
    [
      'of an agent among the entries',
      { entries: { coder: { model: { primary: 'x/y', fallbacks: ['x/z'] } } } },
      'agent coder (x/y, x/z)',
    ],
    ['for images', { defaults: { imageModel: { primary: 'x/y' } } }, 'images (x/y)'],
    ['for PDFs', { defaults: { pdfModel: 'x/y' } }, 'PDFs (x/y)'],
    [
      'of several',
      { defaults: { pdfModel: 'x/pdf' }, entries: { a: { model: 'x/y', imageModel: 'x/z' }, b: {} } },
      'agent a (x/y); agent a, images (x/z); PDFs (x/pdf)',
    ],
    ['but not where it is the default', { list: [{ id: 'coder', model: R1 }] }, undefined],
    ['and a model for embeddings is none', { defaults: { memorySearch: { model: 'x/y' } } }, undefined],
  ])('%s', (_, agents, said) => {
    const notes = plan({ agents }, { primary: R1 }).notes.filter((note) => note !== NEW_MAP);
    expect(notes).toEqual(said === undefined ? [] : [`Not on the default model: ${said}`]);
    expect(plan({ agents }, { aliases: [{ ref: R1, label: 'x' }] }).notes).toEqual([NEW_MAP]);
  });
});

describe('agents.defaults.modelPolicy.allow', () => {
  it.each([
    ['is never created', undefined, undefined],
    ['stays empty', [], []],
    ['gets the chosen model', [OPUS], [OPUS, R1]],
    ['keeps a wildcard for the provider', ['huggingface/*'], ['huggingface/*']],
    ['keeps a wildcard for all', ['*'], ['*']],
  ] as const)('%s', (_, before, after) => {
    const config = inDefaults(before === undefined ? {} : { modelPolicy: { allow: [...before] } });
    expect(valueAt(plan(config, { primary: R1 }).after, ['agents', 'defaults', 'modelPolicy', 'allow'])).toEqual(after);
  });

  test('gets a model that only has an alias', () => {
    const config = inDefaults({ modelPolicy: { allow: [OPUS] } });
    const { after } = plan(config, { aliases: [{ ref: QWEN, label: 'Small' }] });
    expect(valueAt(after, ['agents', 'defaults', 'modelPolicy', 'allow'])).toEqual([OPUS, QWEN]);
  });
});

describe('models.providers.huggingface', () => {
  const R1_ENTRY = {
    id: 'deepseek-ai/DeepSeek-R1',
    name: 'DeepSeek R1',
    reasoning: true,
    input: ['text'],
    cost: { input: 0.7, output: 2.5, cacheRead: 0.7, cacheWrite: 0.7 },
    contextWindow: 64000,
    maxTokens: 16000,
  };

  test('is created with the chosen model', () => {
    expect(providerOf(plan({}, { primary: R1 }).after)).toEqual({
      baseUrl: 'https://router.huggingface.co/v1',
      api: 'openai-completions',
      models: [R1_ENTRY],
    });
  });

  test('is created by onboarding without a model too', () => {
    expect(providerOf(plan({}, { onboarding: true }).after)).toEqual({
      baseUrl: 'https://router.huggingface.co/v1',
      api: 'openai-completions',
      models: [],
    });
    expect(providerOf(plan({}, { primary: OPUS }).after)).toBeUndefined();
  });

  test('keeps its baseUrl, its keys and its entries, and gets what is missing', () => {
    const provider = {
      baseUrl: 'http://127.0.0.1:9/v1',
      headers: { a: 'b' },
      models: [{ id: 'deepseek-ai/DeepSeek-R1', name: 'Mine' }],
    };
    const after = providerOf(
      plan({ models: { providers: { huggingface: provider } } }, { primary: R1, fallbacks: [`${R1}:cheapest`] }).after,
    );
    expect(after).toMatchObject({
      ...provider,
      api: 'openai-completions',
      models: [provider.models[0], { id: 'deepseek-ai/DeepSeek-R1:cheapest' }],
    });
  });

  test('leaves out what is unknown, and says so for the context', () => {
    const { after, warnings } = plan({}, { primary: 'huggingface/acme/Thing-1' });
    expect(valueAt(providerOf(after) as JsonObject, ['models'])).toEqual([
      { id: 'acme/Thing-1', name: 'Thing 1', reasoning: false, input: ['text'], maxTokens: 8192 },
    ]);
    expect(warnings).toEqual([
      'The context window of acme/Thing-1 is unknown and was left out: OpenClaw then assumes 128,000 to 200,000 tokens',
    ]);
  });
});

describe('maxTokens leaves room for the prompt: at most a quarter of the context', () => {
  it.each([
    // id, context, maxTokens as written
    ['deepseek-ai/DeepSeek-R1', 64_000, 16_000],
    ['deepseek-ai/DeepSeek-V3.2', 163_840, 40_960],
    ['Qwen/Qwen3-8B', 40_960, 8192],
    ['Qwen/Qwen2.5-7B-Instruct', 32_000, 8000],
    ['Qwen/Qwen3-32B', 131_072, 16_384],
    ['meta-llama/Llama-3.3-70B-Instruct', 131_072, 4096],
    ['meta-llama/Llama-3.1-8B-Instruct', 16_384, 4096],
    ['openai/gpt-oss-120b', 131_072, 32_768],
    ['zai-org/GLM-4.7', 204_800, 51_200],
    ['moonshotai/Kimi-K2.5', 262_144, 65_536],
    ['acme/Unknown', undefined, 8192],
  ])('%s', (id, contextWindow, maxTokens) => {
    const { after } = plan({}, { primary: `huggingface/${id}` });
    const [entry] = valueAt(providerOf(after) as JsonObject, ['models']) as JsonObject[];
    expect(entry).toMatchObject({ id, maxTokens, ...(contextWindow && { contextWindow }) });
  });

  test('a context under 32,000 is a warning, since the prompt alone takes most of it', () => {
    expect(plan({}, { primary: 'huggingface/meta-llama/Llama-3.1-8B-Instruct' }).warnings).toEqual([
      "The context window of meta-llama/Llama-3.1-8B-Instruct is small (16,384 tokens): OpenClaw's own prompt takes 16,000 to 19,000 of them",
    ]);
    expect(plan({}, { primary: 'huggingface/Qwen/Qwen2.5-7B-Instruct' }).warnings).toEqual([]);
  });
});

describe('gateway.mode', () => {
  it.each([
    ['becomes local where absent', {}, { mode: 'local' }, []],
    ['is set beside other keys', { gateway: { port: 1 } }, { port: 1, mode: 'local' }, []],
    [
      'stays remote, with a warning',
      { gateway: { mode: 'remote' } },
      { mode: 'remote' },
      ['gateway.mode is "remote" and was kept'],
    ],
    [
      'stays what is not an object, with a warning',
      { gateway: 5 },
      5,
      ['gateway is not an object and was kept: OpenClaw will refuse this config'],
    ],
  ] as const)('%s', (_, config, gateway, warnings) => {
    const result = plan(config as unknown as JsonObject, { onboarding: true });
    expect(result.after.gateway).toEqual(gateway);
    expect(result.warnings).toEqual(warnings);
  });
});

describe('a wrong type where we must write is named, never coerced', () => {
  it.each([
    ['agents', { agents: 5 }],
    ['agents.defaults', { agents: { defaults: [] } }],
    ['agents.defaults.model', inDefaults({ model: 5 })],
    ['agents.defaults.model', inDefaults({ model: null })],
    ['agents.defaults.model.primary', inDefaults({ model: { primary: 5 } })],
    [`agents.defaults.models["${R1}"]`, inDefaults({ models: { [R1]: 'x' } })],
    ['agents.defaults.models', inDefaults({ models: 'x' })],
    ['models.providers', { models: { providers: 'x' } }],
    ['models.providers.huggingface', { models: { providers: { huggingface: 'x' } } }],
    ['models.providers.huggingface.models', { models: { providers: { huggingface: { models: {} } } } }],
  ])('%s', (path, config) => {
    expect(() => plan(config as JsonObject, { primary: R1 })).toThrow(
      expect.objectContaining({ code: 'config_invalid', message: expect.stringContaining(path) }),
    );
  });

  test('fallbacks that are not an array', () => {
    expect(() => plan(inDefaults({ model: { fallbacks: {} } }), { fallbacks: [R1] })).toThrow(
      'agents.defaults.model.fallbacks',
    );
  });
});

test('a second plan on the result of the first changes nothing', () => {
  const choices = {
    primary: R1,
    fallbacks: [QWEN],
    aliases: [{ ref: `${R1}:fastest`, label: 'Quick' }],
    onboarding: true,
  };
  expect(plan(plan({}, choices).after, choices).changes).toEqual([]);
});

test('defaultsOf a plan on an empty config is the documentation’s first example and no other model is shut out', () => {
  expect(defaultsOf(plan({}, { primary: R1, fallbacks: [QWEN] }).after)).toEqual({
    model: { primary: R1, fallbacks: [QWEN] },
    models: { [R1]: { alias: 'DeepSeek R1' }, [QWEN]: { alias: 'Qwen3 8B' }, ...ALL },
  });
});
