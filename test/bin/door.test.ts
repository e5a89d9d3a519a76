import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TOKEN, useProgram } from '../support/program.ts';
import { BIN, type Run } from '../support/run-openclaw.ts';
import { tempDirectory } from '../support/temp-directory.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const program = useProgram();

/** A copy of the built program, whose files a test may spoil. */
function copyProgram(): string {
  const directory = tempDirectory();
  for (const part of ['bin', 'dist']) cpSync(join(ROOT, part), join(directory, part), { recursive: true });
  return directory;
}

/** What a shell makes of a line in which `$openclaw` is the program. */
function shell(line: string, env: Record<string, string> = {}): Promise<Run> {
  const all = { PATH: process.env.PATH, HOME: tempDirectory(), openclaw: `${process.execPath} ${BIN}`, ...env };
  return new Promise((resolve) => {
    const child = execFile('bash', ['-c', line], { env: all }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** Loaded before the program: it says that Node has another version, with what each from 22 on has. */
function preloadVersion(version: string): string {
  const file = join(tempDirectory(), 'version.cjs');
  const versions = JSON.stringify({ ...process.versions, node: version });
  writeFileSync(
    file,
    `Object.defineProperty(process, 'versions', { value: ${versions} });
    require('module').enableCompileCache ??= () => {};`,
  );
  return file;
}

test.each([
  ['12.22.12', false],
  ['18.20.8', false],
  ['20.9.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.3', false],
  ['22.2.0', false],
  ['22.3.0', true],
  ['24.0.0', true],
  ['30.1.0', true],
])('Node %s: runs %s', (version, runs) => {
  const home = tempDirectory();
  const args = ['-r', preloadVersion(version), BIN, 'config', 'path'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { HOME: home } });
  const refused = `x openclaw-onboard needs Node 20.19, 22.3 or newer, and this is Node ${version}: nothing was changed.\n`;
  expect({ status, stdout, stderr }).toEqual(
    runs
      ? { status: 0, stdout: `${home}/.openclaw/openclaw.json\n`, stderr: '' }
      : { status: 2, stdout: '', stderr: refused },
  );
});

test('package.json asks for the Node that the door lets in', () => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(engines.node).toBe('>=20.19 <21 || >=22.3');
});

test('a copy that was never built says so in one sentence', () => {
  const directory = copyProgram();
  rmSync(join(directory, 'dist'), { recursive: true });
  for (const args of [['config', 'path'], ['--version'], []]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(directory, 'bin/openclaw.js'), ...args], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `x ${directory}/dist/main.js is missing: this copy of openclaw-onboard was never built ("npm run build") or is incomplete.\n`,
    });
  }
});

test('a program that waits for what never comes does not exit 0', () => {
  const directory = copyProgram();
  writeFileSync(join(directory, 'dist/main.js'), 'exports.main = () => new Promise(() => {});');
  expect(spawnSync(process.execPath, [join(directory, 'bin/openclaw.js'), 'models']).status).toBe(1);
});

test('a run whose event loop empties says that it ended early, and exits 1', () => {
  const preload = join(tempDirectory(), 'preload.cjs');
  writeFileSync(
    preload,
    `globalThis.fetch = () => new Promise(() => {});
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (...args) => setTimeout(...args).unref();`,
  );
  const home = tempDirectory();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', preload, BIN, 'models', 'list', '--refresh', '--json'],
    { encoding: 'utf8', env: { HOME: home, OPENCLAW_HUGGINGFACE_BASE_URL: 'http://127.0.0.1:9/v1' } },
  );
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'unexpected', exitCode: 1 } });
  expect(stderr).toBe('x The run ended before its work was done: nothing was left to wait for. Nothing was changed.\n');
});

describe('output that nobody takes', () => {
  test.each(['--version', '--help', 'models list --plain 2>&1', 'models --help', 'config path'])(
    '%s into a closed pipe ends quietly',
    async (args) => {
      expect((await shell(`{ sleep 0.1; $openclaw ${args}; echo "exit $?" >&2; } | true`)).stderr).toBe('exit 0\n');
    },
  );

  test.each(['--version', '--help', 'config path'])('%s > /dev/full says so, and exits 1', async (args) => {
    expect(await shell(`$openclaw ${args} > /dev/full`)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'x The output could not be written (ENOSPC). Nothing was changed.\n',
    });
  });

  test('a full stderr alone changes nothing: not the exit code, not the output', async () => {
    const line = 'printf %s "$TOKEN" | $openclaw onboard --non-interactive --auth-choice huggingface-api-key';
    const { code, stdout } = await shell(`${line} --huggingface-api-key - --offline --json 2> /dev/full`, { TOKEN });
    expect([code, JSON.parse(stdout).ok]).toEqual([0, true]);
  });

  test('onboard --json > /dev/full names the files that it has written', async () => {
    const { home, config, stateDir, service } = program();
    const line = `printf %s "$TOKEN" | $openclaw onboard --non-interactive --auth-choice huggingface-api-key`;
    const { code, stdout, stderr } = await shell(`${line} --huggingface-api-key - --json > /dev/full`, {
      TOKEN,
      HOME: home,
      HF_ENDPOINT: service.url,
      OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
    });
    expect([code, stdout, existsSync(config)]).toEqual([1, '', true]);
    expect(stderr).toContain('x The output could not be written (ENOSPC).\n  The run itself was completed; it wrote ');
    for (const file of ['.env', 'openclaw.json']) expect(stderr).toContain(`${stateDir}/${file}`);
  });
});

/** A pipe that nobody reads from, full or not, as a descriptor for standard output. */
function unreadPipe({ isFull }: { isFull: boolean }): number {
  const fifo = join(tempDirectory(), 'fifo');
  execFileSync('mkfifo', [fifo]);
  const descriptor = openSync(fifo, constants.O_RDWR);
  if (isFull) writeSync(descriptor, Buffer.alloc(64 * 1024));
  onTestFinished(() => closeSync(descriptor));
  return descriptor;
}

const UNREAD: Record<string, () => number | 'pipe'> = {
  'a pipe': () => unreadPipe({ isFull: false }),
  'a pipe that others have filled': () => unreadPipe({ isFull: true }),
  // What Node gives its children.
  'a socket': () => 'pipe',
};

test.each(
  Object.entries(UNREAD).flatMap(([what, open]) => [
    { signal: 'SIGTERM', what, open, verb: 'Terminated', code: 143 } as const,
    { signal: 'SIGINT', what, open, verb: 'Interrupted', code: 130 } as const,
  ]),
)('$signal takes effect while $what waits for its reader', async ({ signal, open, verb, code }) => {
  const { home, write } = program();
  write('openclaw.json', JSON.stringify({ long: 'x'.repeat(1_000_000) }));
  const child = spawn(process.execPath, [BIN, 'config', 'get', 'long'], {
    env: { PATH: process.env.PATH, HOME: home },
    stdio: ['ignore', open(), 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([code, null]);
  expect(said).toBe(`x ${verb} while the output waited for its reader. Nothing was changed.\n`);
});
