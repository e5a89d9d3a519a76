import { describe, expect, test } from 'vitest';
import { fixtureAnswer } from '../../../scripts/stand-in/answers.js';
import { completion } from '../../../scripts/stand-in/completions.js';
import type { Answer } from '../../../scripts/stand-in/server.js';
import { ID, type ListedRoute, listOf } from '../../support/bench-model.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, failureOf, linesOf, TOKEN } from '../../support/program.ts';
import { CTRL_C } from '../../support/scripted-prompt.ts';

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };
const BENCH = ['models', 'bench', ID, '--yes'];

/** A program whose service has this one model, and answers through its routes as planned; by default with a call. */
function served(plans: Readonly<Record<string, Answer[]>>, routes?: readonly ListedRoute[]) {
  const program = commands();
  const { service } = program;
  service.script('/v1/models', listOf(routes ?? Object.keys(plans).map((slug) => ({ slug }))));
  for (const [slug, answers] of Object.entries(plans)) service.scriptModel(`${ID}:${slug}`, ...answers);
  return { ...program, sent: () => service.completions.map(({ model }) => model.slice(ID.length + 1)) };
}

const GOOD = [completion('call')];
const SLOW = (delayMs: number) => [completion('call', { delayMs })];
const BUSY = [fixtureAnswer('chat-error-429-engine-overloaded.json')];
const BROKE = [fixtureAnswer('chat-error-402-credits-depleted.json')];
const DOWN = [fixtureAnswer('chat-error-503-unavailable.json')];

test('each live inference provider is asked in turn, pinned, with what the config sends along, the cheapest first', async () => {
  const routes: ListedRoute[] = [
    { slug: 'dear', price: [3, 9] },
    { slug: 'down', status: 'error' },
    { slug: 'cheap', price: [1, 2] },
    { slug: 'free', price: [0, 0] },
    { slug: 'unpriced', price: null },
  ];
  const { run, sent, service, write } = served({ dear: SLOW(600), cheap: SLOW(150), free: GOOD }, routes);
  write('openclaw.json', '{ models: { providers: { huggingface: { headers: { "X-HF-Bill-To": "acme" } } } } }');
  const document = documentOf(await run([...BENCH, '--rounds', '2', '--max-cost', '1', '--json'], { env }));
  expect(sent()).toEqual(['free', 'free', 'cheap', 'cheap', 'dear', 'dear']);
  expect(service.completions.map(({ headers }) => headers['x-hf-bill-to'])).toEqual(Array(6).fill('acme'));
  const measured = { rounds: 2, answered: 2, toolCalls: 2, firstTokenMs: expect.any(Number) };
  const good = { ...measured, tokensPerSecond: expect.any(Number), failures: [] };
  const unpriced = { rounds: 0, answered: 0, toolCalls: 0, firstTokenMs: null, tokensPerSecond: null, cost: 0 };
  const message = 'Not measured: without a price in the list, --max-cost could not be kept.';
  expect(document).toEqual({
    ok: true,
    cost: 0.00156,
    models: [
      {
        ref: `huggingface/${ID}`,
        routes: [
          { inferenceProvider: 'free', ...good, cost: 0 },
          { inferenceProvider: 'cheap', ...good, cost: 0.00036 },
          { inferenceProvider: 'dear', ...good, cost: 0.0012 },
          { inferenceProvider: 'unpriced', ...unpriced, failures: [{ code: 'not_found', message }] },
        ],
        best: 'free',
        pin: `openclaw models set huggingface/${ID}:free`,
      },
    ],
  });
});

const NAMED: [string, Answer[], object][] = [
  ['service_error: It answered in words and did not call the tool.', [completion('words')], { answered: 3 }],
  [
    'service_error: It wrote the tool call as text, so nothing would be called.',
    [completion('call-as-text')],
    { answered: 3 },
  ],
  ['service_error: The arguments of the tool call are not valid JSON.', [completion('invalid-json')], { answered: 3 }],
  [
    "service_error: The arguments of the tool call do not match the tool's schema.",
    [completion('wrong-schema')],
    { answered: 3 },
  ],
  ['service_error: It called a tool that does not exist.', [completion('wrong-tool')], { answered: 3 }],
  [
    'service_error: The answer ended before the tool call was complete.',
    [completion('out-of-tokens')],
    { answered: 3 },
  ],
  ['service_error: The service failed (503): Service Unavailable.', DOWN, { answered: 0, cost: 0 }],
  [
    'network: HOST could not be reached: the connection closed before the answer was complete.',
    [completion('cut')],
    { answered: 0 },
  ],
  [
    'rate_limited: Too many requests (429): The engine is currently overloaded, please try again later.',
    BUSY,
    { rounds: 1, answered: 0, cost: 0 },
  ],
];

test.each(NAMED)('a route that fails is named: %s', async (named, answers, figures) => {
  const { run, service } = served({ bad: answers, good: [completion('call', { delayMs: 20 })] });
  const { models } = documentOf(await run([...BENCH, '--json'], { env })) as { models: [Measured] };
  const [{ routes, best, pin }] = models;
  expect([best, pin]).toEqual(['good', `openclaw models set huggingface/${ID}:good`]);
  expect(routes.map(({ inferenceProvider }) => inferenceProvider)).toEqual(['good', 'bad']);
  expect(routes[1]).toMatchObject({ rounds: 3, toolCalls: 0, ...figures });
  const said = routes[1]?.failures.map(({ code, message }) => `${code}: ${message}`) ?? [];
  const host = new URL(service.url).host;
  expect(said).toEqual(Array(routes[1]?.rounds).fill(named.replace('HOST', host)));
});

type Measured = {
  routes: { inferenceProvider: string; rounds: number; failures: { code: string; message: string }[] }[];
  best: string | null;
  pin: string | null;
};

test('one bad answer of three is enough not to be the best', async () => {
  const { run } = served({ fickle: [...DOWN, ...GOOD] });
  const { code, stdout } = await run(BENCH, { env });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^fickle {16}2\/3 /m);
  expect(stdout).toContain(
    '- fickle: The service failed (503): Service Unavailable.\n\nNone answered all 3 messages with',
  );
  expect(documentOf(await run([...BENCH, '--json'], { env }))).toMatchObject({ models: [{ best: 'fickle' }] });
});

describe('what stops', () => {
  test('no credits: everything, and says so', async () => {
    const { run, sent } = served({ first: [...GOOD, ...BROKE], second: GOOD });
    const { code, stderr, stdout } = await run(BENCH, { env });
    expect([code, sent()]).toEqual([0, ['first', 'first']]);
    expect(stdout).toMatch(/^- first: The Hugging Face account has no credits left \(402\)/m);
    expect(linesOf(stderr)).toEqual([
      'Nothing more was sent: every inference provider would give the same answer.',
      'Buy credits or subscribe to PRO: https://huggingface.co/settings/billing',
    ]);
    expect(stdout).toMatch(/^second +- +1\.00 +2\.00 +- +- +-$/m);
  });

  test('too many requests: that route', async () => {
    const { run, sent } = served({ first: BUSY, second: GOOD });
    const { code, stdout } = await run(BENCH, { env });
    expect([code, sent()]).toEqual([0, ['first', 'second', 'second', 'second']]);
    expect(stdout).toContain(
      '- first: Too many requests (429): The engine is currently overloaded, please try again later. It was not asked again.\n',
    );
  });

  test('only the failure that stopped a route says that it was not asked again', async () => {
    const { run, sent } = served({ first: [...DOWN, ...BUSY] });
    const { stdout } = await run(BENCH, { env });
    expect(sent()).toEqual(['first', 'first']);
    expect(stdout).toContain(
      '- first: The service failed (503): Service Unavailable.\n- first: Too many requests (429)',
    );
    expect(stdout.match(/It was not asked again\./g)).toHaveLength(1);
  });

  test('a model that a route does not know: that route, and says so; not where nothing more was to be asked', async () => {
    const { run, sent } = served({ first: [fixtureAnswer('chat-error-400-model-not-supported.json')] });
    expect((await run(BENCH, { env })).stdout).toContain('It was not asked again.');
    expect((await run([...BENCH, '--rounds', '1'], { env })).stdout).not.toContain('It was not asked again.');
    expect(sent()).toEqual(['first', 'first']);
  });

  test('a token that is not accepted: everything, exit 4', async () => {
    const { run, sent } = served({ first: [fixtureAnswer('chat-error-401-invalid-token.json')], second: GOOD });
    expect((await run(BENCH, { env })).code).toBe(4);
    expect(sent()).toEqual(['first']);
  });

  test('--max-cost, before it could be passed, and says what is enough', async () => {
    const { run, sent } = served({ first: GOOD, second: GOOD });
    // One message may cost 0.001512.
    const { code, stderr } = await run([...BENCH, '--max-cost', '0.002'], { env });
    expect([code, sent().length]).toEqual([0, 3]);
    expect(linesOf(stderr)).toEqual([
      'Stopped before $0.002 could be passed: 3 messages not sent. For all of them: --max-cost 0.0091',
    ]);
  });
});

test.each<[string, Answer[], number]>([
  ['no credits', BROKE, 6],
  ['too many requests', BUSY, 5],
  ['a failing service', DOWN, 5],
  ['a model that is not served', [fixtureAnswer('chat-error-400-model-not-supported.json')], 7],
])('none answers, for %s: exit %s is that of the first failure', async (_, answers, code) => {
  const { run } = served({ first: answers, second: answers });
  const result = await run([...BENCH, '--json'], { env });
  expect(result.code).toBe(code);
  expect(documentOf(result)).toMatchObject({ ok: false, cost: 0, models: [{ best: null, pin: null }] });
});

describe('which models', () => {
  test('the default one where none is named', async () => {
    const { run, write, sent } = served({ one: GOOD });
    write('openclaw.json', `{ agents: { defaults: { model: "huggingface/${ID}:one" } } }`);
    const { code, stderr } = await run(['models', 'bench', '--yes', '--rounds', '1'], { env });
    expect([code, sent()]).toEqual([0, ['one']]);
    expect(linesOf(stderr)).toEqual([
      'All inference providers of acme/model are measured, not only what :one leads to.',
    ]);
  });

  test('a limit that is too small says one that can be typed, however cheap it is', async () => {
    const { run } = served({}, [{ slug: 'one', price: [0.001, 0.001] }]);
    const { says } = failureOf(await run([...BENCH, '--max-cost', '0'], { env }));
    expect(says).toEqual([
      '--max-cost 0 is too little: a single message may cost up to $0.00001. Nothing was sent.',
      'Allow at least: --max-cost 0.00001',
    ]);
  });

  test('each once, by ref, id or alias', async () => {
    const { run, write, sent } = served({ one: GOOD });
    write('openclaw.json', `{ agents: { defaults: { models: { "huggingface/${ID}": { alias: "quick" } } } } }`);
    const named = ['quick', ID.toUpperCase(), `huggingface/${ID}:cheapest`];
    expect((await run(['models', 'bench', ...named, '--yes', '--rounds', '1'], { env })).code).toBe(0);
    expect(sent()).toEqual(['one']);
  });

  test.each<[string, string[], string, ListedRoute[], number, string[]]>([
    [
      'none at all',
      [],
      '{}',
      [{ slug: 'a' }],
      2,
      ['There is no default model to measure.', 'Name one: openclaw models bench <ref-or-alias>'],
    ],
    [
      "another provider's",
      [],
      '{ agents: { defaults: { model: "anthropic/claude" } } }',
      [{ slug: 'a' }],
      2,
      [
        'anthropic/claude is not on Hugging Face: only routes of its Inference Providers can be measured.',
        'Name one that is: openclaw models bench <ref-or-alias>',
      ],
    ],
    [
      'one that nobody serves',
      [ID],
      '{}',
      [{ slug: 'a', status: 'error' }],
      7,
      [
        'No live inference provider is known for acme/model.',
        'See what is served: openclaw models list --provider huggingface --refresh',
      ],
    ],
    [
      'one without a price',
      [ID],
      '{}',
      [{ slug: 'a', price: null }],
      1,
      [
        'The list has no price for acme/model, so --max-cost could not be kept. Nothing was sent.',
        'See which models have one: openclaw models list --provider huggingface --sort price',
      ],
    ],
    [
      'one that is too dear',
      [ID],
      '{}',
      [{ slug: 'a', price: [100, 200] }],
      2,
      [
        '--max-cost 0.01 is too little: a single message may cost up to $0.16. Nothing was sent.',
        'Allow at least: --max-cost 0.16',
      ],
    ],
  ])('%s is refused, and nothing is sent', async (_, named, config, routes, code, says) => {
    const { run, write, sent } = served({}, routes);
    write('openclaw.json', config);
    expect(failureOf(await run(['models', 'bench', ...named, '--yes'], { env }))).toEqual({ code, says });
    expect(sent()).toEqual([]);
  });

  test('a list that could not be fetched is the failure, where there is no cache', async () => {
    const { run, service, sent } = served({ one: GOOD });
    service.script('/v1/models', { status: 500 });
    expect((await run(BENCH, { env })).code).toBe(5);
    expect(sent()).toEqual([]);
  });
});

describe('consent', () => {
  const ASK = 'Send up to 6 small messages to 2 inference providers, for $0.0091 at most?';

  test('is asked for, and says what it costs at most', async () => {
    const { answer, sent } = served({ one: GOOD, two: GOOD });
    const { code, asked } = await answer([{ asks: ASK, answers: 'Send them' }], ['models', 'bench', ID], { env });
    expect([code, sent().length]).toEqual([0, 6]);
    expect(asked[0]?.rows).toEqual(['Send them', 'Quit']);
  });

  test('is for no more than --max-cost', async () => {
    const { answer } = served({ one: GOOD, two: GOOD });
    const title = ASK.replace('0.0091', '0.005');
    const args = ['models', 'bench', ID, '--max-cost', '0.005'];
    expect((await answer([{ asks: title, answers: 'Send them' }], args, { env })).code).toBe(0);
  });

  test.each<[string, string | typeof CTRL_C]>([
    ['Quit', 'Quit'],
    ['Ctrl-C', CTRL_C],
  ])('is not given by %s: exit 130, nothing sent', async (_, answers) => {
    const { answer, sent } = served({ one: GOOD, two: GOOD });
    const { code } = await answer([{ asks: ASK, answers }], ['models', 'bench', ID], { env });
    expect([code, sent()]).toEqual([130, []]);
  });

  test('needs --yes where nobody can be asked', async () => {
    const { run, asked } = served({ one: GOOD });
    expect(failureOf(await run(['models', 'bench', 'DeepSeek R1', '--rounds', '1'], { env }))).toEqual({
      code: 2,
      says: [
        "models bench sends real messages, which may cost up to $0.01, and can't ask for your consent without a terminal.",
        "Run instead: openclaw models bench 'DeepSeek R1' --rounds 1 --max-cost 0.01 --yes",
      ],
    });
    expect(asked()).toEqual([]);
  });
});

test.each<[string[], string]>([
  [['--rounds', '0'], '--rounds can\'t be "0": it must be a whole number from 1 to 20.'],
  [['--rounds', '21'], '--rounds can\'t be "21": it must be a whole number from 1 to 20.'],
  [['--rounds', '1.5'], '--rounds can\'t be "1.5": it must be a whole number from 1 to 20.'],
  [['--max-cost', 'much'], '--max-cost can\'t be "much": it must be a number of US dollars.'],
  [['--offline'], 'openclaw models bench asks Hugging Face, and --offline makes no network requests.'],
])('%j is refused', async (flags, said) => {
  const { code, says } = failureOf(await commands().run([...BENCH, ...flags], { env }));
  expect([code, says[0]]).toEqual([2, said]);
});

test('without a token: exit 4, and nothing is sent', async () => {
  const { run, sent } = served({ one: GOOD });
  expect((await run(BENCH)).code).toBe(4);
  expect(sent()).toEqual([]);
});
