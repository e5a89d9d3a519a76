import { expect, test } from 'vitest';
import { TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession, WITH_CHOICE } from '../support/session.ts';

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
                maxTokens: 32768,
              },
              {
                id: "openai/gpt-oss-120b",
                name: "GPT-OSS 120B",
                reasoning: true,
                input: ["text"],
                cost: { input: 0.35, output: 0.75, cacheRead: 0.35, cacheWrite: 0.35 },
                contextWindow: 128000,
                maxTokens: 32768,
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

test('an id typed in full can be chosen although the list does not have it', async () => {
  const ours = program();
  const session = startSession(ours, undefined, FROM_ENV);
  await toTheModels(session);
  await session.find('Default Hugging Face model', 'acme/brand-new-model', 'acme/brand-new-model (not in the list)');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('acme/brand-new-model');
  await session.asks('Apply these changes?');
  await session.shows('! The context window of acme/brand-new-model is unknown');
  session.press('enter');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
    {
      agents: {
        defaults: {
          model: { primary: "huggingface/acme/brand-new-model" },
          models: {
            "huggingface/acme/brand-new-model": { alias: "Brand New Model" },
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
                id: "acme/brand-new-model",
                name: "Brand New Model",
                reasoning: false,
                input: ["text"],
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

test('an inference provider that does not serve the model is refused where it is typed', async () => {
  const session = startSession(program(), undefined, FROM_ENV);
  await toTheModels(session);
  await session.shows('❯ deepseek-ai/DeepSeek-R1');
  session.type('Qwen/Qwen3-8B:groq');
  await session.shows('- Qwen/Qwen3-8B:groq (groq does not serve it)');
  session.press('enter');
  session.type('x');
  await session.shows('Qwen/Qwen3-8B:groqx (groqx does not serve it)');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('a filter that nothing matches says what to do', async () => {
  const session = startSession(program(), undefined, FROM_ENV);
  await toTheModels(session);
  await session.shows('❯ deepseek-ai/DeepSeek-R1');
  session.type('zzzzzz');
  await session.shows('No model matches.');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('words in any order find a model', async () => {
  const session = startSession(program(), undefined, FROM_ENV);
  await toTheModels(session);
  await session.find('Default Hugging Face model', '120b oss', 'openai/gpt-oss-120b');
  await session.asks('Route requests by');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('what is pasted together with its line break does not choose another model', async () => {
  const session = startSession(program(), undefined, FROM_ENV);
  await toTheModels(session);
  await session.shows('❯ deepseek-ai/DeepSeek-R1');
  session.type('Qwen/Qwen3-8B\r');
  await session.shows(/❯ Qwen\/Qwen3-8B|Route requests by/);
  expect(session.text()).not.toContain('✔ Default Hugging Face model deepseek-ai');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

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
    "{ agents: { defaults: { models: { "openai/gpt-5": { alias: "Quick" }, "huggingface/deepseek-ai/DeepSeek-R1": { alias: "QUICKer" } }, model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" } } }, models: { providers: { huggingface: { baseUrl: "https://router.huggingface.co/v1", api: "openai-completions", models: [{ id: "deepseek-ai/DeepSeek-R1", name: "DeepSeek R1", reasoning: true, input: ["text"], cost: { input: 3, output: 7, cacheRead: 3, cacheWrite: 3 }, contextWindow: 64000, maxTokens: 32768 }] } } }, gateway: { mode: "local" } }
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
                name: "Gpt Oss 20b",
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
