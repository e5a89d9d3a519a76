import type { RouterModel } from '../huggingface/router/router-model.ts';
import { formatModelId, parseModelId } from '../text/model-ref.ts';
import { builtInModel } from './built-in/built-in.ts';
import { type Catalog, type CatalogModel, findModel } from './catalog.ts';
import type { ConfiguredModel } from './configured-models.ts';
import { availabilityOf, contextWindowOf, priceOf, toolSupportOf } from './figures.ts';
import { isReasoningName, nameFromId, nameWithSuffix } from './names.ts';
import { candidates, routeOf } from './route.ts';

/** What OpenClaw may ask for in one answer where the model's own limit is not stated. */
const DEFAULT_MAX_TOKENS = 8192;

/**
 * Everything known of an id, with or without a suffix, field by field: configured > listed > built-in, because what a
 * person wrote was meant, and the list is newer than the program. Never fails: an id that is not known is described by
 * its name and unknowns.
 */
export function describeModel(catalog: Catalog, id: string, configured: readonly ConfiguredModel[] = []): CatalogModel {
  const typed = parseModelId(id);
  const listed = findModel(catalog, typed.base);
  const builtIn = builtInModel(typed.base);
  const base = listed?.id ?? builtIn?.id ?? typed.base;
  const route = routeOf(typed);
  const own = findConfigured(configured, id);
  const image = listed?.image || builtIn?.image || false;
  return {
    id: formatModelId({ base, suffix: typed.suffix }),
    name: own?.name ?? nameWithSuffix(baseName(base, listed, configured), typed.suffix),
    input: own?.input ?? (image ? ['text', 'image'] : ['text']),
    contextWindow: own?.contextWindow ?? contextWindowOf(listed, builtIn, route),
    maxTokens: own?.maxTokens ?? builtIn?.maxTokens ?? DEFAULT_MAX_TOKENS,
    reasoning: own?.reasoning ?? builtIn?.reasoning ?? isReasoningName(base),
    tools: toolSupportOf(listed, builtIn?.tools, route),
    price: own?.price ?? priceOf(listed, builtIn, route),
    available: availabilityOf(catalog, listed, route),
    providers: route.kind === 'pinned' ? candidates(listed?.providers ?? [], route) : [...(listed?.providers ?? [])],
  };
}

/** What the list itself says of an id: a figure that no inference provider states on the way to it is null. */
export function listedFigures(catalog: Catalog, id: string): Pick<CatalogModel, 'price' | 'contextWindow' | 'tools'> {
  const { price, contextWindow, tools } = describeModel(catalog, id);
  const routes = candidates(findModel(catalog, id)?.providers ?? [], routeOf(parseModelId(id)));
  return {
    price: routes.some((route) => route.price !== null) ? price : null,
    contextWindow: routes.some((route) => route.contextWindow !== null) ? contextWindow : null,
    tools: routes.some((route) => route.tools !== null) ? tools : null,
  };
}

/** The name without a suffix, which the names of all variants are made from. */
function baseName(base: string, listed: RouterModel | undefined, configured: readonly ConfiguredModel[]): string {
  const own = findConfigured(configured, base)?.name;
  return own ?? listed?.name ?? builtInModel(base)?.name ?? nameFromId(base);
}

/** The entries of a list by id in lower case, the first of each: every row of a table asks, and there may be thousands. */
const INDEXES = new WeakMap<readonly ConfiguredModel[], ReadonlyMap<string, ConfiguredModel>>();

function findConfigured(configured: readonly ConfiguredModel[], id: string): ConfiguredModel | undefined {
  const index =
    INDEXES.get(configured) ?? new Map(configured.toReversed().map((model) => [model.id.toLowerCase(), model]));
  INDEXES.set(configured, index);
  return index.get(id.toLowerCase());
}
