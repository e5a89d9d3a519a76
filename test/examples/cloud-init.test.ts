import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { TOKEN, useProgram } from '../support/program.ts';
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

test('a secret store that fails leaves the machine as it was', async () => {
  const at = program();
  const path = [installScripts('exit 1'), installProgram()];
  const run = await runRecipe(at, ['set-up-openclaw'], { path });
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('empty') });
  expect(at.read('openclaw.json')).toBeUndefined();
});

test.skipIf(!hasTool('cloud-init'))('cloud-init finds it valid (skipped without cloud-init)', async () => {
  const command = ['cloud-init', 'schema', '--config-file', recipe('cloud-init.yaml')];
  const { code, stdout } = await runRecipe(program(), command, { path: [] });
  expect([code, stdout]).toEqual([0, `Valid cloud-config: ${recipe('cloud-init.yaml')}\n`]);
});
