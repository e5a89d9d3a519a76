import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fixtureAnswer, VALID_TOKEN } from '../../scripts/stand-in/answers.js';
import type { Answer } from '../../scripts/stand-in/server.js';
import { listModels, type RouterOptions, retryWait } from '../../src/huggingface/router/list-models.ts';
import { networkSystem } from '../support/network-system.ts';
import { routerServer } from '../support/router-server.ts';

const server = routerServer();
const LIST = '/v1/models';
const two = { object: 'list', data: [{ id: 'a/b' }, { id: 'c/d' }] };

const list = (options: Partial<RouterOptions> = {}, system = networkSystem()) =>
  listModels({ baseUrl: server().baseUrl, token: VALID_TOKEN, namedByEnvironment: [], ...options }, system);

/** The whole of it, with a checksum that is not right. */
function damagedGzip(body: object): Buffer {
  const bytes = gzipSync(JSON.stringify(body));
  bytes.writeUInt32LE(0, bytes.length - 8);
  return bytes;
}

/** The code and message of a failure, which must not hold the token anywhere. */
async function failure(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => expect.fail('expected a failure'),
    (reason) => reason,
  );
  expect(String(error) + JSON.stringify(error)).not.toContain(VALID_TOKEN);
  return error;
}

describe('a list', () => {
  test('arrives with 137 chat models', async () => {
    const { models, skipped, withoutToken } = await list();
    expect({ count: models.length, skipped, withoutToken }).toEqual({ count: 137, skipped: 0, withoutToken: false });
    expect(server().requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${VALID_TOKEN}`]);
  });

  test('is asked for without any Authorization header where there is no token', async () => {
    await list({ token: null });
    expect(server().requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test('is asked for again without the token after a 401', async () => {
    server().script(LIST, fixtureAnswer('chat-error-401-invalid-token.json'), { body: two });
    expect(await list()).toMatchObject({ withoutToken: true, models: [{ id: 'a/b' }, { id: 'c/d' }] });
    expect(server().requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${VALID_TOKEN}`, undefined]);
  });

  test('never sends what can be no token', async () => {
    expect(await list({ token: 'sk-ant-1234567890abcdef' })).toMatchObject({ withoutToken: true });
    expect(server().requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test('may come compressed, slowly, and after two failures', async () => {
    server().script(LIST, { reset: true }, { status: 503 }, { body: two, gzip: true, delayMs: 50 });
    expect((await list()).models).toHaveLength(2);
    expect(server().requests).toHaveLength(3);
  });

  test('skips and counts entries without a usable id; of two with one id the first wins', async () => {
    const data = [null, 7, {}, { id: 'no-slash' }, { id: 'a/b:c' }, { id: '../x' }, { id: 'a/b', name: 'First' }];
    server().script(LIST, { body: { data: [...data, { id: 'A/B', name: 'Second' }] } });
    const { models, skipped } = await list();
    expect({ models, skipped }).toEqual({
      models: [{ id: 'a/b', name: 'First', image: false, providers: [] }],
      skipped: 6,
    });
  });
});

describe('what is no list is a failure, not an empty catalog', () => {
  test.each<[string, Answer, string, string]>([
    [
      'HTML with 200',
      { body: '<html>Log in</html>', headers: { 'content-type': 'text/html' } },
      'service_error',
      'a web page',
    ],
    ['null', { body: 'null' }, 'service_error', 'JSON without a list of models'],
    ['no list', { body: { object: 'list' } }, 'service_error', 'JSON without a list of models'],
    ['an empty list', { body: { data: [] } }, 'service_error', 'an empty list of models'],
    [
      'no chat model',
      { body: { data: [{ id: 'a/b', architecture: { output_modalities: ['image'] } }] } },
      'service_error',
      'a list without a single chat model',
    ],
    ['half a JSON', { body: '{"data":[' }, 'service_error', 'something that is not JSON'],
    ['204', { status: 204 }, 'service_error', 'something that is not JSON'],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://evil.example/' } },
      'service_error',
      'The service sent a redirect to evil.example, which is never followed (302).',
    ],
    [
      'a redirect to a script',
      { status: 302, headers: { location: 'javascript://evil.example/%0aalert(1)' } },
      'service_error',
      'The service sent a redirect, which is never followed (302).',
    ],
    [
      '404',
      fixtureAnswer('chat-error-404-not-found.json'),
      'service_error',
      'The request was refused (404): Not Found.',
    ],
    [
      '100 MB',
      { body: `{"data":["${'x'.repeat(11 * 1024 * 1024)}"]}` },
      'service_error',
      'answered with more than 10 MB',
    ],
    [
      'a gzip bomb',
      { body: ' '.repeat(100 * 1024 * 1024), gzip: true },
      'service_error',
      'answered with more than 10 MB',
    ],
    [
      'a brotli bomb',
      { body: brotliCompressSync(Buffer.alloc(100 * 1024 * 1024, ' ')), headers: { 'content-encoding': 'br' } },
      'service_error',
      'answered with more than 10 MB',
    ],
    [
      'gzip with a wrong end',
      { body: damagedGzip(two), headers: { 'content-encoding': 'gzip' } },
      'network',
      'could not be reached: its compressed answer is damaged (Z_DATA_ERROR).',
    ],
    [
      '401 twice',
      fixtureAnswer('chat-error-401-invalid-token.json'),
      'token_rejected',
      'Hugging Face does not accept the token (401)',
    ],
    [
      '503 three times',
      fixtureAnswer('chat-error-503-unavailable.json'),
      'service_error',
      'The service failed (503): Service Unavailable.',
    ],
    ['a reset', { reset: true }, 'network', 'could not be reached: the connection'],
    [
      'a cut',
      { body: two, cutAfter: 5 },
      'network',
      'could not be reached: the connection closed before the answer was complete',
    ],
  ])('%s', async (_, answer, code, message) => {
    server().script(LIST, answer);
    expect(await failure(list())).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('a refused connection', async () => {
    const { baseUrl } = server();
    await server().close();
    expect(await failure(list({ baseUrl }))).toMatchObject({
      code: 'network',
      message: `${new URL(baseUrl).host} could not be reached: the connection was refused (ECONNREFUSED).`,
    });
  });
});

describe('ten seconds, all in all', () => {
  test.each<[string, Answer]>([
    ['a service that never answers', { hang: true }],
    ['a body that drips', { body: two, dripMs: 30 }],
  ])('%s is a timeout', async (_, answer) => {
    server().script(LIST, answer);
    const started = Date.now();
    expect(await failure(list({ limitMs: 300 }))).toMatchObject({
      code: 'timeout',
      message: `${new URL(server().baseUrl).host} did not answer within 0.3 s.`,
    });
    expect(Date.now() - started).toBeLessThan(1000);
  });

  test('a retry-after that does not fit gives up at once', async () => {
    server().script(LIST, { status: 429, headers: { 'retry-after': '60' } });
    expect(await failure(list())).toMatchObject({ code: 'rate_limited', hint: 'Try again in 60 s.' });
    expect(server().requests).toHaveLength(1);
  });

  test.each([
    ['the first retry of the calmest machine', 250, null, 0, 125],
    ['of the last one', 250, null, 1, 375],
    ['of one that was told to wait 30 s', 250, 30_000, 0, 30_000],
    ['of another one, told the same', 250, 30_000, 1, 33_000],
  ])('%s waits for its own time', (_, backoff, retryAfter, random, wait) => {
    expect(retryWait(backoff, retryAfter, random)).toBe(wait);
  });

  test('a retry-after that fits is waited for', async () => {
    server().script(LIST, { status: 429, headers: { 'retry-after': '1' } }, { body: two });
    const started = Date.now();
    await list();
    expect(Date.now() - started).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ['while the service is silent', { hang: true }],
    ['while a retry waits', { status: 429, headers: { 'retry-after': '5' } }],
  ])('Ctrl-C ends it at once, %s', async (_, answer) => {
    server().script(LIST, answer);
    const interrupt = new AbortController();
    setTimeout(() => interrupt.abort('SIGINT'), 100);
    const started = Date.now();
    expect(await failure(list({}, networkSystem(interrupt.signal)))).toMatchObject({
      code: 'interrupted',
      exitCode: 130,
    });
    expect(Date.now() - started).toBeLessThan(1000);
  });
});

describe('nothing of the environment travels', () => {
  const names = [
    'OPENAI_API_KEY',
    'OPENAI_ADMIN_KEY',
    'OPENAI_ORG_ID',
    'OPENAI_PROJECT_ID',
    'OPENAI_BASE_URL',
    'OPENAI_LOG',
  ];
  beforeEach(() => {
    for (const name of names) process.env[name] = 'http://leak.example';
    process.env.OPENAI_LOG = 'debug';
    process.env.OPENAI_CUSTOM_HEADERS = 'X-Leak: leak\nAuthorization: Bearer leak\nUser-Agent: leak';
  });
  afterEach(() => {
    for (const name of [...names, 'OPENAI_CUSTOM_HEADERS']) delete process.env[name];
  });

  test.each([VALID_TOKEN, null])('with the token %s', async (token) => {
    const lines: unknown[] = [];
    const { log } = console;
    console.log = console.debug = console.info = (...words: unknown[]) => lines.push(words);
    await list({ token });
    console.log = console.debug = console.info = log;
    const { headers } = server().requests[0] ?? { headers: {} };
    expect(JSON.stringify(headers)).not.toContain('leak');
    expect(Object.keys(headers).sort()).toEqual(
      ['accept', 'accept-encoding', ...(token ? ['authorization'] : []), 'connection', 'host', 'user-agent'].sort(),
    );
    expect(lines).toEqual([]);
  });

  test('a header that can not be sent is a usage error that does not repeat it', async () => {
    process.env.OPENAI_CUSTOM_HEADERS = 'bad header: secret';
    expect(await failure(list())).toMatchObject({ code: 'usage', message: expect.not.stringContaining('secret') });
  });
});

test('--verbose shows each request without query, token or user name', async () => {
  const lines: string[] = [];
  await list({ log: (line) => lines.push(line) });
  expect(lines).toEqual([expect.stringMatching(/^GET http:\/\/127\.0\.0\.1:\d+\/v1\/models -> 200 \(\d+ ms\)$/)]);
});
