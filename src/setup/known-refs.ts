import type { Catalog } from '../catalog/catalog.ts';
import type { KnownRefs } from '../catalog/resolve-model.ts';
import type { JsonObject } from '../text/json.ts';
import { isJsonObject, valueAt } from '../text/json.ts';
import { formatModelRef } from '../text/model-ref.ts';
import { MODEL_MAP_PATH, readAliases } from './aliases.ts';
import { chainRefs, readChain } from './chain.ts';

/** What a typed model may mean, besides an id: the refs and labels that the config has. */
export function knownRefs(config: JsonObject, catalog: Catalog): KnownRefs {
  const map = valueAt(config, MODEL_MAP_PATH);
  const mapped = isJsonObject(map) ? Object.keys(map) : [];
  const labels = [...readAliases(config)].map(([ref, label]) => [label, ref] as const);
  return { configRefs: [...chainRefs(readChain(config)), ...mapped], aliases: new Map(labels), catalog };
}

/** Whether every typed model has its provider entry already, so that no list is needed to describe it. */
export function areConfigured(typed: readonly string[], config: JsonObject): boolean {
  const models = valueAt(config, ['models', 'providers', 'huggingface', 'models']);
  const ids = Array.isArray(models) ? models.map((model) => valueAt(model, ['id'])) : [];
  const refs = new Set(ids.flatMap((id) => (typeof id === 'string' ? [id, formatModelRef(id)] : [])));
  const labels = new Map([...readAliases(config)].map(([ref, label]) => [label.toLowerCase(), ref]));
  return typed.every((text) => refs.has(text) || refs.has(labels.get(text.toLowerCase()) ?? ''));
}
