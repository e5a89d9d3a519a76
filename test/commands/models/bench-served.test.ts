import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixtureAnswer } from '../../../scripts/stand-in/answers.js';
import { type CompletionKind, completion } from '../../../scripts/stand-in/completions.js';
import type { Answer, Usage } from '../../../scripts/stand-in/server.js';
import { ID, type ListedRoute, listOf, sumOf } from '../../support/bench-model.ts';
import { useCommands } from '../../support/in-process.ts';
import { documentOf, TOKEN } from '../../support/program.ts';

const commands = useCommands();
const env = { HF_TOKEN: TOKEN };
const slug = (index: number) => `route-${index}`;

type Document = {
  cost: number;
  models: [
    {
      routes: { inferenceProvider: string; rounds: number; failures: { code: string; message: string }[] }[];
      best: string | null;
    },
  ];
};

/** A bench of these routes in a home of its own. */
async function bench(routes: readonly ListedRoute[], answers: readonly Answer[], flags: readonly string[]) {
  const { run, service } = commands();
  service.billed.splice(0);
  service.script('/v1/models', listOf(routes));
  for (const [index, answer] of answers.entries()) service.scriptModel(`${ID}:${slug(index)}`, answer);
  const result = await run(['models', 'bench', ID, '--yes', '--json', ...flags], { env });
  return { result, paid: sumOf(service.billed, routes), completions: service.billed.length };
}

/** What a route does, and how the first failure of it begins; null where it is good, and the slower the later. */
const PLANS: [answer: Answer, named: string | null][] = [
  [completion('call'), null],
  [completion('call', { delayMs: 70 }), null],
  [completion('thinking', { delayMs: 200 }), null],
  [completion('call-as-text'), 'service_error: It wrote the tool call as text'],
  [completion('invalid-json'), 'service_error: The arguments of the tool call are not valid JSON'],
  [completion('wrong-schema'), "service_error: The arguments of the tool call do not match the tool's schema"],
  [fixtureAnswer('chat-error-503-unavailable.json'), 'service_error: The service failed (503)'],
  [fixtureAnswer('chat-error-429-engine-overloaded.json'), 'rate_limited: Too many requests (429)'],
  [completion('cut'), 'network: 127.0.0.1'],
];

const plan = fc.shuffledSubarray([...PLANS.keys()], { minLength: 1, maxLength: 5 });

test('whatever the routes of a model do, they are ranked and named right', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (chosen) => {
      const answers = chosen.map((index) => PLANS[index]?.[0] ?? {});
      const routes = chosen.map((_, index) => ({ slug: slug(index) }));
      const { result } = await bench(routes, answers, ['--rounds', '3', '--max-cost', '1']);
      const [{ routes: measured, best }] = (JSON.parse(result.stdout) as Document).models;
      const ranked = measured.map(({ inferenceProvider }) => chosen[Number(inferenceProvider.slice(6))] ?? -1);
      const good = chosen.filter((index) => PLANS[index]?.[1] === null).toSorted();
      expect(ranked.slice(0, good.length)).toEqual(good);
      expect(best).toBe(good.length === 0 ? null : slug(chosen.indexOf(good[0] ?? -1)));
      for (const [at, { failures }] of measured.entries()) {
        const named = PLANS[ranked[at] ?? -1]?.[1] ?? null;
        const said = failures.map(({ code, message }) => `${code}: ${message}`);
        expect(said.filter((words) => named === null || !words.startsWith(named))).toEqual([]);
        expect(said.length > 0).toBe(named !== null);
      }
    }),
    { numRuns: 12 },
  );
});

const usd = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
const usage = fc.record<Usage>({
  prompt_tokens: fc.integer({ min: 1, max: 1000 }),
  completion_tokens: fc.integer({ min: 0, max: 256 }),
});
const kinds = fc.constantFrom<CompletionKind>('call', 'thinking', 'words', 'call-as-text', 'invalid-json');
const route = fc.record({ price: fc.tuple(usd(15), usd(75)), kind: kinds, usage, tells: fc.boolean() });
const routes = fc.array(route, { minLength: 1, maxLength: 4 });

const listed = (given: readonly { price: [number, number] }[]): ListedRoute[] =>
  given.map(({ price }, index) => ({ slug: slug(index), price }));

test('what it cost is within 1 % of what the service counted', async () => {
  await fc.assert(
    fc.asyncProperty(routes, fc.integer({ min: 1, max: 4 }), async (given, rounds) => {
      const answers = given.map(({ kind, usage }) => completion(kind, { usage }));
      const flags = ['--rounds', String(rounds), '--max-cost', '10'];
      const { result, paid, completions } = await bench(listed(given), answers, flags);
      expect(completions).toBe(given.length * rounds);
      const { cost } = documentOf(result) as Document;
      expect(Math.abs(cost - paid)).toBeLessThanOrEqual(paid / 100);
    }),
    { numRuns: 25 },
  );
});

test('--max-cost is never passed, told or untold, cut or whole', async () => {
  const maxCost = fc.double({ min: 0, max: 0.05, noNaN: true }).map((amount) => Number(amount.toFixed(6)));
  let stopped = 0;
  await fc.assert(
    fc.asyncProperty(routes, fc.integer({ min: 1, max: 4 }), maxCost, async (given, rounds, limit) => {
      const answers = given.map(({ kind, usage, tells }) => completion(tells ? kind : 'cut', { usage, tells }));
      const flags = ['--rounds', String(rounds), '--max-cost', String(limit)];
      const { paid, completions } = await bench(listed(given), answers, flags);
      expect(paid).toBeLessThanOrEqual(limit * (1 + 1e-12));
      if (completions < given.length * rounds) stopped++;
    }),
    { numRuns: 40 },
  );
  expect(stopped).toBeGreaterThan(5);
});
