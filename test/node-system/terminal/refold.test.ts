import { expect, test } from 'vitest';
import { refold } from '../../../src/node-system/terminal/refold.ts';

const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;
const link = (text: string) => `\u001b]8;;https://hf.co\u0007${text}\u001b]8;;\u0007`;

test.each<[name: string, line: string, columns: number, refolded: string]>([
  ['one that fits is as it is', dim('one two'), 7, dim('one two')],
  ['words are whole', '! one two three', 10, '! one two\n  three'],
  ['a colour goes on', dim('  one two three'), 9, dim('  one two\n  three')],
  ['a colour inside', `! one ${dim('two three')} four`, 10, `! one ${dim('two\n  three')}\n  four`],
  ['a link is whole', `one ${link('two')} three`, 7, `one ${link('two')}\n  three`],
  [
    'a value is below itself',
    `  ${dim('Cost')}    about $1 a turn`,
    20,
    `  ${dim('Cost')}    about $1 a\n          turn`,
  ],
  ['but not where it has no room', '  Writes   one two', 15, '  Writes   one\n  two'],
  ['further lines of a value, too', '        one two three', 16, '        one two\n        three'],
  ['an id is whole', '- org/model-with-a-long-name removed', 20, '- org/model-with-a-long-name\n  removed'],
  ['Japanese between characters', '! 既定のモデル', 8, '! 既定の\n  モデル'],
  ['a command is whole', '  openclaw onboard --remove', 12, '  openclaw onboard --remove'],
])('%s', (_, line, columns, refolded) => {
  expect(refold(line, columns)).toBe(refolded);
});
