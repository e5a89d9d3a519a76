import type { Catalog } from '../../catalog/catalog.ts';
import type { ConfiguredModel } from '../../catalog/configured-models.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { applyChanges, type Change } from '../../json5/change.ts';
import { edit } from '../../json5/edit.ts';
import type { Document } from '../../json5/parse.ts';
import { isJsonObject, type JsonObject, valueAt } from '../../text/json.ts';
import { entryIds, MODELS_JSON_ENTRIES, PROVIDER } from '../../text/model-ref.ts';
import { createdProvider, formatModelEntry } from '../plan/plan-provider.ts';

const PROVIDER_AT = ['providers', PROVIDER] as const;

export type MergedModels = {
  text: string;
  /** Ids of the entries that the text has more. */
  added: string[];
};

/**
 * OpenClaw's `models.json` with an entry for each listed model that it has none for. Entries that are there, other
 * providers, and every other byte stay. Throws `config_invalid` where a list or an object is something else.
 */
export function mergeModelsJson(
  document: Document,
  catalog: Catalog,
  configured: readonly ConfiguredModel[],
): MergedModels {
  const known = new Set(entryIds(document.value, MODELS_JSON_ENTRIES).map((id) => id.toLowerCase()));
  const missing = [...catalog.models.values()].filter(({ id }) => !known.has(id.toLowerCase()));
  const entries = missing.map(({ id }) => formatModelEntry(describeModel(catalog, id, configured)));
  const intended = applyChanges(document.value, changesFor(document.value, entries));
  return { text: edit(document, intended), added: missing.map(({ id }) => id) };
}

function changesFor(value: JsonObject, entries: JsonObject[]): Change[] {
  if (entries.length === 0) return [];
  if (!isJsonObject(valueAt(value, PROVIDER_AT)))
    return Object.entries(createdProvider(entries)).map(([key, member]) => ({
      op: 'set',
      path: [...PROVIDER_AT, key],
      value: member,
    }));
  return entries.map((entry) => ({ op: 'append', path: MODELS_JSON_ENTRIES, value: entry }));
}
