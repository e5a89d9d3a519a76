import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fixtureText } from '../../scripts/stand-in/answers.js';
import { useCommands } from '../support/in-process.ts';
import { OTHER_TOKEN, type Program, WITH_TOKEN } from '../support/program.ts';
import { hasTool, install, installProgram, readRecipe, recipe, runRecipe } from './recipe.ts';

const program = useCommands();
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';

type Listed = { id: string; providers: { provider: string; status: string; pricing?: object }[] };
const LIST: Listed[] = JSON.parse(fixtureText('router-models.json')).data;

/** The recorded list with another R1, or none. */
function listWith(change: (model: Listed) => Listed[]): Listed[] {
  return LIST.flatMap((model) => (model.id === 'deepseek-ai/DeepSeek-R1' ? change(model) : [model]));
}

const dearer = listWith(({ id, providers }) => [
  { id, providers: providers.map((route) => ({ ...route, pricing: { input: 30, output: 70 } })) },
]);
const gone = listWith(() => []);

/** A machine that was set up, and whose next look finds this list. */
async function machine(models?: Listed[]) {
  const at = program();
  await at.onboard(WITH_TOKEN);
  if (models !== undefined) {
    rmSync(join(at.stateDir, 'cache'), { recursive: true });
    at.service.script('/v1/models', { body: { data: models } });
  }
  return at;
}

const run = (at: Program, command: readonly string[], env: Record<string, string> = {}) =>
  runRecipe(at, command, { path: [installProgram()], env });

describe('check.sh', () => {
  const check = (at: Program, ...flags: string[]) => run(at, [recipe('drift/check.sh'), ...flags]);

  test('says nothing where nothing is wrong', async () => {
    expect(await check(await machine(), '--verify')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  type Row = [code: number, says: string, flags: string[], prepare: (at: Program) => void, models?: Listed[]];
  test.each<Row>([
    [4, 'the token is missing or not accepted, or nothing is set up', ['--verify'], withOtherToken],
    [5, 'Hugging Face could not be reached: try again later', ['--probe'], completionsFailWith(503)],
    [6, 'no credits are left', ['--probe'], completionsFailWith(402)],
    [7, 'a model is no longer served', [], () => {}, gone],
    [8, 'the models work, but are no longer what the config says', [], () => {}, dearer],
    [3, 'the check itself failed', [], (at) => at.write('openclaw.json', '{')],
  ])('tells exit code %i apart: %s', async (code, says, flags, prepare, models) => {
    const at = await machine(models);
    prepare(at);
    const result = await check(at, ...flags);
    expect([result.code, result.stdout.split('\n')[0]]).toEqual([
      code,
      expect.stringMatching(new RegExp(`^OpenClaw on \\S+: ${says} \\(exit ${code}\\)$`)),
    ]);
  });

  test('says each problem with its command, to another command too', async () => {
    const at = await machine(dearer);
    const env = { NOTIFY: `cat > "${at.home}/mail"` };
    const { stdout } = await run(at, [recipe('drift/check.sh')], env);
    expect(stdout).toContain(`! ${R1} costs more: 3.00/7.00 -> 30.00/70.00 USD per million tokens. Next: openclaw`);
    expect(readFileSync(join(at.home, 'mail'), 'utf8')).toBe(stdout);
  });
});

function withOtherToken(at: Program): void {
  at.write('.env', `HUGGINGFACE_HUB_TOKEN=${OTHER_TOKEN}\n`);
}

function completionsFailWith(status: number): (at: Program) => void {
  return (at) => at.service.script('/v1/chat/completions', { status, body: { error: 'Not now.' } });
}

describe.skipIf(!hasTool('jq'))('metrics.sh (skipped without jq)', () => {
  const KINDS = ['gone', 'not_served', 'route_gone', 'route_down', 'dearer', 'context_smaller', 'tools_lost'];
  /** The lines without comments; the time of the list as the minutes since. */
  async function metrics(at: Program): Promise<Record<string, number>> {
    const file = join(at.home, 'openclaw.prom');
    expect(await run(at, [recipe('drift/metrics.sh'), file])).toEqual({ code: 0, stdout: '', stderr: '' });
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    for (const line of lines)
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) openclaw_\w+ .+|openclaw_\w+(?:\{kind="\w+"\})? [\d.]+)$/);
    const values = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(' '));
    return Object.fromEntries(
      values.map(([name = '', value]) => [
        name,
        name.endsWith('seconds') ? Math.floor((Date.now() / 1000 - Number(value)) / 60) : Number(value),
      ]),
    );
  }
  const drift = (found: Record<string, number> = {}) =>
    Object.fromEntries(KINDS.map((kind) => [`openclaw_chain_drift{kind="${kind}"}`, found[kind] ?? 0]));

  type Row = [
    name: string,
    models: Listed[] | undefined,
    prepare: (at: Program) => void,
    metrics: Record<string, number>,
  ];
  const listed = { openclaw_chain_list_timestamp_seconds: 0 };
  test.each<Row>([
    ['nothing is wrong', undefined, () => {}, { ok: 1, exit_code: 0, ...drift(), ...listed }],
    ['dearer', dearer, () => {}, { ok: 0, exit_code: 8, ...drift({ dearer: 1 }), ...listed }],
    ['gone', gone, () => {}, { ok: 0, exit_code: 7, ...drift({ gone: 1 }), ...listed }],
    ['no token', undefined, (at) => at.write('.env', ''), { ok: 0, exit_code: 4, ...drift(), ...listed }],
    ['a config that is broken', undefined, (at) => at.write('openclaw.json', '{'), { ok: 0, exit_code: 3 }],
  ])('%s', async (_, models, prepare, { ok, exit_code, ...others }) => {
    const at = await machine(models);
    prepare(at);
    expect(await metrics(at)).toEqual({ openclaw_chain_ok: ok, openclaw_chain_exit_code: exit_code, ...others });
  });

  test('a machine without the program is not ok', async () => {
    const at = program();
    const file = join(at.home, 'openclaw.prom');
    expect(await runRecipe(at, [recipe('drift/metrics.sh'), file], { path: [] })).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8').match(/^openclaw.*$/gm)).toEqual([
      'openclaw_chain_ok 0',
      'openclaw_chain_exit_code 127',
    ]);
  });

  test('what is written is whole: where jq fails, the file before stays', async () => {
    const at = await machine();
    const file = join(at.home, 'openclaw.prom');
    await run(at, [recipe('drift/metrics.sh'), file]);
    const before = readFileSync(file, 'utf8');
    install(join(at.home, 'broken'), 'jq', '#!/bin/sh\necho openclaw_\nexit 5\n');
    const path = [join(at.home, 'broken'), installProgram()];
    expect((await runRecipe(at, [recipe('drift/metrics.sh'), file], { path })).code).not.toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

test.skipIf(!hasTool('shellcheck'))('shellcheck finds nothing (skipped without shellcheck)', async () => {
  const scripts = [recipe('drift/check.sh'), recipe('drift/metrics.sh')];
  expect(await run(program(), ['shellcheck', ...scripts])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('the service runs the check, and what it says and ends with is the script’s', async () => {
  const at = await machine(dearer);
  const [, line = ''] = /^ExecStart=(.*)$/m.exec(readRecipe('drift/openclaw-check.service')) ?? [];
  mkdirSync(join(at.home, '.local/bin'), { recursive: true });
  cpSync(recipe('drift/check.sh'), join(at.home, '.local/bin/check.sh'));
  const result = await run(at, line.replace('%h', at.home).split(' '));
  expect(result).toMatchObject({ code: 8, stdout: expect.stringContaining(`! ${R1} costs more`) });
});

test.skipIf(!hasTool('systemd-analyze'))(
  'systemd finds nothing wrong with service and timer (skipped without systemd-analyze)',
  async () => {
    const at = program();
    const units = ['service', 'timer'].map((type) => recipe(`drift/openclaw-check.${type}`));
    const verify = await runRecipe(at, ['systemd-analyze', 'verify', '--user', ...units], {
      path: [],
      env: { XDG_RUNTIME_DIR: at.home },
    });
    expect(verify).toEqual({ code: 0, stdout: '', stderr: '' });
    const [, calendar = ''] = /^OnCalendar=(.*)$/m.exec(readRecipe('drift/openclaw-check.timer')) ?? [];
    expect((await runRecipe(at, ['systemd-analyze', 'calendar', calendar], { path: [] })).code).toBe(0);
  },
);

test('each line of the crontab runs', async () => {
  const at = await machine(dearer);
  const lines = readRecipe('drift/crontab')
    .split('\n')
    .filter((line) => /^\d/.test(line));
  const jobs = lines.map((line) => /^(?:[\d*]+ ){5}(.*)$/.exec(line)?.[1] ?? '');
  const bin = join(at.home, 'bin');
  for (const name of ['check.sh', 'metrics.sh']) install(bin, name, readRecipe(`drift/${name}`));
  const prom = join(at.home, 'openclaw.prom');
  const codes = [];
  for (const job of jobs) {
    const command = ['sh', '-c', job.replace('/var/lib/node_exporter/textfile/openclaw.prom', prom)];
    codes.push((await runRecipe(at, command, { path: [bin, installProgram()] })).code);
  }
  expect(codes).toEqual([8, 0]);
});

describe('the CronJob', () => {
  const { spec } = parse(readRecipe('drift/cronjob.yaml'));
  const { template, podFailurePolicy } = spec.jobTemplate.spec;
  const [container] = template.spec.containers;

  test('is not tried again where another try changes nothing, and mounts no secret', () => {
    const [{ onExitCodes }] = podFailurePolicy.rules;
    expect(onExitCodes).toEqual({ containerName: container.name, operator: 'In', values: [2, 3, 4, 6, 7, 8] });
    // Kubernetes wants that beside a podFailurePolicy.
    expect(template.spec.restartPolicy).toBe('Never');
    expect(container.volumeMounts).toEqual([{ name: 'state', mountPath: '/state', readOnly: true }]);
  });

  const canMount = spawnSync('unshare', ['--mount', '--map-root-user', 'true']).status === 0;
  test.skipIf(!canMount)('runs on a read-only root and a read-only volume (skipped without unshare)', async () => {
    const at = await machine(dearer);
    const [before, bin] = [at.files(), installProgram()];
    const readOnly = `mount --bind "$HOME" "$HOME" && mount -o remount,bind,ro "$HOME" && ! touch "$HOME/x" 2>/dev/null && exec "$@"`;
    const command = ['unshare', '--mount', '--map-root-user', 'sh', '-c', readOnly, 'sh', ...container.command];
    const env = { OPENCLAW_STATE_DIR: at.stateDir };
    const result = await runRecipe(at, command, { path: [bin], env });
    expect(result).toEqual({
      code: 8,
      stdout: `${R1}\n`,
      stderr: expect.stringContaining(`! ${R1} costs more: 3.00/7.00 -> 30.00/70.00`),
    });
    expect(at.files()).toEqual(before);
  });
});
