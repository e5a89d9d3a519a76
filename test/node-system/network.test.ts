import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createFetch } from '../../src/node-system/network.ts';
import { readProxies } from '../../src/node-system/proxies.ts';

type Seen = { requests: string[]; port: number; server: Server };

/** A server that answers everything, and as a proxy too; `requests` are `METHOD target authorization`. */
async function listen(): Promise<Seen> {
  const requests: string[] = [];
  const note = (request: IncomingMessage) =>
    requests.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? '-'}`);
  const server = createServer((request, response) => {
    note(request);
    response.writeHead(request.url === '/redirect' ? 302 : 200, { location: 'http://elsewhere.invalid/' }).end('ok');
  });
  server.on('connect', (request, socket) => {
    note(request);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { requests, port: (server.address() as AddressInfo).port, server };
}

test('redirects are never followed', async () => {
  const { port } = await listen();
  const response = await createFetch({})(`http://127.0.0.1:${port}/redirect`, { redirect: 'follow' });
  expect(response.status).toBe(302);
});

test.each(['127.0.0.1', 'localhost', '127.1', '[::ffff:127.0.0.1]'])('%s never goes through a proxy', async (host) => {
  const service = await listen();
  const proxy = await listen();
  const fetch = createFetch({ HTTP_PROXY: `http://127.0.0.1:${proxy.port}` });
  const response = await fetch(`http://${host}:${service.port}/x`).catch(() => undefined);
  if (host.startsWith('[')) return;
  expect(await response?.text()).toBe('ok');
  expect(proxy.requests).toEqual([]);
});

test('another host goes through the proxy, with its credentials', async () => {
  const proxy = await listen();
  const fetch = createFetch({
    http_proxy: `http://ada:s%40cret@127.0.0.1:${proxy.port}`,
    HTTP_PROXY: 'http://wrong.invalid',
  });
  await fetch('http://service.invalid/x').catch(() => undefined);
  const credentials = Buffer.from('ada:s@cret').toString('base64');
  expect(proxy.requests[0]).toContain(`Basic ${credentials}`);
  expect(proxy.requests[0]).toContain('service.invalid');
});

test('https goes through HTTPS_PROXY, a value without a scheme being one for http', async () => {
  const proxy = await listen();
  await createFetch({ HTTPS_PROXY: `127.0.0.1:${proxy.port}` })('https://service.invalid/').catch(() => undefined);
  expect(proxy.requests).toEqual(['CONNECT service.invalid:443 -']);
});

test('NO_PROXY hosts do not', async () => {
  const proxy = await listen();
  const fetch = createFetch({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: '.invalid' });
  await expect(fetch('https://service.invalid/')).rejects.toThrow();
  expect(proxy.requests).toEqual([]);
});

test.each([
  ['http://us er:PASS@host:x', 'not a URL'],
  ['http://user:PASS%zz@host', 'hexadecimal'],
  ['socks5://user:PASS@host:1080', 'socks5:// proxies are not supported'],
  ['http://', 'not a URL'],
])('the proxy %s is refused by the variable’s name, without its credentials', async (value, expected) => {
  const error = await createFetch({ HTTPS_PROXY: value })('https://service.invalid/').catch((reason) => reason);
  expect(error).toMatchObject({ code: 'usage', exitCode: 2 });
  expect(error.message).toContain('HTTPS_PROXY');
  expect(error.message).toContain(expected);
  expect(error.message + error.hint).not.toContain('PASS');
});

test.each([
  [{}, undefined],
  [{ HTTPS_PROXY: '' }, undefined],
  [{ https_proxy: '', HTTPS_PROXY: 'http://p' }, undefined],
  [{ HTTPS_PROXY: 'http://p', no_proxy: '*' }, undefined],
  [
    { HTTPS_PROXY: 'p:3128', NO_PROXY: 'a', no_proxy: 'b' },
    { http: '', https: 'http://p:3128/', noProxy: 'b' },
  ],
])('%j means %j', (env, expected) => {
  expect(readProxies(env)).toEqual(expected);
});
