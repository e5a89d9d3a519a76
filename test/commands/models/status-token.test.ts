import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../../scripts/stand-in/answers.js';
import { configText } from '../../support/config-text.ts';
import { useCommands } from '../../support/in-process.ts';
import { linesOf, MASKED, OTHER_TOKEN, TOKEN } from '../../support/program.ts';
import { signIn } from '../../support/sign-in-token.ts';

const commands = useCommands();
const BEFORE = configText('models.json5');
const DAY = 24 * 60 * 60 * 1000;
const SET_UP = 'openclaw onboard --auth-choice huggingface-api-key';
const CORRECT =
  'Fix it there. A new token: https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';

const PROFILE = '{ profiles: { "huggingface:manual": { provider: "huggingface", mode: "api_key" } } }';
const withProfile = BEFORE.replace('{', `{ auth: ${PROFILE},`);
const withApiKey = (value: string) => `{ models: { providers: { huggingface: { apiKey: ${value} } } } }`;

/** The program with a config, and with what `models status` says of the token as text and JSON. */
function configured(config: string) {
  const { write, ...program } = commands();
  write('openclaw.json', config);
  const status = async (env: Record<string, string> = {}) => {
    const { stdout, stderr } = await program.run(['models', 'status'], { env });
    const { token } = JSON.parse((await program.run(['models', 'status', '--json'], { env })).stdout);
    return { line: /^Token +: (.*)$/m.exec(stdout)?.[1], token, says: linesOf(stderr) };
  };
  const check = async (flags: string[], env: Record<string, string> = {}) => {
    const { code, stdout, stderr } = await program.run(['models', 'status', '--check', '--json', ...flags], { env });
    const { ok, problems } = JSON.parse(stdout);
    return { code, ok, problems, says: linesOf(stderr) };
  };
  return { ...program, write, status, check };
}

describe("a key that OpenClaw has and that can't be read here is present, unchecked and never sent", () => {
  const IN_STORE = "a profile in OpenClaw's store (not readable here)";
  const reference = (to: string) =>
    `a reference, models.providers.huggingface.apiKey in ~/.openclaw/openclaw.json to ${to} (only OpenClaw can resolve it)`;
  type Row = [name: string, config: string, source: string, line: string];
  const rows: Row[] = [
    ['a profile of 2026.7 and later', withProfile, 'openclaw-profile', IN_STORE],
    ['an apiKey that names a profile', withApiKey('"huggingface:manual"'), 'openclaw-profile', IN_STORE],
    [
      'an apiKey in a file',
      withApiKey('{ source: "file", provider: "default", id: "/run/hf" }'),
      'config-reference',
      reference('file'),
    ],
    [
      'an apiKey of a command',
      withApiKey('{ source: "exec", provider: "op", id: "hf" }'),
      'config-reference',
      reference('exec'),
    ],
    ['an apiKey in a store', withApiKey('{ source: "store", id: "hf" }'), 'config-reference', reference('store')],
  ];
  test.each(rows)('%s', async (_, config, source, line) => {
    const program = configured(config);
    expect(await program.status()).toEqual({ line, token: { source, last4: null }, says: [] });
    expect(await program.check([])).toMatchObject({ code: 0, ok: true, problems: [] });
    program.asked();
    const verified = await program.check(['--verify']);
    expect([verified.code, verified.problems, program.asked()]).toEqual([0, [], []]);
    expect(verified.says).toContain(
      `Whether the token is accepted could not be checked: it is ${line.replace('~/.openclaw/openclaw.json', program.config)}`,
    );
    const probe = await program.run(['models', 'status', '--probe', '--json']);
    expect([probe.code, JSON.parse(probe.stdout).error.code, program.asked()]).toEqual([5, 'token_unverified', []]);
  });

  test('of 2026.4', async () => {
    const program = configured(BEFORE);
    program.write('agents/main/agent/auth-profiles.json', '{ "profiles": { "huggingface:default": {} } }');
    expect(await program.status()).toEqual({
      line: IN_STORE,
      token: { source: 'openclaw-profile', last4: null },
      says: [],
    });
    expect(await program.check([])).toMatchObject({ code: 0, ok: true });
  });

  test('a token in the environment is not what OpenClaw uses then, and the command that replaces the key is named', async () => {
    const program = configured(withProfile);
    expect(await program.status({ HF_TOKEN: TOKEN })).toMatchObject({
      line: IN_STORE,
      says: [
        `OpenClaw goes on with the key in its own store (auth.profiles["huggingface:manual"] in ${program.config}), which comes before the environment and .env. To replace it: openclaw models auth paste-api-key --provider huggingface (OpenClaw 2026.4: openclaw models auth paste-token --provider huggingface)`,
      ],
    });
  });

  test('a variable comes before a reference', async () => {
    const program = configured(withApiKey('{ source: "file", id: "/run/hf" }'));
    expect(await program.status({ HF_TOKEN: TOKEN })).toMatchObject({ token: { source: 'env:HF_TOKEN' } });
  });
});

describe('--check fails with 4, a problem and its fix', () => {
  const FOREIGN = `sk-proj-${'x9'.repeat(20)}`;
  type Row = [name: string, config: string, flags: string[], token: string | null, code: string, says: string];
  const NAMED = `The token from HF_TOKEN in the environment`;
  test.each<Row>([
    ['nothing is set up', '', [], TOKEN, 'not_set_up', 'Hugging Face is not set up in '],
    ['only other providers are', '{ agents: { defaults: { model: "openai/gpt-5" } } }', [], TOKEN, 'not_set_up', ''],
    ['no token', BEFORE, [], null, 'token_missing', 'No Hugging Face token: looked at '],
    [
      'one that is plainly none',
      BEFORE,
      [],
      FOREIGN,
      'token_rejected',
      'HF_TOKEN in the environment does not hold a Hugging Face token. That looks like an OpenAI key (sk-…). A Hugging Face token starts with hf_.',
    ],
    [
      'one that has ended',
      BEFORE,
      [],
      signIn(new Date('2026-01-02T03:04:05Z')),
      'token_rejected',
      `${NAMED} (${MASKED}) ended at 2026-01-02 03:04 UTC.`,
    ],
    [
      'one that whoami rejects',
      BEFORE,
      ['--verify'],
      OTHER_TOKEN,
      'token_rejected',
      'Hugging Face does not accept the token from HF_TOKEN in the environment (hf_…7Kx2): it is mistyped, revoked or expired.',
    ],
  ])('%s', async (_, config, flags, token, code, says) => {
    const program = configured(config);
    const result = await program.check(flags, token === null ? {} : { HF_TOKEN: token });
    expect(result).toMatchObject({ code: 4, ok: false, problems: [{ code, message: expect.stringContaining(says) }] });
    expect(result.says[0]).toContain(`. Next: ${result.problems[0].fix}`);
    expect(JSON.stringify(result)).not.toContain('x9x9');
  });

  test.each([
    ['nothing is set up', '{}', null, SET_UP],
    ['no token', BEFORE, null, SET_UP],
    ['one that is plainly none', BEFORE, 'gsk_abcdefgh', CORRECT],
  ])('what to do: %s', async (_, config, token, fix) => {
    const { problems } = await configured(config).check([], token === null ? {} : { HF_TOKEN: token });
    expect(problems).toEqual([{ code: expect.any(String), message: expect.any(String), fix }]);
  });

  test('a token without the permission, and a model that is gone: both are told, the token decides', async () => {
    const program = configured(BEFORE);
    program.service.script('/api/whoami-v2', fixtureAnswer('whoami-finegrained-without-permission.json'));
    program.service.script('/v1/models', { body: { data: [{ id: 'org/other', providers: [] }] } });
    const { code, problems } = await program.check(['--verify'], { HF_TOKEN: TOKEN });
    expect([code, problems.map((problem: { code: string }) => problem.code)]).toEqual([
      4,
      ['token_permission', 'model_not_served', 'model_not_served'],
    ]);
  });
});

describe('--verify', () => {
  test('asks whoami once, and is content with a token that is accepted', async () => {
    const program = configured(BEFORE);
    expect(await program.check(['--verify'], { HF_TOKEN: TOKEN })).toMatchObject({ code: 0, ok: true, says: [] });
    expect(program.asked().toSorted()).toEqual(['GET /api/whoami-v2', 'GET /v1/models']);
  });

  test('a service that gives no verdict is a warning', async () => {
    const program = configured(BEFORE);
    program.service.script('/api/whoami-v2', { status: 503, body: '' });
    expect(await program.check(['--verify'], { HF_TOKEN: TOKEN })).toMatchObject({
      code: 0,
      says: [
        'Whether the token from HF_TOKEN in the environment is accepted could not be checked: The service failed (503).',
      ],
    });
  });

  test('is refused with --offline', async () => {
    expect(await configured(BEFORE).run(['models', 'status', '--verify', '--offline'])).toMatchObject({ code: 2 });
  });
});

test('the token of a browser sign-in shows its end, and within a day of it a warning', async () => {
  const end = new Date(Date.now() + 20 * DAY);
  const program = configured(BEFORE);
  expect(await program.status({ HF_TOKEN: signIn(end) })).toMatchObject({
    line: `${MASKED}, ends ${end.toISOString().slice(0, 10)}, HF_TOKEN in the environment`,
    says: [],
  });
  const { says } = await program.status({ HF_TOKEN: signIn(new Date(Date.now() + DAY / 2)) });
  expect(says).toEqual([expect.stringMatching(/ends at 20\S+ \S+ UTC, in less than a day\.$/)]);
});
