import { type ErrorCode, EXIT_CODES } from '../../../errors.ts';
import type { ServiceError } from '../../../huggingface/failures/service-error.ts';
import { probeModel } from '../../../huggingface/probe/probe-model.ts';
import { requestHeaders } from '../../../huggingface/request/request-headers.ts';
import type { Context } from '../../../setup/context.ts';
import type { System } from '../../../system.ts';
import { formatModelId } from '../../../text/model-ref.ts';
import type { Budget } from './budget.ts';
import { figuresOfRoute, type Round, type RouteFigures } from './rank.ts';
import type { BenchModel, BenchRoute } from './routes.ts';

/** What was measured, so far or altogether. */
export type Bench = {
  models: { id: string; routes: RouteFigures[] }[];
  /** What keeps the whole account from going on; null where nothing does. */
  stop: ServiceError | null;
  /** Messages that the limit kept back. */
  kept: number;
};

export type BenchRun = { context: Context; token: string; rounds: number; budget: Budget };

type ProbeSystem = Pick<System, 'fetch' | 'clock' | 'signal' | 'io' | 'words'>;

/** They are the account's: every other route would give the same answer. */
const STOP_ALL: readonly ErrorCode[] = ['credits_exhausted', 'token_rejected', 'token_permission'];
/** They would come again: a rate limit wants a pause, and a second timeout would take as long as the first. */
export const STOP_ROUTE: readonly ErrorCode[] = ['rate_limited', 'model_unknown', 'model_not_served', 'timeout'];

/**
 * Sends so many messages to each route, one after another, and adds what they show to `bench`: so that it holds what
 * was measured where the run is ended. Rejects with that alone (see `interruption`), and with `config_invalid` for a header.
 */
export async function measure(
  models: readonly BenchModel[],
  run: BenchRun,
  bench: Bench,
  system: ProbeSystem,
): Promise<void> {
  for (const { id, routes } of models) {
    const measured: RouteFigures[] = [];
    bench.models.push({ id, routes: measured });
    for (const route of routes) await measureRoute({ id, route, measured }, run, bench, system);
  }
}

async function measureRoute(
  { id, route, measured }: { id: string; route: BenchRoute; measured: RouteFigures[] },
  { context, token, rounds, budget }: BenchRun,
  bench: Bench,
  system: ProbeSystem,
): Promise<void> {
  const { inferenceProvider, price } = route;
  const { endpoints, log, snapshot } = context;
  const pinned = formatModelId({ base: id, suffix: inferenceProvider });
  const headers = requestHeaders(snapshot.value, pinned);
  const done: Round[] = [];
  try {
    while (price !== null && bench.stop === null && done.length < rounds) {
      if (!budget.reserve(price)) {
        bench.kept += rounds - done.length;
        return;
      }
      const work = probeModel(pinned, { ...endpoints, token, headers, log }, system);
      const label = system.words.bench.waiting({ id: pinned, round: done.length + 1, rounds });
      const probe = await system.io.wait(label, work);
      done.push({ probe, cost: budget.settle(probe, price) });
      if (probe.kind === 'answered') continue;
      if (STOP_ALL.includes(probe.error.code)) bench.stop = probe.error;
      if (STOP_ROUTE.includes(probe.error.code)) return;
    }
  } finally {
    measured.push(figuresOfRoute(inferenceProvider, price, done));
  }
}

/** How many were sent, but the one that an interruption cut off. */
export function messagesIn({ models }: Bench): number {
  return models.flatMap(({ routes }) => routes).reduce((sum, { rounds }) => sum + rounds, 0);
}

/** 0 where at least one route answered, else the exit code of the first failure of a message. */
export function exitCodeOf({ models }: Bench): number {
  const routes = models.flatMap((model) => model.routes);
  if (routes.some(({ answered }) => answered > 0)) return 0;
  const first = routes.find(({ rounds }) => rounds > 0)?.failures[0];
  return first === undefined ? 0 : EXIT_CODES[first.code];
}
