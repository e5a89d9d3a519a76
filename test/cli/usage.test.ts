import { expect, test } from 'vitest';
import { useCommands } from '../support/in-process.ts';
import { documentOf, failureOf, TOKEN } from '../support/program.ts';

const commands = useCommands();

/** The weakest usage errors of an earlier version: what each says now, and what to run next. */
const WEAKEST: [line: string, message: string, hint: string][] = [
  [
    'models list qwen',
    'openclaw models list takes no arguments, but got "qwen".',
    'openclaw models list --search qwen',
  ],
  [
    'models list qwen 30b',
    'openclaw models list takes no arguments, but got "qwen" "30b".',
    "openclaw models list --search 'qwen 30b'",
  ],
  [
    'onboard --alias oss=openai/gpt-oss-20b',
    '"openai/gpt-oss-20b" is a model, not an alias.',
    'Reversed? --alias openai/gpt-oss-20b=oss',
  ],
  [
    'models aliases add openai/gpt-oss-20b oss',
    '"openai/gpt-oss-20b" is a model, not an alias.',
    'Reversed? openclaw models aliases add oss openai/gpt-oss-20b',
  ],
  [
    'models aliases add huggingface/openai/gpt-oss-20b oss',
    '"huggingface/openai/gpt-oss-20b" is a model, not an alias.',
    'Reversed? openclaw models aliases add oss huggingface/openai/gpt-oss-20b',
  ],
  [
    'onboard --auth-choice openai-api-key',
    'This program sets up Hugging Face only; for "openai-api-key" run the onboard of OpenClaw itself.',
    'openclaw onboard --auth-choice huggingface-api-key',
  ],
  [
    'onboard --auth-choice huggingface',
    '--auth-choice can\'t be "huggingface", only huggingface-api-key or skip.',
    'Did you mean --auth-choice huggingface-api-key?',
  ],
  [
    'models list --provider openai',
    'This program lists the models of Hugging Face only, not of "openai".',
    'openclaw models list --provider huggingface',
  ],
  [
    'models list --sort cost',
    '--sort can\'t be "cost", only name, price, context or speed.',
    'See: openclaw models list --help',
  ],
  [
    'completion powershell',
    '<shell> can\'t be "powershell", only bash, zsh or fish.',
    'See: openclaw completion --help',
  ],
  ['completion bsh', '<shell> can\'t be "bsh", only bash, zsh or fish.', 'Did you mean bash?'],
  ['completion', 'openclaw completion needs <shell>.', 'For example: source <(openclaw completion bash)'],
  ['models set', 'openclaw models set needs <ref-or-alias>.', 'For example: openclaw models set Qwen/Qwen3-8B'],
  [
    'models set DeepSeek R1',
    'openclaw models set takes 1 argument, but got "DeepSeek" "R1".',
    "openclaw models set 'DeepSeek R1'",
  ],
  [
    'models Qwen/Qwen3-8B',
    'openclaw models has no command "Qwen/Qwen3-8B".',
    'Did you mean openclaw models set Qwen/Qwen3-8B?',
  ],
  [
    'models fallbacks Qwen/Qwen3-8B',
    'openclaw models fallbacks has no command "Qwen/Qwen3-8B".',
    'Did you mean openclaw models fallbacks add Qwen/Qwen3-8B?',
  ],
  ['models lst', 'openclaw models has no command "lst".', 'Did you mean openclaw models list?'],
  ['modles list', 'openclaw has no command "modles".', 'Did you mean openclaw models?'],
  ['frobnicate', 'openclaw has no command "frobnicate".', 'See: openclaw --help'],
  [
    'gateway start',
    '"gateway" is a command of OpenClaw itself, not of this program.',
    'Run it with the real OpenClaw. This program has: onboard, models, config, completion.',
  ],
  [
    'config set gateway.mode local',
    '"config set" is a command of OpenClaw itself, not of this program.',
    'Run it with the real OpenClaw. This program has: onboard, models, config, completion.',
  ],
  ['config get', 'openclaw config get needs <path>.', 'For example: openclaw config get agents.defaults.model.primary'],
  [
    'onboard Qwen/Qwen3-8B',
    'openclaw onboard takes no arguments, but got "Qwen/Qwen3-8B".',
    'openclaw onboard --model Qwen/Qwen3-8B',
  ],
  [
    'onboard --model',
    '--model <ref>: the value is missing.',
    'For example: openclaw onboard --model Qwen/Qwen3-8B:cheapest',
  ],
  [
    'models list --search',
    '--search <words>: the value is missing.',
    'For example: openclaw models list --provider huggingface --search "qwen 30b" --json',
  ],
  [
    'models list --max-price cheap',
    '--max-price can\'t be "cheap": it must be a number of US dollars.',
    'For example: openclaw models list --provider huggingface --tools --max-price 1 --sort price',
  ],
  ['onboard --alias oss', '--alias can\'t be "oss": the form is <ref>=<label>.', 'See: openclaw onboard --help'],
  [
    `onboard --huggingface-api-key ${TOKEN} --huggingface-api-key-file f`,
    '--huggingface-api-key and --huggingface-api-key-file exclude each other.',
    'Pass one of them: openclaw onboard --huggingface-api-key-file <path>',
  ],
  [
    'onboard --huggingface-api-key --json',
    '--huggingface-api-key is followed by a flag, not by a token. Is the variable set?',
    'Or pass it in a file (--huggingface-api-key-file <path>) or on stdin (--huggingface-api-key -).',
  ],
  ['models list --token x', 'openclaw models list has no flag --token.', 'See: openclaw models list --help'],
  ['models list --refesh', 'openclaw models list has no flag --refesh.', 'Did you mean --refresh?'],
  [
    'models list --refresh --offline',
    '--refresh asks Hugging Face, and --offline makes no network requests.',
    'Without --offline: openclaw models list --refresh',
  ],
  [
    'models refresh --offline',
    'openclaw models refresh asks Hugging Face, and --offline makes no network requests.',
    'Without --offline: openclaw models refresh',
  ],
  ['models list --profile', '--profile <name>: the value is missing.', 'See: openclaw --help'],
];

test.each(WEAKEST)('%s', async (line, message, hint) => {
  const { run, files, asked } = commands();
  const before = files();
  const args = line.split(' ');
  const said = await run(args);
  expect({ ...said, stdout: '' }).toEqual({ code: 2, stdout: '', stderr: `x ${message}\n  ${hint}\n` });
  const document = documentOf(await run([...args.filter((word) => word !== '--json'), '--json']));
  expect(document).toMatchObject({ ok: false, error: { code: 'usage', exitCode: 2 } });
  expect([asked(), files()]).toEqual([[], before]);
});

test('an empty argument is one whose variable is not set', async () => {
  const { run } = commands();
  const says = async (...args: string[]) => failureOf(await run(args)).says[0];
  expect(await says('models', 'set', '')).toBe('<ref-or-alias> is empty. Is the variable set?');
  expect(await says('onboard', '--model', ' ')).toBe('--model is empty. Is the variable set?');
  expect(await says('onboard', '--verify', '')).toBe('--verify is empty. Is the variable set?');
  expect(await says('onboard', '--huggingface-api-key', '')).toBe(
    '--huggingface-api-key is empty. Is the variable set?',
  );
});

test('what is quoted shows no secret, and nothing that a terminal obeys', async () => {
  const { run } = commands();
  const key = `sk-proj-${'a1'.repeat(20)}`;
  const { stderr } = await run(['models', 'list', '--sort', `${key}\u001b[31m\nx`]);
  expect(stderr).toBe(
    'x --sort can\'t be "sk-…a1a1 x", only name, price, context or speed.\n  See: openclaw models list --help\n',
  );
});

test('-v is --version', async () => {
  expect(await commands().run(['-v'])).toEqual({ code: 0, stdout: '0.0.0\n', stderr: '' });
});

test('an error is broken between words to the width of the terminal, and its command is whole', async () => {
  const { stderr } = await commands().run(['models', 'list', 'qwen', '30b'], { env: { COLUMNS: '40' } });
  expect(stderr).toBe(`x openclaw models list takes no
  arguments, but got "qwen" "30b".
  openclaw models list --search 'qwen 30b'
`);
});

test('the line of a config that is shown in an error stays as it is', async () => {
  const ours = commands();
  ours.write('openclaw.json', '{ agents: { defaults: { model: { primary: "a-long-name-of-a-model" } }, }, } }\n');
  const { stderr } = await ours.run(['config', 'get', 'agents'], { env: { COLUMNS: '40' } });
  expect(stderr.split('\n').slice(1)).toEqual([
    '  unexpected character',
    '  ..."a-long-name-of-a-model" } }, }, } }',
    '                                        ^',
    '  Nothing was changed.',
    '  Fix that place, then run the same',
    '  command again.',
    '',
  ]);
});
