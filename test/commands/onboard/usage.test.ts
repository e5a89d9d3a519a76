import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, linesOf, TOKEN, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const HELP = 'See: openclaw onboard --help';
const EXAMPLE = 'For example: openclaw onboard --model Qwen/Qwen3-8B:cheapest';
const BY_FLAGS = 'openclaw onboard --non-interactive --mode local --auth-choice huggingface-api-key';

describe('what is missing is ONE usage error, which lists every flag to pass', () => {
  test.each([
    ['the choice and the token', [], {}, ' --huggingface-api-key-file <path>'],
    ['the choice alone, with a key', WITH_TOKEN, {}, ''],
    ['the choice alone, with a variable', [], { HF_TOKEN: TOKEN }, ''],
  ])('%s', async (_, flags, env, more) => {
    const { run, files, asked } = program();
    const before = files();
    expect(failureOf(await run(['onboard', '--non-interactive', ...flags], { env }))).toEqual({
      code: 2,
      says: [
        `--non-interactive asks nothing, so it needs: --auth-choice huggingface-api-key${more}`,
        `${BY_FLAGS}${more}`,
      ],
    });
    expect(asked()).toEqual([]);
    expect(files()).toEqual(before);
  });

  test('without a terminal and without --non-interactive: the command that asks nothing', async () => {
    const { run } = program();
    expect(failureOf(await run(['onboard', '--auth-choice', 'huggingface-api-key', ...WITH_TOKEN]))).toEqual({
      code: 2,
      says: ["Can't prompt without a terminal.", `Run instead: ${BY_FLAGS} --huggingface-api-key-file <path>`],
    });
  });
});

describe('a wrong flag: one line what, one line what next, exit 2; with --json exactly one document', () => {
  test.each([
    ['--verfy off', 'openclaw onboard has no flag --verfy.', 'Did you mean --verify?'],
    [
      '--auth-choice hugingface-api-key',
      '--auth-choice can\'t be "hugingface-api-key", only huggingface-api-key or skip.',
      'Did you mean --auth-choice huggingface-api-key?',
    ],
    ['--verify of', '--verify can\'t be "of", only required, try or off.', 'Did you mean --verify off?'],
    ['--verify', '--verify <when>: the value is missing.', HELP],
    [
      '--mode remote',
      '--mode remote is not supported: a remote Gateway has its own config on its own machine.',
      'Run there: openclaw onboard --mode local',
    ],
    ['--mode lokal', '--mode can\'t be "lokal", only local or remote.', 'Did you mean --mode local?'],
    [
      '--secret-input-mode reff',
      '--secret-input-mode can\'t be "reff", only plaintext or ref.',
      'Did you mean --secret-input-mode ref?',
    ],
    ['--model --probe', '--model can\'t be "--probe": it looks like a flag. Is the value missing?', EXAMPLE],
    [
      '--offline --probe',
      '--probe asks Hugging Face, and --offline makes no network requests.',
      'Without --offline: openclaw onboard --probe',
    ],
    [
      '--api-key=MySecretUnshapedKeyValue',
      'openclaw onboard has no flag --api-key.',
      'Did you mean --huggingface-api-key-file?',
    ],
    ['extra', 'openclaw onboard takes no arguments, but got "extra".', HELP],
  ])('%s', async (words, message, hint) => {
    const { onboard, files } = program();
    const before = files();
    expect(failureOf(await onboard(words.split(' ')))).toEqual({ code: 2, says: [message, hint] });
    const json = await onboard(['--json', ...words.split(' ')]);
    expect([json.code, documentOf(json)]).toEqual([
      2,
      {
        ok: false,
        changed: false,
        error: { code: 'usage', exitCode: 2, message, hint, status: null, retryable: false },
      },
    ]);
    expect(files()).toEqual(before);
  });

  test('a flag of ours that swallowed --json still answers in JSON', async () => {
    const { onboard } = program();
    expect(documentOf(await onboard(['--huggingface-api-key', '--json']))).toMatchObject({ error: { code: 'usage' } });
  });
});

describe("flags of OpenClaw's own scripts", () => {
  const ACCEPTED =
    '--accept-risk --skip-health --skip-daemon --no-install-daemon --skip-channels --skip-skills --skip-search --skip-hooks --skip-ui --skip-bootstrap --flow quickstart --workspace /srv/claw --gateway-bind lan --gateway-port 18789 --gateway-auth token --agent-name ada --classic';

  test('are accepted, mean nothing, and are not in the help', async () => {
    const { run, onboard } = program();
    const document = documentOf(await onboard([...WITH_TOKEN, ...ACCEPTED.split(' '), '--json']));
    expect(document).toMatchObject({ ok: true, changed: true, warnings: [] });
    const { code, stdout } = await run(['onboard', '--help']);
    expect(code).toBe(0);
    expect(ACCEPTED.split(' ').filter((word) => word.startsWith('--') && stdout.includes(word))).toEqual([]);
  });

  test('--install-daemon warns that this program installs none', async () => {
    const { onboard } = program();
    const { code, stderr } = await onboard([...WITH_TOKEN, '--install-daemon']);
    expect(code).toBe(0);
    expect(linesOf(stderr)).toContain(
      '--install-daemon: this program installs no service. Run OpenClaw itself for that: openclaw daemon install',
    );
  });
});

describe('--auth-choice skip', () => {
  test('changes nothing, asks nothing, exit 0', async () => {
    const { run, files, asked } = program();
    const before = files();
    expect(await run(['onboard', '--non-interactive', '--auth-choice', 'skip', ...WITH_TOKEN])).toEqual({
      code: 0,
      stdout: 'Skipped: nothing was changed. Later: openclaw onboard --auth-choice huggingface-api-key\n',
      stderr: '',
    });
    const json = await run(['onboard', '--non-interactive', '--auth-choice', 'skip', '--json']);
    expect(documentOf(json)).toEqual({ ok: true, changed: false, mode: 'local', authChoice: 'skip', warnings: [] });
    expect(files()).toEqual(before);
    expect(asked()).toEqual([]);
  });
});

test('the help, longer than a screen, opens with the usage and ends with exit codes and links; the key on stdin and in a file come first', async () => {
  const { run } = program();
  const { code, stdout, stderr } = await run(['onboard', '--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.startsWith('Usage: openclaw onboard [options]\n')).toBe(true);
  expect(stdout.trimEnd().endsWith('https://huggingface.co/settings/tokens')).toBe(true);
  expect(stdout).toMatch(/\nExit codes:\n {2}0 {2}done, or nothing to do\n/);
  expect(stdout.indexOf('--huggingface-api-key-file <path>')).toBeLessThan(
    stdout.indexOf('--huggingface-api-key <key>'),
  );
});
