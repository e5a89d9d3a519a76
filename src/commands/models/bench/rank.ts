import { comparePrices } from '../../../catalog/figures.ts';
import type { OpenclawError } from '../../../errors.ts';
import { MAX_USAGE, type Probe, usageOf } from '../../../huggingface/probe/probe-model.ts';
import type { ToolCall } from '../../../huggingface/probe/tool.ts';
import type { Price } from '../../../huggingface/router/router-model.ts';
import type { Cost } from './budget.ts';

/** One message that was sent, and what came of it. */
export type Round = { probe: Probe; cost: Cost };

export type BenchFailure = Pick<OpenclawError, 'code' | 'problem'>;

/** What was measured of one inference provider of a model. */
export type RouteFigures = {
  inferenceProvider: string;
  /** Null: not in the list, so nothing was sent. */
  price: Price | null;
  /** Messages that were sent, answered, and answered with a well-formed tool call. */
  rounds: number;
  answered: number;
  toolCalls: number;
  /** Medians of the answered ones; null where there are none. */
  firstTokenMs: number | null;
  /** Counted from the request on: a late first token makes a route slow; one that comes with all others, not quick. */
  tokensPerSecond: number | null;
  cost: Cost;
  failures: BenchFailure[];
};

/** The figures of what was sent to one inference provider. */
export function figuresOfRoute(inferenceProvider: string, price: Price | null, rounds: readonly Round[]): RouteFigures {
  const answers = rounds.map(({ probe }) => probe).filter((probe) => probe.kind === 'answered');
  const speeds = answers.map((probe) => tokensOf(probe) / (Math.max(1, probe.latencyMs) / 1000));
  const speed = median(speeds);
  return {
    inferenceProvider,
    price,
    rounds: rounds.length,
    answered: answers.length,
    toolCalls: answers.filter(({ call }) => call === 'well-formed').length,
    firstTokenMs: median(answers.flatMap(({ firstTokenMs }) => firstTokenMs ?? [])),
    tokensPerSecond: speed === null ? null : Math.round(speed * 10) / 10,
    cost: {
      amount: rounds.reduce((sum, { cost }) => sum + cost.amount, 0),
      isEstimate: rounds.some(({ cost }) => cost.isEstimate),
    },
    failures: price === null ? [UNPRICED] : rounds.flatMap(({ probe }) => failureOf(probe) ?? []),
  };
}

/** Thoughts that are not sent count too; tokens above those that were asked for, and above those that came, do not. */
function tokensOf(probe: Probe): number {
  const came = usageOf({ usage: null, written: probe.written }).completion;
  return Math.min(usageOf(probe).completion, Math.max(MAX_USAGE.completion, came));
}

/** Without a price the limit can't be kept. */
const UNPRICED: BenchFailure = { code: 'not_found', problem: { kind: 'route-without-price' } };

/** Of two in the middle, the lower one. */
function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}

/** An answer whose tool call can't be run is one that can't be read: `service_error`. */
function failureOf(probe: Probe): BenchFailure | undefined {
  if (probe.kind === 'failed') return { code: probe.error.code, problem: probe.error.problem };
  return probe.call === 'well-formed' ? undefined : { code: 'service_error', problem: { kind: PROBLEMS[probe.call] } };
}

const PROBLEMS = {
  missing: 'tool-call-missing',
  'as-text': 'tool-call-as-text',
  cut: 'tool-call-cut',
  'not-json': 'tool-call-not-json',
  'other-tool': 'tool-call-of-other-tool',
  'other-arguments': 'tool-call-against-schema',
} as const satisfies Record<Exclude<ToolCall, 'well-formed'>, string>;

/**
 * The best first: those that answered every one of so many rounds with a well-formed tool call, then by speed, then by
 * price. `best` is null where there is no such route.
 */
export function rankRoutes(
  routes: readonly RouteFigures[],
  rounds: number,
): { routes: RouteFigures[]; best: string | null } {
  const qualifies = ({ answered, toolCalls }: RouteFigures) => answered === rounds && toolCalls === rounds;
  const ranked = routes.toSorted(
    (a, b) =>
      Number(qualifies(b)) - Number(qualifies(a)) ||
      b.toolCalls - a.toolCalls ||
      b.answered - a.answered ||
      (b.tokensPerSecond ?? -1) - (a.tokensPerSecond ?? -1) ||
      comparePrices(a.price, b.price),
  );
  const [first] = ranked;
  return { routes: ranked, best: first !== undefined && qualifies(first) ? first.inferenceProvider : null };
}
