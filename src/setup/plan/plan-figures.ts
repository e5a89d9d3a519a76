import type { Catalog } from '../../catalog/catalog.ts';
import { listedFigures } from '../../catalog/describe-model.ts';
import { isCount, isUsd, type Price } from '../../huggingface/router/router-model.ts';
import { equalJson, isJsonObject, type JsonObject, type JsonValue, valueAt } from '../../text/json.ts';
import { ENTRIES_PATH, entriesIn, formatModelRef } from '../../text/model-ref.ts';
import type { Note } from '../../words/words.ts';
import type { Outcome } from './outcome.ts';
import { contextWarning, PROMPT_SHARE } from './plan-provider.ts';

/** Those that an entry states: prices in USD per million tokens, by the name of `cost`, and tokens. */
type Figures = { cost?: Record<string, number>; contextWindow?: number };

/** An entry that changes, as the JSON document has it. */
export type ChangedFigures = { ref: string; was: Figures; now: Figures };

/**
 * `cost` and `contextWindow` of the config's entries as the list has them; of a pinned route, its own. What an entry
 * does not state, what the list does not know, and everything else stays. Pure.
 */
export function planFigures(config: JsonObject, catalog: Catalog): Outcome & { figures: ChangedFigures[] } {
  const entries = entriesIn(config);
  const own = ownPrices(entries);
  const plans = entries.flatMap((entry) => planEntry(entry, catalog, own));
  return {
    changes: plans.map((plan) => ({ op: 'update-item', path: ENTRIES_PATH, value: changeOf(plan) })),
    notes: [],
    warnings: plans.flatMap(({ warnings }) => warnings),
    figures: plans.map(({ id, was, now }) => ({ ref: formatModelRef(id), was, now })),
  };
}

type EntryPlan = { id: string; was: Figures; now: Figures; warnings: Note[] };

function planEntry(entry: JsonValue, catalog: Catalog, own: ReadonlySet<string>): EntryPlan[] {
  const id = valueAt(entry, ['id']);
  if (!isJsonObject(entry) || typeof id !== 'string') return [];
  const { price, contextWindow } = listedFigures(catalog, id);
  const was = figuresIn(entry);
  const now = { ...was };
  if (was.cost !== undefined && price !== null) now.cost = costNow(was.cost, price, (key) => own.has(`${id} ${key}`));
  if (was.contextWindow !== undefined && contextWindow !== null) now.contextWindow = contextWindow;
  if (equalJson(was, now)) return [];
  const isOther = now.contextWindow !== was.contextWindow;
  return [{ id, was, now, warnings: isOther ? contextWarnings(id, entry, now.contextWindow ?? null) : [] }];
}

/** A price of the cache that stays is left out: another entry with this id may have its own. */
function changeOf({ id, was, now: { cost, ...now } }: EntryPlan): JsonObject {
  const moves = ([key, usd]: [string, number]) => !key.startsWith('cache') || usd !== was.cost?.[key];
  return { id, ...now, ...(cost && { cost: Object.fromEntries(Object.entries(cost).filter(moves)) }) };
}

/** JSON5 has numbers below zero, infinite ones and NaN: none of them is a figure. OpenClaw writes 0 for what it does not know. */
function figuresIn({ cost, contextWindow }: JsonObject): Figures {
  const prices = Object.entries(isJsonObject(cost) ? cost : {}).filter(
    (price): price is [string, number] => PRICES.has(price[0]) && isUsd(price[1]),
  );
  return {
    ...(prices.length > 0 && { cost: Object.fromEntries(prices) }),
    ...((contextWindow === 0 || isCount(contextWindow)) && { contextWindow }),
  };
}

const PRICES: ReadonlySet<string> = new Set(['input', 'output', 'cacheRead', 'cacheWrite']);

/**
 * The prices, as `id key`, that are not the input price of their entry. Of two entries with one id the one's price of
 * the cache can't follow where the other has its own: a change names them by that id.
 */
function ownPrices(entries: readonly JsonValue[]): Set<string> {
  const own = entries.filter(isJsonObject).flatMap((entry) => {
    const { cost = {} } = figuresIn(entry);
    return Object.keys(cost).flatMap((key) => (cost[key] === cost.input ? [] : [`${entry.id} ${key}`]));
  });
  return new Set(own);
}

/** The prices of the cache follow where they are the input price, as this program writes them. */
function costNow(
  cost: Record<string, number>,
  { input, output }: Price,
  isOwn: (key: string) => boolean,
): Record<string, number> {
  const prices = Object.entries(cost).map(([key, usd]) => {
    if (key === 'output') return [key, output];
    return [key, usd === cost.input && !isOwn(key) ? input : usd];
  });
  return Object.fromEntries(prices);
}

/** `maxTokens` is not touched, and may be too much for another context. */
function contextWarnings(id: string, { maxTokens }: JsonObject, contextWindow: number | null): Note[] {
  const warnings = contextWarning({ id, contextWindow });
  if (typeof maxTokens !== 'number' || contextWindow === null || maxTokens <= contextWindow / PROMPT_SHARE)
    return warnings;
  return [...warnings, { kind: 'max-tokens-large', id, maxTokens, context: contextWindow }];
}
