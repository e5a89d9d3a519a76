import { isJsonObject, type JsonObject, type JsonValue } from '../text/json.ts';
import { isSecretKey } from '../text/redact.ts';
import { KEY_TYPES, type KeyType, mismatch } from './key-types.ts';

/** A key of a wrong type, or a missing one; steps into a list are its indexes. */
export type TypeFault = { path: string[]; message: string };

/** Every fault of the keys that this program reads, in the config's order. */
export function checkTypes(config: JsonObject): TypeFault[] {
  return faultsIn(config, KEY_TYPES, []);
}

const MODEL_KEYS: KeyType = { kind: 'object', keys: { primary: { kind: 'text' }, fallbacks: { kind: 'texts' } } };

function faultsIn(value: JsonValue, type: KeyType, path: string[]): TypeFault[] {
  const wanted = mismatch(value, type);
  if (wanted !== undefined)
    return [{ path, message: `must be ${wanted}, but is ${nameOf(value, path.some(isSecretKey))}` }];
  if (type.kind === 'model') return isJsonObject(value) ? faultsIn(value, MODEL_KEYS, path) : [];
  if (type.kind === 'list' && Array.isArray(value))
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
    .map((key) => ({ path, message: `has no ${key}, which OpenClaw requires` }));
  const wrong = Object.entries(value).flatMap(([key, member]) => {
    const type = Object.hasOwn(keys, key) ? keys[key] : each;
    return type === undefined ? [] : faultsIn(member, type, [...path, key]);
  });
  return [...missing, ...wrong];
}

function nameOf(value: JsonValue, isSecret: boolean): string {
  if (value === null) return 'null';
  if (typeof value === 'number' && isSecret) return 'a number';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'text' : String(value);
}
