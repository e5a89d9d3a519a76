import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { type Program, TOKEN, useProgram } from '../support/program.ts';
import { answerFirstRun, startSession } from '../support/session.ts';

const program = useProgram();

async function firstRun(ours: Program): Promise<void> {
  const session = startSession(ours);
  await answerFirstRun(session);
  session.press('enter');
  expect(await session.ends()).toBe(0);
}

/** Everything but the cache, which may be renewed. */
function lastingFiles(ours: Program): Record<string, string> {
  return Object.fromEntries(Object.entries(ours.files()).filter(([path]) => !path.includes('/cache')));
}

test('choosing the current values again ends in "Already up to date", and touches nothing', async () => {
  const ours = program();
  await firstRun(ours);
  const before = lastingFiles(ours);
  const session = startSession(ours, ['onboard']);
  await session.choose('Provider', 'Hugging Face (current)');
  await session.asks('Hugging Face token');
  await session.shows(/❯ Use it: hf_…9fQ2 from HUGGINGFACE_HUB_TOKEN in\s+\S+\.env\s+\(current\)/);
  await session.choose('Hugging Face token');
  await session.asks('Default Hugging Face model');
  await session.shows('❯ deepseek-ai/DeepSeek-R1 (current)');
  await session.choose('Default Hugging Face model');
  await session.asks('Route requests by');
  await session.shows('❯ Automatic (your order) (current)');
  await session.choose('Route requests by');
  await session.choose('Fallback models', 'None');
  expect(await session.ends()).toBe(0);
  expect(session.history()).not.toContain('Apply these changes?');
  expect(session.text()).toContain(`Already up to date: ${ours.config}`);
  expect(lastingFiles(ours)).toEqual(before);
});

test('a fallback is added to what is there, which keeps its bytes', async () => {
  const ours = program();
  await firstRun(ours);
  const session = startSession(ours);
  await session.choose('Hugging Face token');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.find('Fallback models', 'qwen3-8b', 'Qwen/Qwen3-8B');
  await session.choose('Fallback models', 'Done');
  await session.acceptAlias('Qwen/Qwen3-8B');
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
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
  const again = startSession(ours);
  await again.choose('Hugging Face token');
  await again.asks('Default Hugging Face model');
  await again.shows('  Qwen/Qwen3-8B (fallback 1)');
  await again.choose('Default Hugging Face model');
  await again.choose('Route requests by');
  await again.asks('Fallback models');
  await again.shows('  1. Qwen/Qwen3-8B (current)\n  2.');
  again.press('ctrl-c');
  expect(await again.ends()).toBe(130);
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
  const ours = program();
  ours.write('openclaw.json', OTHER_PROVIDER);
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Use it:');
  await session.choose('Default Hugging Face model', 'anthropic/claude-opus-5 (current)');
  await session.asks('Fallback models');
  expect(session.history()).not.toContain('Route requests by');
  await session.choose('Fallback models');
  await session.asks('Apply these changes?');
  await session.shows('kept: default model anthropic/claude-opus-5 (of another provider)');
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
  expect(session.history()).not.toContain('Alias for');
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
  const ours = program();
  ours.write('openclaw.json', OTHER_PROVIDER);
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Use it:');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
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
  const ours = program();
  ours.write(
    'openclaw.json',
    '{ models: { mode: "replace", providers: { huggingface: { models: [{ id: "acme/mine" }] } } } }\n',
  );
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Use it:');
  await session.asks('Default Hugging Face model (models.mode is "replace" in the config');
  await session.shows('❯ acme/mine');
  expect(session.text()).not.toContain('built-in');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});
