// Stores the compiled form of the program, with the functions in it that common runs call: what V8 keeps is what ran.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const ONBOARD = ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', '--secret-input-mode', 'ref'];
const RUNS = [
  [...ONBOARD, '--offline', '--json'],
  [...ONBOARD, '--offline'],
  ['models', 'list', '--json'],
  ['models', 'list'],
];

const { loadCompiled, sealCompiled } = createRequire(import.meta.url)('../bin/load-compiled.js');
const home = await mkdtemp(join(tmpdir(), 'openclaw-build-'));
const { exports, script } = loadCompiled(FILE);
// A throwaway home and no network: nothing of the builder's gets in.
process.env = { PATH: process.env.PATH, HOME: home };
for (const run of RUNS) await exports.main(run);
await writeFile(`${FILE}.compiled`, sealCompiled(FILE, script.createCachedData()));
await rm(home, { recursive: true });
