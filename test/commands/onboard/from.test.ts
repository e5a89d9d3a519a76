import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, TOKEN } from '../../support/program.ts';
import { runOpenclaw } from '../../support/run-openclaw.ts';

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };

/** A home with the answers in a file. */
function prepared(answers: string) {
  const program = commands();
  const path = join(program.home, 'answers.json5');
  writeFileSync(path, answers);
  const from = (...flags: string[]) => program.run(['onboard', '--non-interactive', '--from', path, ...flags], { env });
  return { ...program, path, from };
}

const ANSWERS = `// What this machine is to have.
{
  authChoice: 'huggingface-api-key',
  mode: 'local',
  model: 'Qwen/Qwen3-8B:cheapest',
  fallbacks: ['openai/gpt-oss-120b', 'openai/gpt-oss-20b'],
  aliases: { 'openai/gpt-oss-120b': 'oss', 'Qwen/Qwen3-32B': 'big' },
  verify: 'required',
  secretInputMode: 'ref',
  probe: false,
}
`;
const CHOSEN = {
  primary: 'huggingface/Qwen/Qwen3-8B:cheapest',
  fallbacks: ['huggingface/openai/gpt-oss-120b', 'huggingface/openai/gpt-oss-20b'],
};

describe('--from', () => {
  test('answers as the flags do, and the second run changes nothing', async () => {
    const { from } = prepared(ANSWERS);
    const first = documentOf(await from('--json'));
    expect(first).toMatchObject({ changed: true, model: CHOSEN, token: { source: 'env:HF_TOKEN', verified: true } });
    const { aliases } = first.model as { aliases: object };
    expect(aliases).toMatchObject({ 'huggingface/openai/gpt-oss-120b': 'oss', 'huggingface/Qwen/Qwen3-32B': 'big' });
    expect(documentOf(await from('--json'))).toMatchObject({ changed: false, edits: [] });
  });

  test('is JSON too, where null stands for what is not given', async () => {
    const { from } = prepared(
      '{"authChoice":"huggingface-api-key","model":"Qwen/Qwen3-8B","fallbacks":[],"aliases":{},"verify":null}',
    );
    expect(documentOf(await from('--json'))).toMatchObject({ model: { primary: 'huggingface/Qwen/Qwen3-8B' } });
  });

  test('takes the model of an alias whole, a = in it too', async () => {
    const { from, write } = prepared(`{
      authChoice: 'huggingface-api-key',
      aliases: { 'acme/m=2': 'two', 'Qwen/Qwen3-8B': 'a=b' },
    }`);
    write('openclaw.json', '{ agents: { defaults: { models: { "acme/m=2": {} } } } }');
    expect(documentOf(await from('--json'))).toMatchObject({
      model: { aliases: { 'acme/m=2': 'two', 'huggingface/Qwen/Qwen3-8B': 'a=b' } },
    });
  });

  test.each<[flags: string[], found: object]>([
    [['--model', 'Qwen/Qwen3-32B'], { ...CHOSEN, primary: 'huggingface/Qwen/Qwen3-32B' }],
    [['--fallback', 'Qwen/Qwen3-32B'], { ...CHOSEN, fallbacks: ['huggingface/Qwen/Qwen3-32B'] }],
  ])('%j beside it wins', async (flags, model) => {
    const { from } = prepared(ANSWERS);
    expect(documentOf(await from('--json', ...flags))).toMatchObject({ model });
  });

  test('names the file of the token, unless a flag gives one', async () => {
    const { path, run, home } = prepared(`{ huggingfaceApiKeyFile: '/nowhere', authChoice: 'huggingface-api-key' }`);
    const args = ['onboard', '--non-interactive', '--from', path, '--json'];
    expect(documentOf(await run(args))).toMatchObject({ error: { code: 'usage', message: /\/nowhere/ } });
    writeFileSync(join(home, 'key'), TOKEN);
    const byFlag = await run([...args, '--huggingface-api-key-file', join(home, 'key')]);
    expect(documentOf(byFlag)).toMatchObject({ changed: true, token: { source: 'file' } });
  });

  test('answers the questions of a person as the flags do', async () => {
    const { answer, path, read } = prepared(ANSWERS);
    const steps = [{ asks: 'Hugging Face token' }, { asks: 'Apply these changes?' }];
    const { code } = await answer(steps, ['onboard', '--from', path], { env });
    expect([code, read('openclaw.json')]).toEqual([0, expect.stringContaining('Qwen/Qwen3-8B:cheapest')]);
  });

  test('- is stdin', async () => {
    const { home } = commands();
    const args = ['onboard', '--non-interactive', '--from', '-', '--offline', '--json', '--dry-run'];
    const input = `{ authChoice: 'huggingface-api-key', model: 'Qwen/Qwen3-8B' }`;
    const run = await runOpenclaw(args, { home, env, input });
    expect(documentOf(run)).toMatchObject({ wouldChange: true, model: { primary: 'huggingface/Qwen/Qwen3-8B' } });
    expect(
      failureOf(await runOpenclaw([...args.slice(0, -2), '--huggingface-api-key', '-'], { home, env, input })),
    ).toEqual({
      code: 2,
      says: [
        '--from - and --huggingface-api-key - both read stdin.',
        'Pass the token in a file: --huggingface-api-key-file <path>',
      ],
    });
  });
});

const NO_TOKEN = 'Pass it beside them: --huggingface-api-key-file <path>';
const FIX = 'Fix that place, then run the same command again.';
const BY_HAND = 'Fix it by hand, then run the same command again.';
const KNOWN =
  'Answers are: authChoice, mode, huggingfaceApiKeyFile, model, fallbacks, aliases, verify, secretInputMode, probe, billTo';
const SEE = 'See: openclaw onboard --help';

/** `FILE` is the file's path. */
const REFUSED: [answers: string, ...says: string[]][] = [
  ['{ modell: "a/b" }', '"modell" in FILE:1:11 is not an answer.', 'Did you mean model?'],
  ['{ fallback: ["a/b"] }', '"fallback" in FILE:1:13 is not an answer.', 'Did you mean fallbacks?'],
  ['{ colour: 1 }', '"colour" in FILE:1:11 is not an answer.', KNOWN],
  ['{ "__proto__": {} }', '"__proto__" in FILE:1:16 is not an answer.', KNOWN],
  ['{ json: true }', '"json" in FILE:1:9 is not an answer.', 'It is a flag: pass --json beside --from.'],
  ['{ timeout: 5 }', '"timeout" in FILE:1:12 is not an answer.', 'It is a flag: pass --timeout beside --from.'],
  ['{ profile: "work" }', '"profile" in FILE:1:12 is not an answer.', 'It is a flag: pass --profile beside --from.'],
  ['{ offline: true }', '"offline" in FILE:1:12 is not an answer.', 'It is a flag: pass --offline beside --from.'],
  ['', 'FILE:1:1: unexpected end of the text.', FIX],
  ['// Not yet.\n', 'FILE:1:12: unexpected end of the text', '// Not yet.', '^', FIX],
  ['{\n  model: 5,\n}', 'model in FILE:2:10 must be a string, but is a number.', BY_HAND],
  ['{ probe: "yes" }', 'probe in FILE:1:10 must be a boolean, but is a string.', BY_HAND],
  ['{ fallbacks: "a/b" }', 'fallbacks in FILE:1:14 must be an array, but is a string.', BY_HAND],
  ['{ fallbacks: ["a/b", null] }', 'fallbacks[1] in FILE:1:22 must be a string, but is null.', BY_HAND],
  ['{ aliases: ["a/b=x"] }', 'aliases in FILE:1:12 must be an object, but is an array.', BY_HAND],
  ['{ aliases: { "a/b": {} } }', 'aliases["a/b"] in FILE:1:21 must be a string, but is an object.', BY_HAND],
  ['{ aliases: { "a/b": "" } }', 'FILE:1:21: aliases["a/b"] is empty. Is the variable set?', SEE],
  ['{ aliases: { "": "x" } }', 'FILE:1:18: aliases[""] is empty. Is the variable set?', SEE],
  ['{ aliases: { "x": "a/b" } }', '"a/b" is a model, not an alias.', 'Reversed? --alias a/b=x'],
  ['{ verify: "of" }', 'FILE:1:11: verify can\'t be "of", only required, try or off.', 'Did you mean off?'],
  ['{ model: "" }', 'FILE:1:10: model is empty. Is the variable set?', SEE],
  ['{ model: "--probe" }', `FILE:1:10: model can't be "--probe": it looks like a flag. Is the value missing?`, SEE],
  [
    '{ mode: "remote" }',
    '--mode remote is not supported: a remote Gateway has its own config on its own machine.',
    'Run there: openclaw onboard --mode local',
  ],
  ['[]', 'FILE:1:1: the top level is not an object', '[]', '^', FIX],
  ['{ model: }', 'FILE:1:10: unexpected character', '{ model: }', '^', FIX],
  [`{ model: "${TOKEN}" }`, 'FILE:1:11: a token, or a key for one. Answers never hold a token.', NO_TOKEN],
  [`{} // ${TOKEN}`, 'FILE:1:7: a token, or a key for one. Answers never hold a token.', NO_TOKEN],
  [
    `{ model: "h\\u0066${TOKEN.slice(2)}" }`,
    'FILE:1:1: a token, or a key for one. Answers never hold a token.',
    NO_TOKEN,
  ],
  ['{ huggingfaceApiKey: "-" }', 'FILE:1:22: a token, or a key for one. Answers never hold a token.', NO_TOKEN],
  ['{ hfToken: "x" }', 'FILE:1:12: a token, or a key for one. Answers never hold a token.', NO_TOKEN],
];

test.each(REFUSED)('%s is refused: exit 2, nothing is asked and nothing is written', async (answers, ...says) => {
  const { from, path, files, asked } = prepared(answers);
  const before = files();
  expect(failureOf(await from())).toEqual({
    code: 2,
    says: says.map((line) => (line === KNOWN ? expect.stringContaining(KNOWN) : line.replace('FILE', path))),
  });
  expect(documentOf(await from('--json'))).toMatchObject({ changed: false, error: { code: 'usage', exitCode: 2 } });
  expect([files(), asked()]).toEqual([before, []]);
});

test('a file that is not there, or not one, is refused: exit 2', async () => {
  const { run, home } = commands();
  const says = async (path: string) => failureOf(await run(['onboard', '--non-interactive', '--from', path]));
  expect(await says(join(home, 'none'))).toEqual({
    code: 2,
    says: [`--from: ${home}/none does not exist.`, 'Pass the path of a JSON or JSON5 file, or - for stdin.'],
  });
  expect(await says(home)).toMatchObject({ code: 2, says: [expect.stringContaining(`${home} can't be read`), /ls/] });
  expect(await says('--model')).toMatchObject({ code: 2 });
});
