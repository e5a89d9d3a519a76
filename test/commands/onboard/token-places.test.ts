import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, linesOf, MASKED, OTHER_TOKEN, TOKEN, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const STAYS_HERE =
  'The token stays in this environment only: a Gateway run as a service (systemd, launchd) does not see it. To store it: --secret-input-mode plaintext';

describe('a token is found by name first, then by place', () => {
  const HUB = `HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`;
  const HF = `HF_TOKEN=${OTHER_TOKEN}\n`;
  type Row = [name: string, places: { env?: Record<string, string>; dotenv?: string; config?: string }, source: string];
  test.each<Row>([
    [
      'HUGGINGFACE_HUB_TOKEN of the process before .env',
      { env: { HUGGINGFACE_HUB_TOKEN: TOKEN }, dotenv: HF },
      'env:HUGGINGFACE_HUB_TOKEN',
    ],
    [
      'HUGGINGFACE_HUB_TOKEN in .env before HF_TOKEN of the process',
      { env: { HF_TOKEN: OTHER_TOKEN }, dotenv: HUB },
      'dotenv:HUGGINGFACE_HUB_TOKEN',
    ],
    ['HF_TOKEN of the process before .env', { env: { HF_TOKEN: TOKEN }, dotenv: HF }, 'env:HF_TOKEN'],
    [
      "the config's env block, first name",
      { env: { HF_TOKEN: OTHER_TOKEN }, config: `{env:{HUGGINGFACE_HUB_TOKEN:"${TOKEN}"}}` },
      'config-env:HUGGINGFACE_HUB_TOKEN',
    ],
    ["the config's env block, second name", { config: `{env:{vars:{HF_TOKEN:"${TOKEN}"}}}` }, 'config-env:HF_TOKEN'],
    ['apiKey in the config', { config: `{models:{providers:{huggingface:{apiKey:"${TOKEN}"}}}}` }, 'config-api-key'],
    [
      'apiKey that names a variable',
      { env: { MY_KEY: TOKEN }, config: '{models:{providers:{huggingface:{apiKey:"${MY_KEY}"}}}}' },
      'config-api-key',
    ],
    [
      'empty values do not count',
      { env: { HUGGINGFACE_HUB_TOKEN: '', HF_TOKEN: ' ' }, dotenv: HUB },
      'dotenv:HUGGINGFACE_HUB_TOKEN',
    ],
  ])('%s', async (_, { env = {}, dotenv, config }, source) => {
    const { onboard, write, read } = program();
    if (dotenv !== undefined) write('.env', dotenv);
    if (config !== undefined) write('openclaw.json', config);
    const { token } = documentOf(await onboard(['--json', '--verify', 'required'], { env }));
    expect(token).toMatchObject({ source, stored: null, last4: '9fQ2', verified: true });
    expect(read('.env')).toBe(dotenv);
  });

  test('two sources that differ: which wins', async () => {
    const { onboard, write, stateDir } = program();
    write('.env', `HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
    const { warnings } = documentOf(await onboard(['--json'], { env: { HF_TOKEN: OTHER_TOKEN } }));
    expect(warnings).toEqual([expect.stringContaining(`HUGGINGFACE_HUB_TOKEN in ${stateDir}/.env`)]);
  });

  test('.env of the working directory is never read, nor a URL from the one that is', async () => {
    const { onboard, write, service } = program();
    write('../.env', `HF_TOKEN=${TOKEN}\n`);
    expect(await onboard([])).toMatchObject({ code: 4 });
    write(
      '.env',
      `HF_TOKEN=${TOKEN}\nHF_ENDPOINT=http://127.0.0.1:9\nOPENCLAW_HUGGINGFACE_BASE_URL=http://127.0.0.1:9\n`,
    );
    expect(await onboard(['--verify', 'required'])).toMatchObject({ code: 0 });
    expect(service.requests).toHaveLength(2);
  });
});

describe('--secret-input-mode', () => {
  test('absent: a token of the environment stays there, with a note', async () => {
    const { onboard, read } = program();
    const { stdout, stderr } = await onboard([], { env: { HF_TOKEN: TOKEN } });
    expect(stdout.split('\n')[0]).toBe(
      `Token: example-user (token "example-token", ${MASKED}), from HF_TOKEN in the environment`,
    );
    expect(linesOf(stderr)).toContain(STAYS_HERE);
    expect(read('.env')).toBeUndefined();
  });

  test('plaintext: it is stored in any case', async () => {
    const { onboard, read, stateDir } = program();
    const run = await onboard(['--secret-input-mode', 'plaintext', '--json'], { env: { HF_TOKEN: TOKEN } });
    expect(documentOf(run)).toMatchObject({
      token: { source: 'env:HF_TOKEN', stored: `${stateDir}/.env` },
      warnings: [],
    });
    expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  });

  test('plaintext: but no token of the environment replaces another one in .env', async () => {
    const { onboard, write, read, stateDir } = program();
    write('.env', `HF_TOKEN=${OTHER_TOKEN}\n`);
    const run = await onboard(['--secret-input-mode', 'plaintext', '--json'], { env: { HF_TOKEN: TOKEN } });
    expect(documentOf(run)).toMatchObject({ token: { stored: null } });
    expect(documentOf(run).warnings).toContain(`${stateDir}/.env: another HF_TOKEN there is kept.`);
    expect(read('.env')).toBe(`HF_TOKEN=${OTHER_TOKEN}\n`);
  });

  test('ref: a key that a variable holds is checked and not stored', async () => {
    const { onboard, read } = program();
    const run = await onboard([...WITH_TOKEN, '--secret-input-mode', 'ref', '--json'], { env: { HF_TOKEN: TOKEN } });
    expect(documentOf(run).token).toMatchObject({ source: 'flag', stored: null, verified: true });
    expect(read('.env')).toBeUndefined();
  });

  test('ref: a key that no variable holds is exit 2', async () => {
    const { onboard, files, asked } = program();
    const before = files();
    expect(
      failureOf(await onboard([...WITH_TOKEN, '--secret-input-mode', 'ref'], { env: { HF_TOKEN: OTHER_TOKEN } })),
    ).toEqual({
      code: 2,
      says: [
        '--secret-input-mode ref stores nothing, but no variable that OpenClaw reads holds this token.',
        'Set HUGGINGFACE_HUB_TOKEN or HF_TOKEN for the Gateway, or drop --secret-input-mode ref to keep the token in .env.',
      ],
    });
    expect(asked()).toEqual([]);
    expect(files()).toEqual(before);
  });

  test('ref with --verify off: no token is needed at all', async () => {
    const { onboard, files } = program();
    const run = await onboard(['--secret-input-mode', 'ref', '--verify', 'off']);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stdout).toMatch(/^Token: none needed now; OpenClaw will read HUGGINGFACE_HUB_TOKEN or HF_TOKEN\n/);
    expect(Object.keys(files())).not.toContain('.openclaw/.env');
  });

  test('ref without --verify off: a token is needed for the check', async () => {
    const { onboard } = program();
    expect(await onboard(['--secret-input-mode', 'ref'])).toMatchObject({ code: 4 });
  });
});
