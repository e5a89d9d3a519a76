import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { documentFaults } from './schemas.ts';

export const BIN = fileURLToPath(new URL('../../bin/openclaw.js', import.meta.url));

export type Run = { code: number | null; stdout: string; stderr: string };

export type RunOptions = {
  /** The home directory; nothing else of the real environment but PATH is passed on. */
  home: string;
  env?: Record<string, string>;
  /** Standard input; closed at once where it is not given. */
  input?: string;
  cwd?: string;
};

/** Runs the built program as a user's shell would, without a terminal. A document is held against its schema. */
export async function runOpenclaw(args: readonly string[], options: RunOptions): Promise<Run> {
  const run = await start(args, options);
  expect(documentFaults(args, run)).toEqual([]);
  return run;
}

function start(args: readonly string[], { home, env = {}, input, cwd }: RunOptions): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: cwd ?? home,
      env: { PATH: process.env.PATH, HOME: home, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const run: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      run.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      run.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...run, code }));
    child.stdin.on('error', () => {}).end(input);
  });
}
