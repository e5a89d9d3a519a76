import { expect, test } from 'vitest';
import { createCommandNamer } from '../../src/cli/name-commands.ts';

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
  ['an invalid name', 'openclaw', ['--profile', 'a b'], 'openclaw config undo', 'openclaw config undo'],
])('hints name commands as this run was started: %s', (_, program, argv, text, expected) => {
  expect(createCommandNamer(program, argv)(text)).toBe(expected);
});
