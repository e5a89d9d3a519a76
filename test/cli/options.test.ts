import type { Command } from 'commander';
import { expect, test } from 'vitest';
import type { Runner } from '../../src/cli/define.ts';
import { createProgram } from '../../src/cli/program.ts';
import { stubSystem } from '../reliability/support/stub-system.ts';

/** The command table; `run` gets what a command would run with, and the seconds that it may take. */
function createTable(run: (options: unknown, seconds: number | undefined) => void = () => {}): Command {
  const { system } = stubSystem({ '/answers.json5': "{ model: 'a/b', fallbacks: ['c/d'] }" }, () => {
    throw new Error('no request is made to read options');
  });
  const runner: Runner['run'] = async (options, _, seconds) => run(await options(), seconds);
  return createProgram('0.0.0', { system, run: runner });
}

/** What the command named by argv would run with. */
async function readLine(line: string): Promise<{ options: unknown; seconds: number | undefined }> {
  let read = {};
  const table = createTable((options, seconds) => {
    read = { options, seconds };
  });
  await table.parseAsync(line.split(' '), { from: 'user' });
  return read as { options: unknown; seconds: number | undefined };
}

/** The flags of shared helpers are one flag, wherever they are. */
const SHARED = ['--json', '--plain', '--dry-run', '--timeout'];
/** commander's own, and what `main` reads from argv. */
const NO_OPTIONS = ['--version', '--help', '--no-color'];

/** Each visible flag as it would be typed: `models list --sort`, `--profile`. */
function flagsBelow(command: Command, path: readonly string[] = []): string[] {
  const longs = command
    .createHelp()
    .visibleOptions(command)
    .map(({ long }) => long ?? '');
  const own = longs.map((long) => (SHARED.includes(long) ? long : [...path, long].join(' ')));
  return [...own, ...command.commands.flatMap((below) => flagsBelow(below, [...path, below.name()]))];
}

const globals = { profile: undefined, offline: false, verbose: false };
const writes = { ...globals, dryRun: false, json: false };
const onboard = {
  ...globals,
  authChoice: undefined,
  nonInteractive: false,
  apiKey: undefined,
  apiKeyFile: undefined,
  model: undefined,
  fallbacks: [],
  aliases: [],
  verify: 'try',
  secretInputMode: undefined,
  probe: false,
  billTo: undefined,
  remove: false,
  removeToken: false,
  dryRun: false,
  exitCode: false,
  json: false,
  installDaemon: false,
};
const list = {
  ...globals,
  provider: undefined,
  configured: false,
  search: '',
  tools: false,
  image: false,
  maxPrice: undefined,
  sort: undefined,
  refresh: false,
  format: 'text',
};
const bench = { ...globals, models: [], rounds: 3, maxCost: 0.01, yes: false, json: false };
const status = { ...globals, check: false, verify: false, probe: false, format: 'text' };

const ROWS: [string, object][] = [
  ['onboard', onboard],
  ['onboard --auth-choice skip', { ...onboard, authChoice: 'skip' }],
  ['onboard --non-interactive --mode local --json', { ...onboard, nonInteractive: true, json: true }],
  ['onboard --huggingface-api-key -', { ...onboard, apiKey: '-' }],
  ['onboard --huggingface-api-key-file /run/key', { ...onboard, apiKeyFile: '/run/key' }],
  ['onboard --model a/b --model c/d:fastest', { ...onboard, model: 'c/d:fastest' }],
  ['onboard --fallback a/b --fallback c/d', { ...onboard, fallbacks: ['a/b', 'c/d'] }],
  ['onboard --alias a/b=x=y', { ...onboard, aliases: [{ ref: 'a/b', label: 'x=y' }] }],
  ['onboard --verify off --secret-input-mode ref', { ...onboard, verify: 'off', secretInputMode: 'ref' }],
  ['onboard --probe --dry-run', { ...onboard, probe: true, dryRun: true }],
  ['onboard --bill-to acme', { ...onboard, billTo: 'acme' }],
  ['onboard --from /answers.json5', { ...onboard, model: 'a/b', fallbacks: ['c/d'] }],
  ['onboard --dry-run --exit-code', { ...onboard, dryRun: true, exitCode: true }],
  ['onboard --remove --token', { ...onboard, remove: true, removeToken: true }],
  ['onboard --accept-risk --skip-health --flow quick --gateway-port 1', onboard],
  ['onboard --install-daemon', { ...onboard, installDaemon: true }],
  ['models list', list],
  ['models list --provider huggingface --all --json', { ...list, provider: 'huggingface', format: 'json' }],
  ['models list --configured --plain', { ...list, configured: true, format: 'plain' }],
  ['models list --search qwen --tools --image', { ...list, search: 'qwen', tools: true, image: true }],
  ['models list --max-price 0.5 --sort price --refresh', { ...list, maxPrice: 0.5, sort: 'price', refresh: true }],
  ['models status', status],
  ['models status --check --json', { ...status, check: true, format: 'json' }],
  ['models status --verify', { ...status, check: true, verify: true }],
  ['models status --probe --plain', { ...status, probe: true, format: 'plain' }],
  ['models set a/b', { ...writes, model: 'a/b' }],
  ['models set a/b --dry-run --json', { ...writes, model: 'a/b', dryRun: true, json: true }],
  ['models fallbacks list --plain', { ...globals, format: 'plain' }],
  ['models fallbacks add a/b', { ...writes, model: 'a/b' }],
  ['models fallbacks remove quick', { ...writes, model: 'quick' }],
  ['models fallbacks clear --dry-run', { ...writes, dryRun: true }],
  ['models aliases list --json', { ...globals, format: 'json' }],
  ['models aliases add quick a/b', { ...writes, label: 'quick', model: 'a/b' }],
  ['models aliases remove quick', { ...writes, label: 'quick' }],
  ['models refresh --dry-run', { ...writes, dryRun: true, figures: false }],
  ['models refresh --figures', { ...writes, figures: true }],
  ['models bench', bench],
  ['models bench a/b quick --rounds 1', { ...bench, models: ['a/b', 'quick'], rounds: 1 }],
  ['models bench --max-cost 0.5 --yes --json', { ...bench, maxCost: 0.5, yes: true, json: true }],
  ['config path --json', { ...globals, json: true }],
  ['config get agents.defaults --json', { ...globals, path: 'agents.defaults', json: true }],
  ['config validate', { ...globals, json: false }],
  ['config undo --dry-run', { ...writes, dryRun: true }],
  ['completion bash --name openclaw-onboard', { shell: 'bash', name: 'openclaw-onboard' }],
  ['--profile work models refresh', { ...writes, profile: 'work', figures: false }],
  ['--dev --verbose config path', { ...globals, profile: 'dev', verbose: true, json: false }],
  ['models list --offline', { ...list, offline: true }],
];

test.each(ROWS)('openclaw %s', async (line, options) => {
  expect((await readLine(line)).options).toStrictEqual(options);
});

const TIMES: [string, number | undefined][] = [
  ['onboard', 60],
  ['models list --timeout 2', 2],
  ['models bench', 600],
  ['config path', undefined],
];

test.each(TIMES)('openclaw %s may take %s seconds', async (line, seconds) => {
  expect((await readLine(line)).seconds).toBe(seconds);
});

test('each visible flag is in a row', () => {
  const lines = [...ROWS, ...TIMES].map(([line]) => line);
  const isTried = (flag: string) => {
    const words = flag.split(' ');
    return lines.some((line) => words.every((word) => line.split(' ').includes(word)));
  };
  const flags = flagsBelow(createTable()).filter((flag) => !NO_OPTIONS.some((own) => flag.endsWith(own)));
  expect(flags.filter((flag) => !isTried(flag))).toEqual([]);
});
