import type { CatalogModel } from '../../catalog/catalog.ts';
import { escapeVariables } from '../../config/read/variables.ts';
import { ROUTER_BASE_URL } from '../../huggingface/request/endpoints.ts';
import type { Change } from '../../json5/change.ts';
import type { JsonObject } from '../../text/json.ts';
import { isJsonObject, valueAt } from '../../text/json.ts';
import { ENTRIES_PATH, entryIds, modelIdOf, PROVIDER_PATH } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';
import { type Choices, touchedRefs } from './choices.ts';
import { NO_OUTCOME, type Outcome, type PlanInput } from './outcome.ts';

/** `models.providers.huggingface`: created where absent, and an entry for each touched model; what exists stays. */
export function planProvider({ config, describe }: PlanInput, choices: Choices): Outcome {
  const ids = touchedRefs(choices).flatMap((ref) => modelIdOf(ref) ?? []);
  if (ids.length === 0 && !choices.onboarding) return NO_OUTCOME;
  const known = new Set(entryIds(config));
  const models = ids.filter((id) => !known.has(id)).map(describe);
  const entries = models.map(formatModelEntry);
  return { ...NO_OUTCOME, changes: memberChanges(config, entries), warnings: models.flatMap(contextWarning) };
}

function memberChanges(config: JsonObject, entries: JsonObject[]): Change[] {
  const provider = valueAt(config, PROVIDER_PATH);
  const created = createdProvider(entries);
  if (!isJsonObject(provider)) return [{ op: 'set', path: PROVIDER_PATH, value: created }];
  const missing = Object.entries(created).filter(([key]) => !Object.hasOwn(provider, key));
  const changes: Change[] = missing.map(([key, value]) => ({ op: 'set', path: [...PROVIDER_PATH, key], value }));
  if (!Object.hasOwn(provider, 'models')) return changes;
  return [...changes, ...entries.map((value): Change => ({ op: 'append', path: ENTRIES_PATH, value }))];
}

/** The provider as it is created, with these model entries. */
export function createdProvider(entries: JsonObject[]): JsonObject {
  return { baseUrl: ROUTER_BASE_URL, api: 'openai-completions', models: entries };
}

/**
 * An entry as both OpenClaw versions accept it: what is unknown is left out, never null or 0 (both reject those).
 * OpenClaw asks for all of `maxTokens`, so an answer gets at most a quarter of the context: the prompt needs the rest.
 */
export function formatModelEntry(model: CatalogModel): JsonObject {
  const { id, name, reasoning, input, contextWindow, maxTokens, price } = model;
  const entry: JsonObject = { id, name: escapeVariables(name), reasoning, input: [...input] };
  if (price !== null) entry.cost = { ...price, cacheRead: price.input, cacheWrite: price.input };
  if (contextWindow !== null) entry.contextWindow = contextWindow;
  entry.maxTokens = Math.min(maxTokens, Math.floor((contextWindow ?? Number.POSITIVE_INFINITY) / PROMPT_SHARE));
  return entry;
}

/** The part of a context that one answer may have at most. */
export const PROMPT_SHARE = 4;
/** Tokens below which OpenClaw's own prompt leaves too little of the context: in 2026.9 it has 16,000 to 19,000. */
const SMALL_CONTEXT = 32_000;

export function contextWarning({ id, contextWindow }: Pick<CatalogModel, 'id' | 'contextWindow'>): Note[] {
  if (contextWindow === null) return [{ kind: 'context-unknown', id }];
  return contextWindow >= SMALL_CONTEXT ? [] : [{ kind: 'context-small', id, tokens: contextWindow }];
}
