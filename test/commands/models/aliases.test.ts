import { describe, expect, test } from 'vitest';
import { testConfigTable } from '../../support/config-table.ts';
import { configText } from '../../support/config-text.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf } from '../../support/program.ts';

const BEFORE = configText('models.json5');
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const QWEN = 'huggingface/Qwen/Qwen3-8B';
const OPUS = 'anthropic/claude-opus-4-6';
const add = (label: string, ref: string) => ['models', 'aliases', 'add', label, ref];
const remove = (label: string) => ['models', 'aliases', 'remove', label];

describe('models aliases', () => {
  testConfigTable(BEFORE, [
    {
      name: 'add: replaces the label that the model has; its other settings stay',
      args: add('small', 'Qwen/Qwen3-8B'),
      edits: [["alias: 'quick'", "alias: 'small'"]],
      stdout: [`Alias: "small" for ${QWEN}`],
      stderr: ['It replaces the alias "quick"'],
    },
    {
      name: 'add: the same label in another case is respelled',
      args: add('Quick', 'quick'),
      edits: [["alias: 'quick'", "alias: 'Quick'"]],
      stdout: [`Alias: "Quick" for ${QWEN}`],
      stderr: ['It replaces the alias "quick"'],
    },
    {
      name: "add: another provider's model",
      args: add('best', OPUS),
      edits: [["alias: 'opus'", "alias: 'best'"]],
      stdout: [`Alias: "best" for ${OPUS}`],
      stderr: ['It replaces the alias "opus"'],
    },
    {
      name: 'add: what the model has already',
      args: add('quick', 'Qwen/Qwen3-8B'),
      stdout: [`Alias: "quick" for ${QWEN}`],
      stderr: [`${QWEN} has the alias "quick" already`],
    },
    {
      name: 'add: a label of another model',
      args: add('OPUS', 'Qwen/Qwen3-8B'),
      code: 2,
      stderr: [
        `The alias "OPUS" already belongs to ${OPUS}. Nothing was changed.`,
        'Choose another label, or free it first: openclaw models aliases remove OPUS',
      ],
    },
    {
      name: 'add: text that OpenClaw would take for a variable is escaped',
      args: add('${HOME}', 'quick'),
      edits: [["alias: 'quick'", "alias: '$${HOME}'"]],
      stdout: [`Alias: "\${HOME}" for ${QWEN}`],
      stderr: ['It replaces the alias "quick"'],
    },
    {
      name: 'add: a label that no line can hold',
      args: add('a\u0007b', 'quick'),
      code: 2,
      stderr: [
        '<label> can\'t be "ab": it has a line break or a control character in it.',
        'See: openclaw models aliases add --help',
      ],
    },
    {
      name: 'add: a model that a non-empty allow-list has not is allowed too',
      args: add('small', 'c/d'),
      before: `{\n  agents: { defaults: { models: { 'c/d': {} }, modelPolicy: { allow: ['a/b'] } } },\n}\n`,
      edits: [
        [
          `  agents: { defaults: { models: { 'c/d': {} }, modelPolicy: { allow: ['a/b'] } } },\n`,
          `  agents: {
    defaults: { models: { 'c/d': { alias: 'small' } }, modelPolicy: { allow: ['a/b', 'c/d'] } },
  },\n`,
        ],
      ],
      stdout: ['Alias: "small" for c/d', 'Allowed model: c/d'],
    },
    {
      name: 'remove: only the alias goes',
      args: remove('QUICK'),
      edits: [["{ alias: 'quick', params: { temperature: 0.2 } }", '{ params: { temperature: 0.2 } }']],
      stdout: [`Alias removed: "quick" of ${QWEN}`],
    },
    {
      name: 'remove: an entry without anything else stays as an empty one',
      args: remove('DeepSeek R1'),
      edits: [["{ alias: 'DeepSeek R1' }", '{}']],
      stdout: [`Alias removed: "DeepSeek R1" of ${R1}`],
    },
    {
      name: 'remove: both of two equal labels, so that none comes to light',
      args: remove('x'),
      before: `{ agents: { defaults: { models: { 'a/b': { alias: 'x' }, 'c/d': { alias: 'X', params: {} } } } } }\n`,
      edits: [
        ["{ alias: 'x' }", '{}'],
        ["{ alias: 'X', params: {} }", '{ params: {} }'],
      ],
      stdout: ['Alias removed: "x" of a/b', 'Alias removed: "X" of c/d'],
    },
    { name: 'remove: what is no alias', args: remove('nope'), stderr: ['There is no alias "nope"'] },
  ]);
});

const commands = useCommands();

test('the list, for people, for programs and one a line', async () => {
  const { run, write } = commands();
  write('openclaw.json', BEFORE);
  const list = async (...flags: string[]) => (await run(['models', 'aliases', 'list', ...flags])).stdout;
  expect(await list()).toBe(`Aliases (3):\n- DeepSeek R1 -> ${R1}\n- quick -> ${QWEN}\n- opus -> ${OPUS}\n`);
  expect(await list('--json')).toBe(
    `{"schemaVersion":1,"aliases":{"DeepSeek R1":"${R1}","quick":"${QWEN}","opus":"${OPUS}"}}\n`,
  );
  expect(await list('--plain')).toBe(`DeepSeek R1 ${R1}\nquick ${QWEN}\nopus ${OPUS}\n`);
  write('openclaw.json', '{}');
  expect(await list()).toBe('Aliases (0):\n- none\n');
});

test('the alias of an entry in an included file is not removed, and the file is named', async () => {
  const { run, write, stateDir } = commands();
  write('openclaw.json', `{ $include: './base.json5' }\n`);
  write('base.json5', `{ agents: { defaults: { models: { 'a/b': { alias: 'x' } } } } }\n`);
  expect(failureOf(await run(remove('x')))).toMatchObject({
    code: 3,
    says: [
      expect.stringMatching(
        `^agents\\.defaults\\.models\\["a/b"\\]\\.alias is set in the included file ${stateDir}/base\\.json5`,
      ),
      'Change it there by hand, then run the same command again.',
    ],
  });
});

test('--json and --dry-run', async () => {
  const { run, write, files, config } = commands();
  write('openclaw.json', BEFORE);
  const before = files();
  const dry = documentOf(await run([...add('small', 'quick'), '--dry-run', '--json']));
  expect(dry).toMatchObject({ changed: false, wouldChange: true, aliases: { small: QWEN } });
  expect(files()).toEqual(before);
  expect(documentOf(await run([...remove('quick'), '--json']))).toEqual({
    ok: true,
    changed: true,
    config: { path: config, backup: `${config}.bak` },
    aliases: { 'DeepSeek R1': R1, opus: OPUS },
    edits: [{ path: `agents.defaults.models["${QWEN}"].alias`, op: 'remove' }],
    notes: [],
    warnings: [],
  });
  const taken = await run([...add('opus', R1), '--json']);
  expect([taken.code, documentOf(taken)]).toMatchObject([2, { ok: false, error: { code: 'alias_taken' } }]);
});
