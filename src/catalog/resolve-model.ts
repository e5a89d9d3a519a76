import { OpenclawError } from '../errors.ts';
import type { RouterModel } from '../huggingface/router/router-model.ts';
import {
  formatModelId,
  formatModelRef,
  isModelId,
  isPolicySuffix,
  modelIdOf,
  parseModelId,
} from '../text/model-ref.ts';
import { formatPrice, formatTokens } from '../text/numbers.ts';
import { sanitise } from '../text/sanitise.ts';
import { type Catalog, findModel, nearestIds } from './catalog.ts';
import { findProvider, isLive } from './route.ts';

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
  warnings: string[];
};

/**
 * What a user means by a model (DESIGN.md section 6): a ref of the config, else an alias, else a Hugging Face id. What
 * the config has is taken as it is. Rejects with `model_unknown` where a current list has no such model, and with
 * `model_not_served` where the inference provider in the suffix does not serve it.
 */
export function resolveModelRef(text: string, { find, catalog }: KnownRefs): ResolvedModel {
  const typed = text.trim();
  const known = find(typed);
  if (known !== undefined) return { ref: known, id: modelIdOf(known), warnings: [] };
  const id = typed.replace(/^huggingface\//, '');
  if (!isModelId(id)) throw unknownModel(id, catalog);
  const model = findModel(catalog, id);
  if (!model && catalog.current) throw unknownModel(id, catalog);
  const resolved = model ? listedId(id, model, catalog) : { id, warnings: [unconfirmed(id, catalog)] };
  return { ref: formatModelRef(resolved.id), ...resolved };
}

/** The id in the list's spelling, its suffix checked. */
function listedId(typed: string, model: RouterModel, catalog: Catalog): { id: string; warnings: string[] } {
  const { suffix } = parseModelId(typed);
  const policy = suffix?.toLowerCase() ?? null;
  const base = model.id;
  if (suffix === null || isPolicySuffix(policy)) {
    const served = catalog.source === 'builtin' || model.providers.some(isLive);
    const warnings = served ? [] : [`No inference provider serves ${base} at the moment.`];
    return { id: formatModelId({ base, suffix: policy }), warnings };
  }
  const id = formatModelId({ base, suffix });
  if (catalog.source === 'builtin') return { id, warnings: [unconfirmed(id, catalog)] };
  const provider = findProvider(model, suffix);
  if (!provider && catalog.current) throw notServed(model, suffix);
  if (!provider) return { id, warnings: [unconfirmed(id, catalog)] };
  const warnings = isLive(provider)
    ? []
    : [`${provider.id} does not serve ${base} at the moment (${provider.status}).`];
  return { id: formatModelId({ base, suffix: provider.id }), warnings };
}

function unconfirmed(id: string, { source }: Catalog): string {
  const list = source === 'builtin' ? 'The built-in list does not tell' : 'The cached list is too old to tell';
  return `${list} whether ${id} is served; it was not checked.`;
}

function unknownModel(id: string, catalog: Catalog): OpenclawError {
  const nearest = nearestIds(catalog, id, 3);
  const shown = JSON.stringify(sanitise(id).slice(0, 200));
  return new OpenclawError('model_unknown', `Hugging Face Inference Providers serve no model ${shown}.`, {
    hint:
      nearest.length > 0
        ? `Did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(nearest)}?`
        : 'See what is served: openclaw models list --provider huggingface',
  });
}

function notServed({ id, providers }: RouterModel, suffix: string): OpenclawError {
  const lines = providers.filter(isLive).map(({ id: slug, price, contextWindow }) => {
    const unit = price === null ? 'price unknown' : `${formatPrice(price)} USD per million tokens`;
    return `  ${id}:${slug}  ${unit}, context ${formatTokens(contextWindow)}`;
  });
  const served = lines.length > 0 ? ['These do:', ...lines] : ['No inference provider does at the moment.'];
  return new OpenclawError('model_not_served', `The inference provider ${suffix} does not serve ${id}.`, {
    hint: served.join('\n'),
  });
}
