import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchNode } from '../../scripts/fetch-node.js';
import { R1 } from '../support/documented-configs.ts';
import { installPacked } from '../support/install-packed.ts';
import { TOKEN } from '../support/program.ts';
import { routerServer } from '../support/router-server.ts';
import type { Run } from '../support/run-openclaw.ts';
import { documentFaults } from '../support/schemas.ts';
import { leaksIn } from '../support/secrets.ts';
import { tempDirectory } from '../support/temp-directory.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAX_BYTES = 3_000_000;

const service = routerServer();

type Component = { name: string; version: string; purl: string; licenses: [{ expression: string }] };

/** The files of the installed package, below its directory. */
function filesOf(directory: string): string[] {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => statSync(join(directory, path)).isFile()).sort();
}

test('the package holds what is needed and nothing else', () => {
  const installed = join(installPacked(), 'node_modules', 'openclaw-onboard');
  const files = filesOf(installed);
  const tracked = execFileSync('git', ['ls-files', 'examples', 'schemas'], { cwd: ROOT, encoding: 'utf8' });
  expect(files.filter((file) => /^(?:examples|schemas)\//.test(file))).toEqual(tracked.trim().split('\n').sort());
  expect(files.filter((file) => !/^(?:dist|examples|schemas)\//.test(file))).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SKILL.md',
    'THIRD_PARTY_NOTICES',
    'bin/openclaw.js',
    'bin/package.json',
    'docs/SECURITY.md',
    'package.json',
    'sbom.cdx.json',
  ]);
  expect(files.filter((file) => file.startsWith('dist/') && !file.endsWith('.js'))).toEqual([
    'dist/help.txt',
    'dist/package.json',
    'dist/version.txt',
  ]);
  const binary = files.filter((file) => readFileSync(join(installed, file)).includes(0));
  expect(binary, 'files that are no text').toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const atInstall = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => name in scripts);
  expect(atInstall, 'scripts that npm would run, or warn of, at an install').toEqual([]);
  const sizes = files.map((file) => statSync(join(installed, file)).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(MAX_BYTES);
  const naming = files.filter((file) => readFileSync(join(installed, file), 'latin1').includes(ROOT));
  expect(naming, 'files that name a path of this machine').toEqual([]);
});

test('it has no dependencies, and the licence of each package that is bundled', () => {
  const installed = join(installPacked(), 'node_modules', 'openclaw-onboard');
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(dependencies).toBeUndefined();
  const notices = readFileSync(join(installed, 'THIRD_PARTY_NOTICES'), 'utf8');
  const direct = ['commander', 'diff', 'dotenv', 'fuzzysort', 'json5', 'openai', 'https-proxy-agent'];
  for (const name of direct) expect(notices).toContain(`\n${name} ${devDependencies[name]} (`);
});

test('its SBOM names what is bundled, with the hashes of the lockfile, and neither a host nor a path', () => {
  const installed = join(installPacked(), 'node_modules', 'openclaw-onboard');
  const text = readFileSync(join(installed, 'sbom.cdx.json'), 'utf8');
  const { bomFormat, components, dependencies, metadata } = JSON.parse(text);
  const notices = readFileSync(join(installed, 'THIRD_PARTY_NOTICES'), 'utf8');
  const noticed = [...notices.matchAll(/^-{80}\n(\S+) (\S+) \((.+)\)\n-{80}$/gm)].map(([, ...title]) => title);
  const named = components.map(({ name, version, licenses: [{ expression }] }: Component) => [
    name,
    version,
    expression,
  ]);
  expect([bomFormat, metadata.component.name, named]).toEqual(['CycloneDX', 'openclaw-onboard', noticed]);
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const openai = components.find(({ name }: Component) => name === 'openai');
  const pinned = Buffer.from(lock.packages['node_modules/openai'].integrity.slice('sha512-'.length), 'base64');
  expect(openai.hashes).toEqual([{ alg: 'SHA-512', content: pinned.toString('hex') }]);
  expect(dependencies[0].dependsOn).toEqual(components.map(({ purl }: Component) => purl));
  expect(text).not.toMatch(/:\/\/|resolved|registry|node_modules/);
});

test('publint finds nothing', async () => {
  const pkgDir = join(installPacked(), 'node_modules', 'openclaw-onboard');
  const { messages, pkg } = await publint({ pkgDir, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

const ONBOARD = ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', '--huggingface-api-key', '-'];

describe.each((process.env.NODE_VERSIONS ?? '20 22 24 26').split(' '))('on Node %s', (version) => {
  const fetched = mkdtempSync(join(tmpdir(), 'openclaw-node-'));
  let node = '';
  beforeAll(() => {
    node = fetchNode(version, fetched);
  }, 120_000);
  afterAll(() => rmSync(fetched, { recursive: true, force: true }));

  test('the installed package says its version and help, onboards and lists', async () => {
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${version}\\.`));
    const project = installPacked();
    const bin = join(project, 'node_modules', '.bin', 'openclaw-onboard');
    const run = (args: string[], input = '') => runNode(node, [bin, ...args], project, input);
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    expect((await run(['--help'])).stdout).toMatch(/^Examples:\n {2}openclaw onboard /);
    expect(await run(ONBOARD, TOKEN)).toMatchObject({ code: 0, stdout: expect.stringContaining(R1) });
    const installed = join(project, 'node_modules', 'openclaw-onboard');
    expect(existsSync(join(installed, '.cache')), 'the compile cache').toBe(Number(version) >= 22);
    const again = await run([...ONBOARD, '--json'], TOKEN);
    expect([again.stderr, JSON.parse(again.stdout)]).toMatchObject(['', { ok: true, changed: false, warnings: [] }]);
    const list = await run(['models', 'list', '--provider', 'huggingface', '--json']);
    expect([list.code, list.stderr, JSON.parse(list.stdout).count]).toEqual([0, '', 137]);
    expect(await run(['models', 'fallbacks', 'add', 'Qwen/Qwen3-8B'])).toMatchObject({ code: 0 });
    expect(await run(['models', 'status', '--probe', '--plain'])).toMatchObject({ code: 0 });
  });
});

test.each(['12', '18', '20.9.0'])(
  'on Node %s it says which one it needs, and writes nothing',
  async (version) => {
    const fetched = tempDirectory();
    const node = fetchNode(version, fetched);
    const project = installPacked();
    const { code, stdout, stderr } = await runNode(
      node,
      [join(project, 'node_modules', '.bin', 'openclaw-onboard'), ...ONBOARD],
      project,
      TOKEN,
    );
    expect([code, stdout, existsSync(join(project, '.openclaw'))]).toEqual([2, '', false]);
    expect(stderr).toMatch(/^x openclaw-onboard needs Node 20\.19, 22\.3 or newer, and this is Node [\d.]+: .*\.\n$/);
  },
  120_000,
);

function runNode(node: string, args: string[], home: string, input = ''): Promise<Run> {
  const { url, baseUrl } = service();
  const env = { PATH: process.env.PATH, HOME: home, HF_ENDPOINT: url, OPENCLAW_HUGGINGFACE_BASE_URL: baseUrl };
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: home, env });
    const run: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      run.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      run.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      expect(leaksIn(run, [TOKEN])).toEqual([]);
      expect(documentFaults(args, run)).toEqual([]);
      resolve({ ...run, code });
    });
    child.stdin.end(input);
  });
}
