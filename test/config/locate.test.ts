import { expect, test } from 'vitest';
import { locateConfig } from '../../src/config/locate.ts';

const HERE = process.cwd();

test.each([
  ['the home directory', { HOME: '/home/ada' }, undefined, '/home/ada/.openclaw', undefined],
  ['USERPROFILE', { USERPROFILE: '/u' }, undefined, '/u/.openclaw', undefined],
  ['HOME before USERPROFILE', { HOME: '/h', USERPROFILE: '/u' }, undefined, '/h/.openclaw', undefined],
  ['OPENCLAW_HOME before HOME', { HOME: '/h', OPENCLAW_HOME: '/o' }, undefined, '/o/.openclaw', undefined],
  ['OPENCLAW_HOME with ~', { HOME: '/h', OPENCLAW_HOME: '~/x' }, undefined, '/h/x/.openclaw', undefined],
  ['a relative OPENCLAW_HOME', { HOME: '/h', OPENCLAW_HOME: 'x' }, undefined, `${HERE}/x/.openclaw`, undefined],
  ['OPENCLAW_STATE_DIR', { HOME: '/h', OPENCLAW_STATE_DIR: '/s' }, undefined, '/s', undefined],
  ['OPENCLAW_STATE_DIR with ~', { HOME: '/h', OPENCLAW_STATE_DIR: '~/s' }, undefined, '/h/s', undefined],
  ['~ alone', { HOME: '/h', OPENCLAW_STATE_DIR: '~' }, undefined, '/h', undefined],
  ['a relative state directory', { HOME: '/h', OPENCLAW_STATE_DIR: 's/../t' }, undefined, `${HERE}/t`, undefined],
  [
    '~name, which is nobody’s home here',
    { HOME: '/h', OPENCLAW_STATE_DIR: '~bob' },
    undefined,
    `${HERE}/~bob`,
    undefined,
  ],
  [
    'blank variables, which do not count',
    { HOME: '/h', OPENCLAW_HOME: ' ', OPENCLAW_STATE_DIR: '' },
    undefined,
    '/h/.openclaw',
    undefined,
  ],
  ['blanks around a value', { HOME: '/h', OPENCLAW_STATE_DIR: ' /s ' }, undefined, '/s', undefined],
  ['no home where none is needed', { OPENCLAW_STATE_DIR: '/s' }, undefined, '/s', undefined],
  ['a profile', { HOME: '/h' }, 'work', '/h/.openclaw-work', undefined],
  ['the profile dev', { HOME: '/h' }, 'dev', '/h/.openclaw-dev', undefined],
  ['the default profile', { HOME: '/h' }, 'Default', '/h/.openclaw', undefined],
  ['a profile where OPENCLAW_STATE_DIR wins', { HOME: '/h', OPENCLAW_STATE_DIR: '/s' }, 'work', '/s', undefined],
  ['OPENCLAW_CONFIG_PATH', { HOME: '/h', OPENCLAW_CONFIG_PATH: '~/c.json' }, undefined, '/h/.openclaw', '/h/c.json'],
  [
    'a relative config path',
    { HOME: '/h', OPENCLAW_CONFIG_PATH: 'c.json' },
    'work',
    '/h/.openclaw-work',
    `${HERE}/c.json`,
  ],
])('finds the files from %s', (_, env, profile, stateDir, configPath) => {
  const locations = locateConfig({ env }, profile);
  expect(locations.stateDir).toBe(stateDir);
  expect(locations.configPath).toBe(configPath ?? `${stateDir}/openclaw.json`);
  expect(locations.envFile).toBe(`${stateDir}/.env`);
  expect(locations.cacheFile).toBe(`${stateDir}/cache/huggingface-models.json`);
  expect(locations.modelsJson).toBe(`${stateDir}/agents/main/agent/models.json`);
});

test('OPENCLAW_INCLUDE_ROOTS is a list of directories, `~` expanded, blank ones left out', () => {
  const env = { HOME: '/h', OPENCLAW_INCLUDE_ROOTS: '/shared:: ~/team :x' };
  expect(locateConfig({ env }).includeRoots).toEqual(['/shared', '/h/team', `${HERE}/x`]);
  expect(locateConfig({ env: { HOME: '/h' } }).includeRoots).toEqual([]);
});

test.each(['', '../x', 'a/b', '-x', '.', 'a b', 'x'.repeat(65)])('refuses the profile name %j', (profile) => {
  expect(() => locateConfig({ env: { HOME: '/h' } }, profile)).toThrow(expect.objectContaining({ code: 'usage' }));
});

test.each([{}, { HOME: '' }, { OPENCLAW_STATE_DIR: '~/x' }, { OPENCLAW_HOME: '~' }])(
  'says that there is no home in %j',
  (env) => {
    expect(() => locateConfig({ env })).toThrow(/No home directory/);
  },
);
