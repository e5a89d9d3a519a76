import type { InferenceProvider, RouterModel } from '../huggingface/router/router-model.ts';
import { isPolicySuffix, type ModelId } from '../text/model-ref.ts';

/** How the router gets from an id to an inference provider, as far as the figures depend on it. */
export type Route = { kind: 'pinned'; inferenceProvider: string } | { kind: 'cheapest' } | { kind: 'open' };

/** `:fastest` and `:preferred` are open like the bare id: any inference provider may answer. */
export function routeOf({ suffix }: ModelId): Route {
  if (suffix === 'cheapest') return { kind: 'cheapest' };
  if (suffix === null || isPolicySuffix(suffix)) return { kind: 'open' };
  return { kind: 'pinned', inferenceProvider: suffix };
}

/** The inference providers that a request may end up with; those in `error` are not asked by the router. */
export function candidates(providers: readonly InferenceProvider[], route: Route): InferenceProvider[] {
  if (route.kind === 'pinned') return providers.filter(({ id }) => sameSlug(id, route.inferenceProvider));
  return providers.filter(({ status }) => status !== 'error');
}

/** The inference provider with this slug behind a model, compared without case. */
export function findInferenceProvider(model: RouterModel, slug: string): InferenceProvider | undefined {
  return model.providers.find(({ id }) => sameSlug(id, slug));
}

export function isLive({ status }: InferenceProvider): boolean {
  return status === 'live';
}

function sameSlug(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
