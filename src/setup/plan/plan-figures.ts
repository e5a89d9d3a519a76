import { type Catalog, findModel, type Price } from '../../catalog/catalog.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { equalJson, isJsonObject, type JsonObject, type JsonValue, valueAt } from '../../text/json.ts';
import { formatModelRef } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';
import type { Outcome } from './outcome.ts';
import { contextWarning, MODELS_PATH, PROMPT_SHARE } from './plan-provider.ts';

/** What an entry says of its model, and what it will say: of `cost` in USD per million tokens, of `contextWindow` in tokens. */
type Figures = { cost?: JsonObject; contextWindow?: number };

/** An entry that changes, as the JSON document has it. */
export type ChangedFigures = { ref: string; was: Figures; now: Figures };

/**
 * `cost` and `contextWindow` of the config's entries as the list has them; of a pinned route, its own. What an entry
 * does not state, what the list does not know, and everything else stays. Pure.
 */
export function planFigures(config: JsonObject, catalog: Catalog): Outcome & { figures: ChangedFigures[] } {
  const entries = valueAt(config, MODELS_PATH);
  const plans = (Array.isArray(entries) ? entries : []).flatMap((entry) => planEntry(entry, catalog));
  return {
    changes: plans.map(({ id, now }) => ({ op: 'update-item', path: MODELS_PATH, value: { id, ...now } })),
    notes: [],
    warnings: plans.flatMap(({ warnings }) => warnings),
    figures: plans.map(({ id, was, now }) => ({ ref: formatModelRef(id), was, now })),
  };
}

type EntryPlan = { id: string; was: Figures; now: Figures; warnings: Note[] };

function planEntry(entry: JsonValue, catalog: Catalog): EntryPlan[] {
  const id = valueAt(entry, ['id']);
  if (!isJsonObject(entry) || typeof id !== 'string' || findModel(catalog, id) === undefined) return [];
  const { price, contextWindow } = describeModel(catalog, id);
  const was: Figures = {};
  const now: Figures = {};
  if (isJsonObject(entry.cost) && price !== null) {
    now.cost = costNow(entry.cost, price);
    was.cost = Object.fromEntries(Object.keys(now.cost).map((key) => [key, valueAt(entry.cost, [key]) ?? null]));
  }
  if (typeof entry.contextWindow === 'number' && contextWindow !== null) {
    was.contextWindow = entry.contextWindow;
    now.contextWindow = contextWindow;
  }
  if (equalJson(was, now)) return [];
  const isOtherContext = was.contextWindow !== now.contextWindow;
  return [{ id, was, now, warnings: isOtherContext ? contextWarnings(id, entry, now.contextWindow ?? null) : [] }];
}

/** The prices that the entry states; those of the cache follow where they are the input price, as this program writes them. */
function costNow(cost: JsonObject, { input, output }: Price): JsonObject {
  const listed = { input, output, cacheRead: input, cacheWrite: input };
  const isOurs = (key: string) => key === 'input' || key === 'output' || cost[key] === cost.input;
  return Object.fromEntries(Object.entries(listed).filter(([key]) => typeof cost[key] === 'number' && isOurs(key)));
}

/** `maxTokens` is not touched, and may be too much for another context. */
function contextWarnings(id: string, { maxTokens }: JsonObject, contextWindow: number | null): Note[] {
  const warnings = contextWarning({ id, contextWindow });
  if (typeof maxTokens !== 'number' || contextWindow === null || maxTokens <= contextWindow / PROMPT_SHARE)
    return warnings;
  return [...warnings, { kind: 'max-tokens-large', id, maxTokens, context: contextWindow }];
}
