import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixtureText } from '../../scripts/stand-in/answers.js';
import { forFile } from './support/for-file.ts';
import { onboardArgs, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { tried } from './support/soak.ts';

const program = useProgram();
const { home, atEnd } = forFile();

const CHECK = onboardArgs(['--huggingface-api-key', '-', '--verify', 'required', '--json']);
const LIST = ['models', 'list', '--provider', 'huggingface', '--refresh', '--json'];

type Server = { env: Record<string, string>; seen: string[] };
let authority: string;
const servers = new Map<string, Server>();

/** From, until, the name it is for, and who signed it. */
const CERTIFICATES: [string, string, string, string, 'authority' | 'itself'][] = [
  ['of an own authority', '20200101000000Z', '20991231000000Z', 'IP:127.0.0.1', 'authority'],
  ['that has expired', '20200101000000Z', '20210101000000Z', 'IP:127.0.0.1', 'authority'],
  ['of the future', '20980101000000Z', '20991231000000Z', 'IP:127.0.0.1', 'authority'],
  ['for another host', '20200101000000Z', '20991231000000Z', 'DNS:elsewhere.example', 'authority'],
  ['that signed itself', '20200101000000Z', '20991231000000Z', 'IP:127.0.0.1', 'itself'],
];

beforeAll(async () => {
  const directory = home();
  authority = makeAuthority(directory);
  for (const [name, from, until, subject, by] of CERTIFICATES) {
    const files = by === 'itself' ? selfSigned(directory) : signed(directory, { from, until, subject });
    servers.set(name, await serve(files));
  }
}, 60_000);

type Files = { key: string; cert: string };

function openssl(directory: string, args: string[]): void {
  execFileSync('openssl', args, { cwd: directory, stdio: 'ignore' });
}

function makeAuthority(directory: string): string {
  mkdirSync(join(directory, 'new'));
  writeFileSync(join(directory, 'index.txt'), '');
  writeFileSync(
    join(directory, 'ca.conf'),
    [
      ...['[ca]', 'default_ca = own', '[own]', 'database = index.txt', 'new_certs_dir = new', 'rand_serial = yes'],
      ...['certificate = ca.pem', 'private_key = ca.key', 'default_md = sha256', 'policy = any', 'unique_subject = no'],
      ...['[any]', 'commonName = optional'],
    ].join('\n'),
  );
  const names = ['-subj', '/CN=Own authority', '-days', '3650'];
  openssl(directory, [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    ...names,
  ]);
  return join(directory, 'ca.pem');
}

function signed(directory: string, { from, until, subject }: { from: string; until: string; subject: string }): Files {
  openssl(directory, ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'x.key', '-out', 'x.csr', '-subj', '/CN=x']);
  writeFileSync(join(directory, 'x.ext'), `subjectAltName=${subject}\n`);
  const dates = ['-startdate', from, '-enddate', until];
  const files = ['-in', 'x.csr', '-out', 'x.pem', '-extfile', 'x.ext'];
  openssl(directory, ['ca', '-config', 'ca.conf', '-batch', '-notext', ...files, ...dates]);
  return read(directory);
}

function selfSigned(directory: string): Files {
  const names = ['-subj', '/CN=x', '-addext', 'subjectAltName=IP:127.0.0.1'];
  openssl(directory, ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'x.key', '-out', 'x.pem', ...names]);
  return read(directory);
}

function read(directory: string): Files {
  return { key: readFileSync(join(directory, 'x.key'), 'utf8'), cert: readFileSync(join(directory, 'x.pem'), 'utf8') };
}

async function serve(files: Files): Promise<Server> {
  const seen: string[] = [];
  const server = createServer(files, (request, response) => {
    seen.push(String(request.headers.authorization));
    const file = request.url === '/api/whoami-v2' ? 'whoami-finegrained-with-permission.json' : 'router-models.json';
    response.setHeader('content-type', 'application/json').end(fixtureText(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => void server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { env: serviceEnv({ url, baseUrl: `${url}/v1` }), seen };
}

function ask(args: readonly string[], name: string, env: Record<string, string>) {
  tried('proxies and certificates', 1);
  const server = servers.get(name);
  return program().run(args, { home: home(), env: { ...server?.env, HF_TOKEN: TOKEN, ...env }, input: TOKEN });
}

describe.concurrent('a certificate', () => {
  test('of an own authority is trusted where NODE_EXTRA_CA_CERTS names it', async () => {
    const env = { NODE_EXTRA_CA_CERTS: authority };
    expect((await ask(CHECK, 'of an own authority', env)).code).toBe(0);
    const listed = await ask(LIST, 'of an own authority', env);
    expect([listed.code, JSON.parse(listed.stdout).source]).toEqual([0, 'live']);
  });

  test.each<[string, boolean, string, string]>([
    ['of an own authority', false, 'is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE)', 'Behind a company proxy'],
    ['that signed itself', true, 'is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)', 'Behind a company proxy'],
    ['that has expired', true, 'has expired (CERT_HAS_EXPIRED)', "This machine's clock may be fast"],
    ['of the future', true, 'is not valid yet (CERT_NOT_YET_VALID)', "This machine's clock may be slow"],
    ['for another host', true, 'is for another host (ERR_TLS_CERT_ALTNAME_INVALID)', 'Something else answers'],
  ])('%s (own authority named: %s) %s', async (name, isNamed, what, hint) => {
    // NODE_TLS_REJECT_UNAUTHORIZED would have Node trust anybody with the token.
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0', ...(isNamed && { NODE_EXTRA_CA_CERTS: authority }) };
    const checked = await ask(CHECK, name, env);
    const { error } = JSON.parse(checked.stdout);
    expect([checked.code, error.code, error.retryable]).toEqual([5, 'token_unverified', false]);
    expect(error.message).toContain(`could not be reached: its certificate ${what}.`);
    expect(error.hint).toContain(hint);
    const listed = await ask(LIST, name, env);
    expect([listed.code, JSON.parse(listed.stdout).reason]).toEqual([5, expect.stringContaining(what)]);
    if (isNamed) expect(servers.get(name)?.seen).toEqual([]);
  });
});
