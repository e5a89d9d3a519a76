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
import { TOKEN } from '../support/program.ts';
import { BIN } from '../support/run-openclaw.ts';

const commands = useCommands();

/** Every command that help shows, as the words that name it. */
function namesOf(command: Command, path: string[] = []): string[][] {
  const shown = command.createHelp().visibleCommands(command);
  const below = shown.filter((one) => one.name() !== 'help').flatMap((one) => namesOf(one, [...path, one.name()]));
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
