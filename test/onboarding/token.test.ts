import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { MASKED, OTHER_TOKEN, TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession } from '../support/session.ts';

const program = useProgram();
const WHOAMI = '/api/whoami-v2';

/** The questions after the token up to the summary, each answered with what is offered. */
async function answerTheRest(session: Session): Promise<void> {
  await session.choose('Default Hugging Face model');
  await session.choose('Route requests by');
  await session.choose('Fallback models');
  await session.acceptAlias('deepseek-ai/DeepSeek-R1');
}

test('a token in HF_TOKEN can be used as it is: nothing is stored, and a note tells about services', async () => {
  const ours = program();
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', `Use it: ${MASKED} from HF_TOKEN in the environment`);
  await answerTheRest(session);
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.history()).not.toContain('Where to keep the token');
  expect(session.history()).toContain('a Gateway run as a service');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBeUndefined();
});

test('a token in HF_TOKEN can be stored', async () => {
  const ours = program();
  const session = startSession(ours, undefined, { env: { HF_TOKEN: TOKEN } });
  await session.choose('Hugging Face token', 'Use it and store it in .env');
  await answerTheRest(session);
  await session.choose('Where to keep the token', `In ${ours.stateDir}/.env`.slice(0, 30));
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});

test('the token of hf auth login can only be stored, since OpenClaw does not read that file', async () => {
  const ours = program();
  const directory = join(ours.home, '.cache', 'huggingface');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'token'), `${TOKEN}\n`);
  const session = startSession(ours);
  await session.asks('Hugging Face token');
  await session.shows('hf auth login');
  expect(session.text()).not.toContain('Use it: ');
  await session.choose('Hugging Face token', 'Use it and store it in .env');
  await answerTheRest(session);
  await session.choose('Where to keep the token');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});

test('a pasted token can stay unstored: the command at the end says so too', async () => {
  const ours = program();
  const session = startSession(ours);
  await session.paste(TOKEN);
  await answerTheRest(session);
  await session.choose('Where to keep the token', 'Nowhere');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(session.text()).toContain('--secret-input-mode ref');
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBeUndefined();
});

test('what comes along with a pasted token is left away', async () => {
  const ours = program();
  const session = startSession(ours);
  await session.paste(` export HF_TOKEN="${TOKEN}" `);
  await session.shows('The token works');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('a rejected token is asked again, and a good one goes on', async () => {
  const ours = program();
  const session = startSession(ours);
  await session.paste(OTHER_TOKEN);
  await session.shows('does not accept');
  await session.paste(TOKEN);
  await answerTheRest(session);
  await session.choose('Where to keep the token');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
});

test('a missing permission names the box to tick, and the same token is tried again', async () => {
  const ours = program();
  ours.service.script(WHOAMI, fixtureAnswer('whoami-finegrained-without-permission.json'));
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.asks('What now?');
  await session.shows('Tick "Make calls to Inference Providers"');
  ours.service.script(WHOAMI, fixtureAnswer('whoami-finegrained-with-permission.json'));
  await session.choose('What now?', 'Try again with the same token');
  await answerTheRest(session);
  await session.choose('Where to keep the token');
  await session.choose('Apply these changes?', 'Apply');
  expect(await session.ends()).toBe(0);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('a missing permission offers another token, too', async () => {
  const ours = program();
  ours.service.script(WHOAMI, fixtureAnswer('whoami-finegrained-without-permission.json'));
  const session = startSession(ours);
  await session.paste(TOKEN);
  await session.choose('What now?', 'Use another token');
  ours.service.script(WHOAMI, fixtureAnswer('whoami-finegrained-with-permission.json'));
  await session.paste(TOKEN);
  await session.shows('The token works');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(ours.files()).toEqual({});
});

test.each([
  ['sk-ant-', 'Anthropic'],
  ['gsk_', 'Groq'],
  ['ghp_', 'GitHub'],
])('a key that begins with %s is refused with the name of its service, and is sent nowhere', async (prefix, name) => {
  const ours = program();
  const session = startSession(ours);
  await session.paste(prefix + 'A1b2C3d4E5f6'.repeat(3));
  await session.shows(`It looks like a`);
  expect(session.text()).toContain(name);
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
  expect(session.raw()).not.toContain('A1b2C3d4E5f6');
  expect(ours.asked()).toEqual([]);
  expect(ours.files()).toEqual({});
});

test('ctrl+t does not show what is typed', async () => {
  const session = startSession(program());
  await session.asks('Hugging Face token');
  session.type(TOKEN);
  await session.shows('*****');
  session.press('ctrl-t');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});
