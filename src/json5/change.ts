import {
  equalJson,
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  jsonTypeOf,
  mapMembers,
  setOwn,
  valueAt,
} from '../text/json.ts';
import { WrongTypeError } from './errors.ts';

/**
 * What to do to a config, by meaning. Paths are object keys; `append` and `remove-item` address a whole array.
 * `append` creates an absent array, `remove-item` removes every equal element, removing what is absent does nothing.
 * `update-item` sets, in every element of the same `id`, those members that are there already, objects member by member.
 */
export type Change =
  | { op: 'set'; path: JsonPath; value: JsonValue }
  | { op: 'append'; path: JsonPath; value: JsonValue }
  | { op: 'remove'; path: JsonPath }
  | { op: 'remove-item'; path: JsonPath; value: JsonValue }
  | { op: 'update-item'; path: JsonPath; value: JsonObject };

/**
 * The value after the changes, in order. Never mutates: what no change touches is the same object as before, and a
 * change that changes nothing gives the same value back. Throws `WrongTypeError` where a step is not an
 * object, or an array is expected, and something else (`null` too) is there; nothing is ever coerced.
 */
export function applyChanges(value: JsonObject, changes: readonly Change[]): JsonObject {
  const copies: Copies = new WeakSet();
  return changes.reduce((root, change) => applyChange(root, change, copies), value);
}

/**
 * What this run has copied already: nobody else has seen it, so the next change writes into it. Thousands of changes to
 * one list or object copy it once.
 */
type Copies = WeakSet<JsonObject | JsonValue[]>;

function applyChange(root: JsonObject, change: Change, copies: Copies): JsonObject {
  const changed = updateAt(root, change, 0, copies);
  if (!isJsonObject(changed)) throw new WrongTypeError([], jsonTypeOf(changed), 'object');
  return changed;
}

/** The value at the first `depth` steps of the path after the change; undefined where it is, or becomes, absent. */
function updateAt(value: JsonValue | undefined, change: Change, depth: number, copies: Copies): JsonValue | undefined {
  const { path } = change;
  const key = path[depth];
  if (key === undefined) return updateTarget(value, change, copies);
  if (value !== undefined && !isJsonObject(value))
    throw new WrongTypeError(path.slice(0, depth), jsonTypeOf(value), 'object');
  const before = value !== undefined && Object.hasOwn(value, key) ? value[key] : undefined;
  const after = updateAt(before, change, depth + 1, copies);
  if (Object.is(after, before)) return value;
  const object = ownObject(value ?? {}, copies);
  if (after === undefined) delete object[key];
  else setOwn(object, key, after);
  return object;
}

function updateTarget(target: JsonValue | undefined, change: Change, copies: Copies): JsonValue | undefined {
  switch (change.op) {
    case 'set':
      return equalJson(target, change.value) ? target : change.value;
    case 'remove':
      return undefined;
    case 'append': {
      const array = ownArray(arrayAt(change.path, target) ?? [], copies);
      array.push(change.value);
      return array;
    }
    case 'remove-item': {
      const array = arrayAt(change.path, target);
      const rest = array?.filter((item) => !equalJson(item, change.value));
      return rest?.length === array?.length ? array : rest;
    }
    case 'update-item': {
      const { id = null } = change.value;
      const array = arrayAt(change.path, target);
      return (
        array &&
        mapMembers(array, (item) => (equalJson(valueAt(item, ['id']), id) ? updated(item, change.value) : item))
      );
    }
  }
}

/** The value with the members that both have taken from the other; itself where that changes nothing. */
function updated(value: JsonValue, by: JsonObject): JsonValue {
  if (!isJsonObject(value)) return value;
  return mapMembers(value, (member, key) => {
    const wanted = valueAt(by, [String(key)]);
    if (wanted === undefined || equalJson(member, wanted)) return member;
    return isJsonObject(wanted) ? updated(member, wanted) : wanted;
  });
}

function arrayAt(path: JsonPath, value: JsonValue | undefined): JsonValue[] | undefined {
  if (value !== undefined && !Array.isArray(value)) throw new WrongTypeError(path, jsonTypeOf(value), 'array');
  return value;
}

// A spread defines own members, also one named `__proto__`.
function ownObject(object: JsonObject, copies: Copies): JsonObject {
  if (copies.has(object)) return object;
  const copy = { ...object };
  copies.add(copy);
  return copy;
}

function ownArray(array: JsonValue[], copies: Copies): JsonValue[] {
  if (copies.has(array)) return array;
  const copy = [...array];
  copies.add(copy);
  return copy;
}
