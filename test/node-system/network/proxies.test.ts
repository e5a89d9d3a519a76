import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFetch } from '../../../src/node-system/network/create-fetch.ts';
import { proxyFor } from '../../../src/node-system/network/proxies.ts';
import type { Env, FetchResponse } from '../../../src/system.ts';

type Seen = { requests: string[]; port: number };

/** A server that answers everything, and CONNECT as told; `requests` are `METHOD target authorization`. */
async function listen(onConnect: (socket: Socket) => void = (socket) => socket.destroy()): Promise<Seen> {
  const requests: string[] = [];
  const note = (request: IncomingMessage) =>
    requests.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? '-'}`);
  const server = createServer((request, response) => {
    note(request);
    response.writeHead(request.url?.endsWith('/407') ? 407 : 200).end('ok');
  });
  server.on('connect', (request, socket: Socket) => {
    note(request);
    socket.on('error', () => undefined);
    onConnect(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { requests, port: (server.address() as AddressInfo).port };
}

async function textOf({ body }: FetchResponse): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('a request', () => {
  test.each(['127.0.0.1', 'localhost', '127.1'])('to %s never goes through a proxy', async (host) => {
    const service = await listen();
    const proxy = await listen();
    const fetch = createFetch({ HTTP_PROXY: `http://127.0.0.1:${proxy.port}` });
    expect(await textOf(await fetch(`http://${host}:${service.port}/x`))).toBe('ok');
    expect(proxy.requests).toEqual([]);
  });

  test('to another host goes through the proxy whole, with the credentials', async () => {
    const proxy = await listen();
    const fetch = createFetch({
      http_proxy: `http://ada:s%40cret@127.0.0.1:${proxy.port}/some/path?and=more`,
      HTTP_PROXY: 'http://wrong.invalid',
    });
    expect(await textOf(await fetch('http://service.invalid/x'))).toBe('ok');
    const credentials = Buffer.from('ada:s@cret').toString('base64');
    expect(proxy.requests).toEqual([`GET http://service.invalid/x Basic ${credentials}`]);
  });

  test('to an https host is tunnelled, a proxy without a scheme being one for http', async () => {
    const proxy = await listen((socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
    const fetch = createFetch({ HTTPS_PROXY: `ada:secret@127.0.0.1:${proxy.port}` });
    await expect(fetch('https://service.invalid/')).rejects.toMatchObject({
      proxy: { host: `127.0.0.1:${proxy.port}`, status: 403 },
    });
    const credentials = Buffer.from('ada:secret').toString('base64');
    expect(proxy.requests).toEqual([`CONNECT service.invalid:443 Basic ${credentials}`]);
  });

  test.each<[string, (socket: Socket) => void, object]>([
    ['refuses with 302', (socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: http://x/\r\n\r\n'), { status: 302 }],
    ['refuses with 503 and words', (socket) => socket.write('HTTP/1.1 503 No\r\n\r\n<html>'), { status: 503 }],
    ['closes at once', (socket) => socket.end(), { status: null }],
    ['resets', (socket) => socket.resetAndDestroy(), { status: null }],
    ['answers nonsense', (socket) => socket.end('nonsense\r\n\r\n'), { status: null }],
    ['is silent', () => undefined, { status: null }],
  ])('through a proxy that %s fails, and the proxy is named', async (_, onConnect, expected) => {
    const proxy = await listen(onConnect);
    const fetch = createFetch({ HTTPS_PROXY: `http://ada:secret@127.0.0.1:${proxy.port}` });
    const error = await fetch('https://service.invalid/', { signal: AbortSignal.timeout(1000) }).catch((e) => e);
    expect(error.proxy).toEqual({ host: `127.0.0.1:${proxy.port}`, ...expected });
  });

  test('through a proxy that wants a password, to an http host, is refused by the proxy', async () => {
    const proxy = await listen();
    const fetch = createFetch({ HTTP_PROXY: `http://127.0.0.1:${proxy.port}` });
    await expect(fetch('http://service.invalid/407')).rejects.toMatchObject({ proxy: { status: 407 } });
  });

  test.each([
    ['http://127.0.0.1:9', 'ECONNREFUSED'],
    ['http://no-such-host.invalid:3128', /^(?:ENOTFOUND|EAI_AGAIN)$/],
  ])('through %s, where nobody is, fails by the proxy', async (url, code) => {
    for (const target of ['https://service.invalid/', 'http://service.invalid/']) {
      const error = await createFetch({ HTTP_PROXY: url })(target).catch((reason) => reason);
      expect(error.proxy).toEqual({ host: new URL(url).host, status: null });
      expect(error.cause.code).toMatch(code);
    }
  });
});

describe('a proxy that can’t be used', () => {
  test.each([
    ['http://us er:PASS@host:x', 'not a URL'],
    ['http://user:PASS%zz@host', 'hexadecimal'],
    ['socks5://user:PASS@host:1080', 'socks5:// proxies are not supported'],
    ['http://', 'not a URL'],
  ])('%s is refused by the variable’s name, without its credentials', async (value, expected) => {
    const error = await createFetch({ HTTPS_PROXY: value })('https://service.invalid/').catch((reason) => reason);
    expect(error).toMatchObject({ code: 'usage', exitCode: 2 });
    expect(error.message).toContain('HTTPS_PROXY');
    expect(error.message).toContain(expected);
    expect(error.message + error.hint).not.toContain('PASS');
  });
});

describe('which proxy', () => {
  test.each<[Env, string | undefined]>([
    [{}, undefined],
    [{ HTTPS_PROXY: '' }, undefined],
    [{ HTTPS_PROXY: 'http://p' }, 'http://p/'],
    [{ HTTP_PROXY: 'http://p' }, 'http://p/'],
    [{ HTTP_PROXY: 'http://h', HTTPS_PROXY: 'http://s' }, 'http://s/'],
    [{ https_proxy: '', HTTPS_PROXY: 'http://p' }, undefined],
    [{ https_proxy: 'http://lower', HTTPS_PROXY: 'http://upper' }, 'http://lower/'],
    [{ ALL_PROXY: 'http://p', all_proxy: 'http://p' }, undefined],
    [{ HTTPS_PROXY: 'p:3128' }, 'http://p:3128/'],
    [{ HTTPS_PROXY: '[::1]:3128' }, 'http://[::1]:3128/'],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'hub.example' }, undefined],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'hub.example', no_proxy: 'other.example' }, 'http://p/'],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'hub.example', no_proxy: '' }, 'http://p/'],
  ])('%j: %s', (env, proxy) => {
    expect(proxyFor(new URL('https://hub.example/x'), env)?.href).toBe(proxy);
  });
});

describe('NO_PROXY', () => {
  test.each<[string, string, boolean]>([
    ['hub.example', 'https://hub.example', true],
    ['HUB.example.', 'https://hub.example', true],
    ['hub.example', 'https://router.hub.example', true],
    ['.hub.example', 'https://router.hub.example', true],
    ['.hub.example', 'https://hub.example', true],
    ['*.hub.example', 'https://router.hub.example', true],
    ['hub.example', 'https://github.example', false],
    ['ub.example', 'https://hub.example', false],
    ['a.example b.example,\tc.example', 'https://b.example', true],
    ['hub.example:443', 'https://hub.example', true],
    ['hub.example:80', 'http://hub.example', true],
    ['hub.example:8443', 'https://hub.example', false],
    ['hub.example:8443', 'https://hub.example:8443', true],
    ['*', 'https://hub.example', true],
    ['localhost,*', 'https://hub.example', true],
    ['', 'https://hub.example', false],
    [',, ,', 'https://hub.example', false],
    ['10.1.2.3', 'https://10.1.2.3', true],
    ['10.0.0.0/8', 'https://10.1.2.3', true],
    ['10.0.0.0/8', 'https://11.1.2.3', false],
    ['10.0.0.0/33', 'https://10.1.2.3', false],
    ['10.0.0.0/', 'https://10.1.2.3', false],
    ['0.0.0.0/0', 'https://hub.example', false],
    ['3', 'https://10.1.2.3', false],
    ['fd00::1', 'https://[fd00::1]', true],
    ['FD00:0:0::1', 'https://[fd00::1]', true],
    ['[fd00::1]', 'https://[fd00::1]:8443', true],
    ['[fd00::1]:8443', 'https://[fd00::1]:8443', true],
    ['[fd00::1]:443', 'https://[fd00::1]:8443', false],
    ['fd00::/8', 'https://[fd12::1]', true],
    ['fd00::/8', 'https://[fe80::1]', false],
    ['10.0.0.0/8', 'https://[fd00::1]', false],
  ])('%s for %s: %s', (noProxy, url, isExcepted) => {
    const proxy = proxyFor(new URL(url), { HTTP_PROXY: 'http://p', NO_PROXY: noProxy });
    expect(proxy === undefined).toBe(isExcepted);
  });
});
