import type { Catalog, CatalogModel } from '../../catalog/catalog.ts';
import { findModel } from '../../catalog/catalog.ts';
import type { ConfiguredModel } from '../../catalog/configured-models.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { speedOf } from '../../catalog/speed.ts';
import { MODEL_MAP_PATH, readAliases } from '../../setup/aliases.ts';
import { type Chain, chainRefs, readChain } from '../../setup/chain.ts';
import type { JsonObject } from '../../text/json.ts';
import { isJsonObject, valueAt } from '../../text/json.ts';
import { formatModelRef, modelIdOf } from '../../text/model-ref.ts';

/** A line of `models list`; `model` is null for another provider's ref, of which nothing is known here. */
export type ListRow = {
  ref: string;
  model: CatalogModel | null;
  alias: string | null;
  /** `default`, `fallback#1`, `configured`, `missing`: in this order, without the alias. */
  tags: string[];
};

export type ListInput = { config: JsonObject; catalog: Catalog; configured: readonly ConfiguredModel[] };

export type ListFilter = {
  provider: 'huggingface' | undefined;
  configured: boolean;
  search: string;
  tools: boolean;
  image: boolean;
  /** USD per million output tokens. */
  maxPrice: number | undefined;
  sort: 'name' | 'price' | 'context' | 'speed' | undefined;
};

/** The rows that pass the filter, in the order asked for; by default: default, fallbacks, configured, the rest by name. */
export function listRows(input: ListInput, filter: ListFilter): ListRow[] {
  const chain = readChain(input.config);
  const configuredRefs = findConfiguredRefs(input, chain);
  const aliases = readAliases(input.config);
  const onlyConfigured = filter.configured || valueAt(input.config, ['models', 'mode']) === 'replace';
  const listed = onlyConfigured ? [] : [...input.catalog.models.values()].map(({ id }) => formatModelRef(id));
  const rows = [...new Set([...configuredRefs, ...listed])].map((ref): ListRow => {
    const id = modelIdOf(ref);
    const model = id === undefined ? null : describeModel(input.catalog, id, input.configured);
    return {
      ref,
      model,
      alias: aliases.get(ref) ?? null,
      tags: tagsOf(ref, model, chain, configuredRefs, input.catalog),
    };
  });
  return rows.filter((row) => passes(row, filter)).sort(compareBy(filter.sort));
}

/** Every ref that the config or OpenClaw's `models.json` names as one to use, in the chain's order first. */
function findConfiguredRefs({ config, configured }: ListInput, chain: Chain): Set<string> {
  const map = valueAt(config, MODEL_MAP_PATH);
  const mapped = isJsonObject(map) ? Object.keys(map) : [];
  return new Set([...chainRefs(chain), ...mapped, ...configured.map(({ id }) => formatModelRef(id))]);
}

function tagsOf(
  ref: string,
  model: CatalogModel | null,
  chain: Chain,
  configuredRefs: ReadonlySet<string>,
  catalog: Catalog,
): string[] {
  const tags: string[] = [];
  if (ref === chain.primary) tags.push('default');
  const fallback = chain.fallbacks.indexOf(ref);
  if (fallback >= 0) tags.push(`fallback#${fallback + 1}`);
  if (configuredRefs.has(ref)) tags.push('configured');
  if (model !== null && catalog.source !== 'builtin' && findModel(catalog, model.id) === undefined)
    tags.push('missing');
  return tags;
}

function passes({ ref, model, alias }: ListRow, filter: ListFilter): boolean {
  if (filter.provider !== undefined && model === null) return false;
  if (filter.tools && (model === null || model.tools === null || model.tools === 'no')) return false;
  if (filter.image && !model?.input.includes('image')) return false;
  if (filter.maxPrice !== undefined && (model?.price?.output ?? Number.POSITIVE_INFINITY) > filter.maxPrice)
    return false;
  const text = `${ref} ${model?.name ?? ''} ${alias ?? ''}`.toLowerCase();
  return filter.search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Unknown figures come last; equal ones are in the order of their names. */
function compareBy(sort: ListFilter['sort']): (a: ListRow, b: ListRow) => number {
  switch (sort) {
    case 'name':
      return compareNames;
    case 'price':
      return compareFigures(({ model }) => model?.price?.output ?? null, 1);
    case 'context':
      return compareFigures(({ model }) => model?.contextWindow ?? null, -1);
    case 'speed':
      return compareFigures(({ model }) => (model === null ? null : speedOf(model)), -1);
    case undefined:
      return (a, b) => rankOf(a) - rankOf(b) || compareNames(a, b);
  }
}

function compareFigures(
  figureOf: (row: ListRow) => number | null,
  direction: 1 | -1,
): (a: ListRow, b: ListRow) => number {
  return (a, b) => {
    const [x, y] = [figureOf(a), figureOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || compareNames(a, b);
    return (x - y) * direction || compareNames(a, b);
  };
}

/** By code units, without case: an `Intl.Collator` would cost a fifth of a whole run to create. */
function compareNames(a: ListRow, b: ListRow): number {
  const [x, y] = [a, b].map(({ model, ref }) => (model?.name ?? ref).toLowerCase());
  if (x === undefined || y === undefined || x === y) return a.ref < b.ref ? -1 : 1;
  return x < y ? -1 : 1;
}

/** 0 for the default, 1… for the fallbacks, then the configured ones, then the rest. */
function rankOf({ tags }: ListRow): number {
  if (tags.includes('default')) return 0;
  const fallback = tags.find((tag) => tag.startsWith('fallback#'));
  if (fallback !== undefined) return Number(fallback.slice('fallback#'.length));
  return tags.includes('configured') ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
}
