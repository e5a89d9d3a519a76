import type { ServiceError } from '../huggingface/failures/service-error.ts';
import type { InferenceProvider, Price, RouterModel } from '../huggingface/router/router-model.ts';
import { parseModelId } from '../text/model-ref.ts';
import { nearest } from '../text/nearest.ts';
import type { Reason } from '../words/words.ts';
import { BUILT_IN_MODELS, type ToolSupport } from './built-in/built-in.ts';

/** A model as this program shows it and writes it; `null` is unknown. Made by `describeModel`. */
export type CatalogModel = {
  /** `org/name[:suffix]`, in the list's spelling. */
  id: string;
  name: string;
  input: ('text' | 'image')[];
  /** Tokens. */
  contextWindow: number | null;
  /** Tokens a single answer may have. */
  maxTokens: number;
  reasoning: boolean;
  tools: ToolSupport | null;
  price: Price | null;
  /** True: some inference provider is live. False: none is, or a current list has no such model. Null: not checked. */
  available: boolean | null;
  /** Those behind the model; behind `id:provider` that one alone. */
  providers: InferenceProvider[];
};

/** The models of the service and where they come from. A failure to ask is a value that goes all the way to the screen. */
export type Catalog = {
  source: 'live' | 'cache' | 'builtin';
  /** ISO 8601; null for the built-in models. */
  fetchedAt: string | null;
  /** Why it is not live; null where it is, or a fresh cache needed no reason. */
  reason: Reason | null;
  /** The failure behind the reason, where there was one. */
  error: ServiceError | null;
  /** Live, or a cache younger than 24 h: what it does not have is not served. */
  current: boolean;
  /** Puts a fetched list into the cache, where that was left for later. Never rejects. */
  keep?: () => Promise<void>;
  /** By base id in lower case, in the list's order; see `findModel`. */
  models: ReadonlyMap<string, RouterModel>;
};

/** A catalog from a list of models; `origin` states where the list is from. */
export function createCatalog(models: readonly RouterModel[], origin: Omit<Catalog, 'models'>): Catalog {
  return { ...origin, models: new Map(models.map((model) => [model.id.toLowerCase(), model])) };
}

/** The ten models of the documentation, whose figures `describeModel` adds. */
export function builtInCatalog(reason: Reason | null, error: ServiceError | null = null): Catalog {
  const models = BUILT_IN_MODELS.map(({ id, image }) => ({ id, name: null, image, providers: [] }));
  return createCatalog(models, { source: 'builtin', fetchedAt: null, reason, error, current: false });
}

/** The listed model behind an id, with or without a suffix, compared without case. */
export function findModel(catalog: Catalog, id: string): RouterModel | undefined {
  return catalog.models.get(parseModelId(id).base.toLowerCase());
}

/** The ids in the catalog most like this one, best first; the name alone, or a part of it, is enough. */
export function nearestIds(catalog: Catalog, id: string, count: number): string[] {
  const { base } = parseModelId(id);
  const ids = [...catalog.models.values()].map((model) => model.id);
  const name = nameOf(base);
  const sameName = ids.filter((candidate) => nameOf(candidate) === name);
  const longer = name.length > 2 ? ids.filter((candidate) => nameOf(candidate).includes(name)) : [];
  const near = [...nearest(base, ids, count), ...idsByName(name, ids, count)];
  const found = [...new Set([...sameName, ...near, ...longer])];
  // There is always a nearest: a list of what is served helps more than nothing.
  const rest = found.length < count ? nearest(base, ids, count, Number.POSITIVE_INFINITY) : [];
  return [...new Set([...found, ...rest])].slice(0, count);
}

/** The ids whose part after the organisation is nearest to a name. */
function idsByName(name: string, ids: readonly string[], count: number): string[] {
  const names = nearest(name, [...new Set(ids.map(nameOf))], count);
  return names.flatMap((candidate) => ids.filter((id) => nameOf(id) === candidate));
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}
