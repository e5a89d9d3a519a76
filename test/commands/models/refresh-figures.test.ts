import { describe, expect, test } from 'vitest';
import { testConfigTable } from '../../support/config-table.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, linesOf, type Program, TOKEN } from '../../support/program.ts';

const env = { HF_TOKEN: TOKEN };
const FIGURES = ['models', 'refresh', '--figures'];

const route = (provider: string, context: number, input: number, output: number) => ({
  provider,
  status: 'live',
  context_length: context,
  pricing: { input, output },
});
/** The list, with the fastest first. */
const LIST = [
  { id: 'org/a', providers: [route('novita', 100_000, 0.5, 2), route('groq', 60_000, 0.6, 1)] },
  { id: 'openai/gpt-oss-120b', providers: [{ ...route('novita', 8000, 9, 9), status: 'error' }] },
  { id: 'org/silent', providers: [{ provider: 'x', status: 'live' }] },
];
const serve = ({ service }: Program) => service.script('/v1/models', { body: { data: LIST } });

/** A config as somebody keeps it, with these entries. */
const withEntries = (...entries: string[]) => `// Ada's.
{
  agents: { defaults: { model: 'huggingface/org/a' } },
  models: { providers: { huggingface: { models: [
    ${entries.join(',\n    ')}, // the last
  ] } } },
}
`;
const A = `{ id: 'org/a', "name": 'Mine', reasoning: true, contextWindow: 90000 /* ? */, cost: { input: 0.4, output: 3, cacheRead: 0.4, cacheWrite: 0.1 }, maxTokens: 8192 }`;

describe('brings the figures that an entry states up to the list, and touches nothing else', () => {
  testConfigTable(
    '{}',
    [
      {
        name: 'the price, the cache prices that are the input price, and the context of the smallest route',
        args: FIGURES,
        before: withEntries(A),
        edits: [
          ['contextWindow: 90000 /*', 'contextWindow: 60000 /*'],
          ['input: 0.4, output: 3, cacheRead: 0.4,', 'input: 0.5, output: 2, cacheRead: 0.5,'],
        ],
        stdout: ['Model entry: org/a (context 60k, price 0.50/2.00)'],
      },
      {
        name: 'a pinned route by its own figures, `:cheapest` by the lowest output',
        args: FIGURES,
        before: withEntries(
          A.replace('org/a', 'org/a:novita'),
          A.replace('org/a', 'org/a:cheapest').replace('90000', '60000'),
        ),
        edits: [
          [
            "novita', \"name\": 'Mine', reasoning: true, contextWindow: 90000",
            "novita', \"name\": 'Mine', reasoning: true, contextWindow: 100000",
          ],
          [
            `100000 /* ? */, cost: { input: 0.4, output: 3, cacheRead: 0.4`,
            `100000 /* ? */, cost: { input: 0.5, output: 2, cacheRead: 0.5`,
          ],
          ['input: 0.4, output: 3, cacheRead: 0.4', 'input: 0.6, output: 1, cacheRead: 0.6'],
        ],
        stdout: [
          'Model entry: org/a:novita (context 100k, price 0.50/2.00)',
          'Model entry: org/a:cheapest (context 60k, price 0.60/1.00)',
        ],
      },
      {
        name: 'what the entry leaves out stays out',
        args: FIGURES,
        before: withEntries(`{ id: 'org/a', name: 'A' }`, `{ id: 'org/a:groq', name: 'A', cost: { input: 9 } }`),
        edits: [['input: 9', 'input: 0.6']],
        stdout: ['Model entry: org/a:groq (context unknown, price unknown)'],
      },
      {
        name: 'of two entries with one id each keeps its own price of the cache',
        args: FIGURES,
        before: withEntries(
          `{ id: 'org/a', name: 'A', cost: { input: 0.5, output: 9, cacheRead: 0.1 } }`,
          `{ id: 'org/a', name: 'A', cost: { input: 0.5, output: 8, cacheRead: 0.2 } }`,
        ),
        edits: [
          ['output: 9', 'output: 2'],
          ['output: 8', 'output: 2'],
        ],
        stdout: [
          'Model entry: org/a (context unknown, price 0.50/2.00)',
          'Model entry: org/a (context unknown, price 0.50/2.00)',
        ],
      },
      {
        name: 'where one of them has its own, the other keeps the one that was its input price',
        args: FIGURES,
        before: withEntries(
          `{ id: 'org/a', name: 'A', cost: { input: 0.4, output: 2, cacheRead: 0.4, cacheWrite: 0.4 } }`,
          `{ id: 'org/a', name: 'A', cost: { input: 0.5, output: 2, cacheRead: 0.1 } }`,
        ),
        edits: [
          ['input: 0.4', 'input: 0.5'],
          ['cacheWrite: 0.4', 'cacheWrite: 0.5'],
        ],
        stdout: ['Model entry: org/a (context unknown, price 0.50/2.00)'],
      },
      {
        name: 'zeros, which OpenClaw writes where it knows no price, become the price',
        args: FIGURES,
        before: withEntries(`{ id: 'org/a', name: 'A', cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 } }`),
        edits: [
          [
            'input: 0, output: 0, cacheRead: 0, cacheWrite: 0',
            'input: 0.5, output: 2, cacheRead: 0.5, cacheWrite: 0.5',
          ],
        ],
        stdout: ['Model entry: org/a (context unknown, price 0.50/2.00)'],
      },
      {
        name: 'what the list does not know, does not have, or has no number stays',
        args: FIGURES,
        before: withEntries(
          A.replace('org/a', 'org/silent'),
          A.replace('org/a', 'org/gone'),
          // The built-in list knows it, and no route of the list that answers does.
          A.replace('org/a', 'openai/gpt-oss-120b'),
          A.replace('org/a', 'org/a:gone'),
          `{ id: 'org/a', name: 'A', cost: 5, contextWindow: '9' }`,
          `{ id: 'org/a', name: 'A', cost: { input: NaN, output: -1, cacheRead: 1e308 }, contextWindow: 1.5 }`,
          '7',
        ),
      },
      {
        name: 'a context that leaves maxTokens too large, or is small, is a warning',
        args: FIGURES,
        before: withEntries(`{ id: 'org/a', name: 'A', contextWindow: 90000, maxTokens: 16000 }`),
        edits: [['90000', '60000']],
        stdout: ['Model entry: org/a (context 60k, price unknown)'],
        stderr: [
          'org/a keeps its maxTokens of 16,000, more than a quarter of its context (60,000 tokens): OpenClaw asks for all of them, and the prompt needs the rest',
        ],
      },
      { name: 'a config without entries', args: FIGURES, before: '{}' },
    ],
    serve,
  );
});

const commands = useCommands();

function using(config = withEntries(A)) {
  const program = commands();
  program.write('openclaw.json', config);
  serve(program);
  return program;
}

const DOCUMENT = {
  ok: true,
  figures: [
    {
      ref: 'huggingface/org/a',
      was: { cost: { input: 0.4, output: 3, cacheRead: 0.4, cacheWrite: 0.1 }, contextWindow: 90_000 },
      now: { cost: { input: 0.5, output: 2, cacheRead: 0.5, cacheWrite: 0.1 }, contextWindow: 60_000 },
    },
  ],
  catalog: { source: 'live', count: 3, fetchedAt: expect.stringMatching(/Z$/), reason: null },
  edits: [{ path: 'models.providers.huggingface.models', op: 'update-item' }],
  notes: [],
  warnings: [],
};

test('--json; a second run changes nothing; undo puts the bytes back', async () => {
  const { run, config, read } = using();
  expect(documentOf(await run([...FIGURES, '--json'], { env }))).toMatchObject({
    ...DOCUMENT,
    changed: true,
    config: { path: config, backup: `${config}.bak` },
  });
  expect((await run(['models', 'status', '--check'], { env })).code).toBe(0);
  expect(documentOf(await run([...FIGURES, '--json'], { env }))).toMatchObject({
    changed: false,
    config: { backup: null },
    figures: [],
    edits: [],
  });
  expect((await run(['config', 'undo'])).code).toBe(0);
  expect(read('openclaw.json')).toBe(withEntries(A));
});

test('--dry-run prints the diff and writes nothing, not even the cache', async () => {
  const { run, files } = using();
  const before = files();
  const { code, stdout, stderr } = await run([...FIGURES, '--dry-run'], { env });
  expect([code, stdout.split('\n').filter((line) => /^[-+] /.test(line))]).toEqual([
    0,
    [
      `-    ${A}, // the last`,
      `+    ${A.replace('90000', '60000').replace('input: 0.4, output: 3, cacheRead: 0.4', 'input: 0.5, output: 2, cacheRead: 0.5')}, // the last`,
    ],
  ]);
  expect(linesOf(stderr)).toEqual([
    'Model entry: org/a (context 60k, price 0.50/2.00)',
    'Dry run: nothing was written.',
  ]);
  const dry = documentOf(await run([...FIGURES, '--dry-run', '--json'], { env }));
  expect(dry).toMatchObject({ ...DOCUMENT, changed: false, wouldChange: true, diff: expect.stringContaining('60000') });
  expect(files()).toEqual(before);
});

test('models.json is left alone', async () => {
  const { run, write, read } = using();
  const text = '{"providers":{"huggingface":{"models":[]}}}';
  write('agents/main/agent/models.json', text);
  await run(FIGURES, { env });
  expect(read('agents/main/agent/models.json')).toBe(text);
});

test('a service that fails: its exit code, and nothing is written', async () => {
  const { run, service, files } = using();
  service.script('/v1/models', { status: 503, body: '' });
  const before = files();
  expect(failureOf(await run(FIGURES, { env })).code).toBe(5);
  expect(files()).toEqual(before);
});

test('an entry of an included file: exit 3, and the file is named', async () => {
  const { run, write, files, stateDir } = using(`{ $include: './models.json5' }`);
  write('models.json5', `{ models: { providers: { huggingface: { models: [${A}] } } } }`);
  const before = files();
  const { code, says } = failureOf(await run([...FIGURES, '--dry-run'], { env }));
  expect([code, says.join(' ')]).toEqual([3, expect.stringContaining(`${stateDir}/models.json5`)]);
  expect(files()).toEqual(before);
});

test('entries beside included ones are edited where they are', async () => {
  const own = `{ $include: './more.json5', models: { providers: { huggingface: { models: [${A}] } } } }`;
  const { run, write, read } = using(own);
  write('more.json5', `{ models: { providers: { huggingface: { models: [{ id: 'x/y', name: 'Y' }] } } } }`);
  expect((await run(FIGURES, { env })).code).toBe(0);
  expect(read('openclaw.json')).toBe(
    own
      .replace('90000', '60000')
      .replace('input: 0.4, output: 3, cacheRead: 0.4', 'input: 0.5, output: 2, cacheRead: 0.5'),
  );
});

test('discovery turned off in the config: nothing is compared, and it says so', async () => {
  const { run, asked } = using(
    '{ plugins: { entries: { huggingface: { config: { discovery: { enabled: false } } } } } }',
  );
  expect(await run(FIGURES, { env })).toEqual({
    code: 0,
    stdout: 'Not fetched. Model discovery is turned off in the config. 10 models as before.\n',
    stderr: '',
  });
  expect(documentOf(await run([...FIGURES, '--json'], { env }))).toMatchObject({
    changed: false,
    catalog: { source: 'builtin', reason: 'Model discovery is turned off in the config.' },
  });
  expect(asked()).toEqual([]);
});

test('--offline is a contradiction', async () => {
  expect(failureOf(await using().run(['--offline', ...FIGURES]))).toEqual({
    code: 2,
    says: [
      '--figures asks Hugging Face, and --offline makes no network requests.',
      'Without --offline: openclaw models refresh --figures',
    ],
  });
});
