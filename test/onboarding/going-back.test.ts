import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { useCommands } from '../support/in-process.ts';
import { TOKEN, useProgram } from '../support/program.ts';
import { BACK, CTRL_C } from '../support/scripted-prompt.ts';
import { answerFirstRun, startSession } from '../support/session.ts';
import { asks, atSummary, finds, paste, usualModel } from '../support/steps.ts';

const commands = useCommands();
const program = useProgram();

/** What a person takes for "at once". */
const AT_ONCE_MS = 600;

test('going back keeps what was answered, and takes the withdrawn answers off the screen', async () => {
  const run = await commands().answer([
    paste,
    finds(asks.model, 'qwen3-8b'),
    { ...asks.route, answers: 'Cheapest' },
    { ...asks.apply, answers: BACK },
    { ...asks.route, answers: BACK },
    { ...asks.model, answers: CTRL_C },
  ]);
  expect(run.code).toBe(130);
  expect(run.asked.slice(-2).map(({ active }) => active)).toEqual(['Cheapest', 'Qwen/Qwen3-8B']);
  expect(run.stderr).toMatch(/\n✔ Hugging Face token {2}example-user.*\nx Interrupted\. Nothing was changed\.\n$/);
  expect(run.stderr).not.toContain('Default Hugging Face model');
});

test('another answer after going back counts, and what depended on the old one is asked anew', async () => {
  const ours = commands();
  const run = await ours.answer([
    paste,
    finds(asks.model, 'qwen3-8b'),
    { ...asks.route, answers: 'Cheapest' },
    atSummary('Back'),
    { ...asks.route, answers: BACK },
    finds(asks.model, 'deepseek-r1', 'deepseek-ai/DeepSeek-R1'),
    asks.route,
    asks.apply,
  ]);
  expect(run.code).toBe(0);
  expect(run.asked.at(-2)?.active).toBe('Your Hugging Face order');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('the summary leads back to the first question, and the token is not checked again', async () => {
  const ours = commands();
  const run = await ours.answer([
    paste,
    ...usualModel,
    atSummary('Back'),
    { ...asks.route, answers: BACK },
    { ...asks.model, answers: BACK },
    asks.token,
    { ...asks.model, answers: CTRL_C },
  ]);
  expect(run.code).toBe(130);
  expect(run.asked.at(-2)?.active).toBe('Use it: hf_…9fQ2 from the prompt');
  expect(ours.asked().sort()).toEqual(['GET /api/whoami-v2', 'GET /v1/models']);
});

test('what was changed at the summary is kept on the way back', async () => {
  const run = await commands().answer([
    paste,
    ...usualModel,
    atSummary('Add fallback models'),
    finds(asks.fallbacks, 'gpt oss 120'),
    { ...asks.fallbacks, answers: 'Done' },
    { ...asks.apply, answers: BACK },
    asks.route,
    atSummary('Add fallback models'),
    { ...asks.fallbacks, answers: BACK },
    asks.apply,
  ]);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('  Fallbacks   openai/gpt-oss-120b\n');
});

test('where every question was answered by a flag there is no way back', async () => {
  const flags = ['--model', 'Qwen/Qwen3-8B', '--huggingface-api-key', TOKEN];
  const run = await commands().answer([asks.apply], ['onboard', '--auth-choice', 'huggingface-api-key', ...flags]);
  expect(run.code).toBe(0);
  expect(run.asked[0]?.rows).not.toContain('Back');
});

test('esc in a terminal leads back at once, and the withdrawn answer leaves the screen; at the first question it asks again', async () => {
  const session = startSession(program(), ['onboard']);
  await session.choose('Provider');
  await session.asks('Hugging Face token');
  const pressed = performance.now();
  session.press('escape');
  await session.asks('Provider');
  expect(performance.now() - pressed).toBeLessThan(AT_ONCE_MS);
  expect(session.text()).not.toMatch(/✔ Provider|No token found/);
  session.press('escape');
  await session.choose('Provider');
  await session.asks('Hugging Face token');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('esc leads from the summary to the first question, and each withdrawn answer leaves the screen', async () => {
  const session = startSession(program(), ['onboard']);
  await session.choose('Provider');
  await answerFirstRun(session);
  for (const row of ['Add fallback models', 'Change the alias', 'Change where the token is kept']) {
    await session.choose('Apply these changes?', row);
    await session.until(() => /^\? (?!Apply)/m.test(session.text()), `the question of "${row}"`);
    session.press('escape');
    await session.asks('Apply these changes?');
  }
  for (const title of ['Route requests by', 'Default Hugging Face model', 'Hugging Face token', 'Provider']) {
    session.press('escape');
    await session.asks(title);
    expect(session.text()).not.toMatch(new RegExp(`✔ ${title}|Apply these|  Model `));
  }
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});
