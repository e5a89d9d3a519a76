import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { forFile } from './support/for-file.ts';
import { onboardArgs, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { tried } from './support/soak.ts';

const program = useProgram();
const { home, service, atEnd } = forFile();

/** Starting Node on a busy machine with two cores takes its time; what is measured is what the network costs. */
const START_MS = 8000;
const LIST = ['models', 'list', '--provider', 'huggingface', '--refresh', '--json'];
const CHECK = onboardArgs(['--huggingface-api-key', '-', '--verify', 'required', '--json']);
const PASSWORD = 'Sw0rdfish-of-the-proxy';

type Proxy = { url: string; host: string; asked: string[] };

/** A proxy that does this with every CONNECT; what else it is asked it answers with a list that nobody may believe. */
async function startProxy(onConnect: (socket: Socket) => void = (socket) => socket.destroy()): Promise<Proxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('{"data":[{"id":"of/the-proxy"}]}');
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.on('error', () => {});
    onConnect(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://ada:${PASSWORD}@${host}`, host, asked };
}

function run(args: readonly string[], env: Record<string, string>) {
  tried('proxy faults', 1);
  return program().run(args, { home: home(), env: { HF_TOKEN: TOKEN, ...env }, input: TOKEN, secrets: [PASSWORD] });
}

const refusing = (status: string) => (socket: Socket) => void socket.end(`HTTP/1.1 ${status}\r\n\r\n`);

describe.concurrent('a proxy that', () => {
  // Connections for the list: those that may be better later are tried three times.
  test.each<[string, (socket: Socket) => void, string, number]>([
    [
      'answers CONNECT with 302',
      refusing('302 Found\r\nlocation: http://login.example/'),
      'refused the connection (302)',
      1,
    ],
    ['answers CONNECT with 407', refusing('407 Login'), 'wants a user name and a password (407)', 1],
    ['answers CONNECT with 429', refusing('429 Slow'), 'refused the connection (429)', 3],
    ['answers CONNECT with 503', refusing('503 No'), 'refused the connection (503)', 3],
    [
      'answers CONNECT with what is not HTTP',
      (socket) => socket.end('hello\r\n\r\n'),
      'failed: the connection failed',
      3,
    ],
    ['closes on CONNECT', (socket) => socket.end(), 'failed: the connection closed before the answer was complete', 3],
    ['resets on CONNECT', (socket) => socket.resetAndDestroy(), 'failed: the connection was reset (ECONNRESET)', 3],
  ])('%s is the one that failed, not Hugging Face', async (_, onConnect, what, connections) => {
    const proxy = await startProxy(onConnect);
    const listed = await run(LIST, { HTTPS_PROXY: proxy.url });
    expect([listed.code, JSON.parse(listed.stdout).reason]).toEqual([
      5,
      `router.huggingface.co could not be reached: the proxy ${proxy.host} ${what}.`,
    ]);
    expect(proxy.asked).toEqual(Array(connections).fill('CONNECT router.huggingface.co:443'));
    const checked = await run(CHECK, { HTTPS_PROXY: proxy.url });
    expect([checked.code, checked.stderr]).toEqual([5, expect.stringContaining(`the proxy ${proxy.host} ${what}`)]);
  });

  test.each<[string, string]>([
    ['is not there', 'http://127.0.0.1:9'],
    ['has no address', 'http://no-such-proxy.invalid:3128'],
  ])('%s is the one that failed, not Hugging Face', async (_, url) => {
    const { code, stdout } = await run(LIST, { HTTPS_PROXY: url });
    expect([code, JSON.parse(stdout).reason]).toEqual([
      5,
      expect.stringContaining(`router.huggingface.co could not be reached: the proxy ${new URL(url).host} failed: `),
    ]);
  });

  test.each<[string, (socket: Socket) => void]>([
    ['is silent', () => {}],
    ['leads nowhere', (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n')],
    ['drips its answer', (socket) => void setInterval(() => socket.write('H'), 100).unref()],
  ])('%s is waited for until the deadline; then the process is gone', async (_, onConnect) => {
    const proxy = await startProxy(onConnect);
    const [listed, checked] = await Promise.all([
      run(LIST, { HTTPS_PROXY: proxy.url }),
      run(CHECK, { HTTPS_PROXY: proxy.url }),
    ]);
    expect([listed.code, JSON.parse(listed.stdout).reason]).toEqual([
      5,
      'router.huggingface.co did not answer within 10 s.',
    ]);
    expect([checked.code, JSON.parse(checked.stdout).error.code]).toEqual([5, 'token_unverified']);
    // Onboarding asks for the list at once with the token check.
    for (const { elapsedMs } of [listed, checked]) expect(elapsedMs).toBeLessThan(10_000 + START_MS);
  });
});

describe.concurrent('the environment', () => {
  // Node 22.21, 24 and later lead all that takes their own agent through a proxy, loopback too.
  test('can’t lead this machine through a proxy, with NODE_USE_ENV_PROXY either', async () => {
    const proxy = await startProxy();
    const here = await service();
    const proxies = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, http_proxy: proxy.url, https_proxy: proxy.url };
    const env = { ...serviceEnv(here), ...proxies, NODE_USE_ENV_PROXY: '1' };
    const listed = await run(LIST, env);
    expect([listed.code, JSON.parse(listed.stdout).source]).toEqual([0, 'live']);
    expect((await run(CHECK, env)).code).toBe(0);
    expect(proxy.asked).toEqual([]);
  });

  test('can’t make the proxy agents log, credentials and all', async () => {
    const proxy = await startProxy();
    const { stderr } = await run(LIST, { HTTPS_PROXY: proxy.url, DEBUG: '*' });
    expect(stderr).not.toContain('proxy-agent');
  });
});
