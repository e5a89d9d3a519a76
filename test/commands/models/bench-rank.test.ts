import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBudget } from '../../../src/commands/models/bench/budget.ts';
import { figuresOfRoute, type Round, rankRoutes } from '../../../src/commands/models/bench/rank.ts';
import { ServiceError } from '../../../src/huggingface/failures/service-error.ts';
import type { Probe } from '../../../src/huggingface/probe/probe-model.ts';
import type { ToolCall } from '../../../src/huggingface/probe/tool.ts';
import { en } from '../../../src/words/en/en.ts';
import { explain } from '../../../src/words/words.ts';

const ROUNDS = 3;
const usage = { prompt: 140, completion: 20 };

const answers = (call: ToolCall, latencyMs: number): Probe => ({
  kind: 'answered',
  status: 200,
  latencyMs,
  inferenceProvider: null,
  written: 20,
  usage,
  tools: true,
  call,
  firstTokenMs: latencyMs / 2,
});

const fails = (error: ServiceError, refused: boolean): Probe => ({
  kind: 'failed',
  error,
  latencyMs: 9,
  inferenceProvider: null,
  written: 0,
  usage: null,
  tools: null,
  refused,
});

const error = (status: 402 | 429 | 503) => {
  const answer = { status, inferenceProvider: null, words: '' };
  if (status === 402) return new ServiceError('credits_exhausted', { kind: 'no-credits', ...answer });
  if (status === 429) return new ServiceError('rate_limited', { kind: 'rate-limited', ...answer, waitSeconds: null });
  return new ServiceError('service_error', { kind: 'service-failed', ...answer });
};

/** What a route may do, one of its rounds, and the code and words that name it; null where nothing is wrong. */
const PLANS = {
  good: { probe: answers('well-formed', 100), named: null },
  quick: { probe: answers('well-formed', 50), named: null },
  slow: { probe: answers('well-formed', 2000), named: null },
  words: { probe: answers('missing', 10), named: 'service_error: It answered in words and did not call the tool.' },
  text: {
    probe: answers('as-text', 10),
    named: 'service_error: It wrote the tool call as text, so nothing would be called.',
  },
  json: { probe: answers('not-json', 10), named: 'service_error: The arguments of the tool call are not valid JSON.' },
  schema: {
    probe: answers('other-arguments', 10),
    named: "service_error: The arguments of the tool call do not match the tool's schema.",
  },
  tool: { probe: answers('other-tool', 10), named: 'service_error: It called a tool that does not exist.' },
  half: { probe: answers('cut', 10), named: 'service_error: The answer ended before the tool call was complete.' },
  'status 503': { probe: fails(error(503), true), named: 'service_error: The service failed (503).' },
  'status 429': { probe: fails(error(429), true), named: 'rate_limited: Too many requests (429).' },
  'status 402': {
    probe: fails(error(402), true),
    named: 'credits_exhausted: The Hugging Face account has no credits left (402).',
  },
  cut: {
    probe: fails(new ServiceError('service_error', { kind: 'answer-incomplete' }), false),
    named: 'service_error: The answer ended before it was complete.',
  },
} satisfies Record<string, { probe: Probe; named: string | null }>;

type Plan = { bad: keyof typeof PLANS; good: 'good' | 'quick' | 'slow'; badRounds: number; output: number };

const plans = fc.array(
  fc.record<Plan>({
    bad: fc.constantFrom(...(Object.keys(PLANS) as (keyof typeof PLANS)[])),
    good: fc.constantFrom('good', 'quick', 'slow'),
    badRounds: fc.integer({ min: 0, max: ROUNDS }),
    output: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 12 },
);

function measured({ bad, good, badRounds, output }: Plan, index: number) {
  const probes = Array.from({ length: ROUNDS }, (_, round) => PLANS[round < badRounds ? bad : good].probe);
  const cost = { amount: 0, isEstimate: false };
  const rounds: Round[] = probes.map((probe) => ({ probe, cost }));
  return figuresOfRoute(`route-${index}`, { input: 1, output }, rounds);
}

/** Written anew, by what the plan says and not by what was measured: 100 of 100. */
test('whatever routes do, the best is named, and whatever is wrong with the others', () => {
  fc.assert(
    fc.property(plans, (given) => {
      const { routes, best } = rankRoutes(given.map(measured), ROUNDS);
      expect(routes.map(({ inferenceProvider }) => inferenceProvider).toSorted()).toEqual(
        given.map((_, index) => `route-${index}`).toSorted(),
      );
      const planOf = (name: string) => given[Number(name.slice('route-'.length))] as Plan;
      const isFlawless = ({ bad, badRounds }: Plan) => badRounds === 0 || PLANS[bad].named === null;
      const flawless = routes.map(({ inferenceProvider }) => planOf(inferenceProvider)).filter(isFlawless);
      // They come first, all of them, and the quicker, or the cheaper of equals, before the others.
      for (const [index, plan] of flawless.entries()) {
        expect(planOf(routes[index]?.inferenceProvider ?? '')).toBe(plan);
        const before = flawless[index - 1];
        if (before === undefined) continue;
        const speeds = [before, plan].map(speedOf);
        expect(speeds[0]).toBeGreaterThanOrEqual(speeds[1] ?? 0);
        if (speeds[0] === speeds[1]) expect(before.output).toBeLessThanOrEqual(plan.output);
      }
      expect(best).toBe(flawless.length === 0 ? null : (routes[0]?.inferenceProvider ?? ''));
      for (const { inferenceProvider, failures } of routes) {
        const { bad, badRounds } = planOf(inferenceProvider);
        const { named } = PLANS[bad];
        const said = failures.map(({ code, problem }) => `${code}: ${explain(en, problem).message}`);
        expect(said).toEqual(named === null ? [] : Array.from({ length: badRounds }, () => named));
      }
    }),
    { numRuns: 100 },
  );
});

/** Tokens a second in the middle one of three rounds. */
function speedOf({ bad, good, badRounds }: Plan): number {
  const speeds = Array.from({ length: ROUNDS }, (_, round) => PLANS[round < badRounds ? bad : good].probe.latencyMs);
  return 20 / ((speeds.toSorted((a, b) => a - b)[1] ?? 1) / 1000);
}

const figures = (over: Partial<ReturnType<typeof figuresOfRoute>>) => ({
  ...measured({ bad: 'good', good: 'good', badRounds: 0, output: 2 }, 0),
  ...over,
});

test.each<[string, Parameters<typeof figures>[0], Parameters<typeof figures>[0]]>([
  ['a quick one before a slow one', { tokensPerSecond: 80 }, { tokensPerSecond: 79 }],
  ['a cheap one before a dear one', { price: { input: 9, output: 1 } }, { price: { input: 1, output: 2 } }],
  ['of equal output prices the lower input', { price: { input: 1, output: 1 } }, { price: { input: 2, output: 1 } }],
  ['a whole one before a quicker one that failed once', {}, { toolCalls: 2, tokensPerSecond: 900 }],
  ['a whole one before a quicker one that was not asked as often', {}, { answered: 2, toolCalls: 2, rounds: 2 }],
  ['one with some tool calls before one with none', { toolCalls: 1 }, { toolCalls: 0, tokensPerSecond: 900 }],
  ['one that answered before one that did not', { toolCalls: 0 }, { toolCalls: 0, answered: 0, tokensPerSecond: null }],
])('%s', (_, first, second) => {
  const routes = [
    figures({ ...second, inferenceProvider: 'second' }),
    figures({ ...first, inferenceProvider: 'first' }),
  ];
  expect(rankRoutes(routes, ROUNDS).routes.map(({ inferenceProvider }) => inferenceProvider)).toEqual([
    'first',
    'second',
  ]);
});

test('a budget is never passed by what is told, nor by the most that is not told', () => {
  const price = fc.record({
    input: fc.double({ min: 0, max: 20, noNaN: true }),
    output: fc.double({ min: 0, max: 80, noNaN: true }),
  });
  const told = fc.option(
    fc.record({ prompt: fc.integer({ min: 1, max: 1000 }), completion: fc.integer({ min: 0, max: 256 }) }),
  );
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.05, noNaN: true }),
      fc.array(fc.tuple(price, told), { maxLength: 60 }),
      (maxCost, messages) => {
        const budget = createBudget(maxCost);
        let spent = 0;
        for (const [at, usage] of messages) {
          if (!budget.reserve(at)) continue;
          const { prompt, completion } = usage ?? { prompt: 1000, completion: 256 };
          spent += (prompt * at.input + completion * at.output) / 1_000_000;
          budget.settle({ ...answers('well-formed', 1), usage }, at);
        }
        expect(spent).toBeLessThanOrEqual(maxCost * (1 + 1e-12));
      },
    ),
    { numRuns: 300 },
  );
});

test('an inference provider that counts more than was expected is expected to do so again', () => {
  const budget = createBudget(0.01);
  const price = { input: 1, output: 0 };
  expect(budget.reserve(price)).toBe(true);
  budget.settle({ ...answers('well-formed', 1), usage: { prompt: 6000, completion: 1 } }, price);
  expect(budget.reserve(price)).toBe(false);
});

test('what an answer told before it was cut off is not all that it may have cost', () => {
  const budget = createBudget(0.003);
  const price = { input: 1, output: 4 };
  const cut = { ...fails(new ServiceError('service_error', { kind: 'answer-incomplete' }), false), usage };
  expect(budget.reserve(price)).toBe(true);
  expect(budget.settle(cut, price)).toEqual({ amount: 0.00022, isEstimate: true });
  expect(budget.reserve(price)).toBe(false);
});

test('an answer that is longer than was asked for costs what it has, though nobody tells', () => {
  const budget = createBudget(0.01);
  const price = { input: 0, output: 1 };
  expect(budget.reserve(price)).toBe(true);
  expect(budget.settle({ ...answers('missing', 1), written: 40_000, usage: null }, price)).toEqual({
    amount: 0.01,
    isEstimate: true,
  });
  expect(budget.reserve(price)).toBe(false);
});

test.each<[name: string, told: number, written: number, tokensPerSecond: number]>([
  ['as it is told', 20, 80, 20],
  ['with thoughts that are not sent', 256, 10, 256],
  ['of more than was asked for, what came, four characters a token', 700, 2400, 600],
  ['of more than was asked for and came, by its characters', 900, 900, 256],
  ['of more than was asked for, and was not sent, what was asked for', 90_000, 20, 256],
])('the speed counts the answer %s', (_, told, written, tokensPerSecond) => {
  const probe = { ...answers('well-formed', 1000), written, usage: { prompt: 140, completion: told } };
  const cost = { amount: 0, isEstimate: false };
  expect(figuresOfRoute('novita', null, [{ probe, cost }])).toMatchObject({ tokensPerSecond });
});
