import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { describe, expect } from 'vitest';
import type { StandIn } from '../../scripts/stand-in/server.js';
import type { Program } from '../support/program.ts';
import type { Run } from '../support/run-openclaw.ts';
import { type Installed, install, ONE_PLUGIN, REROUTE } from './install.ts';

const { OPENCLAW_INTEROP_VERSIONS = '2026.4.29 2026.8.2 2026.9.6', PATH } = process.env;

/** Where a real OpenClaw runs; without a service it reaches nothing at all. */
export type Place = { home: string; service?: StandIn; env?: Record<string, string>; input?: string };

export type Real = {
  version: string;
  start(args: readonly string[], place: Place): ChildProcess;
  run(args: readonly string[], place: Place): Promise<Run>;
  /** What it prints; a failure shows all that it said. */
  succeed(args: readonly string[], place: Place): Promise<string>;
};

/** Tests of each version; one that can't be installed is skipped, with the reason in its name. */
export function onEachVersion(tests: (real: Real) => void): void {
  for (const version of OPENCLAW_INTEROP_VERSIONS.split(' ')) {
    const installed = tryInstall(version);
    const isMissing = typeof installed === 'string';
    describe.skipIf(isMissing)(`OpenClaw ${version}${isMissing ? `, not installed: ${installed}` : ''}`, () =>
      tests(createReal(version, installed)),
    );
  }
}

function tryInstall(version: string): Installed | string {
  try {
    return install(version);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function createReal(version: string, installed: Installed | string): Real {
  const start = (args: readonly string[], { home, service, env }: Place) => {
    if (typeof installed === 'string') throw new Error(installed);
    return spawn(installed.node, [installed.entry, ...args], {
      cwd: home,
      env: {
        PATH: [dirname(installed.node), PATH].join(delimiter),
        HOME: home,
        NO_COLOR: '1',
        NODE_OPTIONS: REROUTE,
        ...(service ? { OPENCLAW_INTEROP_SERVICE: service.url } : {}),
        ...installed.env,
        ...env,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  };
  const run = (args: readonly string[], place: Place) => runToEnd(start(args, place), place.input);
  return {
    version,
    start,
    run,
    succeed: async (args, place) => {
      const { code, stdout, stderr } = await run(args, place);
      expect({ args, code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ args, code: 0, stderr: '' });
      return stdout;
    },
  };
}

function runToEnd(child: ChildProcess, input = ''): Promise<Run> {
  const run: Run = { code: null, stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    run.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    run.stderr += text;
  });
  child.stdin?.on('error', () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...run, code }));
  });
}

/**
 * One turn without a Gateway: what it sends is in the service's `completions`. Of the agent; in 2026.4, whose agent fetches
 * a package by git before its first turn, a plain completion (which knows no fallbacks).
 */
export function takeTurn(real: Real, place: Place): Promise<Run> {
  const completion = ['infer', 'model', 'run', '--prompt', 'Hello', '--json'];
  return real.run(real.version.startsWith('2026.4.') ? completion : agentTurn, place);
}

export const agentTurn = ['agent', '--local', '--agent', 'main', '--message', 'Hello', '--json'];

/** Keeps 2026.4 from installing the rest of its plugins. Before anything else is in the home. */
export function limitPlugins({ version }: Real, at: Program): void {
  if (version.startsWith('2026.4.')) at.write('openclaw.json', ONE_PLUGIN);
}
