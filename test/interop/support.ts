import { spawn } from 'node:child_process';
import { expect } from 'vitest';
import type { Run } from '../support/run-openclaw.ts';

const { REAL_OPENCLAW, REAL_NODE = process.execPath, PATH } = process.env;

/** Runs the real OpenClaw in a home. It reaches nothing: no answer of the service decides a test, no token leaves. */
function runReal(args: readonly string[], home: string): Promise<Run> {
  if (!REAL_OPENCLAW) throw new Error('REAL_OPENCLAW is to be the path of an installed openclaw.mjs (docs/interop.md)');
  const proxies = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };
  return new Promise((resolve, reject) => {
    const child = spawn(REAL_NODE, [REAL_OPENCLAW, ...args], {
      cwd: home,
      env: { PATH, HOME: home, NO_COLOR: '1', ...proxies },
      stdio: ['ignore', 'pipe', 'pipe'],
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
  });
}

type Listed = { key: string; name: string; contextWindow: number | null; available: boolean; tags: string[] };

/** What the real one makes of a home. */
export type RealView = {
  valid: string;
  listed: Listed[];
  defaultModel: string;
  fallbacks: string[];
  aliases: Record<string, string>;
  allowed: string[];
  /** Where it has the token from. */
  tokenSource: string | undefined;
  /** The exit code of `models status --check`. */
  check: number | null;
};

/** Asks it all that there is to ask; each command has to succeed. */
export async function viewOf(home: string): Promise<RealView> {
  const valid = await succeed(['config', 'validate'], home);
  const list = await succeed(['models', 'list', '--provider', 'huggingface', '--json'], home);
  const status = JSON.parse(await succeed(['models', 'status', '--json'], home));
  const { code: check } = await runReal(['models', 'status', '--check'], home);
  const auth = status.auth.providers.find(({ provider }: { provider: string }) => provider === 'huggingface');
  return {
    valid: valid.trim(),
    listed: JSON.parse(list).models,
    defaultModel: status.defaultModel,
    fallbacks: status.fallbacks,
    aliases: status.aliases,
    allowed: status.allowed,
    tokenSource: auth?.env?.source,
    check,
  };
}

/** What it prints; a failure shows all that it said. */
export async function succeed(args: readonly string[], home: string): Promise<string> {
  const { code, stdout, stderr } = await runReal(args, home);
  expect({ args, code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ args, code: 0, stderr: '' });
  return stdout;
}
