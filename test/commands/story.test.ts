import { expect, test } from 'vitest';
import { fixtureAnswer, fixtureText } from '../../scripts/stand-in/answers.js';
import { useCommands } from '../support/in-process.ts';
import { documentOf, TOKEN } from '../support/program.ts';

const commands = useCommands();

const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const OSS = 'huggingface/openai/gpt-oss-120b';

/** The whole file; each step of the story gives what it changed. */
function config({ model, map, entries }: { model: string; map: string[]; entries: string[] }): string {
  const lines = (items: string[], indent: string) => items.map((item) => `${indent}${item},\n`).join('');
  return `// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
{
  agents: {
    defaults: {
      model: ${model},
      models: {
${lines([map[0] ?? '', '"huggingface/*": {}', ...map.slice(1)], '        ')}      },
    },
  },
  models: {
    providers: {
      huggingface: {
        baseUrl: "https://router.huggingface.co/v1",
        api: "openai-completions",
        models: [
${lines(entries, '          ')}        ],
      },
    },
  },
  gateway: { mode: "local" },
}
`;
}

const entry = (id: string, name: string, figures: string) => `{
            id: "${id}",
            name: "${name}",
            reasoning: true,
            input: ["text"],
            ${figures},
          }`;
const R1_ENTRY = entry(
  'deepseek-ai/DeepSeek-R1',
  'DeepSeek R1',
  `cost: { input: 3, output: 7, cacheRead: 3, cacheWrite: 3 },
            contextWindow: 64000,
            maxTokens: 16000`,
);
const QWEN_ENTRY = entry(
  'Qwen/Qwen3-8B',
  'Qwen3 8B',
  `cost: { input: 0.07, output: 0.18, cacheRead: 0.07, cacheWrite: 0.07 },
            contextWindow: 40960,
            maxTokens: 8192`,
);
const OSS_ENTRY = entry(
  'openai/gpt-oss-120b',
  'GPT-OSS 120B',
  `cost: { input: 0.35, output: 0.75, cacheRead: 0.35, cacheWrite: 0.35 },
            contextWindow: 128000,
            maxTokens: 32000`,
);
const ENTRIES = [R1_ENTRY, QWEN_ENTRY, OSS_ENTRY];
const R1_IN_MAP = `"${R1}": { alias: "DeepSeek R1" }`;

const chain = (primary: string, fallbacks: string) => `{
        primary: "${primary}",
        fallbacks: ${fallbacks},
      }`;

const ONBOARDED = config({ model: `{ primary: "${R1}" }`, map: [R1_IN_MAP], entries: [R1_ENTRY] });
const ONE_FALLBACK = config({
  model: chain(R1, `["${QWEN}"]`),
  map: [R1_IN_MAP, `"${QWEN}": { alias: "Qwen3 8B" }`],
  entries: [R1_ENTRY, QWEN_ENTRY],
});
const FALLBACKS = `["${QWEN}", "${OSS}"]`;
const TWO_FALLBACKS = config({
  model: chain(R1, FALLBACKS),
  map: [R1_IN_MAP, `"${QWEN}": { alias: "Qwen3 8B" }`, `"${OSS}": { alias: "GPT-OSS 120B" }`],
  entries: ENTRIES,
});
const ALIASED_MAP = [R1_IN_MAP, `"${QWEN}": { alias: "quick" }`, `"${OSS}": { alias: "open" }`];
const ALIASED = config({ model: chain(R1, FALLBACKS), map: ALIASED_MAP, entries: ENTRIES });
const BY_ALIAS = config({ model: chain(QWEN, FALLBACKS), map: ALIASED_MAP, entries: ENTRIES });

test('onboard, two fallbacks, aliases, the default by alias, a probe with 402, a refresh with a model gone, undo', async () => {
  const { onboard, run, read, service } = commands();
  const file = () => read('openclaw.json');
  const done = async (...args: string[]) => expect((await run(args)).code).toBe(0);

  expect((await onboard(['--huggingface-api-key', TOKEN])).code).toBe(0);
  expect(file()).toBe(ONBOARDED);

  await done('models', 'fallbacks', 'add', 'Qwen/Qwen3-8B');
  expect(file()).toBe(ONE_FALLBACK);
  await done('models', 'fallbacks', 'add', 'openai/gpt-oss-120b');
  expect(file()).toBe(TWO_FALLBACKS);

  await done('models', 'aliases', 'add', 'quick', 'Qwen/Qwen3-8B');
  await done('models', 'aliases', 'add', 'open', OSS);
  expect(file()).toBe(ALIASED);

  await done('models', 'set', 'Quick');
  expect(file()).toBe(BY_ALIAS);

  const answered = { headers: { 'content-type': 'text/event-stream' }, body: fixtureText('chat-stream-tool.sse') };
  service.script('/v1/chat/completions', fixtureAnswer('chat-error-402-credits-depleted.json'), answered);
  const probe = await run(['models', 'status', '--probe', '--json']);
  const { models } = JSON.parse(probe.stdout);
  expect(probe.code).toBe(0);
  expect(models.map(({ ref, probe }: { ref: string; probe: object }) => [ref, probe])).toEqual([
    [QWEN, expect.objectContaining({ ok: false, status: 402, code: 'credits_exhausted' })],
    [OSS, expect.objectContaining({ ok: true, status: 200, tools: true })],
  ]);
  expect(file()).toBe(BY_ALIAS);

  const all = JSON.parse(fixtureText('router-models.json')).data;
  const left = all.filter(({ id }: { id: string }) => id !== 'openai/gpt-oss-120b');
  service.script('/v1/models', { body: { data: left } });
  expect(documentOf(await run(['models', 'refresh', '--json']))).toMatchObject({
    changed: false,
    count: 136,
    gone: ['openai/gpt-oss-120b'],
    warnings: [`${OSS} is no longer in the list; the config still names it, and keeps it`],
  });
  expect(file()).toBe(BY_ALIAS);
  expect((await run(['models', 'status', '--check', '--plain'])).code).toBe(7);

  await done('config', 'undo');
  expect(file()).toBe(ALIASED);
  expect((await run(['config', 'undo'])).code).toBe(3);
  expect(file()).toBe(ALIASED);
});
