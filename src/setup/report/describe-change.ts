import { unescapeVariables } from '../../config/read/variables.ts';
import type { Change } from '../../json5/change.ts';
import type { JsonObject, JsonValue } from '../../text/json.ts';
import { formatPath, isJsonObject, valueAt } from '../../text/json.ts';
import { isWildcard } from '../../text/model-ref.ts';
import { formatPrice, formatTokens } from '../../text/numbers.ts';
import { sanitise } from '../../text/sanitise.ts';
import { MODEL_PATH } from '../refs.ts';

/** A change in a person's words, one line or, for the provider, one a model. */
export function describeChange(change: Change): string[] {
  return changeWords(change).map(sanitise);
}

/** What a plan changes besides the primary and the fallbacks: entries, labels, the allow-list. */
export function describeBeside(changes: readonly Change[]): string[] {
  return changes.filter(({ path }) => !isInChain(path)).flatMap(describeChange);
}

function isInChain(path: Change['path']): boolean {
  return MODEL_PATH.every((key, index) => path[index] === key);
}

function changeWords(change: Change): string[] {
  const { path, op } = change;
  const value = 'value' in change ? change.value : null;
  const [room, section, list, ref, member] = path;
  if (op === 'remove') return [`${formatPath(path)} removed`];
  if (op === 'remove-item') return [`${String(value)} removed from ${formatPath(path)}`];
  if (room === 'gateway') return [`gateway.mode: ${String(value)}`];
  if (room === 'models' && list === 'huggingface') return providerWords(path, value);
  if (section === 'defaults' && list === 'model') return chainWords(path, value);
  if (section === 'defaults' && list === 'models' && ref !== undefined) return [entryWords(ref, member, value)];
  if (list === 'modelPolicy') return [`Allowed model: ${String(value)}`];
  return [formatPath(path)];
}

function chainWords(path: readonly string[], value: JsonValue): string[] {
  if (path.at(-1) === 'fallbacks') return [`Fallback: ${String(value)}`];
  if (!isJsonObject(value)) return [`Default model: ${String(value)}`];
  const fallbacks = Array.isArray(value.fallbacks) ? value.fallbacks : [];
  return [`Default model: ${String(value.primary)}`, ...fallbacks.map((ref) => `Fallback: ${String(ref)}`)];
}

function entryWords(ref: string, member: string | undefined, value: JsonValue): string {
  const alias = member === 'alias' ? value : (valueAt(value, ['alias']) ?? null);
  if (isWildcard(ref)) return `Selectable models: ${ref}`;
  return alias === null ? `Selectable model: ${ref}` : `Alias: "${unescapeVariables(String(alias))}" for ${ref}`;
}

function providerWords(path: readonly string[], value: JsonValue): string[] {
  if (path.length > 3 && path[3] !== 'models') return [`${formatPath(path)}: ${String(value)}`];
  const models = isJsonObject(value) && Array.isArray(value.models) ? value.models : [value].flat();
  const provider =
    path.length === 3 && isJsonObject(value) ? [`Provider: huggingface at ${String(value.baseUrl)}`] : [];
  return [...provider, ...models.filter(isJsonObject).map(modelWords)];
}

function modelWords(model: JsonObject): string {
  const context = typeof model.contextWindow === 'number' ? model.contextWindow : null;
  const { input, output } = isJsonObject(model.cost) ? model.cost : {};
  const price = typeof input === 'number' && typeof output === 'number' ? { input, output } : null;
  return `Model entry: ${String(model.id)} (context ${formatTokens(context)}, price ${formatPrice(price)})`;
}
