import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runWithin } from '../../src/cli/run/time-limit.ts';
import { OpenclawError } from '../../src/errors.ts';
import type { Prompt } from '../../src/system/prompt.ts';
import type { System } from '../../src/system.ts';
import { stubSystem } from '../reliability/support/stub-system.ts';
import { useCommands } from '../support/in-process.ts';
import { documentOf, failureOf, TOKEN, WITH_TOKEN } from '../support/program.ts';
import { BIN, runOpenclaw } from '../support/run-openclaw.ts';
import { tempDirectory } from '../support/temp-directory.ts';

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };
const never = () => new Promise<never>(() => {});
const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));

const ONBOARD = ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key'];

/** What asks the service, and the path that then never answers. */
const ASKING: [command: string, path: string][] = [
  [[...ONBOARD, '--huggingface-api-key', TOKEN].join(' '), '/api/whoami-v2'],
  ['models list --refresh', '/v1/models'],
  ['models status --check', '/v1/models'],
  ['models status --verify', '/api/whoami-v2'],
  ['models status --probe', '/v1/chat/completions'],
  ['models bench Qwen/Qwen3-8B --yes', '/v1/chat/completions'],
  ['models refresh', '/v1/models'],
  ['models set a/b', '/v1/models'],
  ['models fallbacks add a/b', '/v1/models'],
  ['models aliases add quick a/b', '/v1/models'],
];

test.each(ASKING)('%s --timeout 0.2 ends then: exit 5, one document, and nothing was changed', async (line, path) => {
  const { run, service, write, files } = commands();
  write('openclaw.json', '{ agents: { defaults: { model: "huggingface/Qwen/Qwen3-8B" } } }');
  const before = files();
  service.script(path, { hang: true });
  const timed = [...line.split(' '), '--timeout', '0.2'];
  expect(failureOf(await run(timed, { env }))).toEqual({
    code: 5,
    says: ['The run took longer than 0.2 s. Nothing was changed.', 'Try again, or give it more time: --timeout 1'],
  });
  expect(files()['.openclaw/openclaw.json']).toBe(before['.openclaw/openclaw.json']);
  expect(documentOf(await run([...timed, '--json'], { env }))).toMatchObject({
    ok: false,
    changed: false,
    error: { code: 'timeout', exitCode: 5, retryable: true },
  });
});

test('a login shell that hangs is given up with the run', async () => {
  const { write, home } = commands();
  write('../.profile', 'sleep 20\n');
  const slow = { OPENCLAW_LOAD_SHELL_ENV: '1', SHELL: '/bin/sh' };
  const run = await runOpenclaw(['models', 'status', '--timeout', '0.5'], { home, env: slow });
  expect(failureOf(run)).toMatchObject({
    code: 5,
    says: ['The run took longer than 0.5 s. Nothing was changed.', expect.stringMatching(/--timeout 1$/)],
  });
});

test('a pipe that never ends is not waited for', async () => {
  const args = [...ONBOARD, '--huggingface-api-key', '-', '--timeout', '0.5', '--json'];
  const child = spawn(process.execPath, [BIN, ...args], { env: { HOME: tempDirectory() }, stdio: 'pipe' });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, JSON.parse(stdout).error.code]).toEqual([5, 'timeout']);
});

test.each(['0', '-5', '1e9', '86401', 'abc', '1e3', '0x10', '5s', 'NaN'])('--timeout %s is refused', async (value) => {
  const { run } = commands();
  expect(failureOf(await run(['models', 'list', '--timeout', value]))).toEqual({
    code: 2,
    says: [
      `--timeout can't be "${value}": it must be a number of seconds: more than 0, at most 86400 (a day).`,
      'See: openclaw models list --help',
    ],
  });
});

describe('the time of a run', () => {
  const { system } = stubSystem({}, () => {
    throw new Error('nothing is asked');
  });
  const choose = { message: 'Well?', find: [] };
  /** A person who takes 150 ms for an answer. */
  const prompt = { choose: async () => pause(150) } as unknown as Prompt;
  const timesOut = (work: (limited: System) => Promise<unknown>) =>
    runWithin(0.1, { ...system, prompt }, work).then(
      () => false,
      (error) => error instanceof OpenclawError && error.code === 'timeout',
    );

  test('leaves what hears the signal time for its last words', async () => {
    let said = false;
    const measuring = async ({ signal }: System) => {
      await new Promise((aborted) => signal.addEventListener('abort', aborted));
      await pause(100);
      said = true;
      throw signal.reason;
    };
    expect([await timesOut(measuring), said]).toEqual([true, true]);
  });

  test('does not count the time of a person', async () => {
    expect(await timesOut(async (limited) => limited.prompt?.choose(choose))).toBe(false);
  });

  test('starts anew behind an answer', async () => {
    const work = async (limited: System) => {
      await pause(60);
      await limited.prompt?.choose(choose);
      await pause(60);
    };
    expect(await timesOut(work)).toBe(false);
    expect(await timesOut(async (limited) => limited.prompt?.choose(choose).then(never))).toBe(true);
  });

  test('never interrupts a write that has begun, and what is told of it', async () => {
    const write = async ({ files }: System) => {
      await files.uninterrupted(() => pause(150));
      await pause(150);
    };
    expect(await timesOut(write)).toBe(false);
  });

  test('goes on after a write that failed', async () => {
    const write = ({ files }: System) => files.uninterrupted(async () => Promise.reject(new Error())).catch(never);
    expect(await timesOut(write)).toBe(true);
  });

  test('when it is over nothing is written any more, and the signal has aborted', async () => {
    let written = false;
    let failure: unknown;
    const late = async ({ files, signal }: System) => {
      await pause(150);
      expect(signal.aborted).toBe(true);
      await files.uninterrupted(async () => {
        written = true;
      });
    };
    await timesOut((limited) => {
      const work = late(limited).catch((error) => {
        failure = error;
      });
      return Promise.all([work, never()]);
    });
    await pause(100);
    expect([written, failure]).toEqual([false, expect.objectContaining({ code: 'timeout' })]);
  });

  test('leaves Ctrl-C what it is', async () => {
    const controller = new AbortController();
    const interrupted = runWithin(5, { ...system, signal: controller.signal }, async ({ signal }) => {
      controller.abort('SIGINT');
      return signal.reason;
    });
    expect(await interrupted).toBe('SIGINT');
  });
});

test('an onboarding that has time enough is as it was', async () => {
  const { onboard } = commands();
  expect((await onboard([...WITH_TOKEN, '--timeout', '30'])).code).toBe(0);
});
