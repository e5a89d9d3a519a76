import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, linesOf, MASKED, OTHER_TOKEN, TOKEN, WITH_TOKEN } from '../../support/program.ts';
import { signIn } from '../../support/sign-in-token.ts';

const commands = useCommands();
const PROFILE = '{ auth: { profiles: { "huggingface:manual": { provider: "huggingface", mode: "api_key" } } } }';
const OLD_PROFILE = `{"profiles":{"huggingface:default":{"type":"api_key","provider":"huggingface","key":"${OTHER_TOKEN}"}}}`;
const REFERENCE = '{ models: { providers: { huggingface: { apiKey: { source: "file", id: "/run/hf" } } } } }';

const goesOn = (place: string) =>
  `OpenClaw goes on with the key in its own store (${place}), which comes before the environment and .env. To replace it: openclaw models auth paste-api-key --provider huggingface (OpenClaw 2026.4: openclaw models auth paste-token --provider huggingface)`;

describe("OpenClaw's own key beats what this program stores, and the run says so", () => {
  type Row = [name: string, config: string | null, place: (stateDir: string) => string];
  const homes: Row[] = [
    ['of 2026.7 and later', PROFILE, (stateDir) => `auth.profiles["huggingface:manual"] in ${stateDir}/openclaw.json`],
    ['of 2026.4', null, (stateDir) => `${stateDir}/agents/main/agent/auth-profiles.json`],
  ];
  const home = (config: string | null) => {
    const program = commands();
    if (config === null) program.write('agents/main/agent/auth-profiles.json', OLD_PROFILE);
    else program.write('openclaw.json', config);
    return program;
  };

  test.each(homes)('%s: a new token is stored, checked, and not used', async (_, config, place) => {
    const { onboard, read, stateDir } = home(config);
    const { token, warnings } = documentOf(await onboard([...WITH_TOKEN, '--json']));
    expect(token).toMatchObject({ source: 'flag', stored: `${stateDir}/.env`, verified: true });
    expect(warnings).toEqual([goesOn(place(stateDir))]);
    if (config === null) expect(read('agents/main/agent/auth-profiles.json')).toBe(OLD_PROFILE);
    const text = await onboard(WITH_TOKEN);
    expect(linesOf(text.stderr)).toContain(goesOn(place(stateDir)));
  });

  test.each(homes)('%s: no token is needed, nor asked about', async (_, config, place) => {
    const { onboard, asked, read, stateDir } = home(config);
    const run = await onboard(['--json']);
    expect([run.code, asked()]).toEqual([0, ['GET /v1/models']]);
    expect(documentOf(run)).toMatchObject({
      token: { source: 'openclaw-profile', stored: null, last4: null, verified: null, account: null },
      warnings: [goesOn(place(stateDir))],
    });
    expect(read('.env')).toBeUndefined();
  });

  test('a token of the environment is not what OpenClaw uses: it is neither checked nor judged', async () => {
    const { onboard, asked } = home(PROFILE);
    for (const HF_TOKEN of [OTHER_TOKEN, `sk-proj-${'x9'.repeat(20)}`]) {
      const run = await onboard(['--json'], { env: { HF_TOKEN } });
      expect([run.code, documentOf(run).token]).toEqual([0, expect.objectContaining({ source: 'openclaw-profile' })]);
    }
    expect(asked()).not.toContain('GET /api/whoami-v2');
  });

  test('with --secret-input-mode plaintext it is stored all the same', async () => {
    const { onboard, read } = home(PROFILE);
    const run = await onboard(['--secret-input-mode', 'plaintext', '--json'], { env: { HF_TOKEN: TOKEN } });
    expect(documentOf(run)).toMatchObject({ token: { source: 'env:HF_TOKEN' }, warnings: [expect.any(String)] });
    expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  });

  test('a dry run says it too', async () => {
    const { onboard, stateDir } = home(PROFILE);
    const { stderr } = await onboard([...WITH_TOKEN, '--dry-run']);
    expect(stderr).toContain(goesOn(`auth.profiles["huggingface:manual"] in ${stateDir}/openclaw.json`));
  });
});

describe("a key that can't be read here is present and unchecked", () => {
  test.each([
    ['a reference to a file', REFERENCE, 'config-reference'],
    ['a profile', PROFILE, 'openclaw-profile'],
    [
      'an apiKey that names a profile',
      '{ models: { providers: { huggingface: { apiKey: "huggingface:manual" } } } }',
      'openclaw-profile',
    ],
  ])('%s', async (_, config, source) => {
    const { onboard, write, service } = commands();
    write('openclaw.json', config);
    const run = await onboard(['--json']);
    expect([run.code, documentOf(run).token]).toEqual([0, expect.objectContaining({ source, verified: null })]);
    expect(service.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test('the line says which', async () => {
    const { onboard, write, stateDir } = commands();
    write('openclaw.json', REFERENCE);
    const { stdout } = await onboard([]);
    expect(stdout.split('\n')[0]).toBe(
      `Token: a reference, models.providers.huggingface.apiKey in ${stateDir}/openclaw.json to file (only OpenClaw can resolve it), unchecked`,
    );
  });

  test.each([
    [
      '--verify required',
      ['--verify', 'required'],
      'so it could not be checked. Nothing was changed.',
      'Go on without the check: --verify try',
    ],
    [
      '--probe',
      ['--probe'],
      'so no test message can be sent. Nothing was changed.',
      'Go on without --probe, or pass a token: --huggingface-api-key-file <path>',
    ],
  ])('%s is exit 5', async (_, flags, says, hint) => {
    const { onboard, write } = commands();
    write('openclaw.json', REFERENCE);
    expect(failureOf(await onboard(flags))).toEqual({ code: 5, says: [expect.stringContaining(says), hint] });
  });

  test('beside a token in the environment it is not needed', async () => {
    const { onboard, write } = commands();
    write('openclaw.json', REFERENCE);
    const { token } = documentOf(await onboard(['--json'], { env: { HF_TOKEN: TOKEN } }));
    expect(token).toMatchObject({ source: 'env:HF_TOKEN', verified: true });
  });
});

describe('the token of a browser sign-in', () => {
  const end = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000);
  const day = end.toISOString().slice(0, 10);

  test('is accepted, stored, and shown with its end and what that means', async () => {
    const { onboard, read } = commands();
    const token = signIn(end);
    const flags = ['--huggingface-api-key', token, '--verify', 'off'];
    const { stdout, stderr } = await onboard(flags);
    expect(stdout.split('\n')[0]).toContain(`Token: ${MASKED}, ends ${day}, unchecked`);
    expect(linesOf(stderr)).toContain(
      `The token from --huggingface-api-key (${MASKED}) is that of a browser sign-in. It ends on ${day}, and nothing renews it in .env. One that lasts: https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained`,
    );
    expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${token}\n`);
    expect(stdout + stderr).not.toContain(token.slice(4, -4));
  });

  test('that has ended is warned of', async () => {
    const { onboard } = commands();
    const flags = ['--huggingface-api-key', signIn(new Date('2026-01-02')), '--verify', 'off', '--json'];
    expect(documentOf(await onboard(flags)).warnings).toEqual([
      `The token from --huggingface-api-key (${MASKED}) ended at 2026-01-02 00:00 UTC.`,
    ]);
  });
});
