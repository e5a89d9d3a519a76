import { OpenclawError } from '../errors.ts';
import { equalJson, formatPath, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../text/json.ts';

/**
 * What to do to a config, by meaning. Paths are object keys; `append` and `remove-item` address a whole array.
 * `append` creates an absent array, `remove-item` removes every equal element, removing what is absent does nothing.
 */
export type Change =
  | { op: 'set'; path: JsonPath; value: JsonValue }
  | { op: 'append'; path: JsonPath; value: JsonValue }
  | { op: 'remove'; path: JsonPath }
  | { op: 'remove-item'; path: JsonPath; value: JsonValue };

/**
 * The value after the changes, in order. Never mutates: what no change touches is the same object as before, and a
 * change that changes nothing gives the same value back. Throws `config_invalid`, naming the path, where a step is
 * no object or an array is expected and something else (`null` too) is there; nothing is ever coerced.
 */
export function applyChanges(value: JsonObject, changes: readonly Change[]): JsonObject {
  return changes.reduce(applyChange, value);
}

function applyChange(root: JsonObject, change: Change): JsonObject {
  const changed = updateAt(root, change, 0);
  if (!isJsonObject(changed)) throw wrongType([], changed, 'an object');
  return changed;
}

/** The value at the first `depth` steps of the path after the change; undefined where it is, or becomes, absent. */
function updateAt(value: JsonValue | undefined, change: Change, depth: number): JsonValue | undefined {
  const { path } = change;
  const key = path[depth];
  if (key === undefined) return updateTarget(value, change);
  if (value !== undefined && !isJsonObject(value)) throw wrongType(path.slice(0, depth), value, 'an object');
  const before = value !== undefined && Object.hasOwn(value, key) ? value[key] : undefined;
  const after = updateAt(before, change, depth + 1);
  if (Object.is(after, before)) return value;
  return after === undefined ? without(value ?? {}, key) : withMember(value ?? {}, key, after);
}

function updateTarget(target: JsonValue | undefined, change: Change): JsonValue | undefined {
  switch (change.op) {
    case 'set':
      return equalJson(target, change.value) ? target : change.value;
    case 'remove':
      return undefined;
    case 'append':
      return [...(arrayAt(change.path, target) ?? []), change.value];
    case 'remove-item': {
      const array = arrayAt(change.path, target);
      const rest = array?.filter((item) => !equalJson(item, change.value));
      return rest?.length === array?.length ? array : rest;
    }
  }
}

function arrayAt(path: JsonPath, value: JsonValue | undefined): JsonValue[] | undefined {
  if (value !== undefined && !Array.isArray(value)) throw wrongType(path, value, 'a list');
  return value;
}

// A computed key and a spread both define own members, also one named `__proto__`.
function withMember(object: JsonObject, key: string, value: JsonValue): JsonObject {
  return { ...object, [key]: value };
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function wrongType(path: JsonPath, value: JsonValue | undefined, expected: string): OpenclawError {
  return new OpenclawError('config_invalid', `${formatPath(path)} must be ${expected}, but is ${typeName(value)}`, {
    hint: 'Correct it by hand; nothing was changed.',
  });
}

function typeName(value: JsonValue | undefined): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
