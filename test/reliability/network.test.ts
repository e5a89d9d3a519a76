import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../scripts/stand-in/server.js';
import { useCommands } from '../support/in-process.ts';
import { forFile } from './support/for-file.ts';
import {
  expectPromisesKept,
  onboardArgs,
  placesIn,
  type Result,
  serviceEnv,
  TOKEN,
  useProgram,
} from './support/program.ts';
import { rounds, tried } from './support/soak.ts';

const program = useProgram();
const { home: newHome, service: useService, atEnd } = forFile();

/** Starting Node on a busy machine with two cores takes its time; what is measured is what the network costs. */
const START_MS = 4000;
const MEGABYTE = 1024 * 1024;
const ONE_MODEL = { data: [{ id: 'deepseek-ai/DeepSeek-R1', providers: [] }] };
const WHOAMI = '/api/whoami-v2';
const MODELS = '/v1/models';

/** What a server may do instead of answering; for the token check and for the list alike. */
const FAULTS: [string, Answer][] = [
  ['resets the connection', { reset: true }],
  ['never answers', { hang: true }],
  ['drips one byte a second', { body: ONE_MODEL, dripMs: 1000 }],
  ['cuts in the middle', { body: ONE_MODEL, cutAfter: 20 }],
  ['cuts before the body', { body: ONE_MODEL, cutAfter: 0 }],
  ['sends 100 MB', { body: Buffer.alloc(100 * MEGABYTE, 0x20) }],
  [
    'sends a gzip bomb',
    { body: gzipSync(Buffer.alloc(100 * MEGABYTE, 0x20)), headers: { 'content-encoding': 'gzip' } },
  ],
  ['sends what is no gzip', { body: 'no gzip', headers: { 'content-encoding': 'gzip' } }],
  ['sends HTML', { body: '<html><script>alert(1)</script>', headers: { 'content-type': 'text/html' } }],
  ['sends nothing', { body: '' }],
  ['sends null', { body: 'null' }],
  ['sends bytes that are no UTF-8', { body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) }],
  ['sends 10,000 levels', { body: '['.repeat(10_000) + ']'.repeat(10_000) }],
  ['redirects', { status: 302, headers: { location: 'http://127.0.0.1:1/else' } }],
  ['redirects for ever', { status: 307, headers: { location: MODELS } }],
  ['wants payment', { status: 402, body: { error: 'pay \u001b[31m\u202e' } }],
  ['forbids', { status: 403, body: { error: 'no \u009b31m' } }],
  ['wants a proxy login', { status: 407 }],
  ['says slow down', { status: 429 }],
  ['says slow down for 1 s', { status: 429, headers: { 'retry-after': '1' } }],
  ['says slow down for an hour', { status: 429, headers: { 'retry-after': '3600' } }],
  ['says slow down till a date', { status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' } }],
  ['says slow down with nonsense', { status: 429, headers: { 'retry-after': '-5; \t' } }],
  ['fails with 500', { status: 500, body: 'x'.repeat(MEGABYTE) }],
  ['fails with 502 and HTML', { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } }],
  ['fails with 503', { status: 503, headers: { 'retry-after': '2' } }],
  ['answers 204', { status: 204 }],
  ['answers 599', { status: 599, body: 'odd' }],
];

/** The slow ones stand first, and are tried for both; of the others every second one, except in the soak. */
const SLOW = 8;
const faultsFor = (side: 0 | 1) => FAULTS.filter((_, index) => index < SLOW || rounds(index % 2, side) === side);

describe.concurrent('a hub that', () => {
  test.each(faultsFor(0))('%s can’t check the token: exit 5, or a warning, within 5 s', async (_, answer) => {
    const service = await useService({ models: ONE_MODEL.data });
    service.script(WHOAMI, answer);
    const home = newHome();
    const at = placesIn(home);
    const args = onboardArgs(['--huggingface-api-key', '-', '--verify', 'required', '--json']);
    const result = await program().run(args, { home, env: serviceEnv(service), input: TOKEN });
    expectWithin(result, 5000);
    expect([result.code, errorCodeOf(result)]).toEqual([5, 'token_unverified']);
    expect([at.text(), at.envText(), at.leftovers()]).toEqual([null, null, []]);
    tried('network faults', 1);
  });
});

describe.concurrent('a router that', () => {
  test.each(faultsFor(1))('%s leaves the built-in list: a reason, exit 5, within 10 s', async (_, answer) => {
    const service = await useService();
    service.script(MODELS, answer);
    const home = newHome();
    const result = await program().run(['models', 'list', '--provider', 'huggingface', '--refresh', '--json'], {
      home,
      env: { ...serviceEnv(service), HF_TOKEN: TOKEN },
    });
    expectWithin(result, 10_000);
    const { source, reason, count } = JSON.parse(result.stdout);
    expect({ code: result.code, source, reason, count }).toEqual({
      code: 5,
      source: 'builtin',
      reason: expect.any(String),
      count: 10,
    });
    // A redirect is reported, and none is followed.
    if (answer.status === 302 || answer.status === 307) expect(service.requests).toHaveLength(1);
    tried('network faults', 1);
  });
});

describe.concurrent('a connection that', () => {
  test('is refused', async () => {
    const home = newHome();
    const gone = await useService();
    const env = { ...serviceEnv(gone), HF_TOKEN: TOKEN };
    await gone.close();
    const list = await program().run(['models', 'list', '--refresh'], { home, env });
    expect([list.code, list.stderr]).toEqual([5, expect.stringContaining('refused')]);
    const onboard = await program().run(onboardArgs(['--verify', 'required']), { home, env });
    expect([onboard.code, onboard.stderr]).toEqual([5, expect.stringContaining('ECONNREFUSED')]);
  });

  test.each([
    ['speaks no HTTP', 'SSH-2.0-OpenSSH_9.7\r\n'],
    ['sends endless headers', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n`],
    ['sends broken chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['announces more than it sends', 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{}'],
    ['answers with status 999', 'HTTP/1.1 999 Odd\r\ncontent-length: 2\r\n\r\n{}'],
    ['sends only informational answers', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(3)],
    ['puts escape sequences into headers', 'HTTP/1.1 403 \u001b[31mred\r\nx-error-message: \u001b]0;t\u0007\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', () => socket.end(bytes, 'latin1'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    atEnd(() => void server.close());
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const env = { ...serviceEnv({ url, baseUrl: `${url}/v1` }), HF_TOKEN: TOKEN };
    const home = newHome();
    const list = await program().run(['models', 'list', '--refresh', '--json'], { home, env });
    const onboard = await program().run(onboardArgs(['--verify', 'required', '--json']), { home, env });
    expectWithin(list, 10_000);
    expectWithin(onboard, 5000);
    expect([list.code, onboard.code, errorCodeOf(onboard)]).toEqual([5, 5, 'token_unverified']);
    tried('network faults', 2);
  });

  test('redirects to another server takes no token there', async () => {
    const seen: string[] = [];
    const other = createServer((request, response) => {
      seen.push(String(request.headers.authorization));
      response.end('{}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    atEnd(() => void other.close());
    const address = other.address();
    const location = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    const service = await useService();
    for (const path of [WHOAMI, MODELS]) service.script(path, { status: 307, headers: { location } });
    const home = newHome();
    const env = { ...serviceEnv(service), HF_TOKEN: TOKEN };
    await program().run(onboardArgs([]), { home, env });
    await program().run(['models', 'list', '--refresh'], { home, env });
    expect(seen).toEqual([]);
  });
});

const HOSTILE = [
  '\u001b[2J',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u202e',
  '\u200b',
  '\u0000',
  '\r',
  '\u2028',
  '\ud800',
  '\b',
];

describe.concurrent('a list', () => {
  const list = async (data: unknown[], flags: string[] = []) => {
    const service = await useService({ models: data });
    const env = { ...serviceEnv(service), HF_TOKEN: TOKEN, LANG: 'C.UTF-8' };
    const home = newHome();
    const args = ['models', 'list', '--provider', 'huggingface', '--refresh', ...flags];
    return program().run(args, { home, env });
  };

  test('of 20,000 models is shown whole', async () => {
    const data = Array.from({ length: 20_000 }, (_, index) => ({ id: `org/model-${index}`, providers: [] }));
    const result = await list(data, ['--plain']);
    expect([result.code, result.stdout.split('\n').length]).toEqual([0, 20_001]);
    expectWithin(result, 10_000);
  });

  test('with entries of every wrong type shows the right ones', async () => {
    const wrong = [null, 5, 'x', true, [], {}, { id: 5 }, { id: null }, { id: [] }, { id: '' }, { id: 'no-slash' }];
    const odd = [null, 5, 'x', true, [], {}, [[]], [{}], [null], -1, 1e300, '\u001b[31m'];
    const fields = ['name', 'providers', 'architecture', 'owned_by', 'created'];
    const oddModels = odd.flatMap((value, index) =>
      fields.map((field) => ({ id: `org/${field}-${index}`, [field]: value })),
    );
    const oddProviders = odd.map((value, index) => ({
      id: `org/provider-${index}`,
      providers: [{ provider: 'novita', status: value, context_length: value, pricing: value, supports_tools: value }],
    }));
    const result = await list([...wrong, ...oddModels, ...oddProviders], ['--json']);
    expect([result.code, JSON.parse(result.stdout).count]).toEqual([0, oddModels.length + oddProviders.length]);
    expect((await list([...wrong, ...oddModels, ...oddProviders])).code).toBe(0);
  });

  test('with control characters in ids, names and statuses never shows them raw', async () => {
    const data = HOSTILE.flatMap((mark, index) => [
      { id: `org/bad-${mark}-${index}`, providers: [] },
      { id: `${mark}org/bad-${index}`, providers: [] },
      {
        id: `org/good-${index}`,
        name: `Name ${mark}x`,
        owned_by: mark,
        providers: [
          { provider: `nov${mark}ita`, status: 'live' },
          { provider: 'groq', status: `li${mark}ve` },
        ],
      },
    ]);
    for (const flags of [[], ['--json'], ['--plain']]) {
      const result = await list(data, flags);
      expect(result.code).toBe(0);
      expect(result.stdout).not.toContain('org/bad');
    }
    const service = await useService({ models: data });
    const home = newHome();
    const flags = ['--huggingface-api-key', '-', '--model', 'org/good-0'];
    const env = serviceEnv(service);
    expect((await program().run(onboardArgs(flags), { home, env, input: TOKEN })).code).toBe(0);
    tried('hostile texts', data.length);
  });
});

describe('an account', () => {
  const commands = useCommands({ models: ONE_MODEL.data });
  /** In this process: what matters is what is said of it. */
  const expectAccepted = async (flags: readonly string[]) => {
    const args = onboardArgs(['--huggingface-api-key', '-', ...flags]);
    const run = await commands().run(args, { input: TOKEN });
    expectPromisesKept(args, run);
    expect(run.code).toBe(0);
  };

  test.each(HOSTILE)('with %j in its names never shows it raw', async (mark) => {
    commands().service.script(WHOAMI, {
      body: {
        type: 'user',
        name: `a${mark}da`,
        auth: { accessToken: { displayName: `lap${mark}top`, role: `re${mark}ad` } },
      },
    });
    for (const flags of [[], ['--json'], ['--verbose'], ['--dry-run']]) await expectAccepted(flags);
    tried('hostile texts', 4);
  });

  test.each([[null], [[]], [5], ['x'], [{}], [{ name: 5 }], [{ name: '' }], [{ name: 'a', auth: 5 }]])(
    'that is %j is no verdict, or one without a role',
    async (body) => {
      commands().service.script(WHOAMI, { body: JSON.stringify(body) });
      await expectAccepted(['--json']);
    },
  );
});

function expectWithin({ elapsedMs }: Result, limitMs: number): void {
  expect(elapsedMs).toBeLessThan(limitMs + START_MS);
}

function errorCodeOf({ stdout }: Result): string {
  return JSON.parse(stdout).error?.code;
}
