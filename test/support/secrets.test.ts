import { expect, test } from 'vitest';
import { leaksIn, secretsGiven } from './secrets.ts';

const SECRET = 'hf_abcdefghijklmnop';
const run = (stdout: string, stderr = '') => ({ code: 0, stdout, stderr });

test('a run that shows 12 characters of a secret in a row leaks, on either stream; fewer do not', () => {
  expect(leaksIn(run('', 'x abcdefghijkl x'), [SECRET])).toEqual(['abcdefghijkl']);
  expect(leaksIn(run('abcdefghijklm'), [SECRET])).toEqual(['abcdefghijkl', 'bcdefghijklm']);
  expect(leaksIn(run('hf_…mnop abcdefghijk'), [SECRET])).toEqual([]);
});

test('secret is what the key flag, stdin and a secret variable hold', () => {
  const env = { HF_TOKEN: 'c', HOME: '/home/ada', OPENCLAW_CONFIG_PATH: 'x', HF_TOKEN_PATH: 'y' };
  expect(secretsGiven(['onboard', '--huggingface-api-key', 'a', '--json'], env, 'b\n')).toEqual(['a', 'b', 'c']);
});
