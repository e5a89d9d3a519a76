import { chmodSync, chownSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type Program, TOKEN, useProgram } from '../support/program.ts';
import { canContain, runContained } from './container.ts';
import { filesWithToken, installProgram, readRecipe, runRecipe, tokensIn } from './recipe.ts';

const program = useProgram();
const MANIFEST = readRecipe('kubernetes.yaml');
// Kubernetes reads YAML 1.1: 0440 is octal there.
const documents = parseAllDocuments(MANIFEST, { version: '1.1' }).map((document) => document.toJS());
const { spec: pod } = documents.find(({ kind }) => kind === 'Deployment').spec.template;
const [config, onboard] = pod.initContainers;
const [gateway] = pod.containers;
const { fsGroup } = pod.securityContext;

/** A volume as Kubernetes mounts a Secret or a ConfigMap: the key is a link to a link to a directory with a date. */
function mountKey(directory: string, key: string, text: string): void {
  const dated = join(directory, '..2026_11_20');
  mkdirSync(dated, { recursive: true });
  writeFileSync(join(dated, key), text);
  chmodSync(join(dated, key), 0o440);
  symlinkSync('..2026_11_20', join(directory, '..data'));
  symlinkSync(`..data/${key}`, join(directory, key));
}

/** The volumes of the pod, as directories of the home. */
function volumesOf(at: Program): Record<string, string> {
  const names: string[] = pod.volumes.map(({ name }: { name: string }) => name);
  const volumes = Object.fromEntries(names.map((name) => [name, join(at.home, name)]));
  for (const directory of Object.values(volumes)) mkdirSync(directory);
  chmodSync(volumes.state ?? '', 0o2770);
  mountKey(volumes.huggingface ?? '', 'token', TOKEN);
  return volumes;
}

test('the token is in the Secret alone, which one init container alone mounts', () => {
  expect(tokensIn(MANIFEST)).toEqual([]);
  expect(documents.map(({ kind }) => kind)).not.toContain('Secret');
  const mounts = ({ volumeMounts }: { volumeMounts: { name: string }[] }) => volumeMounts.map(({ name }) => name);
  expect([config, onboard, gateway].map(mounts)).toEqual([['state', 'config'], ['state', 'huggingface'], ['state']]);
  const volumes = pod.volumes.map(({ name }: { name: string }) => name);
  expect(volumes).toEqual(['state', 'config', 'huggingface']);
});

test('the pod keeps to the "restricted" standard, and to no user id', () => {
  expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  expect(pod.automountServiceAccountToken).toBe(false);
  for (const { securityContext } of [config, onboard, gateway]) {
    expect(securityContext).toMatchObject({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
  }
  expect([config, onboard].map(({ securityContext }) => securityContext.readOnlyRootFilesystem)).toEqual([true, true]);
  expect(MANIFEST).not.toMatch(/runAsUser|runAsGroup|privileged|hostPath|hostNetwork/);
});

test('the Gateway has the same state directory, and its own password from a Secret', () => {
  expect(gateway.env).toEqual([
    ...onboard.env,
    { name: 'OPENCLAW_GATEWAY_TOKEN', valueFrom: { secretKeyRef: { name: 'openclaw-gateway', key: 'token' } } },
  ]);
});

test('the init container sets up the volume; a restart changes no byte', async () => {
  const at = program();
  const { state = '', huggingface = '' } = volumesOf(at);
  const command = onboard.command.map((word: string) => word.replace('/run/secrets/huggingface', huggingface));
  const options = { path: [installProgram()], env: { OPENCLAW_STATE_DIR: state } };
  expect(onboard.env).toEqual([{ name: 'OPENCLAW_STATE_DIR', value: '/state' }]);
  expect(await runRecipe(at, command, options)).toMatchObject({ code: 0 });
  expect(filesWithToken(state)).toEqual(['.env']);
  const again = await runRecipe(at, command, options);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Already up to date') });
  at.service.script('/api/whoami-v2', { status: 503, body: 'down' });
  expect(await runRecipe(at, command, options)).toMatchObject({ code: 0 });
});

const UID = 1_000_660_000;

type Container = typeof onboard;

/** Runs an init container with its own command, variables and mounts. */
function runInit(at: Program, { command, env = [], volumeMounts }: Container, volumes: Record<string, string>) {
  const mounts = volumeMounts.map(({ name, mountPath, readOnly }: Container) => ({
    from: volumes[name],
    to: mountPath,
    readOnly,
  }));
  const variables = env.map(({ name, value }: Container) => [name, value]);
  const user = { uid: UID, groups: [fsGroup] };
  return runContained(at, command, { mounts, env: Object.fromEntries(variables), user });
}

/** Kubernetes gives the volumes of a pod to its group. */
function giveToGroup(volumes: Record<string, string>): void {
  chownSync(volumes.state ?? '', 0, fsGroup);
  chownSync(join(volumes.huggingface ?? '', 'token'), 0, fsGroup);
}

test.skipIf(!canContain())(
  'as a user without a name, on a read-only root: the config is copied and set up, once (skipped without unshare)',
  async () => {
    const at = program();
    const volumes = volumesOf(at);
    giveToGroup(volumes);
    mountKey(volumes.config ?? '', 'openclaw.json', '{\n  // mine\n  gateway: { port: 19001 },\n}\n');
    chmodSync(join(volumes.config ?? '', 'openclaw.json'), 0o444);
    const written = join(volumes.state ?? '', 'openclaw.json');
    const start = async () => [await runInit(at, config, volumes), await runInit(at, onboard, volumes)];
    expect(await start()).toMatchObject([
      { code: 0, stdout: '', stderr: '' },
      { code: 0, stdout: expect.stringContaining('stored in /state/.env') },
    ]);
    expect(at.files()['state/openclaw.json']).toMatch(/\/\/ mine[\s\S]*port: 19001[\s\S]*DeepSeek-R1/);
    expect([statSync(written).uid, statSync(written).mode & 0o777]).toEqual([UID, 0o600]);
    const before = at.files();
    expect(await start()).toMatchObject([{ code: 0 }, { stdout: expect.stringContaining('Already up to date') }]);
    expect(at.files()).toEqual(before);
  },
);

test.skipIf(!canContain())('without a config of its own it begins anew (skipped without unshare)', async () => {
  const at = program();
  const volumes = volumesOf(at);
  giveToGroup(volumes);
  expect(await runInit(at, config, volumes)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await runInit(at, onboard, volumes)).toMatchObject({ code: 0 });
});
