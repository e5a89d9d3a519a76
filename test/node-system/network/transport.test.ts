import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { errnoOf } from '../../../src/errors.ts';
import { createFetch } from '../../../src/node-system/network/create-fetch.ts';
import type { FetchResponse } from '../../../src/system.ts';

type Step = string | Buffer | 'reset' | 'end' | { waitMs: number };

/** A server that answers each request with these bytes, in pieces; the connection then stays open. */
async function answering(steps: readonly Step[], host = '127.0.0.1'): Promise<string> {
  return listening(async (socket) => {
    await once(socket, 'data');
    for (const step of steps) {
      if (step === 'reset') socket.resetAndDestroy();
      else if (step === 'end') socket.end();
      else if (typeof step === 'object' && 'waitMs' in step) await sleep(step.waitMs);
      else await new Promise((resolve) => socket.write(step, resolve));
    }
  }, host);
}

async function listening(serve: (socket: Socket) => Promise<void>, host = '127.0.0.1'): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).setNoDelay(true));
    serve(socket).catch(() => undefined);
  });
  await once(server.listen(0, host), 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return host === '::1' ? `http://[::1]:${port}/` : `http://${host}:${port}/`;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function textOf({ body }: FetchResponse): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The text of the answer, or the code of the failure. */
async function ask(url: string, signal?: AbortSignal): Promise<string> {
  try {
    return await textOf(await createFetch({})(url, signal ? { signal } : {}));
  } catch (error) {
    return errnoOf(error) ?? String(error);
  }
}

const OK = 'HTTP/1.1 200 OK\r\n';
const pieces = (text: string): Step[] => [...text].flatMap((piece) => [piece, { waitMs: 1 }]);
const chunked = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

describe('an answer', () => {
  test.each<[string, Step[], string]>([
    ['in one piece', [`${OK}content-length: 2\r\n\r\nhi`], 'hi'],
    ['whose header comes in pieces', [...pieces(`${OK}content-length: 2\r\n\r\n`), 'hi'], 'hi'],
    ['that drips', [`${OK}transfer-encoding: chunked\r\n\r\n`, ...pieces(`${chunked('drip')}0\r\n\r\n`)], 'drip'],
    ['of HTTP/1.0, ended by the connection', ['HTTP/1.0 200 OK\r\n\r\nold', 'end'], 'old'],
    [
      'after others that are only informational',
      [
        'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n',
        `${OK}content-length: 2\r\n\r\nhi`,
      ],
      'hi',
    ],
    ['without a body', ['HTTP/1.1 204 No Content\r\n\r\n'], ''],
    ['with only informational parts', ['HTTP/1.1 102 Processing\r\n\r\n', 'end'], 'EINCOMPLETE'],
    ['that switches protocols', ['HTTP/1.1 101 Odd\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'], 'EINCOMPLETE'],
    ['that never begins', ['end'], 'EINCOMPLETE'],
    ['that is a reset', ['reset'], 'ECONNRESET'],
    ['reset in its body', [`${OK}content-length: 9\r\n\r\nhi`, { waitMs: 20 }, 'reset'], 'ECONNRESET'],
    ['cut in its body', [`${OK}content-length: 9\r\n\r\nhi`, 'end'], 'EINCOMPLETE'],
    ['of another protocol', ['SSH-2.0-OpenSSH_9.7\r\n'], 'HPE_INVALID_CONSTANT'],
    ['with 100 KB of headers', [`${OK}x: ${'y'.repeat(100_000)}\r\n\r\n`], 'HPE_HEADER_OVERFLOW'],
    ['with broken chunks', [`${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`], 'HPE_INVALID_CHUNK_SIZE'],
  ])('%s', async (_, steps, expected) => {
    expect(await ask(await answering(steps))).toBe(expected);
  });

  test('of IPv6 alone is found', async () => {
    const url = await answering([`${OK}content-length: 2\r\n\r\nhi`], '::1');
    expect(await ask(url)).toBe('hi');
    // Where localhost has both addresses, the one that refuses is not the last word.
    const addresses = await lookup('localhost', { all: true });
    if (addresses.some(({ family }) => family === 6)) expect(await ask(url.replace('[::1]', 'localhost'))).toBe('hi');
  });

  test('that is a redirect is an answer', async () => {
    const { status, headers } = await createFetch({})(
      await answering(['HTTP/1.1 302 Found\r\nLocation: http://elsewhere.invalid/\r\ncontent-length: 0\r\n\r\n']),
    );
    expect([status, headers.get('LOCATION')]).toEqual([302, 'http://elsewhere.invalid/']);
  });
});

describe('a compressed answer', () => {
  const text = '{"data":[]}'.repeat(1000);
  const compressed = (encoding: string, bytes: Buffer, ...more: Step[]): Step[] => [
    `${OK}content-encoding: ${encoding}\r\ncontent-length: ${bytes.length}\r\n\r\n`,
    bytes.subarray(0, bytes.length - 8),
    { waitMs: 30 },
    bytes.subarray(bytes.length - 8),
    ...more,
  ];
  /** Right up to the checksum or the last bits, which come 30 ms later. */
  const damaged = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(8, 0xa5)]);

  test.each<[string, Buffer]>([
    ['gzip', gzipSync(text)],
    ['GZip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('by %s is read as it was, and no header speaks of the compressed form', async (encoding, bytes) => {
    const response = await createFetch({})(await answering(compressed(encoding, bytes)));
    expect([...response.headers.entries()]).toEqual([]);
    expect(await textOf(response)).toBe(text);
  });

  test.each<[string, string, Buffer, string]>([
    ['gzip with a bad end', 'gzip', damaged(gzipSync(text)), 'Z_DATA_ERROR'],
    ['deflate with a bad end', 'deflate', damaged(deflateSync(text)), 'Z_DATA_ERROR'],
    ['gzip that is none', 'gzip', Buffer.from('this is not gzip'), 'Z_DATA_ERROR'],
    ['gzip without its end', 'gzip', gzipSync(text).subarray(0, -9), 'Z_BUF_ERROR'],
    ['br without its end', 'br', brotliCompressSync(text).subarray(0, -9), 'Z_BUF_ERROR'],
  ])('%s, late, is a failure', async (_, encoding, bytes, code) => {
    expect(await ask(await answering(compressed(encoding, bytes)))).toBe(code);
  });

  test('cut in the middle is a failure of the connection', async () => {
    const bytes = gzipSync(text);
    const steps = [
      `${OK}content-encoding: gzip\r\ncontent-length: ${bytes.length}\r\n\r\n`,
      bytes.subarray(0, 20),
      'end',
    ];
    expect(await ask(await answering(steps))).toBe('EINCOMPLETE');
  });

  test.each(['zstd', 'gzip, gzip, gzip, gzip'])('by %s, which nobody asked for, stays as it is', async (encoding) => {
    const url = await answering([`${OK}content-encoding: ${encoding}\r\ncontent-length: 2\r\n\r\nhi`]);
    expect(await ask(url)).toBe('hi');
  });
});

describe('the signal ends', () => {
  test.each<[string, Step[]]>([
    ['the wait for an answer', []],
    ['a header that does not end', [OK]],
    ['a body that does not end', [`${OK}content-length: 9\r\n\r\nhi`]],
    ['a compressed body that does not end', [`${OK}content-encoding: gzip\r\n\r\n`, gzipSync('x').subarray(0, 12)]],
  ])('%s', async (_, steps) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(Object.assign(new Error(), { code: 'ETOOLATE' })), 100);
    expect(await ask(await answering(steps), controller.signal)).toBe('ETOOLATE');
  });

  test('what has not begun', async () => {
    const reason = Object.assign(new Error(), { code: 'ETOOLATE' });
    expect(await ask('http://127.0.0.1:9/', AbortSignal.abort(reason))).toBe('ETOOLATE');
  });
});

test('the next request takes the same connection, and asks for what it can read', async () => {
  const ports: (number | undefined)[] = [];
  const seen: (string | undefined)[] = [];
  const server = createHttpServer((request, response) => {
    ports.push(request.socket.remotePort);
    seen.push(`${request.method} ${request.headers['accept-encoding']} ${request.headers['content-length']}`);
    request.resume().on('end', () => response.end('ok'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const fetch = createFetch({});
  expect(await textOf(await fetch(url))).toBe('ok');
  await sleep(20);
  expect(await textOf(await fetch(url, { method: 'POST', body: 'héllo' }))).toBe('ok');
  expect(seen).toEqual(['GET gzip, deflate, br undefined', 'POST gzip, deflate, br 6']);
  expect(ports[1]).toBe(ports[0]);
});
