import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempDirectory } from '../support/temp-directory.ts';
import { onboardArgs, placesIn, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { useService } from './support/service.ts';

const program = useProgram();
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

async function setting() {
  const service = await useService({ models: [{ id: 'deepseek-ai/DeepSeek-R1', providers: [] }] });
  const home = tempDirectory();
  const at = placesIn(home);
  writeFileSync(at.config, '{}\n');
  const run = (options: { uid?: number; umask?: number; watch?: Watch } = {}, flags: readonly string[] = []) =>
    program().run(onboardArgs(['--huggingface-api-key', '-', '--json', ...flags]), {
      home,
      env: serviceEnv(service),
      input: TOKEN,
      ...options,
    });
  return { ...at, home, run };
}

type Watch = NonNullable<Parameters<ReturnType<typeof program>['run']>[1]['watch']>;

const STRANGERS: [string, string, (path: string) => void][] = [
  ['a dangling link', 'symbolic link', (path) => symlinkSync('nowhere', path)],
  ['a link to /dev/zero', 'symbolic link', (path) => symlinkSync('/dev/zero', path)],
  ['a FIFO', 'FIFO', (path) => void execFileSync('mkfifo', [path])],
  ['a directory', 'directory', (path) => mkdirSync(path)],
];

test('what is not a lock is named after 5 s, and nothing changes', async () => {
  // At once: each waits for 5 s.
  const rows = STRANGERS.flatMap((row) => [[...row, 'config'] as const, [...row, 'envFile'] as const]);
  const results = rows.map(async ([, what, make, file]) => {
    const at = await setting();
    make(`${at[file]}.lock`);
    const { code, stdout } = await at.run();
    const { error, changed } = JSON.parse(stdout);
    const message = `${at[file]} can't be locked: ${at[file]}.lock is a ${what}, not a lock file. Nothing was changed.`;
    expect([code, changed, error.code, error.message]).toEqual([3, false, 'config_locked', message]);
    expect([at.text(), at.envText()]).toEqual(['{}\n', null]);
    expect(lstatSync(`${at[file]}.lock`).isFile()).toBe(false);
  });
  await Promise.all(results);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the wait for what is not a lock', async (signal) => {
  const at = await setting();
  execFileSync('mkfifo', [`${at.config}.lock`]);
  // It waits as soon as its temp file for the lock comes and goes: some time after the list was kept.
  const watch: Watch = (child) => {
    const timer = setInterval(() => {
      if (!existsSync(join(at.stateDir, 'cache', 'huggingface-models.json'))) return;
      clearInterval(timer);
      setTimeout(() => child.kill(signal), 500);
    }, 50);
    onTestFinished(() => clearInterval(timer));
  };
  const { code, stdout } = await at.run({ watch });
  expect([code, JSON.parse(stdout).error.code]).toEqual([signal === 'SIGTERM' ? 143 : 130, 'interrupted']);
  expect(at.text()).toBe('{}\n');
});

test.each(STRANGERS)('a run with nothing to write passes %s in place of its locks', async (_, _what, make) => {
  const at = await setting();
  expect((await at.run()).code).toBe(0);
  for (const file of [at.config, at.envFile]) make(`${file}.lock`);
  make(`${at.config}.lock.x`);
  const { code, stdout } = await at.run();
  expect([code, JSON.parse(stdout).changed]).toEqual([0, false]);
});

test('a second run with the same key on a read-only state directory is done without a lock', async () => {
  const at = await setting();
  expect((await at.run()).code).toBe(0);
  const before = [at.text(), at.envText()];
  for (const directory of [at.stateDir, join(at.stateDir, 'cache')]) {
    chmodSync(directory, 0o555);
    onTestFinished(() => chmodSync(directory, 0o755));
  }
  const { code, stdout } = await at.run();
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { changed: false, token: { stored: at.envFile } }]);
  expect([at.text(), at.envText()]).toEqual(before);
});

test('a run with nothing to write takes away what a killed one left of the token', async () => {
  const at = await setting();
  expect((await at.run()).code).toBe(0);
  const left = join(at.stateDir, `..env.1.1-00000000.0123456789abcdef.tmp`);
  writeFileSync(left, `HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  utimesSync(left, new Date(Date.now() - 35_000), new Date(Date.now() - 35_000));
  expect((await at.run()).code).toBe(0);
  expect(at.leftovers()).toEqual([]);
});

test('a lock of another container is waited for, and taken over 30 s after its last touch', async () => {
  const at = await setting();
  const owner = { pid: 1, host: 'init-0', place: '1-00000000', start: '1', id: '0123456789abcdef' };
  writeFileSync(`${at.config}.lock`, JSON.stringify(owner));
  const refused = await at.run();
  expect([refused.code, JSON.parse(refused.stdout).error]).toMatchObject([
    3,
    {
      code: 'config_locked',
      retryable: true,
      message: `${at.config} is locked by process 1 on host init-0. Nothing was changed.`,
    },
  ]);
  utimesSync(`${at.config}.lock`, new Date(Date.now() - 35_000), new Date(Date.now() - 35_000));
  expect([(await at.run()).code, at.leftovers()]).toEqual([0, []]);
});

test.skipIf(!isRoot)('with umask 777 as a user (by setpriv) a killed run blocks no later one', async () => {
  const at = await setting();
  for (const path of [at.home, at.stateDir, at.config]) chownSync(path, NOBODY, NOBODY);
  // Killed at the moment when its lock is there.
  const watch: Watch = (child) => {
    const timer = setInterval(() => {
      if (!readdirSync(at.stateDir).some((name) => name.startsWith('openclaw.json.lock'))) return;
      child.kill('SIGKILL');
      clearInterval(timer);
    }, 1);
    child.on('close', () => clearInterval(timer));
  };
  await at.run({ uid: NOBODY, umask: 0o777, watch });
  const { code, stdout } = await at.run({ uid: NOBODY, umask: 0o777 });
  expect([code, JSON.parse(stdout).ok, at.leftovers()]).toEqual([0, true, []]);
  expect(at.text()).toContain('huggingface/deepseek-ai/DeepSeek-R1');
});
