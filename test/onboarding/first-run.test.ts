import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { useCommands } from '../support/in-process.ts';
import { modeOf, TOKEN, useProgram } from '../support/program.ts';
import { answerFirstRun, startSession } from '../support/session.ts';
import { asks, firstRun, usualModel } from '../support/steps.ts';

const program = useProgram();
const commands = useCommands();

const URL =
  'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';

const SUMMARY = `
  OpenClaw + Hugging Face Inference Providers

✔ Hugging Face token  example-user, token "example-token" (hf_…9fQ2)
✔ Default Hugging Face model  deepseek-ai/DeepSeek-R1
✔ Route requests by  Your Hugging Face order

  Model       deepseek-ai/DeepSeek-R1, in your Hugging Face order
  Fallbacks   none
  Alias       DeepSeek R1
  Token       hf_…9fQ2, kept in ~/.openclaw/.env
  Cost        about $0.09 a turn of 30,000 tokens in, 500 out
              OpenClaw's own wake-ups (every 30 min) about $135 a month
              the account's free credit is $0.10 a month
  Writes      ~/.openclaw/openclaw.json (6 changes)
              Provider: huggingface at https://router.huggingface.co/v1
              gateway.mode: local
  OpenClaw offers Hugging Face's models and those this config names; others need
  an entry.
`;

const END = `
* OpenClaw now uses deepseek-ai/DeepSeek-R1

  Config   ~/.openclaw/openclaw.json
  Token    ~/.openclaw/.env
  Test     openclaw models status --probe
  Undo     openclaw config undo

  In a chat, /model takes a one-word alias or a whole ref:
  /model huggingface/deepseek-ai/DeepSeek-R1
  The same without questions (the token is in .env already):
  openclaw onboard --non-interactive --mode local \\
    --auth-choice huggingface-api-key --model deepseek-ai/DeepSeek-R1
`;

test('one paste and four times Enter: the summary, the files and the end', async () => {
  const ours = commands();
  const { code, stdout, stderr } = await ours.answer(firstRun, undefined, { env: { COLUMNS: '80' } });
  expect(code).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toBe(SUMMARY + END);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  expect(modeOf(ours.config)).toBe('600');
});

test('the same in a terminal: nothing is written before Apply', async () => {
  const ours = program();
  const session = startSession(ours, ['onboard'], { rows: 50 });
  await session.choose('Provider', 'Hugging Face');
  await session.shows(
    '  No token found in HUGGINGFACE_HUB_TOKEN, HF_TOKEN, ~/.openclaw/.env, the\n  config or hf auth login.',
  );
  await session.shows(`  ${URL.slice(0, 70)}`);
  await answerFirstRun(session);
  expect(ours.files()).toEqual({});
  await session.shows('  Model       deepseek-ai/DeepSeek-R1, in your Hugging Face order');
  expect(session.text()).not.toContain('No token found');
  session.press('enter');
  expect(await session.ends()).toBe(0);
  expect(session.text()).toContain(
    '✔ OpenClaw now uses deepseek-ai/DeepSeek-R1\n\n  Config   ~/.openclaw/openclaw.json\n',
  );
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});

test('the command that it ends with comes to the same result without a question', async () => {
  const ours = commands();
  const { stderr } = await ours.answer(firstRun);
  const command = stderr.split('already):\n')[1] ?? '';
  const again = await ours.run(command.replaceAll('\\\n', ' ').trim().split(/\s+/).slice(1));
  expect(again.code).toBe(0);
  expect(again.stdout).toContain(`Already up to date: ${ours.config}`);
});

test('skipping the provider changes nothing and is no failure', async () => {
  const ours = commands();
  const { code, stdout, asked } = await ours.answer([{ ...asks.provider, answers: 'Skip for now' }], ['onboard']);
  expect(code).toBe(0);
  expect(stdout).toContain('Skipped: nothing was changed.');
  expect(asked[0]?.screen).not.toContain('esc back');
  expect(ours.files()).toEqual({});
  expect(ours.asked()).toEqual([]);
});

test.each([
  ['a token in the flag is not a question, and is kept', ['--huggingface-api-key', TOKEN], TOKEN],
  [
    'a token in the flag with --secret-input-mode plaintext is not moved',
    ['--huggingface-api-key', TOKEN, '--secret-input-mode', 'plaintext'],
    TOKEN,
  ],
])('%s', async (_, flags, stored) => {
  const ours = commands();
  const { code, asked } = await ours.answer(
    [...usualModel, asks.apply],
    ['onboard', '--auth-choice', 'huggingface-api-key', ...flags],
  );
  expect(code).toBe(0);
  expect(asked.at(-1)?.rows?.includes('Change where the token is kept')).toBe(flags.length === 2);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${stored}\n`);
});
