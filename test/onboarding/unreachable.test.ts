import { expect, test } from 'vitest';
import { useCommands } from '../support/in-process.ts';
import { TOKEN } from '../support/program.ts';
import { CTRL_C } from '../support/scripted-prompt.ts';
import { asks, finds, paste, usualModel } from '../support/steps.ts';

const commands = useCommands();
const WHOAMI = '/api/whoami-v2';
const MODELS = '/v1/models';
const down = { reset: true } as const;
const next = (answers: string) => ({ ...asks.whatNow, answers });
const leave = { ...asks.model, answers: CTRL_C } as const;

function whileDown() {
  const ours = commands();
  ours.service.script(WHOAMI, down);
  ours.service.script(MODELS, down);
  return ours;
}

test('a service that is down can be tried again', async () => {
  const ours = commands();
  ours.service.script(WHOAMI, down, { status: 500, body: 'no' });
  const run = await ours.answer([paste, asks.whatNow, next('Quit')]);
  expect(run.asked[1]?.rows).toEqual([
    'Try again with the same token',
    'Go on without the check',
    'Use another token',
    'Quit',
  ]);
  expect(run.code).toBe(130);
  expect(run.stderr).toContain('could not be checked');
  expect(ours.asked().filter((path) => path.endsWith(WHOAMI))).toHaveLength(2);
  expect(ours.files()).toEqual({});
});

test('one can go on without the check: the ten built-in models, and a warning in the summary', async () => {
  const ours = whileDown();
  const run = await ours.answer([paste, next('Go on without the check'), ...usualModel, asks.apply]);
  expect(run.code).toBe(0);
  const [, , models] = run.asked;
  expect(models?.screen).toMatch(
    /^\? Default Hugging Face model\n {2}10 built-in models of \d{4}-\d\d-\d\d: 127\.0\.0\.1:\d+ could not be reached ·\s+type to filter\n/,
  );
  expect(models?.rows).toHaveLength(10);
  expect(models?.active).toBe('deepseek-ai/DeepSeek-R1');
  expect(run.stderr).toContain('✔ Hugging Face token  hf_…9fQ2, not checked\n');
  expect(run.stderr).toMatch(/^! .*could not be checked/m);
  expect(ours.read('openclaw.json')).toContain('cost: { input: 0.7, output: 2.5, cacheRead: 0.7, cacheWrite: 0.7 },');
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});

test('with --verify required nobody goes on without the check', async () => {
  const ours = whileDown();
  const args = ['onboard', '--auth-choice', 'huggingface-api-key', '--verify', 'required'];
  const run = await ours.answer([paste, next('Quit')], args);
  expect(run.asked[1]?.rows).toEqual(['Try again with the same token', 'Use another token', 'Quit']);
});

test('offline nothing is asked of the service, and the heading says why there are ten', async () => {
  const ours = commands();
  const run = await ours.answer(
    [asks.token, finds(asks.model, 'gpt-oss-120b'), asks.route, asks.apply],
    ['onboard', '--auth-choice', 'huggingface-api-key', '--offline'],
    { env: { HF_TOKEN: TOKEN } },
  );
  expect(run.code).toBe(0);
  expect(run.asked[1]?.screen).toContain('--offline');
  expect(run.asked[2]?.rows).toEqual(['Your Hugging Face order', 'Fastest', 'Cheapest']);
  expect(run.asked[3]?.rows?.join()).not.toContain('Send a test message');
  expect(ours.read('openclaw.json')).toContain(
    'cost: { input: 0.25, output: 0.69, cacheRead: 0.25, cacheWrite: 0.25 },',
  );
  expect(ours.asked()).toEqual([]);
});

test('where only the list can not be had, the heading says so', async () => {
  const ours = commands();
  ours.service.script(MODELS, { status: 503, body: 'no' });
  const run = await ours.answer([paste, leave]);
  expect(run.asked[1]?.screen).toMatch(/10 built-in models of .*: /);
});
