import { expect, test } from 'vitest';
import { homePath, homePaths } from '../../src/text/home-path.ts';
import { formatAboutUsd, formatUsdShort } from '../../src/text/numbers.ts';

test.each([
  ['/home/ada/.openclaw/.env', { HOME: '/home/ada' }, '~/.openclaw/.env'],
  ['/home/ada/.openclaw/.env', { USERPROFILE: '/home/ada' }, '~/.openclaw/.env'],
  ['/home/ada/.openclaw/.env', { HOME: '/home/ada/' }, '~/.openclaw/.env'],
  ['/home/adam/.openclaw/.env', { HOME: '/home/ada' }, '/home/adam/.openclaw/.env'],
  ['/etc/openclaw.json', { HOME: '/home/ada' }, '/etc/openclaw.json'],
  ['/home/ada', { HOME: '/home/ada' }, '/home/ada'],
  ['/home/ada/x', {}, '/home/ada/x'],
  ['/home/ada/x', { HOME: '' }, '/home/ada/x'],
])('%s with %j is shown as %s', (path, env, shown) => {
  expect(homePath(path, env)).toBe(shown);
});

test('paths in a note are those of a person, whatever else is in it', () => {
  const end = new Date();
  const place = { kind: 'dotenv', name: 'HF_TOKEN', path: '/home/ada/.openclaw/.env' };
  const note = { kind: 'x', places: [place], end, proxy: null, path: 'agents.defaults', seconds: 1 };
  expect(homePaths(note, { HOME: '/home/ada' })).toEqual({ ...note, places: [{ ...place, path: '~/.openclaw/.env' }] });
});

test.each([
  [134.64, '135'],
  [1234.5, '1,235'],
  [100_000, '100,000'],
  [12_345_678, '12,345,678'],
  [9.5, '9.50'],
  [0.0935, '0.09'],
  [0.0048, '0.0048'],
  [0, '0.00'],
])('an estimate of %d USD is shown as %s', (amount, shown) => {
  expect(formatAboutUsd(amount)).toBe(shown);
});

test.each([
  [0.269, '0.27'],
  [0.4, '0.40'],
  [12, '12.00'],
  [0.05, '0.05'],
  [0.055, '0.055'],
  [0.0548, '0.055'],
  [0.0048, '0.0048'],
  [0.00001, '0.00001'],
  [0, '0.00'],
])('in a column a price of %d USD is %s', (amount, shown) => {
  expect(formatUsdShort(amount)).toBe(shown);
});
