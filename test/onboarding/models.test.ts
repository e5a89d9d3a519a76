import { expect, test } from 'vitest';
import { TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession } from '../support/session.ts';

const program = useProgram();
const FROM_ENV = { env: { HF_TOKEN: TOKEN } };

async function toTheModels(session: Session): Promise<void> {
  await session.choose('Hugging Face token', 'Use it:');
  await session.asks('Default Hugging Face model');
}

test('a :cheapest variant locks the route: it is said, and the route is not asked for', async () => {
  const ours = program();
  const session = startSession(ours, undefined, FROM_ENV);
  await toTheModels(session);
  await session.find('Default Hugging Face model', 'r1 :cheap', 'deepseek-ai/DeepSeek-R1:cheapest');
  await session.asks('Fallback models');
  await session.shows('The router chooses by cost: the route is locked.');
  expect(session.history()).not.toContain('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1:cheapest');
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
    {
      agents: {
        defaults: {
          model: { primary: "huggingface/deepseek-ai/DeepSeek-R1:cheapest" },
          models: {
            "huggingface/deepseek-ai/DeepSeek-R1:cheapest": { alias: "DeepSeek R1 (cheapest)" },
            "huggingface/*": {},
          },
        },
      },
      models: {
        providers: {
          huggingface: {
            baseUrl: "https://router.huggingface.co/v1",
            api: "openai-completions",
            models: [
              {
                id: "deepseek-ai/DeepSeek-R1:cheapest",
                name: "DeepSeek R1 (cheapest)",
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
      gateway: { mode: "local" },
    }
    "
  `);
});

test('an inference provider can be pinned: its figures stand in its row', async () => {
  const ours = program();
  const session = startSession(ours, undefined, FROM_ENV);
  await toTheModels(session);
  await session.choose('Default Hugging Face model');
  await session.asks('Route requests by');
  await session.shows(/^ {2}together +3\.00\/7\.00 +131k +34 t\/s {2}tools$/m);
  await session.shows('- deepinfra (error)');
  await session.choose('Route requests by', 'together');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1:together');
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
    {
      agents: {
        defaults: {
          model: { primary: "huggingface/deepseek-ai/DeepSeek-R1:together" },
          models: {
            "huggingface/deepseek-ai/DeepSeek-R1:together": { alias: "DeepSeek R1 (together)" },
            "huggingface/*": {},
          },
        },
      },
      models: {
        providers: {
          huggingface: {
            baseUrl: "https://router.huggingface.co/v1",
            api: "openai-completions",
            models: [
              {
                id: "deepseek-ai/DeepSeek-R1:together",
                name: "DeepSeek R1 (together)",
                reasoning: true,
                input: ["text"],
                cost: { input: 3, output: 7, cacheRead: 3, cacheWrite: 3 },
                contextWindow: 131072,
                maxTokens: 32768,
              },
            ],
          },
        },
      },
      gateway: { mode: "local" },
    }
    "
  `);
});

test('two fallbacks keep their order', async () => {
  const ours = program();
  const session = startSession(ours, undefined, FROM_ENV);
  await toTheModels(session);
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.find('Fallback models', 'gpt-oss-120b', 'openai/gpt-oss-120b');
  await session.shows('  2.');
  await session.find('Fallback models', 'qwen3-8b:fast', 'Qwen/Qwen3-8B:fastest');
  await session.shows('  1. openai/gpt-oss-120b\n  2. Qwen/Qwen3-8B:fastest\n  3.');
  await session.choose('Fallback models', 'Done');
  await session.shows('running out of credits (402) stops them all');
  for (const id of ['deepseek-ai/DeepSeek-R1', 'openai/gpt-oss-120b', 'Qwen/Qwen3-8B:fastest'])
    await session.acceptAlias(id);
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
    {
      agents: {
        defaults: {
          model: {
            primary: "huggingface/deepseek-ai/DeepSeek-R1",
            fallbacks: ["huggingface/openai/gpt-oss-120b", "huggingface/Qwen/Qwen3-8B:fastest"],
          },
          models: {
            "huggingface/deepseek-ai/DeepSeek-R1": { alias: "DeepSeek R1" },
            "huggingface/openai/gpt-oss-120b": { alias: "GPT-OSS 120B" },
            "huggingface/Qwen/Qwen3-8B:fastest": { alias: "Qwen3 8B (fastest)" },
            "huggingface/*": {},
          },
        },
      },
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
              {
                id: "openai/gpt-oss-120b",
                name: "GPT-OSS 120B",
                reasoning: true,
                input: ["text"],
                cost: { input: 0.35, output: 0.75, cacheRead: 0.35, cacheWrite: 0.35 },
                contextWindow: 128000,
                maxTokens: 32000,
              },
              {
                id: "Qwen/Qwen3-8B:fastest",
                name: "Qwen3 8B (fastest)",
                reasoning: true,
                input: ["text"],
                cost: { input: 0.07, output: 0.18, cacheRead: 0.07, cacheWrite: 0.07 },
                contextWindow: 40960,
                maxTokens: 8192,
              },
            ],
          },
        },
      },
      gateway: { mode: "local" },
    }
    "
  `);
});
