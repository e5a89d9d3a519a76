import { expect, test } from 'vitest';
import { createProfileNamer } from '../../src/cli/name-profile.ts';

test.each([
  ['without a profile', ['models', 'list'], 'Undo: openclaw config undo', 'Undo: openclaw config undo'],
  [
    '--profile',
    ['--profile', 'work', 'onboard'],
    'Undo: openclaw config undo',
    'Undo: openclaw --profile work config undo',
  ],
  ['--profile=', ['onboard', '--profile=work'], 'openclaw models list', 'openclaw --profile work models list'],
  ['--dev', ['--dev', 'onboard'], 'openclaw models set x', 'openclaw --dev models set x'],
  ['a command that has it', ['--dev', 'onboard'], 'openclaw --dev onboard', 'openclaw --dev onboard'],
  ['another program’s command', ['--dev', 'onboard'], 'openclaw daemon install', 'openclaw daemon install'],
  ['an invalid name', ['--profile', 'a b', 'onboard'], 'openclaw config undo', 'openclaw config undo'],
])('messages name commands with the profile of the run: %s', (_, argv, text, expected) => {
  expect(createProfileNamer(argv)(text)).toBe(expected);
});
