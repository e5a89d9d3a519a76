import { expect, test } from 'vitest';
import { configText } from '../../support/config-text.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf } from '../../support/program.ts';

const commands = useCommands();
const SCOPE = 'syntax, includes, and the keys this program reads';
const FOOT = `Checked: ${SCOPE}. OpenClaw's full schema was not checked.\n`;

type Issue = [message: string, line: number | null, column: number | null, path: string | null, ...excerpt: string[]];
const inProvider = (entry: string) => `{ models: { providers: { huggingface: { models: [ ${entry} ] } } } }`;

const rows: [name: string, text: string, issues: Issue[]][] = [
  ['an empty config', '', []],
  ['a config by hand', configText('commented.json5'), []],
  ['a syntax error', '{\n  a: 1,\n  b: [,\n}\n', [['unexpected character', 3, 7, null, 'b: [,', '    ^']]],
  ['a list at the top', '[]', [['the top level is not an object', 1, 1, null, '[]', '^']]],
  ['a wrong type', '{ agents: 5 }', [['agents must be an object, but is 5', 1, 11, 'agents']]],
  [
    'wrong types below a model',
    '{ agents: { defaults: { model: { primary: 1, fallbacks: ["a/b", 2] }, models: { "a/b": { alias: [] } } } } }',
    [
      ['agents.defaults.model.primary must be a string, but is 1', 1, 43, 'agents.defaults.model.primary'],
      [
        'agents.defaults.model.fallbacks must be an array of strings, but is an array',
        1,
        57,
        'agents.defaults.model.fallbacks',
      ],
      [
        'agents.defaults.models["a/b"].alias must be a string, but is an array',
        1,
        97,
        'agents.defaults.models["a/b"].alias',
      ],
    ],
  ],
  [
    'an entry without an id',
    inProvider("{ name: 'x' }"),
    [
      [
        'models.providers.huggingface.models[0] has no id, which OpenClaw requires',
        1,
        51,
        'models.providers.huggingface.models[0]',
      ],
    ],
  ],
  [
    'a context window of 0, which OpenClaw refuses',
    inProvider("{ id: 'a/b', name: 'x', contextWindow: 0 }"),
    [
      [
        'models.providers.huggingface.models[0].contextWindow must be a number above 0, but is 0',
        1,
        90,
        'models.providers.huggingface.models[0].contextWindow',
      ],
    ],
  ],
  [
    'headers that are none, whose value is not shown',
    "{ models: { providers: { huggingface: { headers: 'X-HF-Bill-To: acme' } } } }",
    [
      [
        'models.providers.huggingface.headers must be an object, but is a string',
        1,
        50,
        'models.providers.huggingface.headers',
      ],
    ],
  ],
  [
    'a word where it is to be said whether the model takes tools',
    inProvider("{ id: 'a/b', name: 'x', compat: { supportsTools: 'yes' } }"),
    [
      [
        'models.providers.huggingface.models[0].compat.supportsTools must be true or false, but is a string',
        1,
        100,
        'models.providers.huggingface.models[0].compat.supportsTools',
      ],
    ],
  ],
  [
    'an address that can not be used',
    "{ models: { providers: { huggingface: { baseUrl: 'router' } } } }",
    [
      [
        "The URL in models.providers.huggingface.baseUrl can't be used: it is not a URL.",
        1,
        50,
        'models.providers.huggingface.baseUrl',
      ],
    ],
  ],
];

test.each(rows)('%s', async (_, text, issues) => {
  const { run, write, config, files } = commands();
  write('openclaw.json', text);
  const before = files();
  const json = await run(['config', 'validate', '--json']);
  const valid = issues.length === 0;
  expect(documentOf(json)).toEqual({
    valid,
    path: config,
    scope: SCOPE,
    issues: issues.map(([message, line, column, path]) => ({ message, line, column, path })),
    warnings: [],
  });
  const lines = issues.map(([message, line, column, , ...excerpt]) =>
    [`- ${line}:${column}: ${message}\n`, ...excerpt.map((text) => `    ${text}\n`)].join(''),
  );
  expect(await run(['config', 'validate'])).toEqual({
    code: valid ? 0 : 3,
    stdout: `${valid ? 'Valid' : 'Not valid'}: ${config}\n${lines.join('')}${FOOT}`,
    stderr: '',
  });
  expect(json.code).toBe(valid ? 0 : 3);
  expect(files()).toEqual(before);
});

test.each([
  [
    'a variable that is not set, which OpenClaw starts with',
    "{\n  gateway: { auth: { token: '${NOT_SET}' } },\n}",
    ['gateway.auth.token refers to ${NOT_SET}, which is not set where this command runs', 2, 29, 'gateway.auth.token'],
  ],
  [
    'a token under env, which newer versions refuse',
    "{ env: { HF_TOKEN: 'abc' } }",
    [
      'env.HF_TOKEN is read by OpenClaw before 2026.8 only: later versions accept env.vars.HF_TOKEN only',
      1,
      20,
      'env.HF_TOKEN',
    ],
  ],
])('%s: valid, with a warning', async (_, text, [message, line, column, path]) => {
  const { run, write, config } = commands();
  write('openclaw.json', text);
  const json = await run(['config', 'validate', '--json']);
  const warnings = [{ message, line, column, path }];
  expect([json.code, documentOf(json)]).toEqual([0, { valid: true, path: config, scope: SCOPE, issues: [], warnings }]);
  expect(await run(['config', 'validate'])).toEqual({
    code: 0,
    stdout: `Valid: ${config}\n- Warning: ${line}:${column}: ${message}\n${FOOT}`,
    stderr: '',
  });
});

test('a fault in an included file names that file, and shows nothing of it', async () => {
  const { run, write, stateDir } = commands();
  write('openclaw.json', `{ $include: './base.json5' }`);
  write('base.json5', '{ password: hunter2 }');
  const { code, stdout } = await run(['config', 'validate', '--json']);
  expect([code, JSON.parse(stdout).issues]).toEqual([
    3,
    [{ message: `${stateDir}/base.json5:1:13: unexpected character.`, line: null, column: null, path: null }],
  ]);
});

test('a wrong type in an included file has no place in this one', async () => {
  const { run, write } = commands();
  write('openclaw.json', `{ $include: './base.json5' }`);
  write('base.json5', '{ gateway: 7 }');
  expect(JSON.parse((await run(['config', 'validate', '--json'])).stdout).issues).toEqual([
    { message: 'gateway must be an object, but is 7', line: null, column: null, path: 'gateway' },
  ]);
});
