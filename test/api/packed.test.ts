import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { installPacked } from '../support/install-packed.ts';
import { TOKEN } from '../support/program.ts';
import { routerServer } from '../support/router-server.ts';

const service = routerServer();
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function runNode(args: string[], cwd: string, env: Record<string, string>) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, HOME: cwd, ...env } });
    const run = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => {
      run.stdout += data;
    });
    child.stderr.on('data', (data) => {
      run.stderr += data;
    });
    child.on('close', (code) => resolve({ code, ...run }));
  });
}

const HOST = `import { refreshCatalog } from 'openclaw-onboard';
for (let start = 0; start < 12; start++) await refreshCatalog({ stateDir: process.argv[2] });
process.stdout.write(JSON.stringify(await refreshCatalog({ stateDir: process.argv[2] })));
`;

const MODELS_JSON = '{ "providers": { "huggingface": { "models": [ { "id": "gone/Model", "name": "Mine" } ] } } }';

test('a host program refreshes the catalog through the packed package, silently, as often as it likes', async () => {
  const project = installPacked();
  const stateDir = join(project, 'state');
  const modelsJson = join(stateDir, 'agents/main/agent/models.json');
  mkdirSync(join(stateDir, 'agents/main/agent'), { recursive: true });
  writeFileSync(modelsJson, MODELS_JSON);
  writeFileSync(join(project, 'host.js'), HOST);
  const env = { OPENCLAW_HUGGINGFACE_BASE_URL: service().baseUrl, HF_TOKEN: TOKEN };
  const { code, stdout, stderr } = await runNode(['host.js', stateDir], project, env);
  expect([code, stderr]).toEqual([0, '']);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({ source: 'live', count: 137, reason: null, error: null, warnings: [] });
  expect(result).toMatchObject({ added: [], gone: ['gone/Model'], modelsJson: { path: modelsJson, changed: false } });
  expect(readFileSync(modelsJson, 'utf8').startsWith(MODELS_JSON.slice(0, -' ] } } }'.length))).toBe(true);
  expect(JSON.parse(readFileSync(modelsJson, 'utf8')).providers.huggingface.models).toHaveLength(138);
  expect(JSON.parse(readFileSync(result.cacheFile, 'utf8')).models).toHaveLength(137);
}, 120_000);

const TYPED = `import { type RefreshedCatalog, refreshCatalog } from 'openclaw-onboard';
const result: RefreshedCatalog = await refreshCatalog({ profile: 'work', token: null, signal: AbortSignal.timeout(1) });
const gone: string[] = result.gone;
// @ts-expect-error a number is no token
await refreshCatalog({ token: 5 });
console.log(gone);
`;

test('its types are found from TypeScript', async () => {
  const project = installPacked();
  writeFileSync(join(project, 'host.ts'), TYPED);
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom'];
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  expect(await runNode([tsc, ...flags, 'host.ts'], project, {})).toMatchObject({ code: 0, stdout: '' });
}, 120_000);
