import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { OTHER_TOKEN, type Program, TOKEN, useProgram } from '../support/program.ts';
import { hasTool, installProgram, readRecipe, recipe, runRecipe, tokensIn } from './recipe.ts';

const program = useProgram();
const LOCALHOST = ['--inventory', 'localhost,', '--connection', 'local', '--extra-vars', 'hf_retry_seconds=0'];

async function play(at: Program, token: string, flags: string[] = []) {
  const command = ['ansible-playbook', ...LOCALHOST, ...flags, recipe('ansible/playbook.yml')];
  const env = { HF_TOKEN: token, ANSIBLE_NOCOLOR: '1', ANSIBLE_LOCAL_TEMP: at.home, LC_ALL: 'C.UTF-8' };
  const { code, stdout } = await runRecipe(at, command, { path: [installProgram()], env });
  const [, changed, failed] = /changed=(\d+) .*failed=(\d+)/.exec(stdout) ?? [];
  return { code, stdout, changed: Number(changed), failed: Number(failed) };
}

test('the tasks name no token, hide their arguments, and go by the JSON', () => {
  const [{ block }] = parse(readRecipe('ansible/openclaw.yml'));
  expect(block[0]).toMatchObject({ no_log: true, register: 'onboarding' });
  expect(block[0].vars.onboard).toEqual(expect.arrayContaining(['--json', '--huggingface-api-key=-']));
  expect(tokensIn(readRecipe('ansible/openclaw.yml') + readRecipe('ansible/playbook.yml'))).toEqual([]);
});

describe.skipIf(!hasTool('ansible-playbook'))('run by Ansible (skipped without ansible-playbook)', () => {
  test('with --check it would change and writes nothing; then changed, then ok', async () => {
    const at = program();
    expect(await play(at, TOKEN, ['--check'])).toMatchObject({ code: 0, changed: 1, failed: 0 });
    expect(at.read('openclaw.json')).toBeUndefined();
    expect(await play(at, TOKEN)).toMatchObject({ code: 0, changed: 1, failed: 0 });
    const config = at.read('openclaw.json');
    expect(config).toContain('primary: "huggingface/deepseek-ai/DeepSeek-R1"');
    expect(await play(at, TOKEN)).toMatchObject({ code: 0, changed: 0, failed: 0 });
    expect(await play(at, TOKEN, ['--check'])).toMatchObject({ code: 0, changed: 0, failed: 0 });
    expect(at.read('openclaw.json')).toBe(config);
  });

  test('a wrong token fails with the reason, and even -vvv shows no token', async () => {
    const { code, stdout } = await play(program(), OTHER_TOKEN, ['-vvv']);
    expect([code, stdout]).toEqual([2, expect.stringMatching(/does not accept the token/)]);
  });

  test('a service that is down is asked again three times, then it fails with the reason', async () => {
    const at = program();
    at.service.script('/api/whoami-v2', { status: 503, body: 'down' });
    const { code, stdout } = await play(at, TOKEN);
    expect([code, stdout]).toEqual([2, expect.stringMatching(/could not be checked: The service failed \(503\)/)]);
    expect(at.asked().filter((request) => request === 'GET /api/whoami-v2')).toHaveLength(4);
  });
});
