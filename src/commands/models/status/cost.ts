import { type Estimate, estimateCost, TURN } from '../../../catalog/cost.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { costLines, payerOf } from '../../../setup/report/cost-lines.ts';
import { modelIdOf } from '../../../text/model-ref.ts';
import type { Words } from '../../../words/words.ts';
import type { Status } from './check.ts';

/** What the default model costs, with what that assumes, a line each; none for the model of another provider. */
export function costRow(status: Status, words: Words): [title: string, value: string][] {
  const { context, chain, verified } = status;
  const id = modelIdOf(chain.primary ?? '');
  if (id === undefined) return [];
  const account = verified?.kind === 'accepted' ? verified.account : null;
  const lines = costLines(estimateOf(status), payerOf(context.snapshot.value, id, account), words);
  return [[words.summary.names.cost, lines.join('\n')]];
}

/** As `estimate` in JSON, in USD; null where no price is known. */
export function estimateDocument(status: Status): object | null {
  const estimate = estimateOf(status);
  if (estimate === null) return null;
  const { perTurn, perMonthIdle, every } = estimate;
  const rounded = (usd: number) => Number(usd.toPrecision(6));
  return { perTurn: rounded(perTurn), perMonthIdle: rounded(perMonthIdle), assumes: { ...TURN, every } };
}

function estimateOf({ context, chain, catalog }: Status): Estimate | null {
  const { primary } = chain;
  const id = modelIdOf(primary ?? '');
  if (primary === null || id === undefined) return null;
  return estimateCost(primary, describeModel(catalog, id, context.configured).price, context.snapshot.value);
}
