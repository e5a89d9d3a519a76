import { describe, expect, test } from 'vitest';
import { testConfigTable } from '../../support/config-table.ts';
import { configText } from '../../support/config-text.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, useProgram } from '../../support/program.ts';

const BEFORE = configText('models.json5');
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const OPUS = 'anthropic/claude-opus-4-6';
const BARE = `{ agents: { defaults: { model: { primary: '${R1}' } } } }\n`;
const TWO_QUICK = `{ 'x/y': {}, 'a/b': { alias: 'Quick' }, 'c/d': { alias: 'quick' } }`;
const STRING_MODEL = `{ agents: { defaults: { model: 'a/b', models: { 'a/b': {}, 'c/d': { alias: 'opus' } } } } }\n`;
const STRING_MODEL_WITH_FALLBACK = `{
  agents: {
    defaults: {
      model: { primary: 'a/b', fallbacks: ['c/d'] },
      models: { 'a/b': {}, 'c/d': { alias: 'opus' } },
    },
  },
}
`;
const add = (model: string) => ['models', 'fallbacks', 'add', model];
const remove = (model: string) => ['models', 'fallbacks', 'remove', model];
const clear = ['models', 'fallbacks', 'clear'];

describe('models fallbacks', () => {
  testConfigTable(BEFORE, [
    {
      name: 'add: what has a map entry and a provider entry is appended, and nothing else',
      args: add('anthropic/claude-opus-4-6'),
      before: BEFORE.replace("          'anthropic/claude-opus-4-6', // when credits run out\n", ''),
      edits: [["'huggingface/Qwen/Qwen3-8B', // quick", `'${QWEN}', // quick\n          '${OPUS}',`]],
      stdout: [`Fallbacks: ${QWEN}, ${OPUS}`],
    },
    {
      name: 'add: what is there already',
      args: add('QUICK'),
      stdout: [`Fallbacks: ${QWEN}, ${OPUS}`],
      stderr: [`${QWEN} is a fallback already`],
    },
    {
      name: 'add: the default model',
      args: add('deepseek-ai/DeepSeek-R1'),
      stdout: [`Fallbacks: ${QWEN}, ${OPUS}`],
      stderr: [`${R1} is the default model, so it was not added as a fallback`],
    },
    {
      name: 'add: a string model becomes an object, on lines where one would be too wide',
      args: add('opus'),
      before: STRING_MODEL,
      edits: [[STRING_MODEL, STRING_MODEL_WITH_FALLBACK]],
      stdout: ['Fallbacks: c/d'],
    },
    {
      name: 'add: without a default model, it says so',
      args: add('opus'),
      before: `{ agents: { defaults: { models: { 'c/d': { alias: 'opus' } } } } }\n`,
      edits: [
        [
          "models: { 'c/d': { alias: 'opus' } } }",
          "models: { 'c/d': { alias: 'opus' } }, model: { fallbacks: ['c/d'] } }",
        ],
      ],
      stdout: ['Fallbacks: c/d'],
      stderr: ['There is no default model yet: openclaw models set <ref-or-alias>'],
    },
    {
      name: 'add: an unknown model',
      args: add('Qwen/Qwen3-8C'),
      code: 7,
      stderr: [
        'No inference provider serves "Qwen/Qwen3-8C".',
        'Did you mean Qwen/Qwen3-8B, Qwen/Qwen3-14B or Qwen/Qwen3-32B?',
      ],
    },
    {
      name: 'remove: of two labels that differ in case only, the last one counts, as in OpenClaw and in models set',
      args: remove('QUICK'),
      before: `{ agents: { defaults: { model: { primary: 'x/y', fallbacks: ['a/b', 'c/d'] }, models: ${TWO_QUICK} } } }\n`,
      edits: [["['a/b', 'c/d']", "['a/b']"]],
      stdout: ['Fallbacks: a/b'],
    },
    {
      name: 'remove: a label whose model is not a fallback removes no other one',
      args: remove('QUICK'),
      before: `{ agents: { defaults: { model: { primary: 'x/y', fallbacks: ['a/b'] }, models: ${TWO_QUICK} } } }\n`,
      stdout: ['Fallbacks: a/b'],
      stderr: ['QUICK is not a fallback'],
    },
    {
      name: 'remove: by alias, with the comment on its line; the entry of the map stays',
      args: remove('quick'),
      edits: [["          'huggingface/Qwen/Qwen3-8B', // quick\n", '']],
      stdout: [`Fallbacks: ${OPUS}`],
    },
    {
      name: 'remove: by id, and whatever the case',
      args: remove('qwen/qwen3-8b'),
      edits: [["          'huggingface/Qwen/Qwen3-8B', // quick\n", '']],
      stdout: [`Fallbacks: ${OPUS}`],
    },
    {
      name: 'remove: what is not a fallback',
      args: remove('Qwen/Qwen3-8B:cheapest'),
      stdout: [`Fallbacks: ${QWEN}, ${OPUS}`],
      stderr: ['Qwen/Qwen3-8B:cheapest is not a fallback'],
    },
    {
      name: 'remove: the default model',
      args: remove('DeepSeek R1'),
      stdout: [`Fallbacks: ${QWEN}, ${OPUS}`],
      stderr: [`${R1} is the default model, not a fallback. To change it: openclaw models set <ref-or-alias>`],
    },
    {
      name: 'remove: a default model that is a fallback too stays the default',
      args: remove(R1),
      before: `{ agents: { defaults: { model: { primary: '${R1}', fallbacks: ['${R1}', 'a/b'] } } } }\n`,
      edits: [[`['${R1}', 'a/b']`, "['a/b']"]],
      stdout: ['Fallbacks: a/b'],
      stderr: [`${R1} stays the default model`],
    },
    {
      name: 'clear: the list stays where it is, with the comments that are not of its items',
      args: clear,
      before: `{ agents: { defaults: { model: { primary: 'a/b', fallbacks: [\n  // none on Sundays\n  'c/d',\n] } } } }\n`,
      edits: [["  'c/d',\n", '']],
      stdout: ['Fallbacks: none'],
    },
    {
      name: 'clear: what is empty',
      args: clear,
      before: BARE,
      stdout: ['Fallbacks: none'],
      stderr: ['There are no fallbacks to clear'],
    },
    {
      name: 'clear: a list that is none',
      args: clear,
      before: `{ agents: { defaults: { model: { primary: 'a/b', fallbacks: 'c/d' } } } }\n`,
      code: 3,
      stderr: [
        'agents.defaults.model.fallbacks is a string, where an array is needed. Nothing was changed.',
        'Fix it by hand in the config, then run the same command again.',
      ],
    },
  ]);
});

const commands = useCommands();

test('the list, for people, for programs and one a line', async () => {
  const { run, write } = commands();
  write('openclaw.json', BEFORE);
  const list = async (...flags: string[]) => (await run(['models', 'fallbacks', 'list', ...flags])).stdout;
  expect(await list()).toBe(`Fallbacks (2):\n- ${QWEN}\n- ${OPUS}\n`);
  expect(await list('--json')).toBe(`{"schemaVersion":1,"fallbacks":["${QWEN}","${OPUS}"]}\n`);
  expect(await list('--plain')).toBe(`${QWEN}\n${OPUS}\n`);
  write('openclaw.json', BARE);
  expect(await list()).toBe('Fallbacks (0):\n- none\n');
  expect(await list('--plain')).toBe('');
});

test('what stands only in an included file is not removed, and the file is named', async () => {
  const { run, write, read, stateDir } = commands();
  write('openclaw.json', `{ $include: './base.json5', gateway: { mode: 'local' } }\n`);
  write('base.json5', `{ agents: { defaults: { model: { primary: 'a/b', fallbacks: ['c/d'] } } } }\n`);
  const refused = {
    code: 3,
    says: [
      `agents.defaults.model.fallbacks is set in the included file ${stateDir}/base.json5, which this program never changes. Nothing was changed.`,
      'Change it there by hand, then run the same command again.',
    ],
  };
  expect(failureOf(await run(remove('c/d')))).toEqual(refused);
  expect(failureOf(await run(clear))).toEqual(refused);
  expect(read('openclaw.json')).toBe(`{ $include: './base.json5', gateway: { mode: 'local' } }\n`);
});

test('what a variable stands for is removed with the variable', async () => {
  const { run, write, read } = commands();
  write('openclaw.json', "{ agents: { defaults: { model: { primary: 'a/b', fallbacks: ['c/d', '${FB}'] } } } }\n");
  expect(await run(remove('openai/gpt-5'), { env: { FB: 'openai/gpt-5' } })).toMatchObject({ code: 0 });
  expect(read('openclaw.json')).toBe("{ agents: { defaults: { model: { primary: 'a/b', fallbacks: ['c/d'] } } } }\n");
});

const built = useProgram();

test('several at once: each plans again on what the one before wrote, and none is lost', async () => {
  const { run, write, read } = built();
  const refs = ['a/1', 'b/2', 'c/3', 'd/4'];
  const map = refs.map((ref) => `    '${ref}': {}, // ${ref}\n`).join('');
  write(
    'openclaw.json',
    `{ agents: { defaults: { model: { primary: 'a/0' }, models: {\n    'a/0': {},\n${map}  } } } }\n`,
  );
  const runs = await Promise.all(refs.map((ref) => run(add(ref))));
  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(refs.map(() => [0, 'Undo: openclaw config undo\n']));
  const { fallbacks } = JSON.parse((await run(['models', 'fallbacks', 'list', '--json'])).stdout);
  expect(fallbacks.toSorted()).toEqual(refs);
  expect(read('openclaw.json')).toContain(map);
});

test('--json and --dry-run', async () => {
  const { run, write, files, config } = commands();
  write('openclaw.json', BEFORE);
  const before = files();
  expect(documentOf(await run([...remove('quick'), '--dry-run', '--json']))).toMatchObject({
    ok: true,
    changed: false,
    wouldChange: true,
    config: { path: config, backup: null },
    fallbacks: [OPUS],
    edits: [{ path: 'agents.defaults.model.fallbacks', op: 'remove-item' }],
  });
  expect(documentOf(await run([...clear, '--dry-run', '--json']))).toMatchObject({ wouldChange: true, fallbacks: [] });
  expect(files()).toEqual(before);
  expect(documentOf(await run([...clear, '--json']))).toEqual({
    ok: true,
    changed: true,
    config: { path: config, backup: `${config}.bak` },
    fallbacks: [],
    edits: [{ path: 'agents.defaults.model.fallbacks', op: 'set' }],
    notes: [],
    warnings: [],
  });
  expect(documentOf(await run([...clear, '--json']))).toMatchObject({
    changed: false,
    notes: ['There are no fallbacks to clear'],
  });
});
