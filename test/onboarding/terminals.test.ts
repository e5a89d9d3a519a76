import { setTimeout as once } from 'node:timers/promises';
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
  '✔ Hugging Face token\n  example-user, token "example-token"\n  (hf_…9fQ2)\n',
  '✔ Default Hugging Face model\n  deepseek-ai/DeepSeek-R1\n',
  '\n  Model       deepseek-ai/DeepSeek-R1,\n              in your Hugging Face order\n',
  '\n  Fallbacks   none\n',
];

test('in 40 columns lines are broken between words, and no id is cut', async () => {
  const ours = withFewModels();
  const session = startSession(ours, ['onboard'], { columns: 40 });
  await session.choose('Provider');
  await session.asks('Hugging Face token');
  await session.shows(
    '  No token found in\n  HUGGINGFACE_HUB_TOKEN, HF_TOKEN,\n  ~/.openclaw/.env, the config or hf\n  auth login.\n',
  );
  await session.paste(TOKEN);
  await session.asks('Default Hugging Face model');
  await session.shows('  acme/an-organisation-with-a-model-');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.asks('Apply these changes?');
  await session.shows('  Send a test message (a fraction of a\n  cent)\n');
  for (const broken of BROKEN_BETWEEN_WORDS) expect(session.history()).toContain(broken);
  for (const line of session.history().split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  session.press('enter');
  expect(await session.ends()).toBe(0);
  expect(session.history()).toContain('openclaw onboard --non-interactive \\\n    --mode local \\\n');
});

test.each([
  ['NO_COLOR', { NO_COLOR: '1' }, []],
  ['--no-color', {}, ['--no-color']],
])('with %s no colour reaches the terminal', async (_, env, flags) => {
  const ours = program();
  ours.service.script('/api/whoami-v2', { delayMs: 400, status: 401, body: {} });
  const session = startSession(ours, [...WITH_CHOICE, ...flags], { env });
  await session.paste(TOKEN);
  await session.shows('hf_…9fQ2');
  ours.service.script('/api/whoami-v2');
  await answerFirstRun(session);
  session.press('enter');
  expect(await session.ends()).toBe(0);
  expect(session.raw()).not.toMatch(SGR);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

/** What is typed before a question is whole answers none: a person reads it first. */
const READ_ALOUD_MS = 300;

const READ_ALOUD = [
  '1. deepseek-ai/DeepSeek-R1, context 64k, tools some, 3.00 dollars per million tokens in, 7.00 dollars out. DeepSeek R1, 4 inference providers, 40 tokens per second, about $0.09 a turn\n',
  '4. featherless-ai, context unknown, tools unknown, price in unknown, price out unknown, speed unknown. Requests go to featherless-ai and to no other\n',
];

test('a dumb terminal asks by plain lines, and moves no cursor', async () => {
  const ours = program();
  const session = startSession(ours, undefined, { env: { TERM: 'dumb', HF_TOKEN: TOKEN }, rows: 60 });
  for (const row of ['Use it: hf_…9fQ2 from HF_TOKEN', 'deepseek-ai/DeepSeek-R1', 'Your Hugging Face order', 'Apply']) {
    await session.shows(new RegExp(`1\\. ${row}[^?]*Type a number from 1 to [^\\n]*$`));
    await once(READ_ALOUD_MS);
    session.type('1\r');
  }
  expect(await session.ends()).toBe(0);
  expect(session.raw()).not.toContain('\u001b');
  for (const aloud of READ_ALOUD) expect(session.history().replaceAll('\n ', '')).toContain(aloud);
  expect(session.history()).not.toMatch(/ · | – |\$\/M/);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
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
  await session.asks('Apply these changes?');
  session.press('enter');
  expect(await session.ends()).toBe(0);
  expect(session.raw().match(/[^\x00-\x7f]/g)).toBeNull();
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('a name in Chinese characters keeps the screen in order', async () => {
  const session = startSession(withFewModels(), undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Use it:');
  await session.choose('Default Hugging Face model', 'acme/chinese');
  await session.choose('Route requests by');
  await session.asks('Apply these changes?');
  expect(session.history()).toContain('  Alias       通义千问 2.5\n');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test.each([
  ['en', 'Checking the token and fetching…'],
  ['ja', 'token を確認し、モデルを取得して…'],
  ['th', 'กำลังตรวจสอบโทเค็นและดึงรายการโมเดล'],
])('in 40 columns of %s what is waited for takes one line, and leaves nothing behind', async (language, label) => {
  const ours = program();
  ours.service.script('/api/whoami-v2', { delayMs: 900, status: 401, body: {} });
  const env = { HF_TOKEN: TOKEN, OPENCLAW_LOCALE: language };
  const session = startSession(ours, WITH_CHOICE, { env, columns: 40 });
  await session.shows(/^❯/m);
  session.press('enter');
  await session.shows(new RegExp(`^. ${label} 0 s$`, 'm'));
  await session.shows('✗');
  expect(session.history()).not.toContain(label.slice(0, 8));
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
  await session.shows('enter choose');
  expect(session.text()).toMatch(/^\? Default Hugging Face model/m);
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

async function finish(session: Session): Promise<void> {
  await session.choose('Route requests by');
  await session.asks('Apply these changes?');
  session.press('enter');
}
