import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, MASKED, modeOf, TOKEN, useProgram, WITH_TOKEN } from '../../support/program.ts';
import { proxyTo } from '../../support/proxy-server.ts';
import { BIN } from '../../support/run-openclaw.ts';

const commands = useCommands();
const built = useProgram();

describe("another client's variables", () => {
  const OPENAI = {
    OPENAI_API_KEY: 'sk-proj-ThisKeyMustNotLeaveTheMachine00',
    OPENAI_ORG_ID: 'org-MustNotLeaveTheMachine',
    OPENAI_PROJECT_ID: 'proj-MustNotLeaveTheMachine',
    OPENAI_BASE_URL: 'http://127.0.0.1:4/v1',
    OPENAI_CUSTOM_HEADERS: 'x-must-not: leave\nauthorization: Bearer nobody',
    OPENAI_LOG: 'debug',
    DEBUG: '*',
  };

  test('reach neither a request nor the one document', async () => {
    const { onboard, service } = commands();
    const flags = ['--model', 'openai/gpt-oss-120b', '--probe', '--json'];
    const run = await onboard([...WITH_TOKEN, ...flags], { env: OPENAI });
    expect(documentOf(run)).toMatchObject({ ok: true, catalog: { source: 'live' }, probe: { ok: true } });
    expect(run.stderr).toBe('');
    expect(service.requests).toHaveLength(3);
    expect(JSON.stringify(service.requests)).not.toMatch(/must-?not/i);
    for (const { headers } of service.requests) {
      expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
      expect(Object.keys(headers).filter((name) => /openai|stainless/i.test(name))).toEqual([]);
    }
  });

  test('are no token either', async () => {
    const { onboard, asked } = commands();
    expect(await onboard([], { env: OPENAI })).toMatchObject({ code: 4 });
    expect(asked()).toEqual([]);
  });
});

describe('the state directory', () => {
  test.each([
    ['--profile work', ['--profile', 'work'], {}, '.openclaw-work'],
    ['--dev', ['--dev'], {}, '.openclaw-dev'],
    ['OPENCLAW_STATE_DIR, which wins over a profile', ['--profile', 'work'], { OPENCLAW_STATE_DIR: '~/claw' }, 'claw'],
    ['OPENCLAW_HOME', [], { OPENCLAW_HOME: '~/other' }, 'other/.openclaw'],
  ])('is that of %s', async (_, flags, env, directory) => {
    const { onboard, home, files } = commands();
    const document = documentOf(await onboard([...WITH_TOKEN, ...flags, '--json'], { env }));
    const stateDir = join(home, directory);
    expect(document).toMatchObject({
      config: { path: join(stateDir, 'openclaw.json') },
      token: { stored: join(stateDir, '.env') },
    });
    expect(modeOf(stateDir)).toBe('700');
    expect(Object.keys(files()).filter((path) => !path.startsWith(directory.split('/')[0] ?? ''))).toEqual([]);
  });

  test('OPENCLAW_CONFIG_PATH moves the config alone', async () => {
    const { onboard, home, stateDir } = built();
    const env = { OPENCLAW_CONFIG_PATH: 'conf/claw.json5' };
    expect(documentOf(await onboard([...WITH_TOKEN, '--json'], { env }))).toMatchObject({
      config: { path: join(home, 'conf/claw.json5') },
      token: { stored: join(stateDir, '.env') },
    });
  });

  test('a profile name that is none is exit 2', async () => {
    const { onboard, files } = commands();
    expect(await onboard([...WITH_TOKEN, '--profile', '../x'])).toMatchObject({ code: 2, stdout: '' });
    expect(files()).toEqual({});
  });
});

test('the config names the router, also where the environment points this program elsewhere', async () => {
  const { onboard, read } = commands();
  await onboard(WITH_TOKEN);
  expect(read('openclaw.json')).toContain('baseUrl: "https://router.huggingface.co/v1"');
});

test('a baseUrl elsewhere in the config is asked without the token, with a warning', async () => {
  const { onboard, service, write } = commands();
  write('openclaw.json', '{models:{providers:{huggingface:{baseUrl:"http://router.example/v1",models:[]}}}}');
  const env = { OPENCLAW_HUGGINGFACE_BASE_URL: '', http_proxy: await proxyTo(service.url) };
  const document = documentOf(await onboard([...WITH_TOKEN, '--json'], { env }));
  expect(document).toMatchObject({ catalog: { source: 'live' }, token: { verified: true } });
  expect(document.warnings).toContain(
    "The config's baseUrl http://router.example/v1 is not Hugging Face: it is asked without the token.",
  );
  const toRouter = service.requests.filter(({ headers }) => headers.host === 'router.example');
  expect(toRouter.map(({ url, headers }) => [url, headers.authorization])).toEqual([['/v1/models', undefined]]);
});

test('--verbose shows each request on stderr, without the token', async () => {
  const { onboard, service } = commands();
  const { stderr, stdout } = await onboard([...WITH_TOKEN, '--verbose', '--json']);
  expect(stderr).toContain(`GET ${service.url}/api/whoami-v2 -> 200 (`);
  expect(stderr).toContain(`GET ${service.url}/v1/models -> 200 (`);
  expect(stdout.split('\n')).toHaveLength(2);
});

describe('while the service is silent', () => {
  type Ended = { code: number | null; stdout: string; arguments: string };

  /** Starts the program, waits for its first request, looks at it as `ps` does, and sends a signal. */
  async function interrupt(signal: 'SIGINT' | 'SIGTERM'): Promise<Ended & { files: Record<string, string> }> {
    const { service, home, files } = built();
    service.script('/api/whoami-v2', { hang: true });
    service.script('/v1/models', { hang: true });
    const env = { PATH: process.env.PATH, HOME: home, HF_ENDPOINT: service.url };
    const args = ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', ...WITH_TOKEN, '--json'];
    const child = spawn(process.execPath, [BIN, ...args], {
      env: { ...env, OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl },
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    while (service.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    const shown = process.platform === 'linux' ? readFileSync(`/proc/${child.pid}/cmdline`, 'utf8') : 'openclaw';
    child.kill(signal);
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, stdout, arguments: shown, files: files() };
  }

  test('the token is not among the arguments that ps shows, and Ctrl-C is exit 130 with nothing written', async () => {
    const ended = await interrupt('SIGINT');
    expect(ended.arguments).toMatch(/^openclaw\0*$/);
    expect(ended.code).toBe(130);
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: false, error: { code: 'interrupted', exitCode: 130 } });
    expect(ended.files).toEqual({});
  });

  test('a termination is exit 143 with nothing written', async () => {
    expect(await interrupt('SIGTERM')).toMatchObject({ code: 143, files: {} });
  });
});

test('a person without a UTF-8 locale sees ASCII marks, one with it the others', async () => {
  const { onboard } = built();
  expect((await onboard([], {})).stderr).toMatch(/^x No Hugging Face token/);
  expect((await onboard([], { env: { LANG: 'C.UTF-8' } })).stderr).toMatch(/^✗ No Hugging Face token/);
  expect((await onboard(WITH_TOKEN)).stdout).toContain(MASKED);
});
