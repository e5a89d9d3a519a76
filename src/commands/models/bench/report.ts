import type { System } from '../../../system.ts';
import { formatModelId, formatModelRef } from '../../../text/model-ref.ts';
import { formatSmallUsd, formatUsdShort } from '../../../text/numbers.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { type Column, formatTable } from '../../../text/table.ts';
import { en } from '../../../words/en/en.ts';
import { explain, type Words } from '../../../words/words.ts';
import { tableLook } from '../table-look.ts';
import { type Bench, exitCodeOf, messagesIn, STOP_ROUTE } from './measure.ts';
import { type RouteFigures, rankRoutes } from './rank.ts';

/** The document of `models bench --json`. */
export function benchDocument(bench: Bench, rounds: number, { nameCommands }: Pick<System['io'], 'nameCommands'>) {
  return {
    ok: exitCodeOf(bench) === 0,
    cost: plain(totalOf(bench)),
    models: bench.models.map(({ id, routes }) => {
      const ranked = rankRoutes(routes, rounds);
      return {
        ref: formatModelRef(id),
        routes: ranked.routes.map(routeDocument),
        best: ranked.best,
        pin: ranked.best === null ? null : nameCommands(pinCommand(id, ranked.best)),
      };
    }),
  };
}

function routeDocument({ price: _, cost, failures, ...figures }: RouteFigures) {
  const said = failures.map(({ code, problem }) => ({ code, message: sanitise(explain(en, problem).message) }));
  return { ...figures, cost: plain(cost.amount), failures: said };
}

/** Without the last digits, in which sums of fractions differ. */
function plain(usd: number): number {
  return Number(usd.toPrecision(12));
}

function totalOf({ models }: Bench): number {
  return models.flatMap(({ routes }) => routes).reduce((sum, { cost }) => sum + cost.amount, 0);
}

function pinCommand(id: string, inferenceProvider: string): string {
  return `openclaw models set ${formatModelRef(formatModelId({ base: id, suffix: inferenceProvider }))}`;
}

/** A table for each model, the best first; what failed; what it cost; how to pin the best. `isPart`: the run was ended. */
export function showBench(
  bench: Bench,
  { rounds, isPart }: { rounds: number; isPart: boolean },
  system: Pick<System, 'io' | 'words'>,
): void {
  const { io, words } = system;
  const all = bench.models.flatMap(({ routes }) => routes);
  for (const { id, routes } of bench.models) {
    const ranked = rankRoutes(routes, rounds);
    io.say(words.bench.heading({ id, routes: routes.length, rounds }));
    for (const line of routeTable(ranked.routes, system)) io.out.write(`${line}\n`);
    for (const route of ranked.routes) for (const line of failureLines(route, rounds, words)) io.say(line);
    io.out.write('\n');
    if (isPart) continue;
    io.say(io.nameCommands(endWords({ id, best: ranked.best, rounds }, words)));
    io.out.write('\n');
  }
  io.say(words.bench.cost({ usd: formatSmallUsd(totalOf(bench)), messages: messagesIn(bench) }));
  if (all.some(({ cost }) => cost.isEstimate)) io.say(words.bench.estimated);
}

function endWords({ id, best, rounds }: { id: string; best: string | null; rounds: number }, { bench }: Words): string {
  return best === null ? bench.noBest({ rounds }) : bench.best({ best, pin: pinCommand(id, best) });
}

function routeTable(routes: readonly RouteFigures[], { io, words }: Pick<System, 'io' | 'words'>) {
  const look = tableLook(io);
  const { columns: titles } = words.list;
  const { columns } = words.bench;
  const figure = { align: 'right', paint: look.figure } as const;
  const shown: Column[] = [
    { title: columns.inferenceProvider },
    { title: titles.tools, ...figure },
    { title: titles.input, ...figure, align: 'point' },
    { title: titles.output, ...figure, align: 'point' },
    { title: columns.speed, ...figure, essential: true },
    { title: columns.firstToken, ...figure },
    { title: columns.cost, ...figure },
  ];
  const { dash } = look;
  const cells = routes.map(({ inferenceProvider, price, cost, toolCalls, tokensPerSecond, firstTokenMs, ...sent }) => [
    inferenceProvider,
    sent.rounds === 0 ? dash : `${toolCalls}/${sent.rounds}`,
    price === null ? dash : formatUsdShort(price.input),
    price === null ? dash : formatUsdShort(price.output),
    tokensPerSecond === null ? dash : String(Math.round(tokensPerSecond)),
    firstTokenMs === null ? dash : `${firstTokenMs} ms`,
    sent.rounds === 0 ? dash : `${cost.isEstimate ? '~' : ''}$${formatSmallUsd(cost.amount)}`,
  ]);
  return formatTable(shown, cells, io.out.columns, look.title);
}

/** Each failure once, with how often it came; of the last one, whether the route was left alone for it. */
function failureLines({ inferenceProvider, failures, ...sent }: RouteFigures, rounds: number, words: Words): string[] {
  const messages = failures.map(({ problem }) => explain(words, problem).message);
  const last = failures.at(-1);
  const isLeft = last !== undefined && STOP_ROUTE.includes(last.code) && sent.rounds < rounds;
  return [...new Set(messages)].map((message) => {
    const times = messages.filter((other) => other === message).length;
    const said = words.bench.failure({ inferenceProvider, message, times });
    return isLeft && message === messages.at(-1) ? words.bench.notAgain({ said }) : said;
  });
}
