import { expect, test } from 'vitest';
import { createCommandNamer } from '../../src/cli/name-commands.ts';
import { useCommands } from '../support/in-process.ts';
import { documentOf, TOKEN } from '../support/program.ts';

const commands = useCommands();

test.each([
  ['as openclaw', 'openclaw', ['models', 'list'], 'Undo: openclaw config undo', 'Undo: openclaw config undo'],
  ['as openclaw-onboard', 'openclaw-onboard', [], 'Undo: openclaw config undo', 'Undo: openclaw-onboard config undo'],
  [
    '--profile',
    'openclaw',
    ['--profile', 'work', 'onboard'],
    'openclaw config undo',
    'openclaw --profile work config undo',
  ],
  [
    '--profile=',
    'openclaw',
    ['onboard', '--profile=work'],
    'openclaw models list',
    'openclaw --profile work models list',
  ],
  [
    '--profile twice: the last one counts',
    'openclaw',
    ['--profile', 'a', '--profile', 'work', 'onboard'],
    'openclaw config undo',
    'openclaw --profile work config undo',
  ],
  ['--dev', 'openclaw-onboard', ['--dev', 'onboard'], 'openclaw models set x', 'openclaw-onboard --dev models set x'],
  ['a command that has it', 'openclaw', ['--dev', 'onboard'], 'openclaw --dev onboard', 'openclaw --dev onboard'],
  ['another program’s command', 'openclaw', ['--dev'], 'openclaw daemon install', 'openclaw daemon install'],
  [
    'a command of OpenClaw itself that begins like ours',
    'openclaw-onboard',
    ['--profile', 'work'],
    'openclaw models auth paste-api-key',
    'openclaw --profile work models auth paste-api-key',
  ],
  [
    'all commands that this program has',
    'openclaw-onboard',
    [],
    'openclaw help --json; openclaw completion bash; openclaw onboard',
    'openclaw-onboard help --json; openclaw-onboard completion bash; openclaw-onboard onboard',
  ],
  ['an invalid name', 'openclaw', ['--profile', 'a b'], 'openclaw config undo', 'openclaw config undo'],
])('hints name commands as this run was started: %s', (_, program, argv, text, expected) => {
  expect(createCommandNamer(program, argv)(text)).toBe(expected);
});

const KEPT = ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', '--huggingface-api-key', TOKEN];

/** What a program runs, or shows to a person who will. */
test.each<[what: string, args: string[], named: object]>([
  [
    'examples of a command, which keeps its own name',
    ['help', 'models', 'refresh'],
    {
      name: 'openclaw',
      commands: [
        {
          command: 'openclaw models refresh',
          examples: expect.arrayContaining(['openclaw --dev models refresh']),
          schema: 'schemas/models/refresh.json',
        },
      ],
    },
  ],
  ['warnings', KEPT, { warnings: expect.arrayContaining([expect.stringContaining('openclaw --dev models set')]) }],
  ['the reason of a list', ['models', 'list'], { reason: 'No token yet. Run openclaw --dev onboard' }],
  ['a hint', ['models', 'sett'], { error: { hint: 'Did you mean openclaw --dev models set?' } }],
])('documents name commands as this run was started: %s', async (_, args, named) => {
  const { run, write } = commands();
  write('../.openclaw-dev/openclaw.json', '{ agents: { defaults: { model: "acme/other" } } }');
  expect(documentOf(await run(['--dev', ...args, '--json']))).toMatchObject(named);
});
