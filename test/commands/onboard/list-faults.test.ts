import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../scripts/stand-in/server.js';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, WITH_TOKEN, warningsOf } from '../../support/program.ts';

const program = useCommands();
const LIST = '/v1/models';

type Row = [name: string, answer: Answer, reason: string];
const FAULTS: Row[] = [
  ['reset', { reset: true }, 'HOST could not be reached: the connection was reset (ECONNRESET)'],
  [
    '401, also without the token',
    { status: 401, body: { error: 'Invalid credentials' } },
    'Hugging Face does not accept the token (401): Invalid credentials',
  ],
  ['402', { status: 402 }, 'The Hugging Face account has no credits left (402)'],
  ['403', { status: 403 }, 'The request was refused (403)'],
  [
    '429 with a retry-after beyond the time',
    { status: 429, headers: { 'retry-after': '60' } },
    'Too many requests (429)',
  ],
  ['500', { status: 500, body: { message: 'boom', type: 'server_error' } }, 'The service failed (500): boom'],
  ['HTML with 200', { body: '<html>Log in</html>' }, 'HOST answered with a web page'],
  ['bad JSON', { body: '{"data":[' }, 'HOST answered with something that is not JSON'],
  ['null', { body: 'null' }, 'HOST answered with JSON without a list of models'],
  ['no list', { body: { data: {} } }, 'HOST answered with JSON without a list of models'],
  ['an empty list', { body: { object: 'list', data: [] } }, 'HOST answered with an empty list of models'],
  [
    'a redirect',
    { status: 307, headers: { location: '/elsewhere' } },
    'The service sent a redirect, which is never followed (307)',
  ],
];

describe('a list that can not be had: the built-in models, and why; the run goes on', () => {
  test.each(FAULTS)('%s', async (_, answer, reason) => {
    const { onboard, service, read } = program();
    service.script(LIST, answer);
    const { host } = new URL(service.url);
    const document = documentOf(await onboard([...WITH_TOKEN, '--json']));
    expect(document).toMatchObject({
      ok: true,
      changed: true,
      catalog: { source: 'builtin', count: 10, fetchedAt: null, reason: `${reason.replace('HOST', host)}.` },
      model: { primary: 'huggingface/deepseek-ai/DeepSeek-R1' },
    });
    expect(read('cache/huggingface-models.json')).toBeUndefined();
    expect(service.requests.filter(({ path }) => path === '/elsewhere')).toEqual([]);
  });

  test('a refused connection', async () => {
    const { onboard } = program();
    const env = { OPENCLAW_HUGGINGFACE_BASE_URL: 'http://127.0.0.1:4/v1' };
    const document = documentOf(await onboard([...WITH_TOKEN, '--json'], { env }));
    expect(document.catalog).toMatchObject({
      source: 'builtin',
      reason: '127.0.0.1:4 could not be reached: the connection was refused (ECONNREFUSED).',
    });
  });

  test('429 without retry-after is tried three times within a second', async () => {
    const { onboard, service, asked } = program();
    service.script(LIST, { status: 429 });
    await onboard([...WITH_TOKEN, '--verify', 'off']);
    expect(asked()).toEqual(['GET /v1/models', 'GET /v1/models', 'GET /v1/models']);
  });

  test('a person reads the reason', async () => {
    const { onboard, service } = program();
    service.script(LIST, { status: 500 });
    const { code, stderr } = await onboard(WITH_TOKEN);
    expect(code).toBe(0);
    expect(warningsOf(stderr)).toContain('Model figures are those of the built-in list. The service failed (500).');
  });

  test('where no entry is written there are no figures, and so no reason', async () => {
    const { onboard, write } = program();
    write('openclaw.json', '{models:{providers:{huggingface:{models:[{id:"deepseek-ai/DeepSeek-R1",name:"R1"}]}}}}');
    const { code, stderr } = await onboard([...WITH_TOKEN, '--offline']);
    expect([code, warningsOf(stderr)]).toEqual([
      0,
      ["OpenClaw offers Hugging Face's models and those this config names; others need an entry."],
    ]);
  });

  test('a stale cache serves before the built-in models', async () => {
    const { onboard, service, write } = program();
    const fetchedAt = new Date(Date.now() - 5 * 60 * 60 * 1000).toISOString();
    const data = [{ id: 'deepseek-ai/DeepSeek-R1', providers: [{ provider: 'novita', status: 'live' }] }];
    write('cache/huggingface-models.json', JSON.stringify({ fetchedAt, baseUrl: service.baseUrl, data }));
    service.script(LIST, { status: 500 });
    expect(documentOf(await onboard([...WITH_TOKEN, '--json'])).catalog).toEqual({
      source: 'cache',
      count: 1,
      fetchedAt,
      reason: 'The service failed (500).',
    });
  });
});

test('401 with the token, and a list without it: the list is taken', async () => {
  const { onboard, service } = program();
  const list = { body: { data: [{ id: 'deepseek-ai/DeepSeek-R1', providers: [] }] } };
  service.script(LIST, { status: 401 }, list);
  const document = documentOf(await onboard([...WITH_TOKEN, '--json']));
  expect(document.catalog).toMatchObject({ source: 'live', count: 1, reason: null });
  const sent = service.requests.filter(({ path }) => path === LIST).map(({ headers }) => headers.authorization);
  expect(sent).toEqual([`Bearer ${WITH_TOKEN[1]}`, undefined]);
});

describe('a model that is not served is exit 7, and nothing is written but the cache', () => {
  const CACHE = ['.openclaw', '.openclaw/cache', '.openclaw/cache/huggingface-models.json'];

  test.each([
    ['--model', 'Qwen/Qwen3-9B'],
    ['--fallback', 'huggingface/Qwen/Qwen3-9B:fastest'],
    ['--alias', 'Qwen/Qwen3-9B=nine'],
  ])('%s %s', async (flag, value) => {
    const { onboard, files } = program();
    const run = await onboard([...WITH_TOKEN, flag, value, '--json']);
    expect(run.code).toBe(7);
    const id = value.replace(/^huggingface\/|=.*/g, '');
    expect(documentOf(run)).toMatchObject({
      error: {
        code: 'model_unknown',
        exitCode: 7,
        message: `No inference provider serves "${id}".`,
        hint: expect.stringMatching(/^Did you mean Qwen\/Qwen3-8B, \S+ or \S+\?$/),
      },
    });
    expect(Object.keys(files())).toEqual(CACHE);
  });

  test('one without a live inference provider is taken with a warning', async () => {
    const { onboard } = program();
    const document = documentOf(await onboard([...WITH_TOKEN, '--model', 'MiniMaxAI/MiniMax-M1-80k', '--json']));
    expect(document.warnings).toContain('No inference provider serves MiniMaxAI/MiniMax-M1-80k at the moment.');
  });

  test('what is no id is refused offline too', async () => {
    const { onboard } = program();
    expect(failureOf(await onboard([...WITH_TOKEN, '--offline', '--model', 'gpt-oss-120b'])).code).toBe(7);
  });

  test('one that only a live list could tell is taken offline, with a warning', async () => {
    const { onboard } = program();
    const document = documentOf(await onboard([...WITH_TOKEN, '--offline', '--model', 'org/new-model', '--json']));
    expect(document).toMatchObject({ ok: true, model: { primary: 'huggingface/org/new-model' } });
    expect(document.warnings).toContain(
      'The built-in list does not tell whether org/new-model is served; it was not checked.',
    );
  });
});
