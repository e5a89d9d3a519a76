import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { TOKEN, useProgram } from '../support/program.ts';
import { filesWithToken, installProgram, readRecipe, runRecipe, tokensIn } from './recipe.ts';

const program = useProgram();
const MANIFEST = readRecipe('kubernetes.yaml');
const documents = parseAllDocuments(MANIFEST).map((document) => document.toJS());
const { spec: pod } = documents.find(({ kind }) => kind === 'Deployment').spec.template;
const [onboard] = pod.initContainers;
const [gateway] = pod.containers;

/** A secret volume as Kubernetes mounts it: the key is a link to a link to a directory with a date. */
function mountSecret(directory: string, token: string): void {
  mkdirSync(join(directory, '..2026_11_20'), { recursive: true });
  writeFileSync(join(directory, '..2026_11_20', 'token'), token);
  symlinkSync('..2026_11_20', join(directory, '..data'));
  symlinkSync('..data/token', join(directory, 'token'));
}

test('the token is in the Secret alone, which the init container alone mounts', () => {
  expect(tokensIn(MANIFEST)).toEqual([]);
  expect(documents.map(({ kind }) => kind)).not.toContain('Secret');
  const mounts = ({ volumeMounts }: { volumeMounts: { name: string }[] }) => volumeMounts.map(({ name }) => name);
  expect([mounts(onboard), mounts(gateway)]).toEqual([['state', 'huggingface'], ['state']]);
  const volumes = pod.volumes.map(({ name }: { name: string }) => name);
  expect(volumes).toEqual(['state', 'huggingface']);
});

test('the Gateway has the same state directory, and its own password from a Secret', () => {
  expect(gateway.env).toEqual([
    ...onboard.env,
    { name: 'OPENCLAW_GATEWAY_TOKEN', valueFrom: { secretKeyRef: { name: 'openclaw-gateway', key: 'token' } } },
  ]);
});

test('the init container sets up the volume; a restart changes no byte', async () => {
  const at = program();
  const mounted = (path: string) => path.replace('/run/secrets', join(at.home, 'secrets'));
  mountSecret(mounted('/run/secrets/huggingface'), TOKEN);
  const state = join(at.home, 'state');
  mkdirSync(state, { mode: 0o2770 });
  const command = onboard.command.map(mounted);
  const options = { path: [installProgram()], env: { OPENCLAW_STATE_DIR: state } };
  expect(onboard.env).toEqual([{ name: 'OPENCLAW_STATE_DIR', value: '/state' }]);
  expect(await runRecipe(at, command, options)).toMatchObject({ code: 0 });
  expect(filesWithToken(state)).toEqual(['.env']);
  const again = await runRecipe(at, command, options);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Already up to date') });
  at.service.script('/api/whoami-v2', { status: 503, body: 'down' });
  expect(await runRecipe(at, command, options)).toMatchObject({ code: 0 });
});
