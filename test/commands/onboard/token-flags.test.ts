import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, MASKED, modeOf, TOKEN, useProgram, WITH_TOKEN } from '../../support/program.ts';

const commands = useCommands();
/** For paths that are relative to its working directory. */
const built = useProgram();
const NEW_TOKEN =
  'Create a token: https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';

describe('the token comes', () => {
  test('from the flag', async () => {
    const { onboard, stateDir } = commands();
    const { stdout } = await onboard(WITH_TOKEN);
    expect(stdout.split('\n')[0]).toBe(
      `Token: example-user (token "example-token", ${MASKED}), from --huggingface-api-key, stored in ${stateDir}/.env`,
    );
  });

  test('from stdin', async () => {
    const { onboard, read, stateDir } = commands();
    const run = await onboard(['--huggingface-api-key', '-', '--json'], { input: `${TOKEN}\n` });
    expect(documentOf(run).token).toMatchObject({ source: 'stdin', stored: `${stateDir}/.env`, last4: '9fQ2' });
    expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  });

  test('from a file, relative to the working directory', async () => {
    const { onboard, write, read } = built();
    write('../hf_token', `${TOKEN}\n`);
    const run = await onboard(['--huggingface-api-key-file', 'hf_token', '--json']);
    expect(documentOf(run).token).toMatchObject({ source: 'file', last4: '9fQ2' });
    expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  });
});

describe('what people paste along is cleaned', () => {
  test.each([
    ['blanks and line breaks', `  ${TOKEN} \r\n`],
    ['quotes', `"${TOKEN}"`],
    ['typographic quotes', `\u201c${TOKEN}\u201d`],
    ['Bearer', `Bearer ${TOKEN}`],
    ['export', `export HF_TOKEN='${TOKEN}'`],
    ['zero-width characters', `\u200b${TOKEN}\ufeff`],
  ])('%s', async (_, pasted) => {
    const { onboard, read } = commands();
    expect(await onboard(['--huggingface-api-key', '-', '--verify', 'required'], { input: pasted })).toMatchObject({
      code: 0,
    });
    expect(read('.env')).toBe(`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`);
  });
});

describe('what can be no token is exit 2: nothing is asked, nothing is written', () => {
  test.each([
    [
      'an OpenAI key',
      `sk-${'a1B2'.repeat(10)}`,
      'That looks like an OpenAI key (sk-…). A Hugging Face token starts with hf_.',
    ],
    [
      'an Anthropic key',
      `sk-ant-api03-${'a1B2'.repeat(10)}`,
      'That looks like an Anthropic key (sk-ant-…). A Hugging Face token starts with hf_.',
    ],
    [
      'an OpenRouter key',
      `sk-or-v1-${'a1b2'.repeat(10)}`,
      'That looks like an OpenRouter key (sk-or-…). A Hugging Face token starts with hf_.',
    ],
    [
      'a Groq key',
      `gsk_${'a1B2'.repeat(10)}`,
      'That looks like a Groq key (gsk_…). A Hugging Face token starts with hf_.',
    ],
    [
      'a Google key',
      `AIza${'a1B2'.repeat(9)}`,
      'That looks like a Google key (AIza…). A Hugging Face token starts with hf_.',
    ],
    [
      'a GitHub token',
      `ghp_${'a1B2'.repeat(9)}`,
      'That looks like a GitHub token (ghp_…). A Hugging Face token starts with hf_.',
    ],
    [
      'an organisation token',
      `api_org_${'a1B2'.repeat(8)}`,
      "That looks like a Hugging Face organisation token (api_org…), which can't call Inference Providers.",
    ],
    ['blanks inside', `${TOKEN.slice(0, 20)} ${TOKEN.slice(20)}`, 'A token has no spaces or line breaks.'],
    [
      'no ASCII',
      'hf_schlüsselchenfürdietür',
      'It has characters that no token has (only printable ASCII is possible).',
    ],
    ['too long', `hf_${'x'.repeat(4094)}`, 'It has 4097 characters; a token has 4096 at most.'],
    [
      'a variable that was not filled in',
      '$HF_TOKEN',
      'It is the name of a variable that was not filled in (single quotes in a shell?).',
    ],
  ])('%s', async (_, key, why) => {
    const { onboard, files, asked } = commands();
    const before = files();
    expect(failureOf(await onboard(['--huggingface-api-key', key]))).toEqual({
      code: 2,
      says: [`The token from --huggingface-api-key is not a Hugging Face token. ${why}`, NEW_TOKEN],
    });
    expect(asked()).toEqual([]);
    expect(files()).toEqual(before);
  });
});

describe('a key flag without a key is exit 2', () => {
  const OTHER_WAYS = 'Or pass it in a file (--huggingface-api-key-file <path>) or on stdin (--huggingface-api-key -).';
  test.each<[name: string, words: string[], message: string, hint?: string]>([
    ['empty', [''], '--huggingface-api-key is empty. Is the variable set?'],
    ['blank', ['  '], '--huggingface-api-key is empty. Is the variable set?'],
    [
      'another flag in its place',
      ['--verify', 'off'],
      '--huggingface-api-key is followed by a flag, not by a token. Is the variable set?',
    ],
    [
      'a secret that begins with a dash is not repeated',
      ['-MyVerySecretPassphrase'],
      '--huggingface-api-key is followed by a flag, not by a token. Is the variable set?',
    ],
    [
      'two key flags',
      ['-', '--huggingface-api-key-file', 'x'],
      '--huggingface-api-key and --huggingface-api-key-file exclude each other.',
      'Pass one of them: openclaw onboard --huggingface-api-key-file <path>',
    ],
    [
      'one key flag twice with an empty last one',
      ['-', '--huggingface-api-key', ''],
      '--huggingface-api-key is empty. Is the variable set?',
    ],
  ])('%s', async (_, words, message, hint = OTHER_WAYS) => {
    const { onboard, files, asked } = commands();
    const before = files();
    expect(failureOf(await onboard(['--huggingface-api-key', ...words]))).toEqual({
      code: 2,
      says: [message, hint],
    });
    expect(asked()).toEqual([]);
    expect(files()).toEqual(before);
  });
});

describe('a key that can not be read is exit 2', () => {
  test('an empty stdin', async () => {
    const { onboard } = commands();
    expect(failureOf(await onboard(['--huggingface-api-key', '-'], { input: '\n' }))).toEqual({
      code: 2,
      says: ['The token from stdin is empty.', 'Is the variable set, and the file filled?'],
    });
  });

  test.each([
    ['no file', 'nowhere', 'does not exist'],
    ['a directory', '.openclaw', 'could not be read (ENOTREG)'],
  ])('%s', async (_, file, why) => {
    const { onboard, home, write } = built();
    write('here', '');
    expect(failureOf(await onboard(['--huggingface-api-key-file', file]))).toEqual({
      code: 2,
      says: [`--huggingface-api-key-file: ${home}/${file} ${why}.`, 'Pass the path of a file that holds the token.'],
    });
  });
});

describe('.env', () => {
  test('keeps its other lines and is made private, with a note', async () => {
    const { onboard, write, read, stateDir } = commands();
    write('.env', '# mine\r\nexport OTHER=1\r\n', 0o644);
    const { stderr } = await onboard([...WITH_TOKEN, '--offline']);
    expect(read('.env')).toBe(`# mine\r\nexport OTHER=1\r\nHUGGINGFACE_HUB_TOKEN=${TOKEN}\r\n`);
    expect(modeOf(`${stateDir}/.env`)).toBe('600');
    expect(stderr).toContain(`! ${stateDir}/.env: its mode was 0644; it is 0600 now, as the file holds a token.\n`);
  });

  test('has another token, which an explicit key replaces; the old file is kept', async () => {
    const { onboard, write, read, stateDir } = commands();
    const old = 'HUGGINGFACE_HUB_TOKEN=hf_OldTokenThatIsToBeReplacedSoon12\n';
    write('.env', old);
    const document = documentOf(await onboard([...WITH_TOKEN, '--json']));
    expect([read('.env'), read('.env.bak')]).toEqual([`HUGGINGFACE_HUB_TOKEN=${TOKEN}\n`, old]);
    expect(document.warnings).toEqual([
      `${stateDir}/.env: another HUGGINGFACE_HUB_TOKEN there was replaced; the old file is .env.bak beside it.`,
    ]);
  });

  test('holds the token under the other name, which is enough', async () => {
    const { onboard, write, read } = commands();
    write('.env', `HF_TOKEN=${TOKEN}\n`);
    await onboard([...WITH_TOKEN, '--offline']);
    expect(read('.env')).toBe(`HF_TOKEN=${TOKEN}\n`);
  });

  test('is put back where the config can not be written', async () => {
    const { onboard, write, files, config } = commands();
    write('openclaw.json', '{}', 0o400);
    write('.env', 'OTHER=1\n');
    const before = files();
    expect(failureOf(await onboard([...WITH_TOKEN, '--offline']))).toEqual({
      code: 3,
      says: [
        `${config} can't be written: it is read-only. Nothing was changed.`,
        `Check its owner and mode: ls -ld ${config}`,
      ],
    });
    expect(files()).toEqual(before);
  });
});
