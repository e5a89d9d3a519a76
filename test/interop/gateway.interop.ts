import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readRecipe } from '../examples/recipe.ts';
import { type Program, useProgram, WITH_TOKEN } from '../support/program.ts';
import { limitPlugins, onEachVersion, type Place, type Real } from './support.ts';

const program = useProgram();

const documents = parseAllDocuments(readRecipe('kubernetes.yaml')).map((document) => document.toJS());
const [container] = documents.find(({ kind }) => kind === 'Deployment').spec.template.spec.containers;
const [, ...command] = container.command;

/** What the recipe gives the Gateway, its state directory moved into the home and its Secret filled in. */
function environmentOf({ stateDir }: Program): Record<string, string> {
  const names = container.env.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['OPENCLAW_STATE_DIR', 'OPENCLAW_GATEWAY_TOKEN']);
  return { OPENCLAW_STATE_DIR: stateDir, OPENCLAW_GATEWAY_TOKEN: 'the-password-of-a-test' };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return String(typeof address === 'object' && address ? address.port : 0);
}

type Started = { isLive: boolean; said: string; stop(): Promise<void> };

/** Starts the Gateway and waits until it answers, or has ended. */
async function startGateway(real: Real, { env, ...place }: Place): Promise<Started> {
  const port = await freePort();
  const child = real.start(command, { ...place, env: { ...env, OPENCLAW_GATEWAY_PORT: port } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill();
    await ended;
  };
  while (child.exitCode === null) {
    if (await answers(`http://127.0.0.1:${port}/health`)) return { isLive: true, said, stop };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await ended;
  return { isLive: false, said, stop: async () => {} };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

onEachVersion((real) => {
  const isOld = real.version.startsWith('2026.4.');

  test(`the recipe's Gateway starts on what ours wrote, and ${isOld ? 'rewrites' : 'does not touch'} it`, async () => {
    const at = program();
    limitPlugins(real, at);
    await at.onboard([...WITH_TOKEN, '--fallback', 'Qwen/Qwen3-8B']);
    const [config, env] = [at.read('openclaw.json') ?? '', at.read('.env')];
    const gateway = await startGateway(real, { ...at, env: environmentOf(at) });
    expect({ isLive: gateway.isLive, said: gateway.isLive ? '' : gateway.said }).toEqual({ isLive: true, said: '' });
    await gateway.stop();
    expect(at.read('.env')).toBe(env);
    expect(at.read('openclaw.json') === config).toBe(!isOld);
    expect((await at.run(['models', 'status', '--plain'])).stdout).toBe('huggingface/deepseek-ai/DeepSeek-R1\n');
    expect(await at.run(['models', 'status', '--check'])).toMatchObject({ code: 0 });
  });
});
