import { expect, test } from 'vitest';
import type { Runner } from '../../src/cli/define.ts';
import { createProgram } from '../../src/cli/program.ts';
import { stubSystem } from '../reliability/support/stub-system.ts';

/** What the command named by argv would run with. */
async function optionsFor(line: string): Promise<unknown> {
  const { system } = stubSystem({}, () => {
    throw new Error('no request is made to read options');
  });
  let found: unknown;
  const run: Runner['run'] = async (options) => {
    found = await options();
  };
  await createProgram('0.0.0', { system, run }).parseAsync(line.split(' '), { from: 'user' });
  return found;
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

test.each<[string, object]>([
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
])('openclaw %s', async (line, options) => {
  expect(await optionsFor(line)).toEqual(options);
});
