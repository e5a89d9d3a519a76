import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { VALID_TOKEN } from '../../../scripts/stand-in/answers.js';
import type { Run } from '../../support/run-openclaw.ts';
import { documentFaults } from '../../support/schemas.ts';
import { leaksIn } from '../../support/secrets.ts';
import { unsafeCharactersIn } from './unsafe-characters.ts';

export const TOKEN = VALID_TOKEN;
export const OLD_TOKEN = `hf_${'AnOlderTokenOfNobody'.repeat(2).slice(0, 30)}4kQ8`;
/** Another build, if one is named: an installed package, or one that nobody rebuilds under a soak. */
const ROOT = process.env.OPENCLAW_BUILT ?? fileURLToPath(new URL('../../../', import.meta.url));

export type Options = {
  home: string;
  env?: Record<string, string>;
  input?: string | Buffer;
  cwd?: string;
  /** Another user than root, by `setpriv`. */
  uid?: number;
  umask?: number;
  /** A command that runs it: `strace` and its options. */
  under?: readonly string[];
  /** Sees the process as soon as it runs. */
  watch?: (child: ChildProcess) => void;
  /** What else must not show. */
  secrets?: readonly string[];
};

export type Result = { code: number | null; signal: string | null; stdout: string; stderr: string; elapsedMs: number };

/** The built program, copied: another build beside these tests must not pull it away under a long run. */
export type Program = {
  bin: string;
  run(args: readonly string[], options: Options): Promise<Result>;
};

/** `const program = useProgram();` at the top of a test file, then `program().run(…)`. */
export function useProgram(): () => Program {
  let directory = '';
  beforeAll(async () => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-program-')));
    // Other users run it too.
    chmodSync(directory, 0o755);
    await copyProgram(directory);
  }, 60_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const bin = () => join(directory, 'bin', 'openclaw.js');
  return () => ({ bin: bin(), run: (args, options) => run(bin(), args, options) });
}

/** By scripts/build.js. */
const LAST_BUILT = 'help.txt';

async function copyProgram(directory: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      for (const part of ['bin', 'dist', 'package.json'])
        cpSync(join(ROOT, part), join(directory, part), { recursive: true });
      if (existsSync(join(directory, 'dist', LAST_BUILT))) return;
    } catch (error) {
      if (attempt > 50) throw error;
    }
    rmSync(join(directory, 'dist'), { recursive: true, force: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Runs it without a terminal, and holds every run, whatever the test is about, to the promises. */
async function run(bin: string, args: readonly string[], options: Options): Promise<Result> {
  const result = await start(bin, args, options);
  expectPromisesKept(args, result, options.secrets);
  return result;
}

/** No secret, no character that a terminal obeys, no stack trace, and a document as its schema has it. */
export function expectPromisesKept(args: readonly string[], run: Run, secrets: readonly string[] = []): void {
  const shown = run.stdout + run.stderr;
  expect(leaksIn(run, [TOKEN, OLD_TOKEN, ...secrets])).toEqual([]);
  expect(documentFaults(args, run)).toEqual([]);
  expect(unsafeCharactersIn(shown)).toEqual([]);
  if (!args.includes('--verbose')) expect(shown).not.toMatch(/^\s+at .*[:(]/m);
}

function start(bin: string, args: readonly string[], options: Options): Promise<Result> {
  const { home, env = {}, input, cwd = home, uid, umask, under = [], watch } = options;
  const started = performance.now();
  const command = [...under, process.execPath, bin, ...args];
  const asUser = uid === undefined ? [] : ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
  const withUmask = umask === undefined ? [] : ['sh', '-c', `umask 0${umask.toString(8)}; exec "$@"`, 'sh'];
  const [file = '', ...rest] = [...withUmask, ...asUser, ...command];
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, { cwd, env: { PATH: process.env.PATH, HOME: home, ...env } });
    watch?.(child);
    const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout.on('data', (chunk) => chunks.stdout.push(chunk));
    child.stderr.on('data', (chunk) => chunks.stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const [stdout, stderr] = [chunks.stdout, chunks.stderr].map((parts) => Buffer.concat(parts).toString('utf8'));
      resolve({ code, signal, stdout: stdout ?? '', stderr: stderr ?? '', elapsedMs: performance.now() - started });
    });
    child.stdin.on('error', () => {}).end(input);
  });
}

/** Where the program writes in a home, and what stands there. */
export function placesIn(home: string) {
  const stateDir = join(home, '.openclaw');
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const config = join(stateDir, 'openclaw.json');
  const envFile = join(stateDir, '.env');
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);
  return {
    stateDir,
    config,
    envFile,
    text: () => read(config),
    envText: () => read(envFile),
    /** Temp files, locks, guards. */
    leftovers: () =>
      readdirSync(stateDir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tmp$|\.lock/.test(name)),
  };
}

/** `onboard`, asking nobody; the token from stdin unless the flags say otherwise. */
export function onboardArgs(flags: readonly string[]): string[] {
  return ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', ...flags];
}

export function serviceEnv({ url, baseUrl }: { url: string; baseUrl: string }): Record<string, string> {
  return { HF_ENDPOINT: url, OPENCLAW_HUGGINGFACE_BASE_URL: baseUrl };
}
