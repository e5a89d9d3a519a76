import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { LISTED, NAMING } from '../../support/list-models.ts';
import { linesOf, TOKEN } from '../../support/program.ts';

const program = useCommands({ models: LISTED });
const env = { HF_TOKEN: TOKEN };

describe('models list', () => {
  test('default, fallbacks, configured, the rest by name; where from and in what unit on stderr', async () => {
    const { list, write, service } = program();
    write('openclaw.json', NAMING);
    const { code, stdout, stderr } = await list([], { env });
    expect(code).toBe(0);
    expect(stdout).toBe(
      `Model                               Context  Tools  Image  $/M in   Out  Name                  Tags
huggingface/org/zeta                     1k  -                  -     -  Omega                 default, configured, alias:Omega
huggingface/org/alpha-10b:cheapest     100k  some   yes      3.00  2.00  Alpha 10B (cheapest)  fallback#2, configured
huggingface/org/gone                      -  -                  -     -  Gone                  configured, missing
huggingface/org/alpha-10b              100k  some   yes      1.00  4.00  Alpha 10B
huggingface/org/alpha-9b                 8k  yes             0.10  0.30  Alpha 9B
huggingface/org/down                      -  -                  -     -  Down
`,
    );
    const { host } = new URL(service.url);
    expect(linesOf(stderr)).toEqual([`6 models, live from ${host}, prices in USD per million tokens`]);
  });

  test('without --provider the refs of other providers too', async () => {
    const { run, write } = program();
    write('openclaw.json', NAMING);
    const document = JSON.parse((await run(['models', 'list', '--json'], { env })).stdout);
    expect(document.models[1]).toEqual({
      key: 'anthropic/opus',
      name: 'anthropic/opus',
      alias: 'opus',
      input: 'text',
      contextWindow: null,
      local: false,
      available: null,
      tags: ['fallback#1', 'configured', 'alias:opus'],
      reasoning: false,
      tools: null,
      maxTokens: null,
      price: null,
      providers: [],
    });
    expect(document.count).toBe(7);
  });

  test('--json: the document, key by key', async () => {
    const { list, write } = program();
    write('openclaw.json', NAMING);
    const run = await list(['--json'], { env });
    expect(run.stderr).toBe('');
    const { models, ...head } = JSON.parse(run.stdout);
    expect(head).toEqual({
      schemaVersion: 1,
      count: 6,
      source: 'live',
      fetchedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      reason: null,
    });
    expect(models[0]).toMatchObject({ tags: ['default', 'configured', 'alias:Omega'], available: true });
    expect(models[1]).toEqual({
      key: 'huggingface/org/alpha-10b:cheapest',
      name: 'Alpha 10B (cheapest)',
      alias: null,
      input: 'text+image',
      contextWindow: 100_000,
      local: false,
      available: true,
      tags: ['fallback#2', 'configured'],
      reasoning: false,
      tools: 'some',
      maxTokens: 8192,
      price: { input: 3, output: 2 },
      providers: [
        {
          id: 'novita',
          status: 'live',
          contextWindow: 200_000,
          price: { input: 1, output: 4 },
          tools: true,
          throughput: 90,
          latencyMs: null,
        },
        {
          id: 'groq',
          status: 'live',
          contextWindow: 100_000,
          price: { input: 3, output: 2 },
          tools: false,
          throughput: 50,
          latencyMs: null,
        },
      ],
    });
    expect(models[2]).toMatchObject({ key: 'huggingface/org/gone', available: false, tags: ['configured', 'missing'] });
    expect(models.at(-1)).toMatchObject({ key: 'huggingface/org/down', available: false });
  });

  test('--plain: one ref a line', async () => {
    const { list, write } = program();
    write('openclaw.json', NAMING);
    const { stdout, stderr } = await list(['--plain', '--configured'], { env });
    expect([stdout, stderr]).toEqual([
      'huggingface/org/zeta\nhuggingface/org/alpha-10b:cheapest\nhuggingface/org/gone\n',
      '',
    ]);
  });
});

test('a broken config is exit 3', async () => {
  const { list, write } = program();
  write('openclaw.json', '{oops');
  expect((await list([])).code).toBe(3);
});

test("a broken models.json of OpenClaw's is ignored with a warning; a good one is merged", async () => {
  const { list, write, stateDir } = program();
  const file = 'agents/main/agent/models.json';
  write(file, '{oops');
  const broken = await list(['--search', 'zeta'], { env });
  expect([broken.code, linesOf(broken.stderr)]).toEqual([
    0,
    expect.arrayContaining([`${stateDir}/${file} can't be read and was ignored`]),
  ]);
  write(file, '{"providers":{"huggingface":{"models":[{"id":"org/zeta","name":"Zeta by Ada","contextWindow":7}]}}}');
  const { models } = JSON.parse((await list(['--search', 'zeta', '--json'], { env })).stdout);
  expect(models).toMatchObject([{ name: 'Zeta by Ada', contextWindow: 7, tags: ['configured'] }]);
});

test('a key that allows every model of a provider is not a model', async () => {
  const { run, write } = program();
  write('openclaw.json', `{ agents: { defaults: { models: { 'huggingface/*': {}, 'openai/*': {}, 'x/y': {} } } } }`);
  const { stdout } = await run(['models', 'list', '--configured', '--plain']);
  expect(stdout).toBe('x/y\n');
});
