import { describe, expect, test } from 'vitest';
import { testConfigTable } from '../../support/config-table.ts';
import { configText } from '../../support/config-text.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, TOKEN } from '../../support/program.ts';

const BEFORE = configText('models.json5');
const R1 = 'huggingface/deepseek-ai/DeepSeek-R1';
const primary = (ref: string): [string, string] => [`primary: '${R1}'`, `primary: '${ref}'`];
const LAST_IN_MAP = `'anthropic/claude-opus-4-6': { alias: 'opus' },`;
const LAST_ENTRY = `{ id: 'Qwen/Qwen3-8B', name: 'Qwen3 8B' }, // enough`;

/** What a model gets that is new here: its place in the map, and its entry with the figures of the list. */
const newModel = (ref: string, alias: string, entry: string): [string, string][] => [
  [LAST_IN_MAP, `${LAST_IN_MAP}\n        '${ref}': { alias: '${alias}' },`],
  [LAST_ENTRY, `${LAST_ENTRY}\n${entry.replace(/^/gm, '          ')},`],
];

const GPT_OSS = `{
  id: 'openai/gpt-oss-120b',
  name: 'GPT-OSS 120B',
  reasoning: true,
  input: [
    'text',
  ],
  cost: { input: 0.35, output: 0.75, cacheRead: 0.35, cacheWrite: 0.35 },
  contextWindow: 128000,
  maxTokens: 32000,
}`;

describe('models set', () => {
  testConfigTable(BEFORE, [
    {
      name: 'a new model gets its map entry, its alias and its provider entry',
      args: ['models', 'set', 'openai/gpt-oss-120b'],
      edits: [
        primary('huggingface/openai/gpt-oss-120b'),
        ...newModel('huggingface/openai/gpt-oss-120b', 'GPT-OSS 120B', GPT_OSS),
      ],
      stdout: [
        'Default model: huggingface/openai/gpt-oss-120b',
        'Alias: "GPT-OSS 120B" for huggingface/openai/gpt-oss-120b',
        'Model entry: openai/gpt-oss-120b (context 128k, price 0.35/0.75)',
      ],
    },
    {
      name: 'a policy suffix is kept, and the spelling is that of the list',
      args: ['models', 'set', 'OPENAI/gpt-oss-120b:cheapest'],
      edits: [
        primary('huggingface/openai/gpt-oss-120b:cheapest'),
        ...newModel(
          'huggingface/openai/gpt-oss-120b:cheapest',
          'GPT-OSS 120B (cheapest)',
          GPT_OSS.replace("gpt-oss-120b'", "gpt-oss-120b:cheapest'")
            .replace('120B', '120B (cheapest)')
            .replace(/0\.35/g, '0.039')
            .replace('0.75', '0.19'),
        ),
      ],
      stdout: [
        'Default model: huggingface/openai/gpt-oss-120b:cheapest',
        'Alias: "GPT-OSS 120B (cheapest)" for huggingface/openai/gpt-oss-120b:cheapest',
        'Model entry: openai/gpt-oss-120b:cheapest (context 128k, price 0.039/0.19)',
      ],
    },
    {
      name: 'an alias, whatever its case, of a fallback: it stays in the fallbacks too',
      args: ['models', 'set', 'QUICK'],
      edits: [primary('huggingface/Qwen/Qwen3-8B')],
      stdout: ['Default model: huggingface/Qwen/Qwen3-8B'],
      stderr: ['huggingface/Qwen/Qwen3-8B is now the default model and stays in the fallbacks too'],
    },
    {
      name: "another provider's model that the config has",
      args: ['models', 'set', 'anthropic/claude-opus-4-6'],
      edits: [primary('anthropic/claude-opus-4-6')],
      stdout: ['Default model: anthropic/claude-opus-4-6'],
      stderr: ['anthropic/claude-opus-4-6 is now the default model and stays in the fallbacks too'],
    },
    {
      name: 'the model that is the default already',
      args: ['models', 'set', 'deepseek-ai/DeepSeek-R1'],
      stdout: [`Default model: ${R1}`],
    },
    {
      name: 'a model in string form is edited in place',
      args: ['models', 'set', 'opus'],
      before: `{ agents: { defaults: { model: '${R1}', models: { 'a/b': { alias: 'opus' } } } } } // short\n`,
      edits: [[`'${R1}'`, `'a/b'`]],
      stdout: ['Default model: a/b'],
    },
    {
      name: 'of two labels that differ in case only, the last one counts, as in OpenClaw',
      args: ['models', 'set', 'QUICK'],
      before: `{ agents: { defaults: { model: 'x/y', models: { 'x/y': {}, 'a/b': { alias: 'Quick' }, 'c/d': { alias: 'quick' } } } } }\n`,
      edits: [["model: 'x/y'", "model: 'c/d'"]],
      stdout: ['Default model: c/d'],
    },
    {
      name: 'an unknown model: the three nearest',
      args: ['models', 'set', 'Qwen/Qwen3-9B'],
      code: 7,
      stderr: [
        'No inference provider serves "Qwen/Qwen3-9B".',
        'Did you mean Qwen/Qwen3-8B, Qwen/Qwen3-14B or Qwen/Qwen3-32B?',
      ],
    },
    {
      name: 'a wrong type on the way is named',
      args: ['models', 'set', 'deepseek-ai/DeepSeek-R1'],
      before: '{ agents: 5 }\n',
      code: 3,
      stderr: [
        'agents in CONFIG must be an object, but is a number. Nothing was changed.',
        'Fix it by hand, then run the same command again.',
      ],
    },
    {
      name: 'an empty argument',
      args: ['models', 'set', ''],
      code: 2,
      stderr: ['<ref-or-alias> is empty. Is the variable set?', 'See: openclaw models set --help'],
    },
  ]);
});

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };

test('an inference provider that does not serve the model is refused, with those that do', async () => {
  const { run, read, write } = commands();
  write('openclaw.json', BEFORE);
  const { code, says } = failureOf(await run(['models', 'set', 'openai/gpt-oss-120b:hyperbolic'], { env }));
  expect([code, says[0], says[1]]).toEqual([
    7,
    'The inference provider hyperbolic does not serve openai/gpt-oss-120b.',
    'These do:',
  ]);
  expect(says.slice(2)).toContain('openai/gpt-oss-120b:novita  0.05/0.25 USD per million tokens, context 131k');
  expect(read('openclaw.json')).toBe(BEFORE);
});

test('the list is asked for only where the model has no entry yet, and never with --offline', async () => {
  const { run, write, asked } = commands();
  write('openclaw.json', BEFORE);
  await run(['models', 'set', 'Qwen/Qwen3-8B'], { env });
  await run(['models', 'set', 'opus'], { env });
  expect(asked()).toEqual([]);
  const offline = documentOf(await run(['--offline', 'models', 'set', 'x/Y', '--json'], { env }));
  expect(offline.warnings).toEqual([
    'The built-in list does not tell whether x/Y is served; it was not checked.',
    'The context window of x/Y is unknown and was left out: OpenClaw then assumes 128,000 to 200,000 tokens',
  ]);
  expect(asked()).toEqual([]);
  await run(['models', 'set', 'openai/gpt-oss-20b'], { env });
  expect(asked()).toEqual(['GET /v1/models']);
});

test('--json: what was changed, and where', async () => {
  const { run, write, config } = commands();
  write('openclaw.json', BEFORE);
  expect(documentOf(await run(['models', 'set', 'quick', '--json']))).toEqual({
    ok: true,
    changed: true,
    config: { path: config, backup: `${config}.bak` },
    model: {
      primary: 'huggingface/Qwen/Qwen3-8B',
      previous: R1,
      action: 'set',
      fallbacks: ['huggingface/Qwen/Qwen3-8B', 'anthropic/claude-opus-4-6'],
      aliases: { [R1]: 'DeepSeek R1', 'huggingface/Qwen/Qwen3-8B': 'quick', 'anthropic/claude-opus-4-6': 'opus' },
    },
    edits: [{ path: 'agents.defaults.model.primary', op: 'set' }],
    notes: ['huggingface/Qwen/Qwen3-8B is now the default model and stays in the fallbacks too'],
    warnings: [],
  });
});

test('--dry-run: the diff, and nothing written, not even the cache', async () => {
  const { run, write, files, config } = commands();
  write('openclaw.json', BEFORE);
  const before = files();
  const { code, stdout, stderr } = await run(['models', 'set', 'quick', '--dry-run'], { env });
  expect([code, stdout]).toEqual([
    0,
    `--- ${config}
+++ ${config}
@@ -3,7 +3,7 @@
   agents: {
     defaults: {
       model: {
-        primary: '${R1}', // the big one
+        primary: 'huggingface/Qwen/Qwen3-8B', // the big one
         fallbacks: [
           'huggingface/Qwen/Qwen3-8B', // quick
           'anthropic/claude-opus-4-6', // when credits run out
`,
  ]);
  expect(stderr.split('\n').at(-2)).toBe('Dry run: nothing was written.');
  const asDocument = documentOf(await run(['models', 'set', 'openai/gpt-oss-20b', '--dry-run', '--json'], { env }));
  expect(asDocument).toMatchObject({ ok: true, changed: false, wouldChange: true, config: { backup: null } });
  expect(documentOf(await run(['models', 'set', R1, '--dry-run', '--json']))).toMatchObject({
    wouldChange: false,
    diff: '',
  });
  expect(files()).toEqual(before);
});
