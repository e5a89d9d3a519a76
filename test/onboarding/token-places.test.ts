import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { useCommands } from '../support/in-process.ts';
import { MASKED, OTHER_TOKEN, type Program, TOKEN } from '../support/program.ts';
import { CTRL_C } from '../support/scripted-prompt.ts';
import { signIn } from '../support/sign-in-token.ts';
import { asks, paste, usualModel } from '../support/steps.ts';

const commands = useCommands();
const WITH_CHOICE = ['onboard', '--auth-choice', 'huggingface-api-key'];
const REF = [...WITH_CHOICE, '--secret-input-mode', 'ref'];
const FOREIGN = `sk-${'A1b2C3d4E5f6'.repeat(3)}`;
const NOT_HELD = '--secret-input-mode ref stores nothing, but no variable that OpenClaw';
const leaveToken = { ...asks.token, answers: CTRL_C } as const;
const leaveModel = { ...asks.model, answers: CTRL_C } as const;

function keyFile({ home }: Pick<Program, 'home'>): string {
  const path = join(home, 'key');
  writeFileSync(path, `${TOKEN}\n`);
  return path;
}

test.each([
  ['--huggingface-api-key', () => TOKEN],
  ['--huggingface-api-key-file', keyFile],
])(
  'with --secret-input-mode ref a key from %s that no variable holds is exit 2, before anything is asked',
  async (flag, value) => {
    const ours = commands();
    const run = await ours.answer([], [...REF, flag, value(ours)], { env: { HF_TOKEN: OTHER_TOKEN } });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(NOT_HELD);
    expect(ours.asked()).toEqual([]);
  },
);

test('with --secret-input-mode ref a pasted key that no variable holds is asked for again', async () => {
  const ours = commands();
  const run = await ours.answer([paste, leaveToken], REF);
  expect(run.asked[0]?.refused).toContain(NOT_HELD);
  expect(ours.asked()).toEqual([]);
});

test('with --secret-input-mode ref a pasted key that a variable holds is taken', async () => {
  const env = { HUGGINGFACE_HUB_TOKEN: OTHER_TOKEN, HF_TOKEN: TOKEN };
  const run = await commands().answer([{ ...asks.token, answers: 'Paste another one' }, paste, leaveModel], REF, {
    env,
  });
  expect(run.code).toBe(130);
});

test('a key of another service in HF_TOKEN is named, and is neither offered nor shown nor sent', async () => {
  const ours = commands();
  const run = await ours.answer([leaveToken], undefined, { env: { HF_TOKEN: FOREIGN } });
  expect(run.stderr).toMatch(/^! HF_TOKEN in the environment: .* OpenAI key \(sk-…\)/m);
  expect(run.stderr).toContain('No other token found in');
  expect(run.stderr).not.toContain('A1b2C3d4E5f6');
  expect(ours.asked()).toEqual([]);
});

test('a value with a blank in .env is named, wrapped at the width of the terminal', async () => {
  const ours = commands();
  ours.write('.env', 'HF_TOKEN="hf_ABC def"\n');
  const env = { HUGGINGFACE_HUB_TOKEN: TOKEN, COLUMNS: '40' };
  const run = await ours.answer([leaveToken], undefined, { env });
  expect(run.stderr).toMatch(/blanks or line breaks|spaces or line/);
  expect(run.stderr).toMatch(/^! HUGGINGFACE_HUB_TOKEN in the\n {2}environment and HF_TOKEN in$/m);
  expect(run.asked[0]?.active).toContain(`Use it: ${MASKED}`);
});

test('a token from a file is kept without a question about where', async () => {
  const ours = commands();
  const run = await ours.answer(
    [...usualModel, asks.apply],
    [...WITH_CHOICE, '--huggingface-api-key-file', keyFile(ours)],
  );
  expect(run.code).toBe(0);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});

test("with a key in OpenClaw's own store going on with it comes first, and the summary and the end say what OpenClaw uses", async () => {
  const ours = commands();
  ours.write(
    'openclaw.json',
    '{ auth: { profiles: { "huggingface:manual": { provider: "huggingface", mode: "api_key" } } } }',
  );
  const run = await ours.answer([asks.token, ...usualModel, asks.apply], undefined, { env: { HF_TOKEN: TOKEN } });
  expect(run.code).toBe(0);
  expect(run.asked[0]?.active).toContain("Go on with a profile in OpenClaw's store");
  expect(run.asked.at(-1)?.rows?.join()).not.toContain('Send a test message');
  const said = run.stderr.split('openclaw models auth paste-api-key --provider huggingface').length - 1;
  expect(said).toBe(2);
  expect(run.stderr).toContain("✔ Hugging Face token  a profile in OpenClaw's store (not readable here)\n");
  expect(ours.read('.env')).toBeUndefined();
  expect(ours.asked()).toEqual(['GET /v1/models']);
});

test('the browser sign-in of hf auth login is never the first row, and says when it ends', async () => {
  const ours = commands();
  const file = join(ours.home, 'hf-token');
  const end = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000);
  writeFileSync(file, `${signIn(end)}\n`);
  const run = await ours.answer([leaveToken], undefined, { env: { HF_TOKEN_PATH: file } });
  const [asked] = run.asked;
  expect(asked?.active).toBe('Paste another one');
  expect(Object.values(asked?.details ?? {})[0]).toContain(`ends on ${end.toISOString().slice(0, 10)}`);
  expect(Object.values(asked?.details ?? {})[0]).toContain('nothing renews it');
  expect(JSON.stringify(run)).not.toContain(signIn(end).slice(9, 60));
});

test('a token that was just rejected is not the row to begin with', async () => {
  const run = await commands().answer([asks.token, leaveToken], undefined, { env: { HF_TOKEN: OTHER_TOKEN } });
  expect(run.asked[0]?.active).toContain('Use it: hf_…7Kx2');
  expect(run.asked[1]?.active).toBe('Paste another one');
});
