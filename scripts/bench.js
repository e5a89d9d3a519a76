// `npm run bench`: whole runs of the built program, in turn with a bare node, written to docs/performance.md.
// BENCH_NODES="node /path/to/node24" times several versions of Node; BENCH_ROUNDS changes the number of pairs.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { measureMemory, measurePackage } from './bench/footprint.js';
import { measureConfigGrowth, measureListGrowth } from './bench/growth.js';
import { formatReport } from './bench/report.js';
import { createSandbox } from './bench/sandbox.js';
import { measureStartUp } from './bench/start-up.js';

const rounds = Number(process.env.BENCH_ROUNDS ?? 20);
const nodes = (process.env.BENCH_NODES ?? process.execPath).split(' ');

const versions = [];
for (const node of nodes) {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const sandbox = await createSandbox({ node });
  try {
    const startUp = await measureStartUp(sandbox, rounds);
    const config = await measureConfigGrowth(sandbox, Math.ceil(rounds / 4));
    const list = await measureListGrowth(node, Math.ceil(rounds / 4));
    versions.push({ version, startUp, config, list, memory: measureMemory(sandbox, node) });
  } finally {
    await sandbox.close();
  }
}
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, ${process.platform}`;
const report = formatReport({ machine, rounds, versions, pack: measurePackage() });
mkdirSync('docs', { recursive: true });
writeFileSync('docs/performance.md', report);
process.stdout.write(report);
