import { isJsonObject, type JsonObject, type JsonType, type JsonValue, jsonTypeOf } from '../text/json.ts';
import { isSecretKey } from '../text/redact.ts';
import { fits, KEY_TYPES, type KeyType } from './key-types.ts';

/** A key of a wrong type, or a missing one; steps into a list are its indexes. */
export type TypeFault = { path: string[] } & (
  | { kind: 'wrong-type'; needs: KeyType['kind']; found: JsonType | number | boolean }
  | { kind: 'key-missing'; missing: string }
);

/** Every fault of the keys in `KEY_TYPES`, in the config's order. */
export function checkTypes(config: JsonObject): TypeFault[] {
  return faultsIn(config, KEY_TYPES, []);
}

const MODEL_KEYS: KeyType = { kind: 'object', keys: { primary: { kind: 'string' }, fallbacks: { kind: 'strings' } } };

function faultsIn(value: JsonValue, type: KeyType, path: string[]): TypeFault[] {
  if (!fits(value, type))
    return [{ kind: 'wrong-type', path, needs: type.kind, found: foundIn(value, path.some(isSecretKey)) }];
  if (type.kind === 'model') return isJsonObject(value) ? faultsIn(value, MODEL_KEYS, path) : [];
  if (type.kind === 'array' && Array.isArray(value))
    return value.flatMap((item, index) => faultsIn(item, type.each, [...path, String(index)]));
  return type.kind === 'object' && isJsonObject(value) ? memberFaults(value, type, path) : [];
}

function memberFaults(
  value: JsonObject,
  { keys = {}, each, required = [] }: Extract<KeyType, { kind: 'object' }>,
  path: string[],
): TypeFault[] {
  const missing = required
    .filter((key) => !Object.hasOwn(value, key))
    .map((key): TypeFault => ({ kind: 'key-missing', path, missing: key }));
  const wrong = Object.entries(value).flatMap(([key, member]) => {
    const type = Object.hasOwn(keys, key) ? keys[key] : each;
    return type === undefined ? [] : faultsIn(member, type, [...path, key]);
  });
  return [...missing, ...wrong];
}

/** Short values are shown; a number where the key names a secret is not. */
function foundIn(value: JsonValue, isSecret: boolean): JsonType | number | boolean {
  if (typeof value === 'boolean' || (typeof value === 'number' && !isSecret)) return value;
  return jsonTypeOf(value);
}
