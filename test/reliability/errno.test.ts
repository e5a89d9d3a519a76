import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { leaksIn } from '../support/secrets.ts';
import { OLD_TOKEN, onboardArgs, placesIn, TOKEN, useProgram } from './support/program.ts';
import { rounds, tried } from './support/soak.ts';

const program = useProgram();
const CALLS = [
  'rename',
  'renameat',
  'renameat2',
  'link',
  'linkat',
  'unlink',
  'unlinkat',
  'fsync',
  'fchmod',
  'mkdir',
  'mkdirat',
];
/** A question mark: not each machine has each of them. Only what is traced can be made to fail. */
const TRACED = `trace=${CALLS.map((call) => `?${call}`).join()}`;
/** The others with `npm run test:soak`. */
const ERRORS = ['EIO', 'ENOSPC', 'EPERM', 'EROFS', 'EACCES'].slice(0, rounds(1, 5));
const CONFIG = '{\n  // mine\n}\n';
const ENV = `OTHER=1\nHUGGINGFACE_HUB_TOKEN=${OLD_TOKEN}\n`;
const ARGS = onboardArgs(['--huggingface-api-key', '-', '--offline']);

const canTrace = process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** A home with a config, a token and a backup of each, all with modes that an apply must keep or tighten. */
function freshHome() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-errno-')));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const at = placesIn(home);
  writeFileSync(at.config, CONFIG, { mode: 0o640 });
  writeFileSync(at.envFile, ENV, { mode: 0o640 });
  for (const path of [at.config, at.envFile]) writeFileSync(`${path}.bak`, 'older', { mode: 0o600 });
  return { home, at };
}

/** Runs under strace; all of libuv's file calls in one thread, so that they have an order. */
function runTraced(home: string, options: readonly string[] = []) {
  const trace = join(home, 'trace');
  const args = [
    '-f',
    '-qq',
    '--seccomp-bpf',
    '-e',
    TRACED,
    '-o',
    trace,
    ...options,
    process.execPath,
    program().bin,
    ...ARGS,
  ];
  // Node's own compile cache would be written by the first run alone.
  const env = { PATH: process.env.PATH, HOME: home, UV_THREADPOOL_SIZE: '1', NODE_DISABLE_COMPILE_CACHE: '1' };
  const { status, stdout, stderr } = spawnSync('strace', args, { env, input: TOKEN, encoding: 'utf8' });
  expect(leaksIn({ code: status, stdout, stderr }, [TOKEN, OLD_TOKEN])).toEqual([]);
  return { code: status, stderr, trace: readFileSync(trace, 'utf8') };
}

/** Each file and directory but what a killed run may leave: mode and content. */
function filesIn(directory: string): Record<string, string> {
  const names = readdirSync(directory).filter((name) => name !== 'cache' && !/\.tmp$|\.lock/.test(name));
  const describeFile = (path: string) => `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path, 'utf8')}`;
  return Object.fromEntries(names.sort().map((name) => [name, describeFile(join(directory, name))]));
}

/** How often each call is made by the thread that makes it most. */
function countCalls(trace: string): Map<string, number> {
  const byThread = new Map<string, number>();
  for (const [, thread, call] of trace.matchAll(/^(\d+) +(\w+)\(/gm)) {
    const key = `${thread} ${call}`;
    byThread.set(key, (byThread.get(key) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [key, count] of byThread) {
    const call = key.split(' ')[1] ?? '';
    counts.set(call, Math.max(count, counts.get(call) ?? 0));
  }
  return counts;
}

describe.skipIf(!canTrace)('whichever call to the disk fails', () => {
  test('the files are the old or the new ones, the words are true, and the next run works', () => {
    const reference = freshHome();
    const traced = runTraced(reference.home);
    expect([traced.code, traced.stderr]).toEqual([0, expect.not.stringContaining('Nothing was changed')]);
    const after = filesIn(reference.at.stateDir);
    expect(Object.keys(after)).toEqual([
      '.env',
      '.env.bak',
      '.env.bak.1',
      'openclaw.json',
      'openclaw.json.bak',
      'openclaw.json.bak.1',
    ]);
    const counts = countCalls(traced.trace);
    expect(counts.size).toBeGreaterThan(4);
    const cases = [...counts].flatMap(([call, count]) =>
      Array.from({ length: count }, (_, index) =>
        ERRORS.map((error) => `inject=${call}:error=${error}:when=${index + 1}`),
      ),
    );
    const short = cases.flat().filter((fault, index) => index % rounds(3, 1) === 0 || fault.includes('=fchmod:'));
    for (const fault of short) expectOldOrNew(fault, after);
    tried('errno at one call of an apply', short.length);
  }, 600_000);
});

function expectOldOrNew(fault: string, done: Record<string, string>): void {
  const { home, at } = freshHome();
  const before = filesIn(at.stateDir);
  const { code, stderr, trace } = runTraced(home, ['-e', fault]);
  expect([fault, trace]).toEqual([fault, expect.stringContaining('(INJECTED)')]);
  // Without its fchmod the config has the rights of its birth, and stays so; a lock has the right ones from birth.
  const isPrivate = /fchmod\(\d+, 0640\).*\(INJECTED\)/.test(trace);
  const after = isPrivate ? { ...done, 'openclaw.json': (done['openclaw.json'] ?? '').replace('640', '600') } : done;
  const files = filesIn(at.stateDir);
  if (isPrivate) expect(stderr).toContain(`${at.config}: its mode was 0640 and is 0600 now`);
  if (code === 0) {
    expect([fault, files]).toEqual([fault, after]);
    expect([fault, stderr]).toEqual([fault, expect.not.stringContaining('Nothing was changed')]);
  } else {
    expect([fault, code, stderr]).toEqual([fault, 3, expect.stringContaining('Nothing was changed.')]);
    expect([fault, files]).toEqual([fault, before]);
  }
  const next = runTraced(home);
  expect([fault, next.code, at.leftovers(), filesIn(at.stateDir)]).toEqual([fault, 0, [], after]);
  rmSync(home, { recursive: true });
}
