import { describe, expect, test } from 'vitest';
import type { Env, Shell } from '../../src/system.ts';
import type { JsonValue } from '../../src/text/json.ts';
import { hfTokenPath } from '../../src/token/hf-token-file.ts';
import { findTokens, type TokenPlaces, tokenInUse, tokenSource } from '../../src/token/token-sources.ts';
import { en } from '../../src/words/en/en.ts';
import { noteIn, type Place, placeIn } from '../../src/words/words.ts';
import { memoryFiles } from '../support/memory-files.ts';

const HUB = 'HUGGINGFACE_HUB_TOKEN';
const apiKey = (value: JsonValue) => ({ models: { providers: { huggingface: { apiKey: value } } } });
const API_KEY = { key: 'models.providers.huggingface.apiKey', path: '/s/openclaw.json' };
const API_KEY_PLACE = 'models.providers.huggingface.apiKey in /s/openclaw.json';

function find(places: Partial<TokenPlaces>, env: Env = {}, shell?: Shell, files = memoryFiles()) {
  const noShell: Shell = { run: async () => expect.fail('unexpected shell') };
  const all = {
    dotenv: { path: '/s/.env', values: {} },
    config: undefined,
    configEnv: {},
    configPath: '/s/openclaw.json',
    hfTokenFile: null,
    authProfiles: '/s/auth-profiles.json',
  };
  const signal = new AbortController().signal;
  return findTokens({ ...all, ...places }, { env, files, shell: shell ?? noShell, platform: 'linux', signal });
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
    expect((await find(places, env)).tokens.map(tokenSource)).toEqual(sources);
  });
});

describe('--json names a token by its place', () => {
  const [name, path] = ['HF_TOKEN', '/s/x'];
  test.each<[Place, string]>([
    [{ kind: 'environment', name }, 'env:HF_TOKEN'],
    [{ kind: 'dotenv', name, path }, 'dotenv:HF_TOKEN'],
    [{ kind: 'config-env', name, path }, 'config-env:HF_TOKEN'],
    [{ kind: 'login-shell', name }, 'shell:HF_TOKEN'],
    [{ kind: 'config', key: API_KEY.key, path }, 'config-api-key'],
    [{ kind: 'hf-login', path }, 'hf-file'],
    [{ kind: 'file', path }, 'file'],
    [{ kind: 'flag' }, 'flag'],
    [{ kind: 'stdin' }, 'stdin'],
    [{ kind: 'prompt' }, 'prompt'],
  ])('%j -> %s', (place, source) => {
    expect(tokenSource({ kind: 'readable', token: 'a', place })).toBe(source);
  });
});

describe('warnings', () => {
  test('two sources differ: which wins', async () => {
    const { warnings } = await find(dotenv({ [HUB]: 'b' }), { HF_TOKEN: 'a' });
    expect(warnings.map((note) => noteIn(en, note))).toEqual([
      'HUGGINGFACE_HUB_TOKEN in /s/.env and HF_TOKEN in the environment hold different tokens: OpenClaw uses the first.',
    ]);
  });

  test('two sources agree: none', async () => {
    expect((await find(dotenv({ [HUB]: 'a' }), { HF_TOKEN: 'a' })).warnings).toEqual([]);
  });

  test('a value with quotes is left as it is', async () => {
    const { tokens, warnings } = await find({}, { HF_TOKEN: '"hf_abc"' });
    expect(tokens[0]?.token).toBe('"hf_abc"');
    expect(warnings.map((note) => noteIn(en, note))).toEqual([
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
    expect(tokens).toEqual([{ kind: 'readable', token: 'real', place: { kind: 'login-shell', name: 'HF_TOKEN' } }]);
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
    expect(hfTokenPath({ env })).toBe(expected);
  });

  test('comes last, without the line break, and warns of no difference', async () => {
    const files = memoryFiles({ '/t': 'hf_stored\n' });
    expect(await find({ hfTokenFile: '/t' }, { HF_TOKEN: 'a' }, undefined, files)).toEqual({
      profile: null,
      reference: null,
      tokens: [
        { kind: 'readable', token: 'a', place: { kind: 'environment', name: 'HF_TOKEN' } },
        { kind: 'readable', token: 'hf_stored', place: { kind: 'hf-login', path: '/t' } },
      ],
      warnings: [],
    });
  });
});

describe("a key in OpenClaw's own store comes before every variable, and only its presence is seen", () => {
  const profiles = (value: JsonValue) => ({ auth: { profiles: value } });
  const MANUAL = 'auth.profiles["huggingface:manual"] in /s/openclaw.json';
  const inFile = (text: string) => memoryFiles({ '/s/auth-profiles.json': text });
  type Row = [name: string, config: JsonValue, file: string | null, place: string | null];
  test.each<Row>([
    [
      'of 2026.7 and later, by the config',
      profiles({ 'huggingface:manual': { provider: 'huggingface', mode: 'api_key' } }),
      null,
      MANUAL,
    ],
    [
      'under any name',
      profiles({ work: { provider: 'HuggingFace', mode: 'token' } }),
      null,
      'auth.profiles.work in /s/openclaw.json',
    ],
    [
      "another provider's, under ours as its name",
      profiles({ 'huggingface:x': { provider: 'openai', mode: 'api_key' } }),
      null,
      null,
    ],
    ['apiKey that names a profile', apiKey('huggingface:manual'), null, API_KEY_PLACE],
    [
      'apiKey that names a profile of another form',
      { ...apiKey('work'), ...profiles({ work: { provider: 'openai' } }) },
      null,
      API_KEY_PLACE,
    ],
    [
      'of 2026.4, by its provider',
      {},
      '{"profiles":{"x":{"provider":"huggingface","key":"k"}}}',
      '/s/auth-profiles.json',
    ],
    ['of 2026.4, by its name', {}, '{"profiles":{"huggingface:default":{}}}', '/s/auth-profiles.json'],
    ['of 2026.4, of another provider', {}, '{"profiles":{"openai:default":{"provider":"openai"}}}', null],
    ['in a broken file', {}, '{', null],
    ['in a file that says null', {}, 'null', null],
    ['nowhere', { auth: { profiles: null } }, null, null],
  ])('%s', async (_, config, file, place) => {
    const search = await find({ config }, { HF_TOKEN: 'a' }, undefined, file === null ? undefined : inFile(file));
    expect(search.profile && [search.profile.source, placeIn(en, search.profile.place)]).toEqual(
      place && ['openclaw-profile', place],
    );
    expect(tokenInUse(search)).toEqual(search.profile ?? search.tokens[0]);
    expect(search.tokens).toEqual([{ kind: 'readable', token: 'a', place: { kind: 'environment', name: 'HF_TOKEN' } }]);
  });

  test('then which variable OpenClaw would use is no question, and no login shell is started', async () => {
    const config = { ...profiles({ a: { provider: 'huggingface' } }), env: { shellEnv: { enabled: true } } };
    expect(await find({ config, ...dotenv({ [HUB]: 'b' }) }, { HF_TOKEN: 'a' })).toMatchObject({ warnings: [] });
    expect(await find({ config })).toMatchObject({ tokens: [] });
  });
});

describe('an apiKey that points outside the config is present, and never a token', () => {
  test.each<[name: string, value: JsonValue, to: string | null]>([
    ['a file', { source: 'file', provider: 'vault', id: '/run/secrets/hf' }, 'file'],
    ['a command', { source: 'exec', provider: 'op', id: 'hf/token' }, 'exec'],
    ['a store', { source: 'store', id: 'hf' }, 'store'],
    ["OpenClaw's mark for one of these", 'secretref-managed', 'secret'],
    ['a sign-in of OpenClaw', 'oauth:huggingface', 'secret'],
    ['a source that nobody knows', { source: 'moon', id: 'x' }, null],
    ['an object that says nothing', {}, null],
    ['a number', 5, null],
  ])('%s', async (_, value, to) => {
    const search = await find({ config: apiKey(value) });
    const reference =
      to === null
        ? null
        : { kind: 'unreadable', source: 'config-reference', place: { kind: 'reference', ...API_KEY, to } };
    expect(search).toMatchObject({ tokens: [], profile: null, reference });
    expect(tokenInUse(search)).toEqual(reference ?? undefined);
  });

  test('comes after a variable, and before the file of hf auth login, which OpenClaw does not read', async () => {
    const config = apiKey({ source: 'file', id: '/x' });
    expect(tokenInUse(await find({ config }, { HF_TOKEN: 'a' }))).toMatchObject({ place: { kind: 'environment' } });
    const files = memoryFiles({ '/t': 'hf_stored' });
    const search = await find({ config, hfTokenFile: '/t' }, {}, undefined, files);
    expect(tokenInUse(search)).toMatchObject({ source: 'config-reference' });
  });
});
