import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { modeOf, TOKEN, useProgram } from '../support/program.ts';
import { answerFirstRun, startSession, WITH_CHOICE } from '../support/session.ts';

const program = useProgram();

test('a first run asks everything, then writes the token and the config', async () => {
  const ours = program();
  const session = startSession(ours, ['onboard']);
  await session.choose('Provider', 'Hugging Face');
  await session.shows('No token was found in the environment, in .env, in the config, or from hf auth');
  await session.shows('https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverle');
  await answerFirstRun(session);
  expect(ours.files()).toEqual({});
  await session.shows('  + Default model: huggingface/deepseek-ai/DeepSeek-R1');
  await session.shows('  + Model entry: deepseek-ai/DeepSeek-R1 (context 64k, price 3.00/7.00)');
  session.press('enter');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  expect(modeOf(ours.config)).toBe('600');
  await session.shows(`Updated config: ${ours.config}\nUndo: openclaw config undo`);
  await session.shows('In a chat, /model takes one word: an alias of one word, or the whole ref');
  expect(session.history()).not.toContain('One word that would do');
});

test('the command that it ends with comes to the same result without a question', async () => {
  const ours = program();
  const session = startSession(ours);
  await answerFirstRun(session);
  session.press('enter');
  expect(await session.ends()).toBe(0);
  const command = session.text().split('without questions:\n')[1] ?? '';
  expect(command).toContain('--huggingface-api-key "$HF_TOKEN"');
  const words = command.replaceAll('\\\n', ' ').trim().split(/\s+/).slice(1);
  const again = await ours.run(words.map((word) => (word === '"$HF_TOKEN"' ? TOKEN : word)));
  expect(again.code).toBe(0);
  expect(again.stdout).toContain(`Already up to date: ${ours.config}`);
});

test('skipping the provider changes nothing and is no failure', async () => {
  const ours = program();
  const session = startSession(ours, ['onboard']);
  await session.choose('Provider', 'Skip for now');
  expect(await session.ends()).toBe(0);
  expect(session.text()).toContain('Skipped: nothing was changed.');
  expect(ours.files()).toEqual({});
  expect(ours.asked()).toEqual([]);
});

test('a token in the flag is no question, and is kept without one', async () => {
  const ours = program();
  const session = startSession(ours, [...WITH_CHOICE, '--huggingface-api-key', TOKEN]);
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.history()).not.toContain('Where to keep the token');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});
