import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { TOKEN, useProgram } from '../support/program.ts';
import { startSession } from '../support/session.ts';

const program = useProgram();

/** What a person takes for "at once"; the contract's limit. */
const AT_ONCE_MS = 600;

test('going back twice keeps what was answered', async () => {
  const ours = program();
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.find('Default Hugging Face model', 'qwen3-8b', 'Qwen/Qwen3-8B');
  await session.choose('Route requests by', 'Cheapest');
  await session.find('Fallback models', 'gpt-oss-120b', 'openai/gpt-oss-120b');
  await session.choose('Fallback models', 'Done');
  await session.asks('Alias for Qwen/Qwen3-8B:cheapest');
  session.press('escape');
  await session.shows('1. openai/gpt-oss-120b');
  session.press('escape');
  await session.hides('1. openai/gpt-oss-120b');
  await session.shows('❯ None');
  session.press('escape');
  await session.asks('Route requests by');
  await session.shows('❯ Cheapest');
  session.press('escape');
  await session.asks('Default Hugging Face model');
  await session.shows('❯ Qwen/Qwen3-8B');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('another answer after going back counts, and what depended on the old one is asked anew', async () => {
  const ours = program();
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.find('Default Hugging Face model', 'qwen3-8b', 'Qwen/Qwen3-8B');
  await session.choose('Route requests by', 'Cheapest');
  await session.asks('Fallback models');
  session.press('escape');
  await session.asks('Route requests by');
  session.press('escape');
  await session.find('Default Hugging Face model', 'deepseek-r1', 'deepseek-ai/DeepSeek-R1');
  await session.asks('Route requests by');
  await session.shows('❯ Automatic');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.choose('Where to keep the token');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('the summary leads back, too, and the token is not checked again', async () => {
  const ours = program();
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.choose('Where to keep the token');
  await session.choose('Apply these changes?', 'Back');
  await session.asks('Where to keep the token');
  session.press('escape');
  await session.asks('Alias for deepseek-ai/DeepSeek-R1');
  session.press('escape');
  await session.asks('Fallback models');
  session.press('escape');
  await session.asks('Route requests by');
  session.press('escape');
  await session.asks('Default Hugging Face model');
  session.press('escape');
  await session.choose('Hugging Face token', 'Use it: hf_…9fQ2 from the prompt');
  await session.asks('Default Hugging Face model');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(ours.asked().sort()).toEqual(['GET /api/whoami-v2', 'GET /v1/models']);
});

test('esc at the first question asks it again', async () => {
  const session = startSession(program(), ['onboard']);
  await session.choose('Provider');
  await session.asks('Hugging Face token');
  session.press('escape');
  await session.asks('Provider');
  session.press('escape');
  await session.choose('Provider');
  await session.asks('Hugging Face token');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('esc is answered at once', async () => {
  const session = startSession(program(), ['onboard']);
  await session.choose('Provider');
  await session.asks('Hugging Face token');
  const pressed = performance.now();
  session.press('escape');
  await session.asks('Provider');
  expect(performance.now() - pressed).toBeLessThan(AT_ONCE_MS);
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});
