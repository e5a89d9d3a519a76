import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { createNodeSystem } from '../../src/node-system/create-node-system.ts';
import { configText } from '../support/config-text.ts';
import { useCommands } from '../support/in-process.ts';
import { documentOf, failureOf, TOKEN } from '../support/program.ts';
import { BIN } from '../support/run-openclaw.ts';
import { schemaFiles } from '../support/schemas.ts';

const commands = useCommands();

/** Every command that help shows, as the words that name it. */
function namesOf(command: Command, path: string[] = []): string[][] {
  const shown = command.createHelp().visibleCommands(command);
  // Not commander's own `help` of a group.
  const own = shown.filter((one) => command.commands.includes(one));
  const below = own.flatMap((one) => namesOf(one, [...path, one.name()]));
  return [path, ...below];
}

const system = createNodeSystem({ signal: new AbortController().signal });
const names = namesOf(createProgram('0.0.0', { system, run: async () => {} })).map((path) => path.join(' '));
const pathOf = (name: string) => name.split(' ').filter((word) => word !== '');

test('these are all commands', () => {
  expect(names).toEqual([
    '',
    'onboard',
    'models',
    'models list',
    'models status',
    'models set',
    'models fallbacks',
    'models fallbacks list',
    'models fallbacks add',
    'models fallbacks remove',
    'models fallbacks clear',
    'models aliases',
    'models aliases list',
    'models aliases add',
    'models aliases remove',
    'models refresh',
    'models bench',
    'config',
    'config path',
    'config get',
    'config validate',
    'config undo',
    'completion',
    'help',
  ]);
});

describe.each(names)('openclaw %s --help', (name) => {
  const help = async () => (await commands().run([...pathOf(name), '--help'])).stdout;

  test('opens with examples, names its exit codes, ends with links, and fits 80 columns', async () => {
    const text = await help();
    // That of onboard is longer than a screen, so the examples stand behind the flags.
    expect(text).toMatch(name === 'onboard' ? /^Usage: openclaw/ : /^Examples:\n( {2}.+\n)+\nUsage: openclaw/);
    expect(text).toMatch(/^Examples:\n( {2}.+\n)+\n/m);
    expect(text).toMatch(/\nExit codes:\n {2}0 {2}.+\n( {2}\d+ {2}.+\n)*\nLinks:\n( {2}https:\/\/\S+\n)+$/);
    expect(text.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  });

  test('its examples run', async () => {
    for (const example of examplesIn(await help())) {
      const { code, stderr } = await runExample(example);
      expect({ example, stderr, code }).toEqual({
        example,
        stderr,
        code: /^openclaw (?:onboard --auth-choice \S+|models bench)$/.test(example) ? NO_TERMINAL : 0,
      });
    }
  });
});

describe('openclaw help', () => {
  test.each([
    [['help'], ['--help']],
    [
      ['help', 'onboard'],
      ['onboard', '--help'],
    ],
    [
      ['help', 'models'],
      ['models', '--help'],
    ],
    [
      ['help', 'models', 'fallbacks', 'add'],
      ['models', 'fallbacks', 'add', '--help'],
    ],
    [
      ['help', 'models', 'set', 'Qwen/Qwen3-8B'],
      ['models', 'set', '--help'],
    ],
    [
      ['--offline', 'help', 'config'],
      ['config', '--help'],
    ],
    [
      ['models', 'help'],
      ['models', '--help'],
    ],
    [
      ['models', 'help', 'set'],
      ['models', 'set', '--help'],
    ],
    [
      ['models', 'help', 'aliases', 'add'],
      ['models', 'aliases', 'add', '--help'],
    ],
    [
      ['models', 'help', '--json'],
      ['help', 'models', '--json'],
    ],
    [
      ['models', 'fallbacks', 'help', 'add', '--json'],
      ['help', 'models', 'fallbacks', 'add', '--json'],
    ],
    [
      ['models', 'aliases', 'help', '--json'],
      ['help', 'models', 'aliases', '--json'],
    ],
    [
      ['config', 'help', '--json'],
      ['help', 'config', '--json'],
    ],
  ])('%j says what %j says', async (args, same) => {
    expect(await commands().run(args)).toEqual(await commands().run(same));
  });

  test.each([
    ['models st', 'openclaw models has no command "st".', 'Did you mean openclaw models status?'],
    ['onbord', 'openclaw has no command "onbord".', 'Did you mean openclaw onboard?'],
    ['gateway', '"gateway" is a command of OpenClaw itself, not of this program.', expect.stringContaining('real')],
  ])('help %s is a usage error', async (words, message, hint) => {
    expect(failureOf(await commands().run(['help', ...words.split(' ')]))).toEqual({ code: 2, says: [message, hint] });
    const { error } = documentOf(await commands().run(['help', ...words.split(' '), '--json']));
    expect(error).toMatchObject({ code: 'usage', message, hint });
  });
});

describe('openclaw help --json', () => {
  const table = async (...words: string[]): Promise<Table> =>
    documentOf(await commands().run(['help', ...words, '--json'])) as Table;
  const groups = ['', 'models', 'models fallbacks', 'models aliases', 'config'];

  test('has every command that does something, or those below the words', async () => {
    const all = names.filter((name) => !groups.includes(name)).map((name) => `openclaw ${name}`);
    expect((await table()).commands.map(({ command }) => command)).toEqual(all);
    const below = all.filter((name) => name.startsWith('openclaw models aliases'));
    expect((await table('models', 'aliases')).commands.map(({ command }) => command)).toEqual(below);
  });

  test('says of a command what it takes', async () => {
    const [onboard] = (await table('onboard')).commands;
    const flag = (name: string) => onboard?.flags.find(({ flag }) => flag === name);
    expect(flag('--verify')).toEqual({
      flag: '--verify',
      description: 'the token check',
      type: 'string',
      value: 'when',
      choices: ['required', 'try', 'off'],
      default: 'try',
      repeatable: false,
    });
    expect(flag('--fallback')).toMatchObject({ type: 'string', value: 'ref', choices: null, repeatable: true });
    expect(flag('--alias')).toMatchObject({ value: 'ref=label', repeatable: true });
    expect(flag('--dry-run')).toMatchObject({ type: 'boolean', value: null, default: null });
    const [list] = (await table('models', 'list')).commands;
    expect(list?.flags.find(({ flag }) => flag === '--max-price')).toMatchObject({ type: 'number', value: 'usd' });
    const [set] = (await table('models', 'set')).commands;
    expect(set).toMatchObject({
      arguments: [{ name: 'ref-or-alias', required: true, repeatable: false, choices: null }],
      exitCodes: expect.arrayContaining([{ code: 7, meaning: 'model unknown or not served' }]),
      schema: 'schemas/models/set.json',
    });
  });

  test.each(names.filter((name) => !groups.includes(name)))(
    '%s: the flags, arguments and examples of its --help',
    async (name) => {
      const [command] = (await table(...pathOf(name))).commands;
      const help = (await commands().run([...pathOf(name), '--help'])).stdout;
      const [own = '', global = ''] = help.split('\nGlobal Options:\n');
      const flagsIn = (text: string) => [...text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag]) => flag);
      expect(command?.flags.map(({ flag }) => flag)).toEqual(flagsIn(own.slice(own.indexOf('Options:'))).slice(0, -1));
      expect((await table()).globalFlags.map(({ flag }) => flag)).toEqual(
        flagsIn(global).filter((flag) => flag !== '--version'),
      );
      expect(command?.examples).toEqual(examplesIn(help));
      for (const { name } of command?.arguments ?? []) expect(help).toContain(name);
    },
  );

  test('names every exit code that a command has', async () => {
    const { commands: all, exitCodes } = await table();
    const own = new Set(all.flatMap((command) => command.exitCodes.map(({ code }) => code)));
    expect(exitCodes.map(({ code }) => code)).toEqual([...own].sort((a, b) => a - b));
  });

  test.each(groups)('%s --help names those of all commands below it', async (name) => {
    const { commands: all } = await table(...pathOf(name));
    const below = new Set(all.flatMap((command) => command.exitCodes.map(({ code }) => code)));
    const help = (await commands().run([...pathOf(name), '--help'])).stdout;
    const [, said = ''] = /\nExit codes:\n((?: {2}.+\n)+)/.exec(help) ?? [];
    const named = [...said.matchAll(/^ {2}(\d+) {2}/gm)].map(([, code]) => Number(code));
    expect([...below].filter((code) => !named.includes(code))).toEqual([]);
  });

  test('each --json has a schema', async () => {
    const documented = (await table()).commands.flatMap(({ schema }) => schema ?? []);
    const others = ['schemas/common.json', 'schemas/error.json'];
    expect([...documented, ...others].sort()).toEqual(schemaFiles().map((file) => `schemas/${file}`));
  });
});

type Table = {
  commands: {
    command: string;
    arguments: { name: string }[];
    flags: { flag: string }[];
    examples: string[];
    exitCodes: { code: number }[];
    schema: string | null;
  }[];
  exitCodes: { code: number }[];
  globalFlags: { flag: string }[];
};

/** Questions need a terminal, which no test of this file has. */
const NO_TERMINAL = 2;

function examplesIn(help: string): string[] {
  const block = /^Examples:\n((?: {2}.+\n)+)/m.exec(help)?.[1] ?? '';
  return block
    .replace(/^ {2}/gm, '')
    .replace(/\\\n\s*/g, '')
    .trimEnd()
    .split('\n');
}

/**
 * As a person who copies it, in a home that is set up and has a write to undo; in the shell that the example is for,
 * where it has anything that only a shell understands, or names a file.
 */
async function runExample(example: string): Promise<{ code: number | null; stderr: string }> {
  const { home, service, write, run } = commands();
  write('openclaw.json', configText('models.json5'));
  await run(['models', 'set', 'quick']);
  if (/^openclaw [\w./:=, -]+$/.test(example) && !/\/run\/secrets|\.json5/.test(example))
    return run(example.split(' ').slice(1), { env: { HF_TOKEN: TOKEN } });
  const bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'openclaw'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, { mode: 0o755 });
  writeFileSync(join(home, 'hf_token'), `${TOKEN}\n`);
  writeFileSync(join(home, 'answers.json5'), "{ authChoice: 'huggingface-api-key', model: 'quick' }\n");
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: home,
    HF_TOKEN: TOKEN,
    HF_ENDPOINT: service.url,
    OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
  };
  const shell = /completion (zsh|fish)/.exec(example)?.[1] ?? 'bash';
  if (spawnSync('which', [shell]).status !== 0) return { code: 0, stderr: '' };
  const line = example.replace('/run/secrets/hf_token', join(home, 'hf_token'));
  return new Promise((resolve) => {
    const child = execFile(shell, ['-c', line], { env, cwd: home }, (error, _, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stderr });
    });
    child.stdin?.end();
  });
}

test.each([
  ['models --help list', 'models --help'],
  ['config -h get', 'config --help'],
  ['models aliases --help add', 'models aliases --help'],
  ['--help models', '--help'],
])('%s is the help that %s shows', async (line, whole) => {
  expect(await commands().run(line.split(' '))).toEqual(await commands().run(whole.split(' ')));
});
