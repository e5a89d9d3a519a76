// `npm run test:soak`: the reliability tests with many more rounds (docs/reliability.md), on a build of their own, and
// how many of each kind of fault were tried.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const directory = mkdtempSync(join(tmpdir(), 'openclaw-soak-'));
const figures = join(directory, 'figures.jsonl');
const started = Date.now();
let status = 1;
try {
  run(['scripts/build.js']);
  for (const part of ['bin', 'dist', 'package.json']) cpSync(part, join(directory, part), { recursive: true });
  const env = { OPENCLAW_SOAK: '1', OPENCLAW_SOAK_FIGURES: figures, OPENCLAW_BUILT: directory, SOAK_RUNS: '20000' };
  const files = ['test/reliability', 'test/json5/edit-properties.test.ts'];
  status = run(
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...files, '--testTimeout', '600000'],
    env,
  );
  printFigures();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.exitCode = status;

function run(args, env = {}) {
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

function printFigures() {
  const sums = new Map();
  const lines = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n') : [];
  for (const { kind, count } of lines.map((line) => JSON.parse(line))) sums.set(kind, (sums.get(kind) ?? 0) + count);
  for (const [kind, count] of [...sums].sort()) console.log(`${String(count).padStart(8)}  ${kind}`);
  console.log(`${Math.round((Date.now() - started) / 1000)} s on Node ${process.version}`);
}
