import type { Catalog, CatalogModel } from '../../../catalog/catalog.ts';
import { findModel } from '../../../catalog/catalog.ts';
import type { ConfiguredModel } from '../../../catalog/configured-models.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { type Chain, fallbackPlaces, readAliases, readChain, refsInUse } from '../../../setup/refs.ts';
import type { JsonObject } from '../../../text/json.ts';
import { valueAt } from '../../../text/json.ts';
import { formatModelRef, modelIdOf } from '../../../text/model-ref.ts';
import type { tags } from '../../../words/en/list.ts';
import type { MessageOf } from '../../../words/message.ts';

/** A line of `models list`; `model` is null for another provider's ref, of which nothing is known here. */
export type ListRow = {
  ref: string;
  model: CatalogModel | null;
  alias: string | null;
  /** In OpenClaw's order; our `missing` comes last. */
  tags: Tag[];
};

/** What a model is to the config. */
export type Tag = MessageOf<typeof tags>;

export type ListInput = { config: JsonObject; catalog: Catalog; configured: readonly ConfiguredModel[] };

export type ListFilter = {
  provider: 'huggingface' | undefined;
  configured: boolean;
  search: string;
  tools: boolean;
  image: boolean;
  /** USD per million output tokens. */
  maxPrice: number | undefined;
};

/** The rows that pass the filter, and how many were looked at. */
export function listRows(input: ListInput, filter: ListFilter): { rows: ListRow[]; looked: number } {
  const chain = readChain(input.config);
  const configuredRefs = findConfiguredRefs(input);
  const aliases = readAliases(input.config);
  const places = fallbackPlaces(chain);
  const onlyConfigured = filter.configured || valueAt(input.config, ['models', 'mode']) === 'replace';
  const listed = onlyConfigured ? [] : [...input.catalog.models.values()].map(({ id }) => formatModelRef(id));
  const rows = [...new Set([...configuredRefs, ...listed])].map((ref): ListRow => {
    const id = modelIdOf(ref);
    const model = id === undefined ? null : describeModel(input.catalog, id, input.configured);
    const alias = aliases.get(ref) ?? null;
    const isConfigured = configuredRefs.has(ref);
    return {
      ref,
      model,
      alias,
      tags: tagsOf({ ref, model, alias }, { chain, places, isConfigured, catalog: input.catalog }),
    };
  });
  const looked = filter.provider === undefined ? rows : rows.filter(({ model }) => model !== null);
  return { rows: looked.filter(matcherOf(filter)), looked: looked.length };
}

/** Every ref that the config or OpenClaw's `models.json` names as one to use, in the chain's order first. */
function findConfiguredRefs({ config, configured }: ListInput): Set<string> {
  return new Set([...refsInUse(config), ...configured.map(({ id }) => formatModelRef(id))]);
}

type Place = { chain: Chain; places: ReadonlyMap<string, number> };

function tagsOf(
  { ref, model, alias }: Omit<ListRow, 'tags'>,
  { chain, places, isConfigured, catalog }: Place & { isConfigured: boolean; catalog: Catalog },
): Tag[] {
  const found: Tag[] = [];
  if (ref === chain.primary) found.push({ kind: 'default' });
  const number = places.get(ref);
  if (number !== undefined) found.push({ kind: 'fallback', number });
  if (isConfigured) found.push({ kind: 'configured' });
  if (alias !== null) found.push({ kind: 'alias', label: alias });
  if (isConfigured && model !== null && catalog.source !== 'builtin' && findModel(catalog, model.id) === undefined)
    found.push({ kind: 'missing' });
  return found;
}

function matcherOf({ tools, image, maxPrice, search }: ListFilter): (row: ListRow) => boolean {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ ref, model, alias }) => {
    if (tools && (model === null || model.tools === null || model.tools === 'no')) return false;
    if (image && !model?.input.includes('image')) return false;
    if (maxPrice !== undefined && (model?.price?.output ?? Number.POSITIVE_INFINITY) > maxPrice) return false;
    if (words.length === 0) return true;
    const text = `${ref} ${model?.name ?? ''} ${alias ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
