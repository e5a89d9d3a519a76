import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureAnswer, fixtureText } from '../../../scripts/stand-in/answers.js';
import { useCommands } from '../../support/in-process.ts';
import { linesOf, OTHER_TOKEN, TOKEN, useProgram, WITH_TOKEN } from '../../support/program.ts';
import { tempDirectory } from '../../support/temp-directory.ts';

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };
const LIST = 'openclaw models list --provider huggingface';
const FIGURES = 'openclaw models refresh --figures';
const [A, B] = ['huggingface/org/a', 'huggingface/org/b'];

const route = (provider: string, change: object = {}) => ({
  provider,
  status: 'live',
  context_length: 100_000,
  pricing: { input: 0.5, output: 2 },
  supports_tools: true,
  ...change,
});
const listed = (id: string, ...providers: object[]) => ({ id, providers });
const UNCHANGED = [listed('org/a', route('novita'), route('groq')), listed('org/b', route('novita'))];
const FIGURED = { cost: { input: 0.5, output: 2, cacheRead: 0.5, cacheWrite: 0.5 }, contextWindow: 100_000 };
const STATED = { ...FIGURED, compat: { supportsTools: true } };

/** The program on a config whose models have these entries, and a service that has this list. */
function using(agents: object, models: object[] = UNCHANGED, entry: object = STATED) {
  const { write, service, ...program } = commands();
  const entries = ['org/a', 'org/a:groq', 'org/b'].map((id) => ({ id, name: id, ...entry }));
  write('openclaw.json', JSON.stringify({ agents, models: { providers: { huggingface: { models: entries } } } }));
  service.script('/v1/models', { body: { data: models } });
  const check = async (flags: string[] = [], others: Record<string, string> = env) => {
    const { code, stdout, stderr } = await program.run(['models', 'status', '--check', '--json', ...flags], {
      env: others,
    });
    const { ok, problems, drift } = JSON.parse(stdout);
    return { code, ok, problems, drift, says: stderr === '' ? [] : linesOf(stderr) };
  };
  return { ...program, write, service, check };
}

/** A streamed completion that calls the tool. */
const ANSWER = { headers: { 'content-type': 'text/event-stream' }, body: fixtureText('chat-stream-tool.sse') };
const chain = (primary: string, ...fallbacks: string[]) => ({ defaults: { model: { primary, fallbacks } } });
const GONE = 'is no longer served: listed -> gone.';

describe('each kind: its exit code, what it was and is, and the command that puts it right', () => {
  type Row = [
    kind: string,
    agents: object,
    models: object[],
    code: number,
    was: unknown,
    now: unknown,
    says: string,
    fix: string,
  ];
  const bad = (change: object) => [listed('org/a', route('novita', change))];
  test.each<Row>([
    ['gone', chain(A), UNCHANGED.slice(1), 7, 'listed', null, `${A} ${GONE}`, LIST],
    [
      'gone',
      chain(B, A),
      UNCHANGED.slice(1),
      7,
      'listed',
      null,
      `${A} ${GONE}`,
      `openclaw models fallbacks remove ${A}`,
    ],
    [
      'gone',
      { ...chain(B), list: [{ id: 'x', model: A }] },
      UNCHANGED.slice(1),
      7,
      'listed',
      null,
      `${A} ${GONE}`,
      LIST,
    ],
    ['gone', { defaults: { model: B, imageModel: A } }, UNCHANGED.slice(1), 7, 'listed', null, `${A} ${GONE}`, LIST],
    [
      'not_served',
      chain(A),
      bad({ status: 'error', supports_tools: undefined }),
      7,
      'live',
      'error',
      `No inference provider serves ${A} now: live -> error.`,
      LIST,
    ],
    [
      'route_gone',
      chain(`${A}:groq`),
      bad({}),
      7,
      'listed',
      null,
      `The inference provider of ${A}:groq no longer serves it: listed -> gone.`,
      `openclaw models set ${A}`,
    ],
    [
      'route_down',
      chain(`${A}:groq`),
      [listed('org/a', route('novita'), route('groq', { status: 'staging' }))],
      8,
      'live',
      'staging',
      `The inference provider of ${A}:groq does not answer: live -> staging.`,
      `openclaw models set ${A}`,
    ],
    [
      'route_down',
      chain(B, `${A}:groq`),
      [
        ...bad({}).map(({ id, providers }) => listed(id, ...providers, route('groq', { status: 'error' }))),
        ...UNCHANGED.slice(1),
      ],
      8,
      'live',
      'error',
      `The inference provider of ${A}:groq does not answer: live -> error.`,
      `openclaw models fallbacks remove ${A}:groq`,
    ],
    [
      'dearer',
      chain(A),
      bad({ pricing: { input: 0.5, output: 2.02 } }),
      8,
      { input: 0.5, output: 2 },
      { input: 0.5, output: 2.02 },
      `${A} costs more: 0.50/2.00 -> 0.50/2.02 USD per million tokens.`,
      FIGURES,
    ],
    [
      'context_smaller',
      chain(A),
      bad({ context_length: 65_536 }),
      8,
      100_000,
      65_536,
      `${A} takes less context: 100,000 -> 65,536 tokens.`,
      FIGURES,
    ],
    [
      'tools_lost',
      chain(A),
      bad({ supports_tools: false }),
      8,
      true,
      false,
      `${A} can no longer call tools: yes -> no.`,
      `${LIST} --tools`,
    ],
  ])('%s %#', async (kind, agents, models, code, was, now, says, fix) => {
    const result = await using(agents, models).check();
    const ref = says.includes(`${A}:groq`) ? `${A}:groq` : A;
    expect(result).toEqual({
      code,
      ok: false,
      drift: [{ ref, kind, was, now, fix }],
      problems: [{ code: code === 7 ? 'model_not_served' : 'drifted', message: says, fix }],
      says: [`${says} Next: ${fix}`],
    });
  });
});

test.each<[kind: string, agents: object, models: object[]]>([
  ['dearer', chain(A), [listed('org/a', route('novita', { pricing: { input: 0.7, output: 4 } }))]],
  ['context_smaller', chain(A), [listed('org/a', route('novita', { context_length: 65_536 }))]],
  ['route_gone', chain(`${A}:groq`), [listed('org/a', route('novita'))]],
  ['route_down', chain(`${A}:groq`), [listed('org/a', route('novita'), route('groq', { status: 'error' }))]],
  ['route_gone', chain(B, `${A}:groq`), [...UNCHANGED.slice(1), listed('org/a', route('x'))]],
  ['gone', chain(B, A), UNCHANGED.slice(1)],
  ['not_served', chain(B, A), [...UNCHANGED.slice(1), listed('org/a')]],
])('the command does put it right: %s %#', async (_, agents, models) => {
  const { check, run } = using(agents, models);
  const { drift } = await check();
  expect(drift).toHaveLength(1);
  const fix: string = drift[0].fix;
  expect((await run(fix.split(' ').slice(1), { env })).code).toBe(0);
  expect(await check()).toMatchObject({ code: 0, ok: true, drift: [] });
});

test('nothing drifted: an empty list, exit 0', async () => {
  const program = using(chain(A, `${A}:groq`, B));
  expect(await program.check()).toEqual({ code: 0, ok: true, problems: [], drift: [], says: [] });
});

describe('what decides the exit code', () => {
  const dearer = route('novita', { pricing: { input: 9, output: 9 } });
  test.each<[name: string, env: Record<string, string>, flags: string[], code: number, kinds: string[], first: string]>(
    [
      ['4: no token', {}, [], 4, ['dearer', 'gone'], 'token_missing'],
      ['4: plainly none', { HF_TOKEN: 'sk-proj-x' }, [], 4, ['dearer', 'gone'], 'token_rejected'],
      ['4: rejected', { HF_TOKEN: OTHER_TOKEN }, ['--verify'], 4, ['dearer', 'gone'], 'token_rejected'],
      ['7 before 8', env, [], 7, ['dearer', 'gone'], 'model_not_served'],
    ],
  )('%s', async (_, others, flags, code, kinds, first) => {
    const result = await using(chain(A, B), [listed('org/a', dearer)]).check(flags, others);
    expect([result.code, result.ok, result.problems[0].code]).toEqual([code, false, first]);
    expect(result.drift.map(({ kind }: { kind: string }) => kind)).toEqual(kinds);
  });

  test.each([
    ['8: it drifted, and answers', [ANSWER], 8],
    ['6: it drifted, and does not answer', [fixtureAnswer('chat-error-402-credits-depleted.json')], 6],
  ])('%s', async (_, answers, code) => {
    const program = using(chain(A), [listed('org/a', dearer)]);
    program.service.script('/v1/chat/completions', ...answers);
    expect((await program.check(['--probe'])).code).toBe(code);
  });

  test('4: nothing is set up; there is nothing to compare, to ask for or to write', async () => {
    const { run, asked, files } = commands();
    const { code, stdout } = await run(['models', 'status', '--check', '--json'], { env });
    expect([code, JSON.parse(stdout)]).toMatchObject([4, { ok: false, problems: [{ code: 'not_set_up' }], drift: [] }]);
    expect([asked(), files()]).toEqual([[], {}]);
  });
});

test('without --check there is neither ok, problems nor drift', async () => {
  const { stdout } = await using(chain(A)).run(['models', 'status', '--json'], { env });
  expect(Object.keys(JSON.parse(stdout))).not.toEqual(expect.arrayContaining(['ok', 'problems', 'drift']));
});

test('two figures of one model are two lines, and an entry that nothing uses is none', async () => {
  const models = [listed('org/a', route('novita', { pricing: { input: 1, output: 2 }, context_length: 50_000 }))];
  const { run } = using({ defaults: { model: A } }, models);
  const { code, stdout, stderr } = await run(['models', 'status', '--check', '--plain'], { env });
  expect([code, stdout, linesOf(stderr)]).toEqual([
    8,
    `${A}\n`,
    [
      `${A} costs more: 0.50/2.00 -> 1.00/2.00 USD per million tokens. Next: ${FIGURES}`,
      `${A} takes less context: 100,000 -> 50,000 tokens. Next: ${FIGURES}`,
    ],
  ]);
});

describe('the list', () => {
  test('is asked for only where the cache is older than an hour, and neither config nor .env is ever written', async () => {
    const { check, asked, read } = using(chain(A), [listed('org/a', route('novita', { context_length: 9000 }))]);
    const before = [read('openclaw.json'), read('.env')];
    expect((await check()).code).toBe(8);
    expect(asked()).toEqual(['GET /v1/models']);
    expect((await check()).code).toBe(8);
    expect(asked()).toEqual([]);
    expect([read('openclaw.json'), read('.env')]).toEqual(before);
  });

  test('that is older, where the service can’t be reached, claims nothing', async () => {
    const { check, service, read, stateDir } = using(chain(A, B), UNCHANGED.slice(1));
    expect((await check()).drift).toMatchObject([{ ref: A, kind: 'gone' }]);
    const cache = JSON.parse(read('cache/huggingface-models.json') ?? '');
    const old = { ...cache, fetchedAt: new Date(Date.now() - 2 * 3_600_000).toISOString() };
    writeFileSync(`${stateDir}/cache/huggingface-models.json`, JSON.stringify(old));
    service.script('/v1/models', { status: 503, body: '' });
    expect(await check()).toEqual({
      code: 0,
      ok: true,
      problems: [],
      drift: [],
      says: ['Whether the models are still served could not be checked. The service failed (503).'],
    });
  });

  test.each([
    ['discovery is off', '{ plugins: { entries: { huggingface: { config: { discovery: { enabled: false } } } } }, '],
    ['only configured models count', '{ models: { mode: "replace" }, '],
  ])('that there is none of claims nothing: %s', async (_, head) => {
    const { check, write } = using(chain(A));
    write('openclaw.json', `${head} agents: { defaults: { model: "huggingface/gone/b" } } }`);
    expect(await check()).toMatchObject({ code: 0, ok: true, drift: [] });
  });
});

/** Loaded before the program: at its end it writes down which of its files, and which modules of Node's, were loaded. */
const LOADED = `process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify(
  [...Object.keys(require.cache), ...process.moduleLoadList])))`;

describe('with a fresh cache and nothing changed', () => {
  const program = useProgram();

  test.each([
    ['a list that is there loads no network code', [], 0, false],
    ['a list that is fetched does', ['cache/huggingface-models.json'], 1, true],
  ])('%s', async (_, gone, requests, isLoaded) => {
    const { onboard, write, run, asked } = program();
    await onboard(WITH_TOKEN);
    for (const file of gone) write(file, '');
    asked();
    const [hook, loaded] = ['hook.cjs', 'loaded.json'].map((name) => join(tempDirectory(), name));
    writeFileSync(hook ?? '', LOADED);
    const result = await run(['models', 'status', '--check'], {
      env: { NODE_OPTIONS: `--require=${hook}`, LOADED: loaded ?? '' },
    });
    expect([result.code, result.stderr, asked().length]).toEqual([0, '', requests]);
    const modules: string[] = JSON.parse(readFileSync(loaded ?? '', 'utf8'));
    expect(modules).toContainEqual(expect.stringMatching(/dist.main\.js$/));
    const isNetwork = (name: string) => /dist.*(?:openai|proxy-agent)|NativeModule (?:http|https|tls)$/.test(name);
    expect(modules.some(isNetwork)).toBe(isLoaded);
  });
});
