import { expect, test } from 'vitest';
import { completion } from '../../scripts/stand-in/completions.js';
import { accountIn } from '../support/account.ts';
import { TOKEN, useProgram } from '../support/program.ts';
import { answerFirstRun, startSession } from '../support/session.ts';

const program = useProgram();

const TWO_WARNINGS = '{ gateway: { mode: "remote" }, env: { HF_TOKEN: "hf_AnotherExampleToken0000" } }\n';

const ALL_ROWS = `❯ Apply
  Add fallback models
  Change the alias
  Change where the token is kept
  Bill to an organisation
  Show the diff
  Send a test message (a fraction of a cent)
  Back
  Quit

  ↑↓ move · enter choose · esc back
`;

test('of an account with organisations, every row is on the screen of 80x24, and what was tried above them', async () => {
  const ours = program();
  ours.service.script('/api/whoami-v2', accountIn(['acme']));
  ours.service.script('/v1/chat/completions', completion('words'));
  const session = startSession(ours);
  await answerFirstRun(session);
  await session.shows('enter choose');
  expect(`${session.text()}\n`).toBe(`
  Model       deepseek-ai/DeepSeek-R1, in your Hugging Face order
  Fallbacks   none
  Alias       DeepSeek R1
  Token       hf_…9fQ2, kept in ~/.openclaw/.env
  Cost        about $0.09 a turn of 30,000 tokens in, 500 out
              OpenClaw's own wake-ups (every 30 min) about $135 a month
              the account's free credit is $0.10 a month
  Writes      ~/.openclaw/openclaw.json (6 changes)
  OpenClaw offers Hugging Face's models and those this config names; others need
  an entry.

? Apply these changes?
${ALL_ROWS}`);
  await session.choose('Apply these changes?', 'Show the diff');
  await session.shows('gateway.mode: local\n\n? Apply these changes?');
  expect(`${session.text()}\n`).toContain(`\n? Apply these changes?\n${ALL_ROWS}`);
  await session.choose('Apply these changes?', 'Send a test message');
  await session.shows('OpenClaw needs tools\n\n? Apply these changes?');
  expect(`${session.text()}\n`).toContain(`\n? Apply these changes?\n${ALL_ROWS}`);
});

test('with two warnings more, the result, the warnings and the rows are on one screen of 80x24', async () => {
  const ours = program();
  ours.write('openclaw.json', TWO_WARNINGS);
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token');
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.asks('Apply these changes?');
  await session.shows('enter choose');
  expect(`${session.text()}\n`).toBe(`
  Model       deepseek-ai/DeepSeek-R1, in your Hugging Face order
  Fallbacks   none
  Alias       DeepSeek R1
  Token       hf_…9fQ2 from HF_TOKEN in the environment
  Cost        about $0.09 a turn of 30,000 tokens in, 500 out
              OpenClaw's own wake-ups (every 30 min) about $135 a month
              the account's free credit is $0.10 a month
  Writes      ~/.openclaw/openclaw.json (5 changes)

! HF_TOKEN in the environment and HF_TOKEN in the env block of
  ~/.openclaw/openclaw.json hold different tokens: OpenClaw uses the first.
! gateway.mode is "remote" and was kept

? Apply these changes?
❯ Apply
  Add fallback models
  Change the alias
  Show the diff
  Send a test message (a fraction of a cent)
  Back
  Quit

  ↑↓ move · enter choose · esc back
`);
});

test('in 40x15 the summary is what matters most; the rest is shown with the diff', async () => {
  const session = startSession(program(), undefined, { columns: 40, rows: 15 });
  await answerFirstRun(session);
  await session.shows('enter choose');
  expect(`${session.text()}\n`).toBe(`
  Model    deepseek-ai/DeepSeek-R1, in
           your Hugging Face order
  Cost     about $0.09 a turn of 30,000
           tokens in, 500 out
  Writes   ~/.openclaw/openclaw.json
           (6 changes)

? Apply these changes?
❯ Apply
  Add fallback models
  Change the alias
  ↓ 5 more

  ↑↓ move · enter choose · esc back
`);
  session.press('up');
  await session.shows('❯ Quit');
  expect(session.text()).toMatch(/^ {2}Model {4}deepseek/m);
  await session.choose('Apply these changes?', 'Show the diff');
  await session.until(() => session.history().includes('\n  Alias       DeepSeek R1\n'), 'the whole summary');
});
