import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OTHER_TOKEN, type Program, TOKEN, useProgram } from '../support/program.ts';
import { hasTool, installProgram, recipe, runRecipe } from './recipe.ts';

const program = useProgram();

function setUp(at: Program, token: string) {
  const file = join(at.home, 'hf_token');
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  return runRecipe(at, [recipe('setup.sh')], {
    path: [installProgram()],
    env: { HF_TOKEN_FILE: file, RETRY_SECONDS: '0' },
  });
}

test('the shell script sets up a machine; a second run changes no byte', async () => {
  const at = program();
  const first = await setUp(at, TOKEN);
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('Fallback: huggingface/Qwen/Qwen3-8B') });
  const config = at.read('openclaw.json');
  expect(config).toContain('primary: "huggingface/deepseek-ai/DeepSeek-R1"');
  expect(await setUp(at, TOKEN)).toMatchObject({ code: 0, stdout: expect.stringContaining('Already up to date') });
  expect(at.read('openclaw.json')).toBe(config);
});

test('a wrong token ends it at once, with exit code 4', async () => {
  const at = program();
  expect(await setUp(at, OTHER_TOKEN)).toMatchObject({ code: 4 });
  expect(at.asked().filter((request) => request === 'GET /api/whoami-v2')).toHaveLength(1);
  expect(at.read('openclaw.json')).toBeUndefined();
});

test('it waits for a service that is down: three runs, then exit code 5', async () => {
  const at = program();
  at.service.script('/api/whoami-v2', { status: 503, body: 'down' });
  expect(await setUp(at, TOKEN)).toMatchObject({ code: 5, stdout: '' });
  expect(at.asked().filter((request) => request === 'GET /api/whoami-v2')).toHaveLength(3);
});

test('without the path of the token file it says so', async () => {
  const run = await runRecipe(program(), [recipe('setup.sh')], { path: [installProgram()] });
  expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/HF_TOKEN_FILE.*is to be the path/) });
});

test.skipIf(!hasTool('shellcheck'))('shellcheck finds nothing (skipped without shellcheck)', async () => {
  const run = await runRecipe(program(), ['shellcheck', recipe('setup.sh')], { path: [] });
  expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
});
