import type { Catalog } from '../catalog/catalog.ts';
import type { KnownRefs } from '../catalog/resolve-model.ts';
import type { JsonObject } from '../text/json.ts';
import { isJsonObject, valueAt } from '../text/json.ts';
import { formatModelRef, isHuggingFaceRef } from '../text/model-ref.ts';
import { MODEL_MAP_PATH, readAliases } from './aliases.ts';
import { chainRefs, readChain } from './chain.ts';

/** What a typed model may mean, besides an id: the refs and labels that the config has. */
export function knownRefs(config: JsonObject, catalog: Catalog): KnownRefs {
  const labels = [...readAliases(config)].map(([ref, label]) => [label, ref] as const);
  return { configRefs: refsInUse(config), aliases: new Map(labels), catalog };
}

/** The refs of the chain and of the model map, of whatever provider, in this order. */
export function refsInUse(config: JsonObject): string[] {
  const map = valueAt(config, MODEL_MAP_PATH);
  const mapped = isJsonObject(map) ? Object.keys(map) : [];
  return [...new Set([...chainRefs(readChain(config)), ...mapped])];
}

/** The Hugging Face refs of the chain, of the model map and of the provider's entries. */
export function configuredHuggingFaceRefs(config: JsonObject): string[] {
  return [...new Set([...refsInUse(config), ...entryIds(config).map(formatModelRef)])].filter(isHuggingFaceRef);
}

/** The ids of the provider's entries, suffixes included. */
export function entryIds(config: JsonObject): string[] {
  const models = valueAt(config, ['models', 'providers', 'huggingface', 'models']);
  const ids = Array.isArray(models) ? models.map((model) => valueAt(model, ['id'])) : [];
  return ids.filter((id) => typeof id === 'string');
}

/**
 * Whether no list is needed to describe the typed models: each has its provider entry already, or is one of another
 * provider that the config has.
 */
export function areConfigured(typed: readonly string[], config: JsonObject): boolean {
  const others = refsInUse(config).filter((ref) => !isHuggingFaceRef(ref));
  const refs = new Set([...others, ...entryIds(config).flatMap((id) => [id, formatModelRef(id)])]);
  const labels = new Map([...readAliases(config)].map(([ref, label]) => [label.toLowerCase(), ref]));
  return typed.every((text) => refs.has(text) || refs.has(labels.get(text.toLowerCase()) ?? ''));
}
