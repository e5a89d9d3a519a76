import type { Catalog, CatalogModel } from '../../../catalog/catalog.ts';
import { findModel } from '../../../catalog/catalog.ts';
import type { ConfiguredModel } from '../../../catalog/configured-models.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { type Chain, readAliases, readChain, refsInUse } from '../../../setup/refs.ts';
import type { JsonObject } from '../../../text/json.ts';
import { valueAt } from '../../../text/json.ts';
import { formatModelRef, modelIdOf } from '../../../text/model-ref.ts';

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
};

/** The rows that pass the filter, and how many were looked at. */
export function listRows(input: ListInput, filter: ListFilter): { rows: ListRow[]; looked: number } {
  const chain = readChain(input.config);
  const configuredRefs = findConfiguredRefs(input);
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
  const looked = filter.provider === undefined ? rows : rows.filter(({ model }) => model !== null);
  return { rows: looked.filter(matcherOf(filter)), looked: looked.length };
}

/** Every ref that the config or OpenClaw's `models.json` names as one to use, in the chain's order first. */
function findConfiguredRefs({ config, configured }: ListInput): Set<string> {
  return new Set([...refsInUse(config), ...configured.map(({ id }) => formatModelRef(id))]);
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
  if (!configuredRefs.has(ref)) return tags;
  tags.push('configured');
  if (model !== null && catalog.source !== 'builtin' && findModel(catalog, model.id) === undefined)
    tags.push('missing');
  return tags;
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
