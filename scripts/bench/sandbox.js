// What the benchmark runs in: the built program, throwaway homes, and a stand-in for Hugging Face on loopback.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixtureText, VALID_TOKEN } from '../stand-in/answers.js';
import { startStandIn } from '../stand-in/server.js';

export const BIN = fileURLToPath(new URL('../../bin/openclaw.js', import.meta.url));
export const ONBOARD = [
  'onboard',
  '--non-interactive',
  '--mode',
  'local',
  '--auth-choice',
  'huggingface-api-key',
  '--huggingface-api-key',
  VALID_TOKEN,
];

/** NODE_EXTRA_CA_CERTS and the rest of the environment stay out: they would be timed too. */
export async function createSandbox({ node = process.execPath, models = 137 } = {}) {
  const service = await startStandIn({ models: manyModels(models) });
  const directory = mkdtempSync(join(tmpdir(), 'openclaw-bench-'));
  const env = (home) => ({
    PATH: process.env.PATH,
    HOME: home,
    HF_TOKEN: VALID_TOKEN,
    HF_ENDPOINT: service.url,
    OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
  });
  let homes = 0;
  return {
    service,
    env,
    run: (args, home) => timeRun(node, [BIN, ...args], env(home)),
    bare: () => timeRun(node, ['-e', '0'], env(directory)),
    newHome: () => {
      const home = join(directory, `home-${homes++}`);
      mkdirSync(home);
      return home;
    },
    writeConfig: (home, text) => {
      mkdirSync(join(home, '.openclaw'), { recursive: true });
      writeFileSync(join(home, '.openclaw', 'openclaw.json'), text);
    },
    close: async () => {
      await service.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Milliseconds from spawn to exit. Rejects where the run fails: a benchmark of an error message is none. */
export function timeRun(command, args, env) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', () => {});
    child.stderr.on('data', (text) => {
      output += text;
    });
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - started);
      else reject(new Error(`${args.join(' ')}: exit ${code}\n${output}`));
    });
  });
}

/** The fixture's models, repeated under other names until there are enough. */
function manyModels(count) {
  const { data } = JSON.parse(fixtureText('router-models.json'));
  return Array.from({ length: count }, (_, index) => {
    const model = data[index % data.length];
    const round = Math.floor(index / data.length);
    return round === 0 ? model : { ...model, id: `${model.id}-v${round}` };
  });
}

/** A config of about so many bytes, as a person keeps one: agents with comments, and a model to change. */
export function configOf(bytes) {
  const agent = (index) => `      // agent ${index}: what it is for, in a few words
      { id: "agent-${index}", name: 'Agent ${index}', workspace: "~/work/${index}", tools: { allow: ["read", "write"], }, },\n`;
  let list = '';
  for (let index = 0; list.length < bytes; index++) list += agent(index);
  return `{
  agents: {
    defaults: { model: { primary: "huggingface/deepseek-ai/DeepSeek-R1" } },
    list: [\n${list}    ],
  },
}\n`;
}
