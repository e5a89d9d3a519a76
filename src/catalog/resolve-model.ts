import { OpenclawError } from '../errors.ts';
import type { RouterModel } from '../huggingface/router/router-model.ts';
import {
  formatModelId,
  formatModelRef,
  isModelId,
  isPolicySuffix,
  modelIdOf,
  parseModelId,
  shortRef,
} from '../text/model-ref.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Note } from '../words/words.ts';
import { type Catalog, findModel, nearestIds } from './catalog.ts';
import { findInferenceProvider, isLive } from './route.ts';

export type KnownRefs = {
  /** The ref that the config means by a text: one that it has (other providers' included), a label's, or an id's. */
  find: (typed: string) => string | undefined;
  catalog: Catalog;
};

export type ResolvedModel = {
  /** As the config holds it. */
  ref: string;
  /** `org/name[:suffix]`; undefined for another provider's model. */
  id: string | undefined;
  warnings: Note[];
};

/**
 * What a user means by a model: a ref of the config, else an alias, else a Hugging Face id. What the config has is taken
 * as it is. Rejects with `model_unknown` where a current list has no such model, and with
 * `model_not_served` where the inference provider in the suffix does not serve it.
 */
export function resolveModelRef(text: string, { find, catalog }: KnownRefs): ResolvedModel {
  const typed = text.trim();
  const known = find(typed);
  if (known !== undefined) return { ref: known, id: modelIdOf(known), warnings: [] };
  const id = shortRef(typed);
  if (!isModelId(id)) throw unknownModel(id, catalog);
  const model = findModel(catalog, id);
  if (!model && catalog.current) throw unknownModel(id, catalog);
  const resolved = model ? listedId(id, model, catalog) : { id, warnings: [unconfirmed(id, catalog)] };
  return { ref: formatModelRef(resolved.id), ...resolved };
}

/** The id in the list's spelling, its suffix checked. */
function listedId(typed: string, model: RouterModel, catalog: Catalog): { id: string; warnings: Note[] } {
  const { suffix } = parseModelId(typed);
  const policy = suffix?.toLowerCase() ?? null;
  const base = model.id;
  if (suffix === null || isPolicySuffix(policy)) {
    const served = catalog.source === 'builtin' || model.providers.some(isLive);
    const warnings: Note[] = served ? [] : [{ kind: 'nobody-serves', id: base }];
    return { id: formatModelId({ base, suffix: policy }), warnings };
  }
  const id = formatModelId({ base, suffix });
  if (catalog.source === 'builtin') return { id, warnings: [unconfirmed(id, catalog)] };
  const provider = findInferenceProvider(model, suffix);
  if (!provider && catalog.current) throw notServed(model, suffix);
  if (!provider) return { id, warnings: [unconfirmed(id, catalog)] };
  const down: Note = { kind: 'route-not-live', id: base, slug: provider.id, status: provider.status };
  const warnings = isLive(provider) ? [] : [down];
  return { id: formatModelId({ base, suffix: provider.id }), warnings };
}

function unconfirmed(id: string, { source }: Catalog): Note {
  return { kind: source === 'builtin' ? 'built-in-unsure' : 'cache-unsure', id };
}

function unknownModel(id: string, catalog: Catalog): OpenclawError {
  const shown = sanitise(id).slice(0, 200);
  return new OpenclawError('model_unknown', { kind: 'model-unknown', id: shown, nearest: nearestIds(catalog, id, 3) });
}

function notServed({ id, providers }: RouterModel, slug: string): OpenclawError {
  const serving = providers.filter(isLive).map(({ id, price, contextWindow }) => ({ slug: id, price, contextWindow }));
  return new OpenclawError('model_not_served', { kind: 'route-not-served', id, slug, serving });
}
