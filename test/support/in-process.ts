import { expect } from 'vitest';
import type { StandInOptions } from '../../scripts/stand-in/server.js';
import { createCommandNamer } from '../../src/cli/name-commands.ts';
import { reportError } from '../../src/cli/report-error.ts';
import { runCli } from '../../src/cli/run/run-cli.ts';
import { createNodeSystem } from '../../src/node-system/create-node-system.ts';
import { createHiddenTexts } from '../../src/node-system/terminal/hidden-texts.ts';
import { createIo } from '../../src/node-system/terminal/io.ts';
import type { Output } from '../../src/node-system/terminal/outputs.ts';
import type { Io, System } from '../../src/system.ts';
import { OTHER_TOKEN, type Program, TOKEN, useProgram } from './program.ts';
import type { Run, RunOptions } from './run-openclaw.ts';
import { documentFaults } from './schemas.ts';
import { type Asked, type Paper, type Step, scriptedPrompt } from './scripted-prompt.ts';
import { leaksIn } from './secrets.ts';

/** A run in which a person answered: `stderr` is what is left on the screen, without the questions themselves. */
export type Talk = Run & { asked: Asked[] };

export type Commands = Program & {
  /** `onboard --auth-choice huggingface-api-key`, or these arguments, with a person who does exactly these steps. */
  answer(steps: readonly Step[], args?: readonly string[], options?: Omit<RunOptions, 'home'>): Promise<Talk>;
};

const WITH_CHOICE = ['onboard', '--auth-choice', 'huggingface-api-key'];

/** The same program and files as `useProgram`, run in this process: some 20 times as quick. No terminal either. */
export function useCommands(options: StandInOptions = {}): () => Commands {
  const program = useProgram(options);
  return () => {
    const { service, home, ...rest } = program();
    const own = { HF_ENDPOINT: service.url, OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl };
    const talk = async (args: readonly string[], { env, ...others }: Omit<RunOptions, 'home'>, person?: Person) => {
      const result = await runInProcess(args, { ...others, home, env: { ...own, ...env } }, person);
      const shown = { ...result, stderr: result.stderr + JSON.stringify(person?.asked ?? []) };
      expect(leaksIn(shown, [TOKEN, OTHER_TOKEN])).toEqual([]);
      return result;
    };
    const run: Program['run'] = (args, others = {}) => talk(args, others);
    const onboard: Program['onboard'] = (flags = [], others = {}) =>
      run(['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', ...flags], others);
    const list: Program['list'] = (flags = [], others = {}) =>
      run(['models', 'list', '--provider', 'huggingface', ...flags], others);
    const answer: Commands['answer'] = async (steps, args = WITH_CHOICE, others = {}) => {
      const asked: Asked[] = [];
      return { ...(await talk(args, others, { steps, asked })), asked };
    };
    return { ...rest, service, home, run, onboard, list, answer };
  };
}

type Person = { steps: readonly Step[]; asked: Asked[] };

/** A real System but for what it hears and says: `env` is all of its environment, and its streams are texts. */
async function runInProcess(
  args: readonly string[],
  { home, env = {}, input = '' }: RunOptions,
  person?: Person,
): Promise<Run> {
  const { hide, mask } = createHiddenTexts();
  const said = { out: '', err: '' };
  const output = (name: 'out' | 'err'): Output => ({
    isTerminal: false,
    columns: () => undefined,
    rows: () => undefined,
    write: (text) => {
      said[name] += text;
    },
  });
  const { signal } = new AbortController();
  const io: Io = {
    ...createIo({
      outputs: { stdout: output('out'), stderr: output('err'), drained: async () => true, failure: () => undefined },
      env,
      platform: process.platform,
      noColor: false,
      mask,
      signal,
      nameCommands: createCommandNamer('openclaw', args),
    }),
    stdinIsTerminal: false,
    readStdin: async () => input,
  };
  const paper: Paper = {
    write: io.err.write,
    mark: () => {
      const { length } = said.err;
      return () => {
        said.err = said.err.slice(0, length);
      };
    },
  };
  const prompt = person === undefined ? null : scriptedPrompt(person.steps, paper, person.asked);
  const system = {
    ...createNodeSystem({ signal, env: { HOME: home, ...env } }),
    io,
    hide,
    prompt: prompt as System['prompt'],
  };
  const show = { json: args.includes('--json'), verbose: args.includes('--verbose') };
  const code = await runCli(args, '0.0.0', system).catch((error) => reportError(error, show, system));
  expect(documentFaults(args, { stdout: said.out })).toEqual([]);
  return { code, stdout: said.out, stderr: said.err };
}
