import { type Catalog, findModel } from '../../../catalog/catalog.ts';
import { isLive } from '../../../catalog/route.ts';
import { OpenclawError } from '../../../errors.ts';
import type { Price } from '../../../huggingface/router/router-model.ts';
import type { Context } from '../../../setup/context.ts';
import { resolveTyped } from '../../../setup/plan/plan-choices.ts';
import { readChain } from '../../../setup/refs.ts';
import { modelIdOf, parseModelId } from '../../../text/model-ref.ts';
import { formatMostUsd } from '../../../text/numbers.ts';
import type { Note } from '../../../words/words.ts';
import { mostOf } from './budget.ts';

/** A live inference provider of a model. Without a price it can't be measured: no limit could be promised. */
export type BenchRoute = { inferenceProvider: string; price: Price | null };

/** A model and its routes, the cheapest first: where the money ends, most of them are measured. */
export type BenchModel = {
  /** `org/name`, without a suffix. */
  id: string;
  routes: BenchRoute[];
};

/**
 * The models to measure, by what was typed, else the default model. A suffix is taken off: what a route is worth shows
 * beside the others. Rejects with `usage` where there is no model, or one of another provider, and with `model_unknown`
 * and `model_not_served`.
 */
export function chooseModels(
  typed: readonly string[],
  { snapshot, configured }: Context,
  catalog: Catalog,
): { models: BenchModel[]; warnings: Note[]; notes: Note[] } {
  const { primary } = readChain(snapshot.value);
  if (typed.length === 0 && primary === null) throw new OpenclawError('usage', { kind: 'bench-without-model' });
  const models = new Map<string, BenchModel>();
  const warnings: Note[] = [];
  const notes: Note[] = [];
  for (const text of typed.length === 0 && primary !== null ? [primary] : typed) {
    const resolved = resolveTyped(text, snapshot, { catalog, configured });
    const id = modelIdOf(resolved.ref);
    if (id === undefined) throw new OpenclawError('usage', { kind: 'bench-elsewhere', ref: resolved.ref });
    const { base, suffix } = parseModelId(id);
    const model = liveRoutes(base, catalog);
    models.set(model.id, model);
    warnings.push(...resolved.warnings);
    if (suffix !== null) notes.push({ kind: 'bench-all-routes', id: model.id, suffix });
  }
  return { models: [...models.values()], warnings, notes };
}

function liveRoutes(base: string, catalog: Catalog): BenchModel {
  const model = findModel(catalog, base);
  const live = model?.providers.filter(isLive) ?? [];
  if (model === undefined || live.length === 0)
    throw new OpenclawError('model_not_served', { kind: 'bench-without-route', id: base, reason: catalog.reason });
  const routes = live.map(({ id, price }) => ({ inferenceProvider: id, price }));
  const most = ({ price }: BenchRoute) => (price === null ? Number.POSITIVE_INFINITY : mostOf(price));
  return { id: model.id, routes: routes.toSorted((a, b) => (most(a) < most(b) ? -1 : Number(most(a) > most(b)))) };
}

/** What all messages to these models cost at most, in USD; rejects where not even one can be sent. */
export function mostFor(models: readonly BenchModel[], { rounds, maxCost }: { rounds: number; maxCost: number }) {
  const priced = models.flatMap(({ routes }) => routes).flatMap(({ price }) => (price === null ? [] : mostOf(price)));
  const [first] = priced.toSorted((a, b) => a - b);
  if (first === undefined)
    throw new OpenclawError('not_found', { kind: 'bench-without-price', ids: models.map(({ id }) => id) });
  if (first > maxCost)
    throw new OpenclawError('usage', { kind: 'max-cost-too-small', maxCost, needed: formatMostUsd(first) });
  return { usd: rounds * priced.reduce((sum, most) => sum + most, 0), routes: priced.length };
}
