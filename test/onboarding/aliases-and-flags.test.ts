import { expect, test } from 'vitest';
import { TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession, WITH_CHOICE } from '../support/session.ts';

const program = useProgram();
const FROM_ENV = { env: { HF_TOKEN: TOKEN } };

async function toTheModels(session: Session): Promise<void> {
  await session.choose('Hugging Face token', 'Use it:');
  await session.asks('Default Hugging Face model');
}

test('an alias that another model has is refused, compared without case', async () => {
  const ours = program();
  const before = `{ agents: { defaults: { models: { "openai/gpt-5": { alias: "Quick" } } } } }\n`;
  ours.write('openclaw.json', before);
  const session = startSession(ours, undefined, FROM_ENV);
  await toTheModels(session);
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.asks('Alias for deepseek-ai/DeepSeek-R1 DeepSeek R1');
  session.press(...Array.from({ length: 'DeepSeek R1'.length }, () => 'backspace' as const));
  session.type('QUICK');
  await session.shows('R1 QUICK');
  session.press('enter');
  await session.shows('> openai/gpt-5 has this alias already.');
  session.type('er');
  await session.shows('QUICKer');
  session.press('enter');
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "{
      agents: {
        defaults: {
          models: {
            "openai/gpt-5": { alias: "Quick" },
            "huggingface/deepseek-ai/DeepSeek-R1": { alias: "QUICKer" },
          },
          model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" },
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
            ],
          },
        },
      },
      gateway: { mode: "local" },
    }
    "
  `);
});

test('flags answer their questions: only the rest is asked', async () => {
  const ours = program();
  const flags = [
    '--model',
    'Qwen/Qwen3-8B:nscale',
    '--fallback',
    'openai/gpt-oss-20b',
    '--alias',
    'openai/gpt-oss-20b=small',
  ];
  const session = startSession(ours, [...WITH_CHOICE, ...flags], FROM_ENV);
  await session.choose('Hugging Face token', 'Use it:');
  await session.acceptAlias('Qwen/Qwen3-8B:nscale');
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
    {
      agents: {
        defaults: {
          model: {
            primary: "huggingface/Qwen/Qwen3-8B:nscale",
            fallbacks: ["huggingface/openai/gpt-oss-20b"],
          },
          models: {
            "huggingface/Qwen/Qwen3-8B:nscale": { alias: "Qwen3 8B (nscale)" },
            "huggingface/openai/gpt-oss-20b": { alias: "small" },
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
                id: "Qwen/Qwen3-8B:nscale",
                name: "Qwen3 8B (nscale)",
                reasoning: true,
                input: ["text"],
                cost: { input: 0.07, output: 0.18, cacheRead: 0.07, cacheWrite: 0.07 },
                contextWindow: 40960,
                maxTokens: 8192,
              },
              {
                id: "openai/gpt-oss-20b",
                name: "GPT-OSS 20B",
                reasoning: false,
                input: ["text"],
                cost: { input: 0.1, output: 0.5, cacheRead: 0.1, cacheWrite: 0.1 },
                contextWindow: 131072,
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
