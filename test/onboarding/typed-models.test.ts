import { expect, test } from 'vitest';
import { TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession } from '../support/session.ts';

const program = useProgram();
const FROM_ENV = { env: { HF_TOKEN: TOKEN } };

async function toTheModels(session: Session): Promise<void> {
  await session.choose('Hugging Face token', 'Use it:');
  await session.asks('Default Hugging Face model');
}

test('an id typed in full can be chosen although the list does not have it', async () => {
  const ours = program();
  const session = startSession(ours, undefined, FROM_ENV);
  await toTheModels(session);
  await session.find('Default Hugging Face model', 'acme/brand-new-model', 'acme/brand-new-model (not in the list)');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.shows('  One word that would do: brand-new-model');
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
