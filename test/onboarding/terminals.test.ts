import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { MASKED, TOKEN, useProgram } from '../support/program.ts';
import { answerFirstRun, type Session, startSession, WITH_CHOICE } from '../support/session.ts';

const program = useProgram();
const LIVE = { provider: 'novita', status: 'live', context_length: 32768, supports_tools: true };
const MODELS = [
  { id: 'acme/chinese', name: '通义千问 2.5', providers: [LIVE] },
  { id: 'acme/an-organisation-with-a-model-whose-name-is-longer-than-forty-cells', providers: [LIVE] },
  { id: 'deepseek-ai/DeepSeek-R1', providers: [LIVE] },
];
const withFewModels = useProgram({ models: MODELS });

/** Select Graphic Rendition: colours, bold, dim. */
const SGR = /\u001b\[[\d;]*m/;

const BROKEN_BETWEEN_WORDS = [
  'No token was found in the environment,\nin .env, in the config, or from hf auth\nlogin.\n',
  '✔ The token works: example-user (token\n  "example-token", hf_…9fQ2)\n',
  '✔ Default Hugging Face model\n  deepseek-ai/DeepSeek-R1\n',
  '  Send a test message first (a fraction\n  of a cent)\n',
  '↑↓ move · enter choose · esc back ·\nctrl+c quit',
];

test('in 40 columns lines are broken between words, and no id is cut', async () => {
  const ours = withFewModels();
  const session = startSession(ours, ['onboard'], { columns: 40 });
  await session.choose('Provider');
  await session.paste(TOKEN);
  await session.asks('Default Hugging Face model');
  await session.shows('  acme/an-organisation-with-a-model-whos\ne-name-is-longer-than-forty-cells');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.find('Fallback models', 'organisation', 'acme/an-organisation');
  await session.choose('Fallback models', 'Done');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.asks('Alias for');
  session.press('enter');
  await session.choose('Where to keep the token');
  await session.asks('Apply these changes?');
  await session.shows('❯ Apply');
  for (const broken of BROKEN_BETWEEN_WORDS) expect(session.history()).toContain(broken);
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toMatchInlineSnapshot(`
    "// OpenClaw config, made by openclaw-onboard. Comments and order are yours: nothing here is rewritten.
    {
      agents: {
        defaults: {
          model: {
            primary: "huggingface/deepseek-ai/DeepSeek-R1",
            fallbacks: [
              "huggingface/acme/an-organisation-with-a-model-whose-name-is-longer-than-forty-cells",
            ],
          },
          models: {
            "huggingface/deepseek-ai/DeepSeek-R1": { alias: "DeepSeek R1" },
            "huggingface/acme/an-organisation-with-a-model-whose-name-is-longer-than-forty-cells": {
              alias: "An Organisation With A Model Whose Name Is Longer Than Forty Cells",
            },
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
                contextWindow: 32768,
                maxTokens: 8192,
              },
              {
                id: "acme/an-organisation-with-a-model-whose-name-is-longer-than-forty-cells",
                name: "An Organisation With A Model Whose Name Is Longer Than Forty Cells",
                reasoning: false,
                input: ["text"],
                contextWindow: 32768,
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

test.each([
  ['NO_COLOR', { NO_COLOR: '1' }, []],
  ['TERM=dumb', { TERM: 'dumb' }, []],
  ['--no-color', {}, ['--no-color']],
])('with %s no colour reaches the terminal', async (_, env, flags) => {
  const ours = program();
  ours.service.script('/api/whoami-v2', { delayMs: 400, status: 401, body: {} });
  const session = startSession(ours, [...WITH_CHOICE, ...flags], { env });
  await session.paste(TOKEN);
  await session.shows('does not accept');
  ours.service.script('/api/whoami-v2');
  await answerFirstRun(session);
  await session.choose('Apply these changes?', 'Show the diff');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.raw()).not.toMatch(SGR);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('a dumb terminal takes a typing error back', async () => {
  const session = startSession(program(), undefined, { env: { TERM: 'dumb', HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Use it:');
  await session.asks('Default Hugging Face model');
  session.type('qwen3-8x');
  session.press('backspace');
  await session.find('Default Hugging Face model', 'b', 'Qwen/Qwen3-8B');
  await session.asks('Route requests by');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('colours are there otherwise', async () => {
  const session = startSession(program());
  await session.asks('Hugging Face token');
  session.press('ctrl-c');
  await session.ends();
  expect(session.raw()).toMatch(SGR);
});

test('where the locale is not UTF-8, everything is said in ASCII', async () => {
  const ours = program();
  const session = startSession(ours, ['onboard'], { env: { LC_ALL: 'C', HF_TOKEN: TOKEN } });
  await session.choose('Provider');
  await session.choose('Hugging Face token', `Use it: ${MASKED.replace('…', '...')}`);
  await session.shows('> deepseek-ai/DeepSeek-R1');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.raw().match(/[^\x00-\x7f]/g)).toBeNull();
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('a name in Chinese characters keeps the screen in order', async () => {
  const session = startSession(withFewModels(), undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Use it:');
  await session.choose('Default Hugging Face model', 'acme/chinese');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.asks('Alias for acme/chinese 通义千问 2.5');
  await session.acceptAlias('acme/chinese');
  await session.asks('Apply these changes?');
  await session.shows('+ Alias: "通义千问 2.5" for huggingface/acme/chinese');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test.each([
  ['narrower', 40, 24],
  ['wider', 132, 24],
  ['lower', 80, 14],
])('a terminal that gets %s while a question is open goes on with the next key', async (_, columns, rows) => {
  const ours = program();
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Use it:');
  await session.asks('Default Hugging Face model');
  await session.shows('❯ deepseek-ai/DeepSeek-R1');
  session.resize(columns, rows);
  await session.find('Default Hugging Face model', 'gpt-oss-120b', 'openai/gpt-oss-120b');
  await finish(session);
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toContain('primary: "huggingface/openai/gpt-oss-120b"');
});

test('a terminal of ten lines shows a shorter list', async () => {
  const session = startSession(program(), undefined, { env: { HF_TOKEN: TOKEN }, rows: 10 });
  await session.choose('Hugging Face token', 'Use it:');
  await session.asks('Default Hugging Face model');
  await session.shows('ctrl+c quit');
  expect(session.text()).toMatch(/^\? Default Hugging Face model/m);
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

async function finish(session: Session): Promise<void> {
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('openai/gpt-oss-120b');
  await session.choose('Apply these changes?');
}
