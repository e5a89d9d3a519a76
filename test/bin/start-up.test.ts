import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VALID_TOKEN } from '../../scripts/stand-in/answers.js';
import { runOpenclaw } from '../support/run-openclaw.ts';
import { tempDirectory } from '../support/temp-directory.ts';

/** Loaded before the program: says which files of dist/ were loaded, without the hashes of their names. */
const SAY_LOADED = `process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => file.includes('/dist/'));
  const names = files.map((file) => file.split('/').pop().replace(/(-[A-Z0-9]{8})?\\.js$/, ''));
  require('node:fs').writeFileSync(process.env.LOADED, names.join(' '));
});`;

const ONBOARD = ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', '--offline'];
const PROGRAM = 'main';
/** What it shares with the other lazily loaded files (a person's questions, an answers file) are the chunks behind it. */
const ON_DEMAND = `${PROGRAM} on-demand chunk chunk chunk`;

test.each([
  ['config path', PROGRAM],
  ['config get agents.defaults.model.primary', PROGRAM],
  ['models list --offline', PROGRAM],
  ['models --help', PROGRAM],
  ['completion bash', `${PROGRAM} script`],
  ['__complete bash -- models s', `${PROGRAM} complete-line`],
  ['config validate', ON_DEMAND],
  ['models status --offline', ON_DEMAND],
  [`${ONBOARD.join(' ')} --json`, `${ON_DEMAND} create-writer`],
  [`${ONBOARD.join(' ')} --dry-run`, `${ON_DEMAND} diff`],
])('%s loads %s', async (line, loaded) => {
  const home = tempDirectory();
  const preload = join(home, 'say-loaded.cjs');
  writeFileSync(preload, SAY_LOADED);
  const env = { HF_TOKEN: VALID_TOKEN, NODE_OPTIONS: `--require ${preload}`, LOADED: join(home, 'loaded') };
  await runOpenclaw(line.split(' '), { home, env });
  expect(readFileSync(env.LOADED, 'utf8')).toBe(loaded);
});
