import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { BIN, ONBOARD } from './sandbox.js';

/** Prints the peak resident memory of the process it is loaded into, in KB, as the last line of stderr. */
const PRINT_PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))';

/** Peak memory in MB of a bare node and of two commands. */
export function measureMemory(sandbox, node) {
  const home = sandbox.newHome();
  const peak = (args) => {
    const { stderr } = spawnSync(node, ['--import', PRINT_PEAK, ...args], { env: sandbox.env(home), encoding: 'utf8' });
    return Math.round(Number(/peak (\d+)$/.exec(stderr)?.[1]) / 1024);
  };
  return [
    { name: 'node -e 0', mb: peak(['-e', '0']) },
    { name: 'onboarding, unchanged, --offline', mb: peak([BIN, ...ONBOARD, '--offline']) },
    { name: 'models list', mb: peak([BIN, 'models', 'list']) },
  ];
}

/** What `npm install` of the packed program puts on a disk. */
export function measurePackage() {
  const [pack] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    packedMb: pack.size / 1e6,
    unpackedMb: pack.unpackedSize / 1e6,
    dependencies: Object.keys(dependencies).length,
  };
}
