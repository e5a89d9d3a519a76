import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fixtureAnswer } from '../../scripts/stand-in/answers.js';
import { OTHER_TOKEN, TOKEN, useProgram } from '../support/program.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { hasTool, install, installProgram, readRecipe, recipe, runRecipe, tokensIn } from './recipe.ts';

const program = useProgram();
const USER_DATA = readRecipe('cloud-init.yaml');

/** The script that it writes to this path on the machine. */
function scriptAt(path: string): string {
  return parse(USER_DATA).write_files.find((file: { path: string }) => file.path === path).content;
}

/** A directory with a secret store that answers so, and with the script that asks it. */
function installScripts(store: string): string {
  const bin = tempDirectory();
  install(bin, 'hf-token', `#!/bin/sh\n${store}\n`);
  install(bin, 'set-up-openclaw', scriptAt('/usr/local/bin/set-up-openclaw'));
  return bin;
}

test('it is user data without a token in it', () => {
  expect(USER_DATA).toMatch(/^#cloud-config\n/);
  expect(tokensIn(USER_DATA)).toEqual([]);
  expect(parse(USER_DATA).runcmd.flat()).toContain('set-up-openclaw');
});

test('its script takes the token from the secret store through a pipe, again and again', async () => {
  const at = program();
  const path = [installScripts(`echo ${TOKEN}`), installProgram()];
  expect(await runRecipe(at, ['set-up-openclaw'], { path })).toMatchObject({ code: 0 });
  expect(at.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  const again = await runRecipe(at, ['set-up-openclaw'], { path });
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Already up to date') });
});

const QUICK = { RETRY_SECONDS: '0' };

test('it waits for a service that is down', async () => {
  const at = program();
  const down = { status: 503, body: 'down' };
  at.service.script('/api/whoami-v2', down, down, fixtureAnswer('whoami-finegrained-with-permission.json'));
  const path = [installScripts(`echo ${TOKEN}`), installProgram()];
  expect(await runRecipe(at, ['set-up-openclaw'], { path, env: QUICK })).toMatchObject({ code: 0 });
  expect(at.asked().filter((request) => request === 'GET /api/whoami-v2')).toHaveLength(3);
});

test('it waits for a secret store that is down, thirty times; the machine is left as it was', async () => {
  const at = program();
  const path = [installScripts('echo "No answer." >&2; exit 1'), installProgram()];
  const run = await runRecipe(at, ['set-up-openclaw'], { path, env: QUICK });
  expect(run).toEqual({ code: 5, stdout: '', stderr: 'No answer.\n'.repeat(30) });
  expect(at.read('openclaw.json')).toBeUndefined();
});

test.each([
  ['a wrong token', `echo ${OTHER_TOKEN}`, 4, 'does not accept the token'],
  ['an empty one', 'true', 2, 'empty'],
])('%s ends it at once', async (_, store, code, reason) => {
  const at = program();
  const path = [installScripts(store), installProgram()];
  const run = await runRecipe(at, ['set-up-openclaw'], { path });
  expect(run).toMatchObject({ code, stderr: expect.stringContaining(reason) });
  expect(at.read('openclaw.json')).toBeUndefined();
});

test.skipIf(!hasTool('shellcheck'))('shellcheck finds nothing (skipped without shellcheck)', async () => {
  const script = join(installScripts('true'), 'set-up-openclaw');
  const run = await runRecipe(program(), ['shellcheck', script], { path: [] });
  expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
});

test.skipIf(!hasTool('cloud-init'))('cloud-init finds it valid (skipped without cloud-init)', async () => {
  const command = ['cloud-init', 'schema', '--config-file', recipe('cloud-init.yaml')];
  const { code, stdout } = await runRecipe(program(), command, { path: [] });
  expect([code, stdout]).toEqual([0, `Valid cloud-config: ${recipe('cloud-init.yaml')}\n`]);
});
