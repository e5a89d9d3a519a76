import type { Price } from '../huggingface/router/router-model.ts';
import { parseModelId } from '../text/model-ref.ts';
import { type Catalog, findModel } from './catalog.ts';
import type { ConfiguredModel } from './configured-models.ts';
import { listedFigures } from './describe-model.ts';
import { findInferenceProvider, isLive, routeOf } from './route.ts';

/** What is no longer as the config has it: `was` is what that says or relies on, `now` what the list says. */
export type Drift = { ref: string } & (
  | { kind: 'gone'; was: 'listed'; now: null }
  /** Of all inference providers; `now`: their states, null where there is none. */
  | { kind: 'not_served'; was: 'live'; now: string | null }
  /** Of the inference provider in the suffix. */
  | { kind: 'route_gone'; was: 'listed'; now: null }
  | { kind: 'route_down'; was: 'live'; now: string }
  /** USD per million tokens. */
  | { kind: 'dearer'; was: Price; now: Price }
  /** Tokens. */
  | { kind: 'context_smaller'; was: number; now: number }
  | { kind: 'tools_lost'; was: true; now: false }
);

/** Below one percent a price is the same: lists round. */
const DEARER_BY = 1.01;
/** What binary fractions add to a hundredth. */
const ROUNDING = 1e-9;

/**
 * How the list differs from what the config says of a model that it uses, in order of weight. `own` are the config's own
 * entries: a figure that the model's entry does not state can't drift. Nothing is compared with a list that is too old
 * to tell, nor with one that could not be fetched again.
 */
export function driftOf(ref: string, id: string, own: readonly ConfiguredModel[], catalog: Catalog): Drift[] {
  if (!isComparable(catalog)) return [];
  const served = servedDrift(ref, id, catalog);
  const entry = own.find((model) => model.id.toLowerCase() === id.toLowerCase());
  if (entry === undefined || served?.kind === 'gone') return served ? [served] : [];
  return [...(served ? [served] : []), ...figureDrift(ref, entry, catalog)];
}

/** Whether a list tells what holds now: a current one, unless a newer one could not be fetched. */
export function isComparable({ current, error }: Catalog): boolean {
  return current && error === null;
}

function servedDrift(ref: string, id: string, catalog: Catalog): Drift | undefined {
  const model = findModel(catalog, id);
  if (model === undefined) return { ref, kind: 'gone', was: 'listed', now: null };
  const states = [...new Set(model.providers.map(({ status }) => status))].join(', ');
  if (!model.providers.some(isLive)) return { ref, kind: 'not_served', was: 'live', now: states || null };
  const route = routeOf(parseModelId(id));
  if (route.kind !== 'pinned') return undefined;
  const provider = findInferenceProvider(model, route.inferenceProvider);
  if (provider === undefined) return { ref, kind: 'route_gone', was: 'listed', now: null };
  return isLive(provider) ? undefined : { ref, kind: 'route_down', was: 'live', now: provider.status };
}

function figureDrift(ref: string, { id, price, contextWindow, tools }: ConfiguredModel, catalog: Catalog): Drift[] {
  const now = listedFigures(catalog, id);
  const drift: Drift[] = [];
  if (price !== undefined && now.price !== null && isDearer(price, now.price))
    drift.push({ ref, kind: 'dearer', was: price, now: now.price });
  if (contextWindow !== undefined && now.contextWindow !== null && now.contextWindow < contextWindow)
    drift.push({ ref, kind: 'context_smaller', was: contextWindow, now: now.contextWindow });
  // `some` is not a loss: which of them answers is the router's choice, as it was when the entry was written.
  if (tools === true && now.tools === 'no') drift.push({ ref, kind: 'tools_lost', was: true, now: false });
  return drift;
}

function isDearer(was: Price, now: Price): boolean {
  return (['input', 'output'] as const).some(
    (side) => now[side] > was[side] && now[side] >= was[side] * DEARER_BY * (1 - ROUNDING),
  );
}
