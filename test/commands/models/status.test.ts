import { describe, expect, test } from 'vitest';
import { configText } from '../../support/config-text.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, linesOf, MASKED, TOKEN } from '../../support/program.ts';

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };
const BEFORE = configText('models.json5');
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const OPUS = 'anthropic/claude-opus-4-6';

const GONE = 'huggingface/gone/b';

function configured() {
  const program = commands();
  program.write('openclaw.json', BEFORE);
  return program;
}

test('says what is set up and where the token is from, and makes no request', async () => {
  const { run, asked, files } = configured();
  const before = files();
  expect(await run(['models', 'status'], { env })).toEqual({
    code: 0,
    stderr: '',
    stdout: `Config        : ~/.openclaw/openclaw.json
Default       : ${R1}
Fallbacks (2) : ${QWEN}, ${OPUS}
Aliases (3)   : DeepSeek R1 -> ${R1}, quick -> ${QWEN}, opus -> ${OPUS}
Token         : ${MASKED}, HF_TOKEN in the environment
Cost          : about $0.02 a turn of 30,000 tokens in, 500 out
                OpenClaw's own wake-ups (every 30 min) about $32 a month
                the account's free credit is $0.10 a month, $2.00 with PRO
Model list    : built-in, of 2026-11-20

Model                                Role        Served  Context  $/M in   Out
huggingface/deepseek-ai/DeepSeek-R1  primary     -         unset    0.70  2.50
huggingface/Qwen/Qwen3-8B            fallback#1  -         unset    0.07  0.18
anthropic/claude-opus-4-6            fallback#2  -             -       -     -
unset: the entry states no context window (OpenClaw assumes 128k to 195k)
`,
  });
  expect(asked()).toEqual([]);
  expect(files()).toEqual(before);
});

test('where the figures of the cost have no room below each other, they are indented by two', async () => {
  const { run } = configured();
  const { stdout } = await run(['models', 'status'], { env: { ...env, COLUMNS: '72' } });
  expect(stdout).toMatch(/\n {2}OpenClaw's own .* a month\n {2}the account's .* with PRO\n/);
});

test('--json and --plain', async () => {
  const { run, config } = configured();
  expect(documentOf(await run(['models', 'status', '--json'], { env }))).toEqual({
    configPath: config,
    defaultModel: R1,
    fallbacks: [QWEN, OPUS],
    aliases: { 'DeepSeek R1': R1, quick: QWEN, opus: OPUS },
    token: { source: 'env:HF_TOKEN', last4: '9fQ2' },
    catalog: { source: 'builtin', fetchedAt: null },
    estimate: { perTurn: 0.02225, perMonthIdle: 32.04, assumes: { input: 30_000, output: 500, every: '30m' } },
    models: [
      {
        ref: R1,
        role: 'primary',
        alias: 'DeepSeek R1',
        available: null,
        contextWindow: null,
        price: { input: 0.7, output: 2.5 },
        probe: null,
      },
      {
        ref: QWEN,
        role: 'fallback#1',
        alias: 'quick',
        available: null,
        contextWindow: null,
        price: { input: 0.07, output: 0.18 },
        probe: null,
      },
      {
        ref: OPUS,
        role: 'fallback#2',
        alias: 'opus',
        available: null,
        contextWindow: null,
        price: null,
        probe: null,
      },
    ],
  });
  expect((await run(['models', 'status', '--plain'])).stdout).toBe(`${R1}\n`);
});

test('an empty home: nothing is set up, exit 0', async () => {
  const { run } = commands();
  expect(await run(['models', 'status', '--plain'])).toEqual({ code: 0, stdout: '', stderr: '' });
  const { stdout } = await run(['models', 'status']);
  expect(stdout.split('\n').slice(1, 5)).toEqual([
    'Default       : none',
    'Fallbacks (0) : none',
    'Aliases (0)   : none',
    'Token         : none found',
  ]);
  expect(stdout).toMatch(/\n\nSet up: openclaw onboard --auth-choice huggingface-api-key\n$/);
});

test('--check: 0 where the token is there and the list has every model', async () => {
  const { run, asked } = configured();
  expect(await run(['models', 'status', '--check'], { env })).toMatchObject({ code: 0, stderr: '' });
  expect(asked()).toEqual(['GET /v1/models']);
  await run(['models', 'status', '--check'], { env });
  expect(asked()).toEqual([]);
});

test('--check: 4 without a token, and what to do', async () => {
  const { run, stateDir, config } = configured();
  const { code, stderr } = await run(['models', 'status', '--check', '--plain']);
  expect([code, linesOf(stderr)]).toEqual([
    4,
    [
      `No Hugging Face token: looked at HUGGINGFACE_HUB_TOKEN and HF_TOKEN in the environment, ${stateDir}/.env and the env block of ${config}. Next: openclaw onboard --auth-choice huggingface-api-key`,
    ],
  ]);
});

test('--check: 7 where the list no longer has a configured model', async () => {
  const { run, service } = configured();
  service.script('/v1/models', { body: { data: [{ id: 'deepseek-ai/DeepSeek-R1', providers: live('novita') }] } });
  const { code, stderr } = await run(['models', 'status', '--check', '--plain'], { env });
  expect([code, linesOf(stderr)]).toEqual([
    7,
    [`${QWEN} is no longer served: listed -> gone. Next: openclaw models fallbacks remove ${QWEN}`],
  ]);
});

test('the context is the one of the entry, and the list’s where there is no entry', async () => {
  const { run, write } = commands();
  const entry = `{ id: 'Qwen/Qwen3-8B', name: 'Q', contextWindow: 20000 }`;
  write(
    'openclaw.json',
    `{ agents: { defaults: { model: { primary: '${R1}', fallbacks: ['${QWEN}'] } } }, models: { providers: { huggingface: { models: [${entry}] } } } }`,
  );
  const { models } = JSON.parse((await run(['models', 'status', '--json'], { env })).stdout);
  expect(models.map(({ contextWindow }: { contextWindow: number }) => contextWindow)).toEqual([64_000, 20_000]);
  expect((await run(['models', 'status'], { env })).stdout).not.toContain('unset');
});

describe('--check judges what OpenClaw uses', () => {
  const QUIET = `models: { 'huggingface/gone/a': {}, 'huggingface/*': {} }`;
  test.each<[string, agents: string, gone: string[]]>([
    ['a map entry that nothing uses does not count', `defaults: { model: '${R1}', ${QUIET} }`, []],
    ['an embedding model does not count', `defaults: { model: '${R1}', memorySearch: { model: '${GONE}' } }`, []],
    ['an image model counts', `defaults: { model: '${R1}', imageModel: { primary: '${GONE}' } }`, [GONE]],
    [
      'a model of an agent in the list counts',
      `defaults: { model: '${R1}' }, list: [{ id: 'a', model: '${GONE}' }]`,
      [GONE],
    ],
    [
      'a fallback of an agent among the entries counts',
      `defaults: { model: '${R1}' }, entries: { a: { model: { primary: 'x/y', fallbacks: ['${GONE}'] } } }`,
      [GONE],
    ],
  ])('%s', async (_, agents, gone) => {
    const { run, write } = commands();
    const provider = `{ models: [{ id: 'gone/entry', name: 'Of another time' }] }`;
    write('openclaw.json', `{ agents: { ${agents} }, models: { providers: { huggingface: ${provider} } } }`);
    const { code, stderr } = await run(['models', 'status', '--check', '--plain'], { env });
    expect([code, stderr === '' ? [] : linesOf(stderr)]).toEqual([
      gone.length > 0 ? 7 : 0,
      gone.map(
        (ref) => `${ref} is no longer served: listed -> gone. Next: openclaw models list --provider huggingface`,
      ),
    ]);
  });
});

test('who does not use the default model has a line', async () => {
  const { run, write } = commands();
  write(
    'openclaw.json',
    `{ agents: { defaults: { model: '${R1}', imageModel: 'x/see' }, list: [{ id: 'coder', model: '${OPUS}' }, { model: 'x/y' }] } }`,
  );
  const { stdout } = await run(['models', 'status'], { env });
  expect(stdout).toContain(`\nOwn models    : agent coder (${OPUS}); agent #2 (x/y); images (x/see)\n`);
});

test('--check: a list that could not be had tells nothing, and says so', async () => {
  const { run, service } = configured();
  service.script('/v1/models', { status: 503, body: '' });
  const { code, stderr } = await run(['models', 'status', '--check', '--plain'], { env });
  expect([code, linesOf(stderr)[0]]).toEqual([
    0,
    'Whether the models are still served could not be checked. The service failed (503).',
  ]);
});

const live = (...slugs: string[]) => slugs.map((provider) => ({ provider, status: 'live' }));
