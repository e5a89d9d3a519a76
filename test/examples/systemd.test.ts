import { expect, test } from 'vitest';
import { TOKEN, useProgram, WITH_TOKEN } from '../support/program.ts';
import { hasTool, installProgram, readRecipe, recipe, runRecipe } from './recipe.ts';

const program = useProgram();
const UNIT = readRecipe('openclaw-gateway.service');

function settingsOf(name: string): string[] {
  return UNIT.split('\n').flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []));
}

test('the environment file is the one that onboarding writes, in a form that systemd reads as it stands', async () => {
  const at = program();
  await at.onboard(WITH_TOKEN);
  expect(settingsOf('EnvironmentFile')).toEqual(['-%h/.openclaw/.env']);
  expect(at.read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  const env = { HUGGINGFACE_HUB_TOKEN: TOKEN };
  const [refresh = ''] = settingsOf('ExecStartPre');
  const command = refresh.replace(/^-/, '').split(' ');
  const run = await runRecipe(at, command, { path: [installProgram()], env });
  expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/^137 models, live/) });
});

test('a refresh that is not answered ends by itself, long before systemd would end it, and is no failure of the unit', async () => {
  const at = program();
  at.service.script('/v1/models', { hang: true });
  const [refresh = ''] = settingsOf('ExecStartPre');
  expect(refresh).toMatch(/^-/);
  const started = Date.now();
  const env = { HUGGINGFACE_HUB_TOKEN: TOKEN };
  const run = await runRecipe(at, refresh.slice(1).split(' '), { path: [installProgram()], env });
  expect([run.code, Date.now() - started < 60_000]).toEqual([5, true]);
});

test.skipIf(!hasTool('systemd-analyze'))(
  'systemd finds nothing wrong with the unit (skipped without systemd-analyze)',
  async () => {
    const at = program();
    const command = ['systemd-analyze', 'verify', '--user', recipe('openclaw-gateway.service')];
    const run = await runRecipe(at, command, { path: [], env: { XDG_RUNTIME_DIR: at.home } });
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
  },
);
