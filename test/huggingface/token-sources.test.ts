import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasAuthProfile } from '../../src/huggingface/auth-profiles.ts';
import { hfTokenPath } from '../../src/huggingface/hf-token-file.ts';
import { findTokens, type TokenPlaces } from '../../src/huggingface/token-sources.ts';
import type { Env, Shell } from '../../src/system.ts';
import { memoryFiles } from '../support/memory-files.ts';

const HUB = 'HUGGINGFACE_HUB_TOKEN';
const apiKey = (value: string | { source: string; id: string }) => ({
  models: { providers: { huggingface: { apiKey: value } } },
});

function find(places: Partial<TokenPlaces>, env: Env = {}, shell?: Shell, files = memoryFiles()) {
  const noShell: Shell = { run: async () => expect.fail('unexpected shell') };
  const all = {
    dotenv: { path: '/s/.env', values: {} },
    config: undefined,
    configEnv: {},
    configPath: '/s/openclaw.json',
    hfTokenFile: null,
  };
  const signal = new AbortController().signal;
  return findTokens(
    { ...all, ...places },
    { env, files, path: posix, shell: shell ?? noShell, platform: 'linux', signal },
  );
}

const dotenv = (values: Record<string, string>) => ({ dotenv: { path: '/s/.env', values } });

describe('tokens are found by name first, then by place', () => {
  test.each<[string, Partial<TokenPlaces>, Env, string[]]>([
    ['nothing', {}, {}, []],
    ['both names in the environment', {}, { HF_TOKEN: 'a', [HUB]: 'b' }, ['env:HUGGINGFACE_HUB_TOKEN', 'env:HF_TOKEN']],
    [
      'the second name in the environment, the first in .env',
      dotenv({ [HUB]: 'b' }),
      { HF_TOKEN: 'a' },
      ['dotenv:HUGGINGFACE_HUB_TOKEN', 'env:HF_TOKEN'],
    ],
    [
      'one name in three places',
      { ...dotenv({ HF_TOKEN: 'b' }), configEnv: { HF_TOKEN: 'c' } },
      { HF_TOKEN: 'a' },
      ['env:HF_TOKEN', 'dotenv:HF_TOKEN', 'config-env:HF_TOKEN'],
    ],
    ['values that are empty or blank', dotenv({ HF_TOKEN: ' ' }), { HF_TOKEN: '', [HUB]: '\n' }, []],
    ['other variables', dotenv({ HUGGING_FACE_HUB_TOKEN: 'x', __proto__: 'x' }), { OPENAI_API_KEY: 'x' }, []],
    ['an apiKey', { config: apiKey('k') }, { HF_TOKEN: 'a' }, ['env:HF_TOKEN', 'config-api-key']],
    ['an apiKey that refers to a variable', { config: apiKey(`\${MY_TOKEN}`) }, { MY_TOKEN: 'a' }, ['config-api-key']],
    [
      'an apiKey that refers to .env for anything but a token',
      { config: apiKey(`\${MY_TOKEN}`), ...dotenv({ MY_TOKEN: 'a' }) },
      {},
      [],
    ],
    [
      'an env reference',
      { config: apiKey({ source: 'env', id: 'HF_TOKEN' }), ...dotenv({ HF_TOKEN: 'a' }) },
      {},
      ['dotenv:HF_TOKEN', 'config-api-key'],
    ],
    [
      'a reference of another kind',
      { config: apiKey({ source: 'file', id: 'HF_TOKEN' }) },
      { HF_TOKEN: 'a' },
      ['env:HF_TOKEN'],
    ],
    ['an apiKey that refers to nothing', { config: apiKey(`\${MY_TOKEN}`) }, {}, []],
  ])('%s', async (_, places, env, sources) => {
    expect((await find(places, env)).tokens.map(({ source }) => source)).toEqual(sources);
  });
});

describe('warnings', () => {
  test('two sources differ: which wins', async () => {
    expect((await find(dotenv({ [HUB]: 'b' }), { HF_TOKEN: 'a' })).warnings).toEqual([
      'HUGGINGFACE_HUB_TOKEN in /s/.env and HF_TOKEN in the environment hold different tokens: OpenClaw uses the first.',
    ]);
  });

  test('two sources agree: none', async () => {
    expect((await find(dotenv({ [HUB]: 'a' }), { HF_TOKEN: 'a' })).warnings).toEqual([]);
  });

  test('a value with quotes is left as it is', async () => {
    const { tokens, warnings } = await find({}, { HF_TOKEN: '"hf_abc"' });
    expect(tokens[0]?.token).toBe('"hf_abc"');
    expect(warnings).toEqual([
      'HF_TOKEN in the environment holds more than a token (quotes, blanks or a prefix), and OpenClaw reads it as it stands.',
    ]);
  });
});

describe('the login shell', () => {
  const config = { env: { shellEnv: { enabled: true, timeoutMs: 99_999 } } };
  const files = memoryFiles({ '/etc/shells': '# shells\n/bin/sh\n/bin/zsh\n' });
  const output = `welcome\nHF_TOKEN=fake\n__OPENCLAW_LOGIN_SHELL_ENV__\0PATH=/bin\0HF_TOKEN=real\0OTHER=1\0`;

  test.each([
    ['/bin/zsh', '/bin/zsh'],
    ['/home/ada/evil', '/bin/sh'],
    ['zsh', '/bin/sh'],
    [undefined, '/bin/sh'],
  ])('with SHELL=%s is %s', async (SHELL, expected) => {
    const calls: unknown[] = [];
    const shell: Shell = {
      run: async (command, args, { timeoutMs }) => {
        calls.push([command, args.slice(0, 2), timeoutMs]);
        return output;
      },
    };
    const { tokens } = await find({ config }, { SHELL }, shell, files);
    expect(tokens).toEqual([{ source: 'shell:HF_TOKEN', token: 'real', place: 'HF_TOKEN in the login shell' }]);
    expect(calls).toEqual([[expected, ['-l', '-c'], 15_000]]);
  });

  test('is asked for with OPENCLAW_LOAD_SHELL_ENV too', async () => {
    const { tokens } = await find({}, { OPENCLAW_LOAD_SHELL_ENV: '1' }, { run: async () => output }, files);
    expect(tokens).toHaveLength(1);
  });

  test('is not started where there is a token already', async () => {
    expect((await find({ config }, { HF_TOKEN: 'a' })).tokens).toHaveLength(1);
  });

  test.each([
    ['it fails', undefined],
    ['it never gets to the marker', 'HF_TOKEN=fake\0'],
  ])('gives nothing where %s', async (_, text) => {
    expect((await find({ config }, {}, { run: async () => text }, files)).tokens).toEqual([]);
  });
});

describe('the file of hf auth login', () => {
  test.each([
    [{ HF_TOKEN_PATH: '/t/tok', HF_HOME: '/h', HOME: '/home/ada' }, '/t/tok'],
    [{ HF_HOME: '~/hf', HOME: '/home/ada' }, '/home/ada/hf/token'],
    [{ HOME: '/home/ada' }, '/home/ada/.cache/huggingface/token'],
    [{}, null],
  ])('%j -> %s', (env, expected) => {
    expect(hfTokenPath({ env, path: posix })).toBe(expected);
  });

  test('comes last, without the line break, and warns of no difference', async () => {
    const files = memoryFiles({ '/t': 'hf_stored\n' });
    expect(await find({ hfTokenFile: '/t' }, { HF_TOKEN: 'a' }, undefined, files)).toEqual({
      tokens: [
        { source: 'env:HF_TOKEN', token: 'a', place: 'HF_TOKEN in the environment' },
        { source: 'hf-file', token: 'hf_stored', place: '/t (hf auth login)' },
      ],
      warnings: [],
    });
  });
});

describe('hasAuthProfile', () => {
  test.each([
    ['no file', undefined, false],
    ['a profile by its provider', '{"profiles":{"x":{"provider":"huggingface","key":"k"}}}', true],
    ['a profile by its id', '{"profiles":{"huggingface:default":{}}}', true],
    ['another provider', '{"profiles":{"openai:default":{"provider":"openai"}}}', false],
    ['a broken file', '{', false],
    ['null', 'null', false],
  ])('%s', async (_, text, expected) => {
    const files = memoryFiles(text === undefined ? {} : { '/p.json': text });
    expect(await hasAuthProfile('/p.json', { files })).toBe(expected);
  });
});
