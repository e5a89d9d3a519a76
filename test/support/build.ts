import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { WORKERS } from './workers.ts';

/** Tests that start the program start the built one: the same files that a user gets. */
export async function setup(): Promise<void> {
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' });
  await build({
    entryPoints: tests.filter((path) => path.endsWith('-worker.ts')).map((path) => `test/${path}`),
    outdir: WORKERS,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
}
