import { expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, WITH_TOKEN } from '../../support/program.ts';

const program = useCommands();
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const SET_UP = `models: {
    providers: { huggingface: { baseUrl: "https://router.huggingface.co/v1", api: "openai-completions", models: [] } },
  },
  gateway: { mode: "local" },`;

test('lists of an included file and of the root file concatenate; a new fallback goes into the root file', async () => {
  const { onboard, list, write, read } = program();
  const included = '{ agents: { defaults: { model: { primary: "x/y", fallbacks: ["x/a"] } } } }\n';
  write('base.json5', included);
  write(
    'openclaw.json',
    `{
  $include: "./base.json5", // shared with the laptop
  agents: { defaults: { model: { fallbacks: ["x/b"] } } },
  ${SET_UP}
}
`,
  );
  const document = documentOf(await onboard([...WITH_TOKEN, '--fallback', QWEN, '--fallback', 'x/a', '--json']));
  expect(document.model).toMatchObject({ primary: 'x/y', action: 'kept', fallbacks: ['x/a', 'x/b', QWEN] });
  expect(read('base.json5')).toBe(included);
  expect(read('openclaw.json')).toContain('  $include: "./base.json5", // shared with the laptop\n');
  expect(read('openclaw.json')).toContain(`model: { fallbacks: ["x/b", "${QWEN}"] }`);
  const { models } = JSON.parse((await list(['--configured', '--json'])).stdout);
  expect(models[0]).toMatchObject({ key: QWEN, tags: ['fallback#3', 'configured', 'alias:Qwen3 8B'] });
});

test('what an included file has already is not written again', async () => {
  const { onboard, write, config, files } = program();
  write('base.json5', `{ agents: { defaults: { model: "${R1}", models: { "${R1}": { alias: "R1" } } } } }`);
  write('openclaw.json', `{ $include: ["./base.json5"], ${SET_UP} }`);
  write('.env', `HUGGINGFACE_HUB_TOKEN=${WITH_TOKEN[1]}\n`);
  const before = files();
  const { code, stdout } = await onboard();
  expect([code, stdout.split('\n').at(-2)]).toEqual([0, `Already up to date: ${config}`]);
  expect(files()).toEqual(before);
});

test('the sibling in the root file wins over the included one, so --model is written there', async () => {
  const { onboard, write, read } = program();
  write('base.json5', '{ agents: { defaults: { model: { primary: "x/y" } } } }');
  write('openclaw.json', `{ $include: "base.json5", ${SET_UP} }`);
  expect(await onboard([...WITH_TOKEN, '--model', QWEN])).toMatchObject({ code: 0 });
  expect(read('base.json5')).toBe('{ agents: { defaults: { model: { primary: "x/y" } } } }');
  expect(read('openclaw.json')).toContain(`primary: "${QWEN}"`);
});

test('a model that an included file states as a string can be replaced in the root file', async () => {
  const { onboard, write, read } = program();
  write('base.json5', '{ agents: { defaults: { model: "x/y" } } }');
  write('openclaw.json', `{ $include: "base.json5", ${SET_UP} }`);
  expect(await onboard([...WITH_TOKEN, '--model', QWEN])).toMatchObject({ code: 0 });
  expect(read('openclaw.json')).toContain(`model: "${QWEN}"`);
});

test('a directory above the config may not be included: exit 3, no word of that file', async () => {
  const { onboard, write, files } = program();
  write('../outside.json5', '{ secretWord: "zebra" }');
  write('openclaw.json', '{ $include: "../outside.json5" }');
  const before = files();
  const { code, stderr } = await onboard(WITH_TOKEN);
  expect(code).toBe(3);
  expect(stderr).not.toContain('zebra');
  expect(files()).toEqual(before);
});

test('a variable in the config is resolved when reading and stays a variable in the file', async () => {
  const { onboard, write, read } = program();
  write(
    'openclaw.json',
    `{
  env: { vars: { MAIN_MODEL: "x/y" } },
  agents: { defaults: { model: "\${MAIN_MODEL}" } },
  ${SET_UP}
}
`,
  );
  const document = documentOf(await onboard([...WITH_TOKEN, '--fallback', QWEN, '--json']));
  expect(document.model).toMatchObject({ primary: 'x/y', action: 'kept', fallbacks: [QWEN] });
  expect(read('openclaw.json')).toContain(`model: { primary: "\${MAIN_MODEL}", fallbacks: ["${QWEN}"] }`);
});

test('a label that looks like a variable is written so that it reads back as typed', async () => {
  const { onboard, read } = program();
  const run = await onboard([...WITH_TOKEN, '--alias', 'Qwen/Qwen3-8B=${HOME}', '--json']);
  expect(documentOf(run).model).toMatchObject({ aliases: { [QWEN]: '${HOME}' } });
  expect(read('openclaw.json')).toContain(`"${QWEN}": { alias: "$\${HOME}" }`);
});

test('a list in an included file that is no list where we append is exit 3', async () => {
  const { onboard, write, files } = program();
  write('base.json5', '{ agents: { defaults: { model: { fallbacks: "x/y" } } } }');
  write('openclaw.json', `{ $include: "base.json5", ${SET_UP} }`);
  const before = files();
  const run = await onboard([...WITH_TOKEN, '--fallback', QWEN, '--offline']);
  expect(failureOf(run).code).toBe(3);
  expect(files()).toEqual(before);
});
