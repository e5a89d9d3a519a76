import { unescapeVariables } from '../../config/read/variables.ts';
import { isBillTo } from '../../huggingface/request/request-headers.ts';
import type { Change } from '../../json5/change.ts';
import type { JsonObject, JsonValue } from '../../text/json.ts';
import { formatPath, isJsonObject, valueAt } from '../../text/json.ts';
import { isWildcard } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';
import { type MessageOf, say } from '../../words/message.ts';
import type { Words } from '../../words/words.ts';
import { MODEL_PATH } from '../refs.ts';

type Effect = MessageOf<Words['changes']>;

/**
 * Changes in a person's words, a line each; for the provider, one a model too. None for an object or a list that only
 * goes because what was in it goes.
 */
export function describeChanges(changes: readonly Change[], words: Pick<Words, 'changes'>): string[] {
  const emptied = new Set(changes.flatMap(containersOf));
  const told = changes.filter(({ op, path }) => op !== 'remove' || !emptied.has(formatPath(path)));
  return told.flatMap(effectsOf).map((effect) => sanitise(say(words.changes, effect)));
}

/** The paths of what holds what is changed. */
function containersOf({ op, path }: Change): string[] {
  const above = path.map((_, depth) => formatPath(path.slice(0, depth)));
  return op === 'remove-item' ? [...above, formatPath(path)] : above;
}

/** What a summary of the model, its fallbacks and its aliases leaves unsaid. */
const UNSAID: ReadonlySet<Effect['kind']> = new Set(['provider', 'set', 'changed', 'removed', 'item-removed']);

export function describeUnsaid(changes: readonly Change[], words: Pick<Words, 'changes'>): string[] {
  const effects = changes.flatMap(effectsOf).filter(({ kind }) => UNSAID.has(kind));
  return effects.map((effect) => sanitise(say(words.changes, effect)));
}

/** What a plan changes besides the primary and the fallbacks: entries, labels, the allow-list. */
export function describeBeside(changes: readonly Change[], words: Pick<Words, 'changes'>): string[] {
  return describeChanges(
    changes.filter(({ path }) => !isInChain(path)),
    words,
  );
}

function isInChain(path: Change['path']): boolean {
  return MODEL_PATH.every((key, index) => path[index] === key);
}

function effectsOf(change: Change): Effect[] {
  const { path, op } = change;
  const value = 'value' in change ? change.value : null;
  const [root, section, list, ref, member] = path;
  if (op === 'remove') return [{ kind: 'removed', path: formatPath(path) }];
  if (op === 'remove-item') return [{ kind: 'item-removed', path: formatPath(path), item: String(value) }];
  if (root === 'gateway') return [keySet(path, value)];
  if (root === 'models' && list === 'huggingface') return providerEffects(path, value);
  if (section === 'defaults' && list === 'model') return chainEffects(path, value);
  if (section === 'defaults' && list === 'models' && ref !== undefined) return [entryEffect(ref, member, value)];
  if (list === 'modelPolicy') return [{ kind: 'allowed', ref: String(value) }];
  return [{ kind: 'changed', path: formatPath(path) }];
}

function keySet(path: readonly string[], value: JsonValue): Effect {
  return { kind: 'set', path: formatPath(path), value: String(value) };
}

function chainEffects(path: readonly string[], value: JsonValue): Effect[] {
  if (path.at(-1) === 'fallbacks') return [{ kind: 'fallback', ref: String(value) }];
  if (!isJsonObject(value)) return [{ kind: 'default-model', ref: String(value) }];
  const fallbacks = Array.isArray(value.fallbacks) ? value.fallbacks : [];
  return [
    { kind: 'default-model', ref: String(value.primary) },
    ...fallbacks.map((ref): Effect => ({ kind: 'fallback', ref: String(ref) })),
  ];
}

function entryEffect(ref: string, member: string | undefined, value: JsonValue): Effect {
  const alias = member === 'alias' ? value : (valueAt(value, ['alias']) ?? null);
  if (isWildcard(ref)) return { kind: 'all-selectable', ref };
  return alias === null ? { kind: 'selectable', ref } : { kind: 'alias', label: unescapeVariables(String(alias)), ref };
}

function providerEffects(path: readonly string[], value: JsonValue): Effect[] {
  if (path[3] === 'headers' && isBillTo(path[4] ?? '')) return [{ kind: 'billed-to', org: String(value) }];
  if (path.length > 3 && path[3] !== 'models') return [keySet(path, value)];
  const isWhole = path.length === 3 && isJsonObject(value);
  const models = isJsonObject(value) && Array.isArray(value.models) ? value.models : [value].flat();
  return [
    ...(isWhole ? [{ kind: 'provider', url: String(value.baseUrl) } as const] : []),
    ...models.filter(isJsonObject).map(modelEffect),
  ];
}

function modelEffect(model: JsonObject): Effect {
  const context = typeof model.contextWindow === 'number' ? model.contextWindow : null;
  const { input, output } = isJsonObject(model.cost) ? model.cost : {};
  const price = typeof input === 'number' && typeof output === 'number' ? { input, output } : null;
  return { kind: 'model-entry', id: String(model.id), context, price };
}
