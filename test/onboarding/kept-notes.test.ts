import { expect, test } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { describeModel } from '../../src/catalog/describe-model.ts';
import { keptNotes } from '../../src/onboarding/report/kept-notes.ts';
import type { Choices } from '../../src/setup/plan/choices.ts';
import { planSetup } from '../../src/setup/plan/plan.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { en } from '../../src/words/en/en.ts';
import { noteIn } from '../../src/words/words.ts';

const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const OPUS = 'anthropic/claude-opus';
const catalog = builtInCatalog(null);

function kept(config: JsonObject, chosen: Partial<Choices>): string[] {
  const choices: Choices = { primary: null, fallbacks: [], aliases: [], onboarding: true, ...chosen };
  const plan = planSetup({ config, own: config, describe: (id) => describeModel(catalog, id) }, choices);
  return keptNotes({ config, choices, plan }).map((note) => noteIn(en, note));
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
  [
    'the default model that is chosen again',
    inDefaults({ model: R1 }),
    { primary: R1 },
    [`kept: default model ${R1} (chosen again)`],
  ],
  [
    'fallbacks, in their order',
    inDefaults({ model: { fallbacks: [QWEN, OPUS] } }),
    { primary: R1 },
    [`kept: fallbacks ${QWEN}, ${OPUS} (they were there first)`],
  ],
  [
    'the alias of a chosen model',
    inDefaults({ models: { [R1]: { alias: 'Deep' }, [QWEN]: { alias: 'Small' } } }),
    { primary: R1 },
    [`kept: ${R1} keeps its alias "Deep"`],
  ],
  [
    'an alias that --alias asks to change has its warning instead',
    inDefaults({ models: { [R1]: { alias: 'Deep' } } }),
    { primary: R1, aliases: [{ ref: R1, label: 'Other' }] },
    [],
  ],
  [
    'a base URL, without its credentials',
    inProvider({ baseUrl: 'https://ada:pw@proxy.example/v1' }),
    { primary: R1 },
    ['kept: provider huggingface at https://***@proxy.example/v1 (yours wins)'],
  ],
  [
    'the entries of chosen models',
    inProvider({ models: [{ id: 'deepseek-ai/DeepSeek-R1' }, { id: 'Qwen/Qwen3-8B' }] }),
    { primary: R1 },
    ['kept: model entry deepseek-ai/DeepSeek-R1 (yours wins)'],
  ],
])('%s', (_, config, chosen, lines) => expect(kept(config, chosen)).toEqual(lines));
