import { MAX_USAGE, type Probe, usageOf } from '../../../huggingface/probe/probe-model.ts';
import type { Usage } from '../../../huggingface/probe/read-stream.ts';
import type { Price } from '../../../huggingface/router/router-model.ts';

/** USD. */
export type Cost = {
  amount: number;
  /** Counted here, roughly: the inference provider told no usage. */
  isEstimate: boolean;
};

/** What may still be spent. The most that a message can cost is set aside before it is sent. */
export type Budget = {
  /** False where the next message could pass the limit; it is not to be sent then. */
  reserve(price: Price): boolean;
  /** Replaces what was set aside by what is known of it now. */
  settle(probe: Probe, price: Price): Cost;
};

/** `price` in USD per million tokens. */
function costOf({ prompt, completion }: Usage, { input, output }: Price): number {
  return (prompt * input + completion * output) / 1_000_000;
}

/** The most that one message is expected to cost, in USD. */
export function mostOf(price: Price): number {
  return costOf(MAX_USAGE, price);
}

/** A budget of so many USD. What a message without a told usage has cost at most stays set aside, or more where it wrote more. */
export function createBudget(maxCost: number): Budget {
  let spent = 0;
  // Once somebody's template proves longer than expected, that is what is expected.
  let most = MAX_USAGE;
  return {
    reserve: (price) => spent + costOf(most, price) <= maxCost,
    settle: (probe, price) => {
      if (probe.kind === 'failed' && probe.refused) return { amount: 0, isEstimate: false };
      const counted = usageOf(probe);
      // Some tell their usage all along: of an answer that was cut off it is not the whole.
      const isTold = probe.kind === 'answered' && probe.usage !== null;
      const used = isTold ? counted : larger(most, counted);
      spent += costOf(used, price);
      most = larger(most, used);
      return { amount: costOf(counted, price), isEstimate: !isTold };
    },
  };
}

function larger(a: Usage, b: Usage): Usage {
  return { prompt: Math.max(a.prompt, b.prompt), completion: Math.max(a.completion, b.completion) };
}
