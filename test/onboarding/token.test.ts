import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import { DEFAULT_CONFIG } from '../support/default-config.ts';
import { useCommands } from '../support/in-process.ts';
import { OTHER_TOKEN, TOKEN, useProgram } from '../support/program.ts';
import { CTRL_C } from '../support/scripted-prompt.ts';
import { startSession } from '../support/session.ts';
import { asks, paste, usualModel } from '../support/steps.ts';

const commands = useCommands();
const program = useProgram();
const WHOAMI = '/api/whoami-v2';
const leave = { ...asks.model, answers: CTRL_C } as const;
const rest = [...usualModel, asks.apply];
const ACCEPTED = '✔ Hugging Face token  example-user, token "example-token" (hf_…9fQ2)\n';

describe('where the token is', () => {
  test('in HF_TOKEN: it can be used as it is, and a warning tells about services', async () => {
    const ours = commands();
    const run = await ours.answer([asks.token, ...rest], undefined, { env: { HF_TOKEN: TOKEN } });
    expect(run.code).toBe(0);
    expect(run.asked[0]?.active).toBe('Use it: hf_…9fQ2 from HF_TOKEN in the environment');
    expect(run.stderr).toContain('  Token       hf_…9fQ2 from HF_TOKEN in the environment\n');
    expect(run.stderr).toContain('a Gateway run as a service');
    expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
    expect(ours.read('.env')).toBeUndefined();
  });

  test('in HF_TOKEN: it can be stored', async () => {
    const ours = commands();
    const store = 'Use it and store it in .env: hf_…9fQ2 from HF_TOKEN in the environment';
    const run = await ours.answer([{ ...asks.token, answers: store }, ...rest], undefined, {
      env: { HF_TOKEN: TOKEN },
    });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('  Token       hf_…9fQ2, kept in ~/.openclaw/.env\n');
    expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  });

  test('of hf auth login: it can only be stored, since OpenClaw does not read that file', async () => {
    const ours = commands();
    const directory = join(ours.home, '.cache', 'huggingface');
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'token'), `${TOKEN}\n`);
    const run = await ours.answer([asks.token, ...rest]);
    expect(run.code).toBe(0);
    expect(run.asked[0]?.rows?.map((row) => row.replace(/:.*/, ''))).toEqual([
      'Use it and store it in .env',
      'Paste another one',
    ]);
    expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  });

  test('nowhere: the places are named, with the page that makes one', async () => {
    const run = await commands().answer([{ ...paste, answers: CTRL_C }]);
    expect(run.stderr).toBe(
      [
        '',
        '  OpenClaw + Hugging Face Inference Providers',
        '',
        '  No token found in HUGGINGFACE_HUB_TOKEN, HF_TOKEN, ~/.openclaw/.env, the config or hf auth login.',
        '  Create one here (the permission is preselected), then paste it below:',
        '  https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained',
        '',
        'x Interrupted. Nothing was changed.',
        '',
      ].join('\n'),
    );
  });
});

test('what comes along with a pasted token is left away', async () => {
  const run = await commands().answer([{ ...paste, answers: ` export HF_TOKEN="${TOKEN}" ` }, leave]);
  expect(run.stderr).toContain(ACCEPTED);
});

test('what explains a question stands apart from the answer above it', async () => {
  const run = await commands().answer([asks.provider, { ...paste, answers: CTRL_C }], ['onboard']);
  expect(run.stderr).toContain('✔ Provider  Hugging Face\n\n  No token found in ');
});

test('a pasted token that is rejected does not repeat the link that stands above the prompt', async () => {
  const run = await commands().answer([
    { ...paste, answers: OTHER_TOKEN },
    { ...paste, answers: CTRL_C },
  ]);
  expect(run.stderr).toContain('x Hugging Face does not accept the token from the prompt (hf_…7Kx2): ');
  expect(run.stderr.match(/https:\S+/g)).toHaveLength(1);
});

test('a rejected token is asked again; of it nothing is left on the screen once a good one was given', async () => {
  const ours = commands();
  const run = await ours.answer([{ ...paste, answers: OTHER_TOKEN }, paste, ...rest]);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain(ACCEPTED);
  expect(run.stderr).not.toContain('7Kx2');
  expect(ours.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  const again = await ours.answer([
    { ...asks.token, answers: 'Paste another one' },
    { ...paste, answers: OTHER_TOKEN },
    { ...asks.token, answers: CTRL_C },
  ]);
  expect(again.stderr).toMatch(/^x Hugging Face does not accept the token from the prompt \(hf_…7Kx2\): /m);
});

test('a missing permission names the box to tick, and the same token is tried again', async () => {
  const ours = commands();
  const refused = fixtureAnswer('whoami-finegrained-without-permission.json');
  ours.service.script(WHOAMI, refused, refused, fixtureAnswer('whoami-finegrained-with-permission.json'));
  const run = await ours.answer([paste, asks.whatNow, asks.whatNow, ...rest]);
  expect(run.code).toBe(0);
  expect(run.asked[1]?.rows).toEqual(['Try again with the same token', 'Use another token', 'Quit']);
  expect(ours.read('openclaw.json')).toBe(DEFAULT_CONFIG);
});

test('a missing permission offers another token, too', async () => {
  const ours = commands();
  ours.service.script(
    WHOAMI,
    fixtureAnswer('whoami-finegrained-without-permission.json'),
    fixtureAnswer('whoami-finegrained-with-permission.json'),
  );
  const run = await ours.answer([paste, { ...asks.whatNow, answers: 'Use another token' }, paste, leave]);
  expect(run.stderr).toContain(ACCEPTED);
  expect(ours.files()).toEqual({});
});

test.each([
  ['sk-ant-', 'Anthropic'],
  ['gsk_', 'Groq'],
  ['ghp_', 'GitHub'],
])('a key that begins with %s is refused with the name of its service, and is sent nowhere', async (prefix, name) => {
  const ours = commands();
  const run = await ours.answer([
    { ...paste, answers: prefix + 'A1b2C3d4E5f6'.repeat(3) },
    { ...asks.token, answers: CTRL_C },
  ]);
  expect(run.asked[0]?.refused).toContain(name);
  expect(run.stderr).not.toContain('A1b2C3d4E5f6');
  expect(ours.asked()).toEqual([]);
  expect(ours.files()).toEqual({});
});

test('in a terminal a refusal leaves an empty field: the next paste is taken alone', async () => {
  const session = startSession(program());
  await session.paste(`gsk_${'A1b2C3d4E5f6'.repeat(3)}`);
  await session.shows(/^✗ .*Groq.*\n\? Hugging Face token \(hidden\)$/m);
  await session.paste(TOKEN);
  await session.asks('Default Hugging Face model');
  await session.shows(ACCEPTED.trim());
  expect(session.text()).not.toContain('Groq');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});

test('ctrl+t does not show what is typed', async () => {
  const session = startSession(program());
  await session.asks('Hugging Face token');
  session.type(TOKEN);
  await session.shows('•••••');
  session.press('ctrl-t');
  session.press('ctrl-c');
  expect(await session.ends()).toBe(130);
});
