import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { leaksIn } from '../support/secrets.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { OLD_TOKEN, onboardArgs, placesIn, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { useService } from './support/service.ts';
import { tried } from './support/soak.ts';

const program = useProgram();
const MODEL = { id: 'deepseek-ai/DeepSeek-R1', providers: [] };

/** The files below a directory whose name or content holds any 12 characters of a token. */
function filesWith(token: string, directory: string): string[] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => {
    const path = join(directory, name);
    const content = statSync(path).isFile() ? readFileSync(path, 'latin1') : '';
    return leaksIn({ code: 0, stdout: name, stderr: content }, [token]).length > 0;
  });
}

describe('the token stands in .env alone', () => {
  test.each([
    ['given as a flag', ['--huggingface-api-key', TOKEN]],
    ['from stdin', ['--huggingface-api-key', '-']],
    ['with --json', ['--huggingface-api-key', '-', '--json']],
    ['with --verbose', ['--huggingface-api-key', '-', '--verbose']],
    ['with --probe', ['--huggingface-api-key', '-', '--probe', '--verbose']],
    ['after a refusal', ['--huggingface-api-key', '-', '--model', 'no/such']],
    ['in a dry run', ['--huggingface-api-key', '-', '--dry-run']],
  ])('%s', async (_, flags) => {
    const service = await useService();
    const home = tempDirectory();
    const at = placesIn(home);
    const old = `HUGGINGFACE_HUB_TOKEN=${OLD_TOKEN}\n`;
    writeFileSync(at.envFile, old, { mode: 0o600 });
    const { code } = await program().run(onboardArgs(flags), { home, env: serviceEnv(service), input: TOKEN });
    const isKept = code !== 0 || flags.includes('--dry-run');
    expect(filesWith(TOKEN, home)).toEqual(isKept ? [] : ['.openclaw/.env']);
    expect(filesWith(OLD_TOKEN, home)).toEqual(isKept ? ['.openclaw/.env'] : ['.openclaw/.env.bak']);
    tried('runs whose files were scanned', 1);
  });

  test.each([
    ['in the environment', { HF_TOKEN: TOKEN }, {}],
    ['in the config', {}, { models: { providers: { huggingface: { apiKey: TOKEN } } } }],
  ])('and nowhere where it was found %s', async (_, env, config) => {
    const service = await useService();
    const home = tempDirectory();
    const at = placesIn(home);
    writeFileSync(at.config, JSON.stringify(config), { mode: 0o600 });
    const { code } = await program().run(onboardArgs([]), { home, env: { ...serviceEnv(service), ...env } });
    expect(code).toBe(0);
    const expected = 'HF_TOKEN' in env ? [] : ['.openclaw/openclaw.json', '.openclaw/openclaw.json.bak'];
    expect(filesWith(TOKEN, home)).toEqual(expected);
    tried('runs whose files were scanned', 1);
  });
});

test.each([
  ['where it is awaited', "require('node:crypto').createHash = fail;"],
  [
    'where nobody waits for it',
    "const { setTimeout: later } = globalThis; require('node:http'); setImmediate(() => later(fail, 150));",
  ],
])('a fault of our own, %s, is told without the token and without a stack', async (_, sabotage) => {
  const service = await useService();
  service.script('/api/whoami-v2', { delayMs: 400, body: { name: 'ada' } });
  const preload = join(tempDirectory(), 'preload.cjs');
  const words = JSON.stringify(`boom ${TOKEN}`);
  writeFileSync(
    preload,
    `const fail = () => { throw new Error(${words}, { cause: new Error(${words}) }); };\n${sabotage}`,
  );
  const env = { ...serviceEnv(service), NODE_OPTIONS: `--require ${preload}` };
  for (const flags of [[], ['--json'], ['--verbose']]) {
    const args = onboardArgs(['--huggingface-api-key', '-', ...flags]);
    const { code, stderr } = await program().run(args, { home: tempDirectory(), env, input: TOKEN });
    expect([code, stderr]).toEqual([1, expect.stringContaining('Unexpected: boom hf_')]);
  }
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind stdout is no crash with a stack', async () => {
  const service = await useService({ models: [MODEL] });
  const home = tempDirectory();
  const command = `"${process.execPath}" "${program().bin}" models list --json > /dev/full 2> "${home}/err"; echo $?`;
  const env = { PATH: process.env.PATH, HOME: home, ...serviceEnv(service) };
  const code = execFileSync('sh', ['-c', command], { env, encoding: 'utf8' });
  expect(readFileSync(join(home, 'err'), 'utf8')).not.toMatch(/^\s+at /m);
  expect(code).not.toBe('0\n');
});

describe.skipIf(!existsSync('/proc/self/cmdline'))('other users of the machine', () => {
  test('do not see the token in the arguments of the program', async () => {
    const service = await useService({ models: [MODEL] });
    service.script('/api/whoami-v2', { delayMs: 300, body: { name: 'ada', type: 'user' } });
    const home = tempDirectory();
    const seen: string[] = [];
    const args = onboardArgs(['--huggingface-api-key', TOKEN]);
    await program().run(args, {
      home,
      env: serviceEnv(service),
      watch: (child) => {
        const look = () => {
          if (service.requests.length > 0) seen.push(readFileSync(`/proc/${child.pid}/cmdline`, 'latin1'));
          if (seen.length < 20 && child.exitCode === null) setTimeout(look, 10);
        };
        look();
      },
    });
    expect(seen.length).toBeGreaterThan(5);
    expect(leaksIn({ code: 0, stdout: seen.join(), stderr: '' }, [TOKEN])).toEqual([]);
  });

  test('do not see it in those of the login shell', async () => {
    const service = await useService({ models: [MODEL] });
    const home = tempDirectory();
    writeFileSync(
      join(home, '.profile'),
      `export HF_TOKEN=${TOKEN}\ncat /proc/$$/cmdline /proc/$PPID/cmdline > "$HOME/seen"\n`,
    );
    const env = { ...serviceEnv(service), OPENCLAW_LOAD_SHELL_ENV: '1', SHELL: '/bin/sh' };
    const { code, stdout } = await program().run(onboardArgs(['--json']), { home, env });
    expect([code, JSON.parse(stdout).token.source]).toEqual([0, 'shell:HF_TOKEN']);
    expect(filesWith(TOKEN, home)).toEqual(['.profile']);
    expect(readFileSync(join(home, 'seen'), 'latin1')).toContain('openclaw');
  });
});

/** Every file and directory that a run makes, with the mode it is made with; undefined where strace may not trace. */
function createdModes(args: readonly string[], home: string, umask: number, env: Record<string, string>) {
  const log = join(tempDirectory(), 'trace');
  const trace = ['-f', '-qq', '-s', '300', '-e', 'trace=openat,open,creat,mkdir,mkdirat,mknod,mknodat', '-o', log];
  const inShell = ['-c', `umask 0${umask.toString(8)}; exec strace "$@"`, 'sh', ...trace];
  try {
    const all = [...inShell, process.execPath, program().bin, ...args];
    execFileSync('sh', all, { env: { PATH: process.env.PATH, HOME: home, ...env }, input: TOKEN, stdio: 'pipe' });
  } catch (error) {
    if (!existsSync(log)) return undefined;
    throw error;
  }
  const calls = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes(home));
  const opened = calls.flatMap(
    (line) => /open\w*\(.*"(.*?)", \S*O_CREAT\S*, 0(\d+)\) = \d/.exec(line)?.slice(1, 3).join(' ') ?? [],
  );
  const made = calls.flatMap((line) => /mkdir\w*\(.*"(.*?)", 0(\d+)\) = 0/.exec(line)?.slice(1, 3).join(' ') ?? []);
  return { opened, made };
}

test.skipIf(!existsSync('/usr/bin/strace')).for([0o000, 0o077, 0o777])(
  'with umask %o nobody else may read what is written, not even for a moment',
  async (umask, context) => {
    const server = await startServiceProcess();
    const home = tempDirectory();
    const args = onboardArgs(['--huggingface-api-key', '-']);
    const modes = createdModes(args, home, umask, server);
    if (modes === undefined) return context.skip('tracing is not allowed here');
    expect(modes.opened.length).toBeGreaterThan(3);
    expect(modes.opened.filter((line) => !line.endsWith(' 600'))).toEqual([]);
    expect(modes.made.filter((line) => !line.endsWith(' 700'))).toEqual([]);
    const { config, envFile } = placesIn(home);
    expect([config, envFile].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    tried('files made under strace', modes.opened.length);
  },
);

/** `execFileSync` above stops this process's own servers; so the service is asked for nothing. */
async function startServiceProcess(): Promise<Record<string, string>> {
  return serviceEnv({ url: 'http://127.0.0.1:9', baseUrl: 'http://127.0.0.1:9/v1' });
}

type Spy = { url: string; heard: string[] };

/** A proxy that hears what is said to hosts that do not exist. */
async function startSpy(): Promise<Spy> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: [MODEL], name: 'ada' }));
  });
  // Behind CONNECT the same server hears plain HTTP.
  server.on('connect', (request, socket) => {
    heard.push(`CONNECT ${request.url} ${JSON.stringify(request.headers)}`);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    server.emit('connection', socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

function hears(spy: Spy): string[] {
  return leaksIn({ code: 0, stdout: spy.heard.join('\n'), stderr: '' }, [TOKEN]);
}

describe('a hostile surrounding', () => {
  test('with .env in the working directory has no say', async () => {
    const service = await useService({ models: [MODEL] });
    const cwd = tempDirectory();
    const evil = `HF_TOKEN=${TOKEN}\nHF_ENDPOINT=http://evil.test\nOPENCLAW_HUGGINGFACE_BASE_URL=http://evil.test\nOPENCLAW_STATE_DIR=${cwd}\n`;
    writeFileSync(join(cwd, '.env'), evil);
    const { code } = await program().run(onboardArgs([]), { home: tempDirectory(), cwd, env: serviceEnv(service) });
    expect([code, service.requests]).toEqual([4, []]);
    expect(readdirSync(cwd)).toEqual(['.env']);
  });

  test('with HF_ENDPOINT over http gets no token', async () => {
    const spy = await startSpy();
    const env = {
      HF_ENDPOINT: 'http://evil.test',
      OPENCLAW_HUGGINGFACE_BASE_URL: 'http://evil.test/v1',
      HTTP_PROXY: spy.url,
    };
    const { code, stderr } = await program().run(onboardArgs(['--huggingface-api-key', '-']), {
      home: tempDirectory(),
      env,
      input: TOKEN,
    });
    expect([code, stderr]).toEqual([0, expect.stringContaining('not reached over https')]);
    expect([spy.heard.length > 0, hears(spy)]).toEqual([true, []]);
  });

  test('with a config whose baseUrl is elsewhere gets no token', async () => {
    const spy = await startSpy();
    const home = tempDirectory();
    const at = placesIn(home);
    writeFileSync(at.config, '{ models: { providers: { huggingface: { baseUrl: "http://evil.test/v1" } } } }');
    const env = { HTTP_PROXY: spy.url, HF_TOKEN: TOKEN };
    const { code, stderr } = await program().run(['models', 'list', '--refresh'], { home, env });
    expect([code, stderr]).toEqual([0, expect.stringContaining('asked without the token')]);
    expect([spy.heard.length > 0, hears(spy)]).toEqual([true, []]);
  });

  test.each([
    'http://evil.test/${HF_TOKEN}/v1',
    'http://${HF_TOKEN}.evil.test/v1',
    'https://evil.test/?t=${HF_TOKEN}',
    'https://${HF_TOKEN}@evil.test/',
    '${EVIL}',
  ])('with a config whose baseUrl is %s hears nothing', async (baseUrl) => {
    const spy = await startSpy();
    const home = tempDirectory();
    const at = placesIn(home);
    writeFileSync(at.config, JSON.stringify({ models: { providers: { huggingface: { baseUrl } } } }));
    const env = { HTTP_PROXY: spy.url, HTTPS_PROXY: spy.url, HF_TOKEN: TOKEN, EVIL: `http://evil.test/${TOKEN}` };
    for (const args of [['models', 'list', '--refresh'], onboardArgs([]), onboardArgs(['--dry-run', '--verbose'])]) {
      expect((await program().run(args, { home, env })).code).toBe(3);
    }
    expect(spy.heard).toEqual([]);
  });

  test.each(['../secret.json', '/etc/passwd', 'link.json', '.openclaw/../../secret.json'])(
    'with a config that includes %s reads nothing out',
    async (include) => {
      const home = tempDirectory();
      const at = placesIn(home);
      const secret = 'correct-horse-battery-staple';
      writeFileSync(join(home, 'secret.json'), `{ not json ${secret}`);
      execFileSync('ln', ['-s', '../secret.json', join(at.stateDir, 'link.json')]);
      writeFileSync(at.config, JSON.stringify({ $include: include }));
      const { code, stderr } = await program().run(['models', 'list', '--offline'], { home, secrets: [secret] });
      expect([code, stderr]).toEqual([3, expect.stringContaining("outside the config's directory")]);
      expect(stderr).not.toContain('root:');
    },
  );

  test('with secrets of every form in a config shows none in a diff', async () => {
    const service = await useService({ models: [MODEL] });
    const home = tempDirectory();
    const at = placesIn(home);
    mkdirSync(at.stateDir, { recursive: true });
    const secret = 'correct-horse-battery-staple';
    const lines = [
      `apiKey: '${secret}',`,
      `tokens: ["${secret}", { deep: ['${secret}'] }],`,
      `secret:\n      "${secret}",`,
      `password: "${secret.replace('-', '\\\n-')}",`,
      `\\u0061piKey2: "${secret}",`,
      `nested: { myKeys: { a: { b: "${secret}" } } },`,
      `// apiKey: ${secret}`,
      `// tokens: [\n  //   "${secret}",\n  // ],`,
      `/* password =\n ${secret} */`,
    ];
    writeFileSync(at.config, `{\n${lines.map((line) => `  ${line}\n`).join('')}}`);
    for (const flags of [[], ['--json'], ['--verbose']]) {
      const args = onboardArgs(['--huggingface-api-key', '-', '--dry-run', ...flags]);
      const result = await program().run(args, { home, env: serviceEnv(service), input: TOKEN, secrets: [secret] });
      expect([result.code, result.stdout]).toEqual([0, expect.stringContaining('***')]);
    }
    const broken = `${readFileSync(at.config, 'utf8').slice(0, -2)} ]`;
    writeFileSync(at.config, broken);
    const result = await program().run(onboardArgs([]), { home, secrets: [secret] });
    expect(result.code).toBe(3);
  });
});
