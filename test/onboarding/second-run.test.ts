import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { type Commands, useCommands } from '../support/in-process.ts';
import { TOKEN } from '../support/program.ts';
import { CTRL_C } from '../support/scripted-prompt.ts';
import { asks, atSummary, finds, firstRun, usualModel } from '../support/steps.ts';

const commands = useCommands();
const FROM_ENV = { env: { HF_TOKEN: TOKEN } };

/** Everything but the cache, which may be renewed. */
function lastingFiles(ours: Commands): Record<string, string> {
  return Object.fromEntries(Object.entries(ours.files()).filter(([path]) => !path.includes('/cache')));
}

test('the current values are what is offered; with them the summary has nothing to apply, and touches nothing', async () => {
  const ours = commands();
  await ours.answer(firstRun);
  const before = lastingFiles(ours);
  const run = await ours.answer([asks.provider, asks.token, ...usualModel, asks.apply], ['onboard']);
  expect(run.code).toBe(0);
  expect(run.asked.map(({ active, rows }) => rows?.find((row) => row.startsWith(active ?? '')))).toEqual([
    'Hugging Face (current)',
    'Use it: hf_…9fQ2 from HUGGINGFACE_HUB_TOKEN in ~/.openclaw/.env (current)',
    'deepseek-ai/DeepSeek-R1 (current)',
    'Your Hugging Face order (current)',
    'Done',
  ]);
  expect(run.stderr).toContain('  Writes      nothing: ~/.openclaw/openclaw.json is already up to date\n');
  expect(run.stderr).toContain('* OpenClaw uses deepseek-ai/DeepSeek-R1: already up to date\n');
  expect(run.stderr).not.toMatch(/config undo|kept:/);
  expect(lastingFiles(ours)).toEqual(before);
});

test('a fallback is added to what is there, which keeps its bytes', async () => {
  const ours = commands();
  await ours.answer(firstRun);
  const run = await ours.answer([
    asks.token,
    ...usualModel,
    atSummary('Add fallback models'),
    finds(asks.fallbacks, 'qwen3-8b'),
    { ...asks.fallbacks, answers: 'Done' },
    asks.apply,
  ]);
  expect(run.code).toBe(0);
  const added = DEFAULT_CONFIG.replace(
    '{ primary: "huggingface/deepseek-ai/DeepSeek-R1" }',
    `{
        primary: "huggingface/deepseek-ai/DeepSeek-R1",
        fallbacks: ["huggingface/Qwen/Qwen3-8B"],
      }`,
  )
    .replace(
      '"huggingface/*": {},\n',
      '"huggingface/*": {},\n        "huggingface/Qwen/Qwen3-8B": { alias: "Qwen3 8B" },\n',
    )
    .replace('            maxTokens: 16000,\n          },\n', (entry) => `${entry}${QWEN_ENTRY}`);
  expect(ours.read('openclaw.json')).toBe(added);
  const again = await ours.answer([
    asks.token,
    ...usualModel,
    atSummary('Add fallback models'),
    { ...asks.fallbacks, answers: CTRL_C },
  ]);
  expect(again.asked[1]?.rows?.slice(0, 2)).toEqual([
    'deepseek-ai/DeepSeek-R1 (current)',
    'Qwen/Qwen3-8B (fallback 1)',
  ]);
  expect(again.stderr).toContain('  Tried in this order if the default fails.\n  1. Qwen/Qwen3-8B (current)\n');
});

const QWEN_ENTRY = `          {
            id: "Qwen/Qwen3-8B",
            name: "Qwen3 8B",
            reasoning: true,
            input: ["text"],
            cost: { input: 0.07, output: 0.18, cacheRead: 0.07, cacheWrite: 0.07 },
            contextWindow: 40960,
            maxTokens: 8192,
          },
`;

const OTHER_PROVIDER = `{
  // the one I pay for
  agents: { defaults: { model: { primary: "anthropic/claude-opus-5" } } },
  gateway: { mode: "local" },
}
`;

test('the default model of another provider can be kept', async () => {
  const ours = commands();
  ours.write('openclaw.json', OTHER_PROVIDER);
  const keep = { ...asks.model, answers: 'anthropic/claude-opus-5' };
  const run = await ours.answer([asks.token, keep, asks.apply], undefined, FROM_ENV);
  expect(run.code).toBe(0);
  expect(run.asked[1]?.rows?.[0]).toBe('anthropic/claude-opus-5 (current)');
  expect(run.asked[2]?.rows).not.toContain('Change the alias');
  expect(run.stderr).toContain('kept: default model anthropic/claude-opus-5 (of another provider)');
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "{
      // the one I pay for
      agents: { defaults: { model: { primary: "anthropic/claude-opus-5" } } },
      gateway: { mode: "local" },
      models: {
        providers: {
          huggingface: {
            baseUrl: "https://router.huggingface.co/v1",
            api: "openai-completions",
            models: [],
          },
        },
      },
    }
    "
  `);
});

test('the default model of another provider can be replaced, and stays selectable', async () => {
  const ours = commands();
  ours.write('openclaw.json', OTHER_PROVIDER);
  const run = await ours.answer([asks.token, ...usualModel, asks.apply], undefined, FROM_ENV);
  expect(run.code).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "{
      // the one I pay for
      agents: {
        defaults: {
          model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" },
          models: {
            "huggingface/deepseek-ai/DeepSeek-R1": { alias: "DeepSeek R1" },
            "anthropic/claude-opus-5": {},
            "huggingface/*": {},
          },
        },
      },
      gateway: { mode: "local" },
      models: {
        providers: {
          huggingface: {
            baseUrl: "https://router.huggingface.co/v1",
            api: "openai-completions",
            models: [
              {
                id: "deepseek-ai/DeepSeek-R1",
                name: "DeepSeek R1",
                reasoning: true,
                input: ["text"],
                cost: { input: 3, output: 7, cacheRead: 3, cacheWrite: 3 },
                contextWindow: 64000,
                maxTokens: 16000,
              },
            ],
          },
        },
      },
    }
    "
  `);
});

test('where the config replaces the list, the heading says so instead of counting no built-in models', async () => {
  const ours = commands();
  ours.write(
    'openclaw.json',
    '{ models: { mode: "replace", providers: { huggingface: { models: [{ id: "acme/mine" }] } } } }\n',
  );
  const run = await ours.answer([asks.token, { ...asks.model, answers: CTRL_C }], undefined, FROM_ENV);
  expect(run.asked[1]?.screen).toContain('models.mode is "replace" in the config');
  expect(run.asked[1]?.active).toBe('acme/mine');
  expect(run.asked[1]?.screen).not.toContain('built-in');
});
