import { OpenclawError } from '../errors.ts';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, setOwn } from '../text/json.ts';
import { deepMerge } from './merge.ts';

const INCLUDE = '$include';

/** The files that a config includes, as parsed, by absolute path. `at` is the file whose `$include` is resolved. */
export type IncludedFiles = {
  get(path: string): JsonValue;
  resolvePath(include: string, at: string): string;
};

/** The files named by this object's own `$include`, in order; none where it has none. */
export function includesOf(value: JsonObject, at: string): string[] {
  if (!Object.hasOwn(value, INCLUDE)) return [];
  const stated = value[INCLUDE];
  const names: unknown[] = Array.isArray(stated) ? stated : [stated];
  return names.map((name) => {
    if (typeof name === 'string') return name;
    throw invalidInclude(at, 'must be a file name or a list of file names.');
  });
}

/** Every object in a value that has a `$include`. */
export function* objectsWithInclude(value: JsonValue): Generator<JsonObject> {
  if (typeof value !== 'object' || value === null) return;
  if (isJsonObject(value) && Object.hasOwn(value, INCLUDE)) yield value;
  for (const member of Object.values(value)) yield* objectsWithInclude(member);
}

/**
 * The value with every `$include` replaced by the merge of the included files and what stands beside it, as OpenClaw
 * does (its `src/config/includes.ts`). Pure: `files` must hold them already, without a cycle (see `loadIncludes`).
 */
export function resolveIncludes(value: JsonValue, at: string, files: IncludedFiles): JsonValue {
  if (Array.isArray(value)) return value.map((item) => resolveIncludes(item, at, files));
  if (!isJsonObject(value)) return value;
  const siblings: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (key !== INCLUDE) setOwn(siblings, key, resolveIncludes(member, at, files));
  }
  if (!Object.hasOwn(value, INCLUDE)) return siblings;
  const included = mergeIncluded(value, at, files);
  if (Object.keys(siblings).length === 0) return included;
  if (!isJsonObject(included))
    throw invalidInclude(at, 'has keys beside it, so the included file must hold an object.');
  return deepMerge(included, siblings);
}

/** A single file may hold any value; of a list each is merged over the ones before, from an empty object on. */
function mergeIncluded(value: JsonObject, at: string, files: IncludedFiles): JsonValue {
  const resolved = includesOf(value, at).map((name) => {
    const path = files.resolvePath(name, at);
    return resolveIncludes(files.get(path), path, files);
  });
  const [first] = resolved;
  if (!Array.isArray(value[INCLUDE]) && first !== undefined) return first;
  return resolved.reduce((merged, next) => deepMerge(merged, next), {} as JsonValue);
}

/**
 * The included file that states the value at a path (or a value of another kind on the way to it); of several
 * the one that counts. Undefined where only the root file does, or none.
 */
export function findOwner(
  value: JsonValue,
  path: JsonPath,
  files: IncludedFiles,
  place: { at: string; root: string },
): string | undefined {
  const itself = place.at === place.root ? undefined : place.at;
  if (!isJsonObject(value)) return itself;
  const [key, ...rest] = path;
  if (key === undefined && itself !== undefined) return itself;
  if (key !== undefined && Object.hasOwn(value, key)) {
    const owner = findOwner(value[key] ?? null, rest, files, place);
    if (owner !== undefined) return owner;
  }
  for (const name of includesOf(value, place.at).reverse()) {
    const at = files.resolvePath(name, place.at);
    const owner = findOwner(files.get(at), path, files, { ...place, at });
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** `at` is the file that the faulty `$include` stands in. */
export function invalidInclude(at: string, what: string): OpenclawError {
  return new OpenclawError('config_invalid', `${at}: $include ${what}`, {
    hint: `Correct the $include in ${at}; nothing was changed.`,
  });
}
