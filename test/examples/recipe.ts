import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { OTHER_TOKEN, type Program, TOKEN } from '../support/program.ts';
import { BIN, type Run } from '../support/run-openclaw.ts';
import { leaksIn } from '../support/secrets.ts';
import { tempDirectory } from '../support/temp-directory.ts';

/** The path of a file in `examples/`. */
export function recipe(file: string): string {
  return fileURLToPath(new URL(`../../examples/${file}`, import.meta.url));
}

export function readRecipe(file: string): string {
  return readFileSync(recipe(file), 'utf8');
}

/** Puts an executable in a directory, under the name by which a recipe calls it. */
export function install(directory: string, name: string, script: string): string {
  const path = join(directory, name);
  mkdirSync(directory, { recursive: true });
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

/** Where a recipe finds `openclaw-onboard`, as on a machine on which the package is installed. */
export function installProgram(): string {
  const bin = join(tempDirectory(), 'bin');
  install(bin, 'openclaw-onboard', `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  return bin;
}

type Options = {
  /** Directories before the ones of the system. */
  path: string[];
  env?: Record<string, string>;
};

/** Runs a command of a recipe in the program's home, with the stand-in as the service. No output may show a token. */
export function runRecipe(program: Program, command: readonly string[], { path, env = {} }: Options): Promise<Run> {
  const [file = '', ...args] = command;
  const { home, service } = program;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: home,
      env: {
        PATH: [...path, dirname(process.execPath), process.env.PATH].join(delimiter),
        HOME: home,
        HF_ENDPOINT: service.url,
        OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
        ...env,
      },
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
    child.on('close', (code) => {
      expect(leaksIn(run, [TOKEN, OTHER_TOKEN])).toEqual([]);
      resolve({ ...run, code });
    });
  });
}

/** Whether a tool of the system is there: its tests are skipped where it is not. */
export function hasTool(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/** The files below a directory that hold the token. */
export function filesWithToken(directory: string): string[] {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(directory, path)).isFile());
  return files.filter((path) => readFileSync(join(directory, path), 'utf8').includes(TOKEN)).sort();
}

/** The recipes name no token: only the places it comes from. */
export function tokensIn(text: string): string[] {
  return text.match(/hf_[A-Za-z0-9]{20,}/g) ?? [];
}
