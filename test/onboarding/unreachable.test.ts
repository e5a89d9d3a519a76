import { expect, test } from 'vitest';
import { type Program, TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession, WITH_CHOICE } from '../support/session.ts';

const program = useProgram();
const WHOAMI = '/api/whoami-v2';

async function pasteWhileUnreachable(ours: Program): Promise<Session> {
  ours.service.script(WHOAMI, { reset: true });
  ours.service.script('/v1/models', { reset: true });
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.asks('What now?');
  await session.shows('could not be checked');
  return session;
}

test('a service that is down can be tried again', async () => {
  const ours = program();
  const session = await pasteWhileUnreachable(ours);
  ours.service.script(WHOAMI);
  ours.service.script('/v1/models');
  await session.choose('What now?', 'Try again with the same token');
  await session.asks('Default Hugging Face model (137 models, live)');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(ours.files()).toEqual({});
});

test('one can go on without the check: the ten built-in models, and a warning at the end', async () => {
  const ours = program();
  const session = await pasteWhileUnreachable(ours);
  await session.choose('What now?', 'Go on without the check');
  await session.asks('Default Hugging Face model (10 built-in models of');
  await session.shows('❯ deepseek-ai/DeepSeek-R1');
  expect(session.text().match(/^[❯ ] [\w-]+\/\S+ +\d/gm)).toHaveLength(10);
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.choose('Where to keep the token');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.text()).toContain('could not be checked');
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
    {
      agents: {
        defaults: {
          model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" },
          models: {
            "huggingface/deepseek-ai/DeepSeek-R1": { alias: "DeepSeek R1" },
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
                cost: { input: 0.7, output: 2.5, cacheRead: 0.7, cacheWrite: 0.7 },
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
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});

test('one can quit', async () => {
  const ours = program();
  const session = await pasteWhileUnreachable(ours);
  await session.choose('What now?', 'Quit');
  expect(await session.ends()).toBe(130);
  expect(ours.files()).toEqual({});
});

test('offline nothing is asked of the service, and the heading says why there are ten', async () => {
  const ours = program();
  const session = startSession(ours, [...WITH_CHOICE, '--offline'], { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token');
  await session.asks('Default Hugging Face model (10 built-in models of');
  await session.shows('--offline');
  await session.find('Default Hugging Face model', 'gpt-oss-120b', 'openai/gpt-oss-120b');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('openai/gpt-oss-120b');
  await session.asks('Apply these changes?');
  expect(session.text()).not.toContain('Send a test message');
  session.press('enter');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
    {
      agents: {
        defaults: {
          model: { primary: "huggingface/openai/gpt-oss-120b" },
          models: {
            "huggingface/openai/gpt-oss-120b": { alias: "GPT-OSS 120B" },
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
                id: "openai/gpt-oss-120b",
                name: "GPT-OSS 120B",
                reasoning: true,
                input: ["text"],
                cost: { input: 0.25, output: 0.69, cacheRead: 0.25, cacheWrite: 0.25 },
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
  expect(ours.asked()).toEqual([]);
});
