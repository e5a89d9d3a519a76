import { isJsonObject, type JsonObject, type JsonValue, jsonTypeOf } from '../text/json.ts';
import { isSecretKey } from '../text/redact.ts';
import type { FoundType } from '../words/en/plan.ts';
import type { Note } from '../words/words.ts';
import { isOfType, KEY_TYPES, type KeyType } from './key-types.ts';

/** A key of a wrong type, or a missing one; steps into a list are its indexes. */
export type TypeFault = { path: string[]; note: Extract<Note, { kind: 'wrong-type' | 'key-missing' }> };

/** Every fault of the keys that this program reads, in the order of the file: the config's, or others by their types. */
export function checkTypes(value: JsonObject, types = KEY_TYPES): TypeFault[] {
  return faultsIn(value, types, []);
}

const MODEL_KEYS: KeyType = { kind: 'object', keys: { primary: { kind: 'text' }, fallbacks: { kind: 'texts' } } };

function faultsIn(value: JsonValue, type: KeyType, path: string[]): TypeFault[] {
  if (!isOfType(value, type)) {
    const found = foundIn(value, type, path.some(isSecretKey));
    return [{ path, note: { kind: 'wrong-type', wanted: type.kind, found } }];
  }
  if (type.kind === 'model') return isJsonObject(value) ? faultsIn(value, MODEL_KEYS, path) : [];
  if (type.kind === 'list') {
    const { each } = type;
    if (each === undefined || !Array.isArray(value)) return [];
    return value.flatMap((item, index) => faultsIn(item, each, [...path, String(index)]));
  }
  return type.kind === 'object' && isJsonObject(value) ? memberFaults(value, type, path) : [];
}

function memberFaults(
  value: JsonObject,
  { keys = {}, each, required = [] }: Extract<KeyType, { kind: 'object' }>,
  path: string[],
): TypeFault[] {
  const missing = required
    .filter((key) => !Object.hasOwn(value, key))
    .map((key): TypeFault => ({ path, note: { kind: 'key-missing', key } }));
  const wrong = Object.entries(value).flatMap(([key, member]) => {
    const type = Object.hasOwn(keys, key) ? keys[key] : each;
    return type === undefined ? [] : faultsIn(member, type, [...path, key]);
  });
  return [...missing, ...wrong];
}

/** A number or a boolean as it is, where it is not secret; of anything else its type. */
function foundIn(value: JsonValue, type: KeyType, isSecret: boolean): FoundType | number | boolean {
  if (typeof value === 'boolean' || (typeof value === 'number' && !isSecret)) return value;
  return type.kind === 'texts' && Array.isArray(value) ? 'array-of-others' : jsonTypeOf(value);
}
