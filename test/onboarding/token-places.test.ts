import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { MASKED, OTHER_TOKEN, type Program, TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession, WITH_CHOICE } from '../support/session.ts';
import { signIn } from '../support/sign-in-token.ts';

const program = useProgram();
const REF = [...WITH_CHOICE, '--secret-input-mode', 'ref'];
const FOREIGN = `sk-${'A1b2C3d4E5f6'.repeat(3)}`;
const NOT_HELD = '--secret-input-mode ref stores nothing, but no variable that OpenClaw';

function keyFile({ home }: Program): string {
  const path = join(home, 'key');
  writeFileSync(path, `${TOKEN}\n`);
  return path;
}

async function leave(session: Session): Promise<void> {
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
}

test.each([
  ['--huggingface-api-key', () => TOKEN],
  ['--huggingface-api-key-file', keyFile],
])(
  'with --secret-input-mode ref a key from %s that no variable holds is exit 2, before anything is asked',
  async (flag, value) => {
    const ours = program();
    const session = startSession(ours, [...REF, flag, value(ours)], { env: { HF_TOKEN: OTHER_TOKEN } });
    expect(await session.ends()).toBe(2);
    expect(session.text()).toContain(NOT_HELD);
    expect(ours.asked()).toEqual([]);
  },
);

test('with --secret-input-mode ref a pasted key that no variable holds is asked for again', async () => {
  const ours = program();
  const session = startSession(ours, REF);
  await session.paste(TOKEN);
  await session.shows(NOT_HELD);
  expect(ours.asked()).toEqual([]);
  await leave(session);
});

test('with --secret-input-mode ref a pasted key that a variable holds is taken', async () => {
  const session = startSession(program(), REF, { env: { HUGGINGFACE_HUB_TOKEN: OTHER_TOKEN, HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Paste another one');
  await session.paste(TOKEN);
  await session.asks('Default Hugging Face model');
  await leave(session);
});

test('a key of another service in HF_TOKEN is named, and is neither offered nor shown nor sent', async () => {
  const ours = program();
  const session = startSession(ours, undefined, { env: { HF_TOKEN: FOREIGN } });
  await session.asks('Hugging Face token');
  await session.shows('! HF_TOKEN in the environment: It looks like an OpenAI key (sk-…).');
  await session.shows('No other token was found');
  await leave(session);
  expect(session.raw()).not.toContain('A1b2C3d4E5f6');
  expect(ours.asked()).toEqual([]);
});

test('a value with a blank in .env is named, wrapped at the width of the terminal', async () => {
  const ours = program();
  ours.write('.env', 'HF_TOKEN="hf_ABC def"\n');
  const session = startSession(ours, undefined, { env: { HUGGINGFACE_HUB_TOKEN: TOKEN }, columns: 40 });
  await session.asks('Hugging Face token');
  await session.shows('  A token has no spaces or line breaks.');
  await session.shows(/^! HUGGINGFACE_HUB_TOKEN in the\n {2}environment and HF_TOKEN in$/m);
  await session.shows(`Use it: ${MASKED}`);
  await leave(session);
});

test('a token from a file is kept without a question about where', async () => {
  const ours = program();
  const session = startSession(ours, [...WITH_CHOICE, '--huggingface-api-key-file', keyFile(ours)]);
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.choose('Apply these changes?');
  expect(await session.ends()).toBe(0);
  expect(session.history()).not.toContain('Where to keep the token');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});

test("with a key in OpenClaw's own store going on with it comes first, and the summary says what OpenClaw uses", async () => {
  const ours = program();
  ours.write(
    'openclaw.json',
    '{ auth: { profiles: { "huggingface:manual": { provider: "huggingface", mode: "api_key" } } } }',
  );
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN }, columns: 100 });
  await session.choose('Hugging Face token', "Go on with a profile in OpenClaw's store");
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
  await session.asks('Apply these changes?');
  await session.shows('OpenClaw goes on with the key in its own store');
  expect(session.text()).not.toContain('Send a test message');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.text()).toContain('openclaw models auth paste-api-key --provider huggingface');
  expect(ours.read('.env')).toBeUndefined();
  expect(ours.asked()).toEqual(['GET /v1/models']);
});

test('the browser sign-in of hf auth login is never the first row, and says when it ends', async () => {
  const ours = program();
  const file = join(ours.home, 'hf-token');
  const end = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000);
  writeFileSync(file, `${signIn(end)}\n`);
  const session = startSession(ours, undefined, { env: { HF_TOKEN_PATH: file } });
  await session.asks('Hugging Face token');
  await session.shows('❯ Paste another one');
  session.press('up');
  await session.shows(`It ends on ${end.toISOString().slice(0, 10)}`);
  await session.shows('nothing renews it');
  await leave(session);
  expect(session.raw()).not.toContain(signIn(end).slice(9, 60));
});

test('a token that was just rejected is not the row to begin with', async () => {
  const session = startSession(program(), undefined, { env: { HF_TOKEN: OTHER_TOKEN } });
  await session.choose('Hugging Face token', 'Use it: hf_…7Kx2');
  await session.shows('does not accept');
  await session.shows('❯ Paste another one');
  await leave(session);
});
