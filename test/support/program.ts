import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'vitest';
import { VALID_TOKEN } from '../../scripts/stand-in/answers.js';
import type { StandIn, StandInOptions } from '../../scripts/stand-in/server.js';
import { routerServer } from './router-server.ts';
import { type Run, type RunOptions, runOpenclaw } from './run-openclaw.ts';
import { leaksIn, secretsGiven } from './secrets.ts';
import { tempDirectory } from './temp-directory.ts';

export const TOKEN = VALID_TOKEN;
/** How output shows it. */
export const MASKED = 'hf_…9fQ2';
export const WITH_TOKEN = ['--huggingface-api-key', TOKEN];
/** Another token of the right form, which the service does not know. */
export const OTHER_TOKEN = 'hf_QuiteAnotherTokenOfNobodyAtAll7Kx2';

type Options = Omit<RunOptions, 'home'>;

/** The built program in a home of its own, and the service that it asks. No run may show a token: each is scanned. */
export type Program = {
  home: string;
  /** `<home>/.openclaw` */
  stateDir: string;
  config: string;
  service: StandIn;
  /** The paths that were asked, in order, since the last look. */
  asked(): string[];
  run(args: readonly string[], options?: Options): Promise<Run>;
  /** `onboard --non-interactive --auth-choice huggingface-api-key` and these flags. */
  onboard(flags?: readonly string[], options?: Options): Promise<Run>;
  /** `models list --provider huggingface` and these flags. */
  list(flags?: readonly string[], options?: Options): Promise<Run>;
  /** A file below the state directory; undefined where there is none. */
  read(file: string): string | undefined;
  write(file: string, text: string, mode?: number): void;
  /** Every file and directory below the home: mode, size, time of the last change and content. */
  files(): Record<string, string>;
};

/** A program for each test of a file: `const program = useProgram();`, then `const { onboard } = program();`. */
export function useProgram(options: StandInOptions = {}): () => Program {
  const server = routerServer(options);
  return () => createProgram(server(), tempDirectory());
}

function createProgram(service: StandIn, home: string): Program {
  const stateDir = join(home, '.openclaw');
  const at = (file: string) => join(stateDir, file);
  const run = async (args: readonly string[], options: Options = {}) => {
    const env = { HF_ENDPOINT: service.url, OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl, ...options.env };
    const result = await runOpenclaw(args, { ...options, home, env });
    expect(leaksIn(result, [TOKEN, OTHER_TOKEN, ...secretsGiven(args, env, options.input)])).toEqual([]);
    return result;
  };
  return {
    home,
    stateDir,
    config: at('openclaw.json'),
    service,
    asked: () => service.requests.splice(0).map(({ method, path }) => `${method} ${path}`),
    run,
    onboard: (flags = [], options = {}) =>
      run(['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', ...flags], options),
    list: (flags = [], options = {}) => run(['models', 'list', '--provider', 'huggingface', ...flags], options),
    read: (file) => (statSync(at(file), { throwIfNoEntry: false }) ? readFileSync(at(file), 'utf8') : undefined),
    write: (file, text, mode = 0o600) => {
      mkdirSync(dirname(at(file)), { recursive: true, mode: 0o700 });
      writeFileSync(at(file), text);
      chmodSync(at(file), mode);
    },
    files: () => filesBelow(home),
  };
}

function filesBelow(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(paths.map((path) => [path, describe(join(directory, path))]));
}

function describe(path: string): string {
  const { mode, mtimeMs } = statSync(path);
  const isFile = statSync(path).isFile();
  const content = isFile ? readFileSync(path, 'utf8') : relative('/', path);
  return `${(mode & 0o777).toString(8)} ${isFile ? mtimeMs : ''} ${content}`;
}

/** The permission bits of a file or directory, in octal. */
export function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

/** The one document on stdout, without its version: a second one, or anything else beside it, fails. */
export function documentOf({ stdout }: Run): Record<string, unknown> {
  expect(stdout).toMatch(/^\{"schemaVersion":1,.*\}\n$/);
  const { schemaVersion, ...document } = JSON.parse(stdout);
  return document;
}

/** What a run says on stderr, line by line, without marks and indentation. */
export function linesOf(stderr: string): string[] {
  const lines = stderr.trimEnd().split('\n');
  return lines.map((line) => line.replace(/^(?:[x!] | *)/, '')).filter((line) => line !== '');
}

/** The same without the line that names the undo, which every run has that wrote. */
export function warningsOf(stderr: string): string[] {
  return linesOf(stderr).filter((line) => line !== 'Undo: openclaw config undo');
}

/** The exit code and the words of a failed run, which says nothing on stdout. */
export function failureOf({ code, stdout, stderr }: Run): { code: number | null; says: string[] } {
  expect(stdout).toBe('');
  return { code, says: linesOf(stderr) };
}
