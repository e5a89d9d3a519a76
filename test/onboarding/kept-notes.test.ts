import { expect, test } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { describeModel } from '../../src/catalog/describe-model.ts';
import { keptNotes } from '../../src/onboarding/report/kept-notes.ts';
import type { Choices } from '../../src/setup/plan/choices.ts';
import { planSetup } from '../../src/setup/plan/plan.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { en } from '../../src/words/en/en.ts';
import { noteIn } from '../../src/words/words.ts';

const R1_ID = 'deepseek-ai/DeepSeek-R1';
const R1 = `huggingface/${R1_ID}`;
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const OPUS = 'anthropic/claude-opus';
const catalog = builtInCatalog(null);

function kept(config: JsonObject, chosen: Partial<Choices>): string[] {
  const choices: Choices = { primary: null, fallbacks: [], aliases: [], onboarding: true, ...chosen };
  const plan = planSetup({ config, own: config, describe: (id) => describeModel(catalog, id) }, choices);
  return keptNotes({ config, choices, plan, catalog }).map((note) => noteIn(en, note));
}

const inDefaults = (defaults: JsonObject): JsonObject => ({ agents: { defaults } });
const inProvider = (huggingface: JsonObject): JsonObject => ({ models: { providers: { huggingface } } });

type Row = [name: string, config: JsonObject, chosen: Partial<Choices>, lines: string[]];

test.each<Row>([
  ['an empty config has nothing to keep', {}, { primary: R1 }, []],
  ['a default model that is replaced is not kept', inDefaults({ model: OPUS }), { primary: R1 }, []],
  [
    'the default model of another provider',
    inDefaults({ model: { primary: OPUS } }),
    { fallbacks: [R1] },
    [`kept: default model ${OPUS} (of another provider)`],
  ],
  ['the default model that is chosen again is what was asked for', inDefaults({ model: R1 }), { primary: R1 }, []],
  [
    'fallbacks and aliases are in the summary',
    inDefaults({ model: { fallbacks: [QWEN, OPUS] }, models: { [R1]: { alias: 'Deep' } } }),
    { primary: R1 },
    [],
  ],
  [
    'another base URL, without its credentials',
    inProvider({ baseUrl: 'https://ada:pw@proxy.example/v1' }),
    { primary: R1 },
    ['kept: provider huggingface at https://***@proxy.example/v1 (yours wins)'],
  ],
  ['the base URL that is written usually', inProvider({ baseUrl: 'https://router.huggingface.co/v1' }), {}, []],
  [
    'the entries of chosen models, where they state something else than the list',
    inProvider({
      models: [
        { id: R1_ID, contextWindow: 1000 },
        { id: 'Qwen/Qwen3-8B', contextWindow: 1000 },
      ],
    }),
    { primary: R1 },
    [`kept: model entry ${R1_ID} (yours wins)`],
  ],
  [
    'an entry that states the same, or less, and more of its own',
    inProvider({ models: [{ id: R1_ID, name: 'DeepSeek R1', headers: {} }] }),
    { primary: R1 },
    [],
  ],
])('%s', (_, config, chosen, lines) => expect(kept(config, chosen)).toEqual(lines));
