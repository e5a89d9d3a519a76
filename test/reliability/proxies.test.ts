import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixtureText } from '../../scripts/stand-in/answers.js';
import { forFile } from './support/for-file.ts';
import { onboardArgs, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { tried } from './support/soak.ts';

const program = useProgram();
const { home, service, atEnd } = forFile();

const LIST = ['models', 'list', '--provider', 'huggingface', '--refresh', '--json'];
const CHECK = onboardArgs(['--huggingface-api-key', '-', '--verify', 'required', '--json']);
const PASSWORD = 'Sw0rdfish-of-the-proxy';

let tls: { port: number; certificate: string; seen: string[] };

/** What the real hosts would be, behind a certificate that nobody knows. */
beforeAll(async () => {
  const directory = home();
  const certificate = join(directory, 'certificate.pem');
  const key = join(directory, 'key.pem');
  const subject = ['-subj', '/CN=router.huggingface.co'];
  const names = ['-addext', 'subjectAltName=DNS:router.huggingface.co,DNS:huggingface.co'];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...subject, ...names],
    {
      stdio: 'ignore',
    },
  );
  const seen: string[] = [];
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    seen.push(`${request.headers.host} ${request.headers.authorization}`);
    const file = request.url === '/api/whoami-v2' ? 'whoami-finegrained-with-permission.json' : 'router-models.json';
    response.setHeader('content-type', 'application/json').end(fixtureText(file));
  });
  tls = { port: await listen(server), certificate, seen };
}, 60_000);

type Proxy = { url: string; asked: string[]; bytes: () => string };

/** A proxy that tunnels everything to our server, and keeps what it could read on the way. */
async function startProxy({ login, status = 200 }: { login?: string; status?: number } = {}): Promise<Proxy> {
  const asked: string[] = [];
  const passed: Buffer[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(502).end('only CONNECT here');
  });
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    passed.push(Buffer.from(JSON.stringify(request.headers)));
    socket.on('error', () => {});
    const isWelcome = login === undefined || request.headers['proxy-authorization'] === basic(login);
    if (!isWelcome || status !== 200) {
      socket.end(`HTTP/1.1 ${isWelcome ? status : 407} No\r\n\r\n`);
      return;
    }
    const target = connect(tls.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    target.on('error', () => socket.destroy());
    socket.on('data', (chunk) => passed.push(chunk));
    socket.pipe(target).pipe(socket);
  });
  const port = await listen(proxy);
  return { url: `http://127.0.0.1:${port}`, asked, bytes: () => Buffer.concat(passed).toString('latin1') };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function basic(login: string): string {
  return `Basic ${Buffer.from(login).toString('base64')}`;
}

function list(env: Record<string, string>, secrets: readonly string[] = []) {
  tried('proxies and certificates', 1);
  return program().run(LIST, { home: home(), env: { HF_TOKEN: TOKEN, ...env }, secrets });
}

function check(env: Record<string, string>, secrets: readonly string[] = []) {
  tried('proxies and certificates', 1);
  return program().run(CHECK, { home: home(), env, input: TOKEN, secrets });
}

describe('a proxy', () => {
  // HTTP_PROXY alone is taken for https too, as OpenClaw does.
  test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])(
    'in %s is used, and the token stays inside TLS',
    async (name) => {
      const proxy = await startProxy();
      const env = { [name]: proxy.url, NODE_EXTRA_CA_CERTS: tls.certificate };
      tls.seen.length = 0;
      const listed = await list(env);
      expect([listed.code, JSON.parse(listed.stdout).source]).toEqual([0, 'live']);
      const checked = await check(env);
      expect([checked.code, JSON.parse(checked.stdout).token.verified]).toEqual([0, true]);
      expect(new Set(proxy.asked)).toEqual(
        new Set(['CONNECT router.huggingface.co:443', 'CONNECT huggingface.co:443']),
      );
      expect(tls.seen).toContain(`huggingface.co Bearer ${TOKEN}`);
      expect(proxy.bytes()).not.toContain(TOKEN.slice(0, 12));
    },
  );

  test('in https_proxy wins over HTTPS_PROXY', async () => {
    const proxy = await startProxy();
    const env = { https_proxy: proxy.url, HTTPS_PROXY: 'http://127.0.0.1:9', NODE_EXTRA_CA_CERTS: tls.certificate };
    expect((await list(env)).code).toBe(0);
    expect(proxy.asked).toHaveLength(1);
  });

  test.each(['NO_PROXY', 'no_proxy'])('is passed by for the hosts in %s', async (name) => {
    const proxy = await startProxy();
    // Nothing answers outside the proxy here: it is enough that the proxy was not asked.
    const result = await list({ HTTPS_PROXY: proxy.url, [name]: 'localhost,.huggingface.co' });
    expect([result.code, proxy.asked]).toEqual([5, []]);
  });

  test('is never asked for this machine', async () => {
    const proxy = await startProxy();
    const here = await service();
    const result = await list({ ...serviceEnv(here), HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url });
    expect([result.code, proxy.asked]).toEqual([0, []]);
  });

  test('with a password is used, and shows its password nowhere', async () => {
    const proxy = await startProxy({ login: `ada:${PASSWORD}` });
    const env = {
      HTTPS_PROXY: proxy.url.replace('//', `//ada:${PASSWORD}@`),
      NODE_EXTRA_CA_CERTS: tls.certificate,
    };
    const secrets = [PASSWORD, basic(`ada:${PASSWORD}`)];
    const results = await Promise.all([list(env, secrets), check(env, secrets)]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    const verbose = await program().run([...LIST, '--verbose'], { home: home(), env, secrets });
    expect(verbose.code).toBe(0);
  });

  test.each([
    ['that wants a password', { login: 'ada:other' }, /407/],
    ['that refuses', { status: 403 }, /the proxy 127\.0\.0\.1:\d+ refused the connection \(403\)/],
    ['that fails', { status: 502 }, /the proxy 127\.0\.0\.1:\d+ refused the connection \(502\)/],
  ])('%s is named as the cause, its password is not', async (_, options, words) => {
    const proxy = await startProxy(options);
    const env = { HTTPS_PROXY: proxy.url.replace('//', `//ada:${PASSWORD}@`) };
    const secrets = [PASSWORD, basic(`ada:${PASSWORD}`)];
    const listed = await list(env, secrets);
    expect([listed.code, JSON.parse(listed.stdout).reason]).toEqual([5, expect.stringMatching(words)]);
    const checked = await check(env, secrets);
    expect([checked.code, checked.stderr]).toEqual([5, expect.stringMatching(words)]);
    for (const args of [LIST, CHECK])
      await program().run([...args, '--verbose'], {
        home: home(),
        env: { ...env, HF_TOKEN: TOKEN },
        input: TOKEN,
        secrets,
      });
  });

  test.each([
    'socks5://ada:Sw0rdfish-of-the-proxy@127.0.0.1:1',
    'ftp://x',
    'http://%zz:Sw0rdfish-of-the-proxy@h',
    ':::',
  ])('that can’t be used, %s, is named by its variable, never by its value', async (value) => {
    const result = await list({ HTTPS_PROXY: value }, [PASSWORD]);
    expect([result.code, JSON.parse(result.stdout).reason]).toEqual([5, expect.stringContaining('HTTPS_PROXY')]);
  });

  test('that is not there is a failed connection', async () => {
    const result = await list({ HTTPS_PROXY: `http://ada:${PASSWORD}@127.0.0.1:9` }, [PASSWORD]);
    expect(result.code).toBe(5);
  });
});

describe('a certificate that nobody knows', () => {
  test('is refused, the token stays here, and the hint names NODE_EXTRA_CA_CERTS', async () => {
    const proxy = await startProxy();
    tls.seen.length = 0;
    const { code, stderr, stdout } = await check({ HTTPS_PROXY: proxy.url });
    expect([code, JSON.parse(stdout).error.code]).toEqual([5, 'token_unverified']);
    expect(stderr).toMatch(/certificate is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    expect(stderr).toContain('NODE_EXTRA_CA_CERTS');
    expect(tls.seen).toEqual([]);
  });

  test('is refused without a proxy too', async () => {
    const url = `https://127.0.0.1:${tls.port}`;
    const { code, stderr } = await check(serviceEnv({ url, baseUrl: `${url}/v1` }));
    expect([code, stderr]).toEqual([5, expect.stringContaining('NODE_EXTRA_CA_CERTS')]);
  });

  test('is refused for another name, whatever NODE_EXTRA_CA_CERTS says', async () => {
    const url = `https://127.0.0.1:${tls.port}`;
    const env = { ...serviceEnv({ url, baseUrl: `${url}/v1` }), NODE_EXTRA_CA_CERTS: tls.certificate };
    const { code, stderr } = await check(env);
    expect([code, stderr]).toEqual([5, expect.stringMatching(/certificate is for another host/)]);
  });
});
