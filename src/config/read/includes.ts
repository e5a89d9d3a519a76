import { OpenclawError } from '../../errors.ts';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, mapMembers, setOwn } from '../../text/json.ts';
import type { Problem } from '../../words/words.ts';
import { MAX_CONFIG_BYTES } from './read-text.ts';

const INCLUDE = '$include';

/** The files that a config includes, by absolute path. `at` is the file whose `$include` is resolved. */
export type IncludedFiles = {
  /** As parsed. */
  get(path: string): JsonValue;
  /** With its own `$include`s resolved. */
  resolved(path: string): JsonValue;
  resolvePath(include: string, at: string): string;
};

/** The files named by this object's own `$include`, in order; none where it has none. */
export function includesOf(value: JsonObject, at: string): string[] {
  if (!Object.hasOwn(value, INCLUDE)) return [];
  const stated = value[INCLUDE];
  const names: unknown[] = Array.isArray(stated) ? stated : [stated];
  return names.map((name) => {
    if (typeof name === 'string') return name;
    throw invalidInclude({ kind: 'include-no-name', path: at });
  });
}

/** Every object in a value that has a `$include`, each before those within it. */
export function objectsWithInclude(value: JsonValue, found: JsonObject[] = []): JsonObject[] {
  if (typeof value !== 'object' || value === null) return found;
  if (!Array.isArray(value) && Object.hasOwn(value, INCLUDE)) found.push(value);
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof member === 'object') objectsWithInclude(member, found);
  }
  return found;
}

/**
 * The value with every `$include` replaced by the merge of the included files and what is beside it, as OpenClaw
 * does (its `src/config/includes.ts`); the value itself where it has none. Pure: `files` must hold them already,
 * resolved (see `loadIncludes`). `spend` bounds what merging may copy.
 */
export function resolveIncludes(
  value: JsonValue,
  at: string,
  files: IncludedFiles,
  spend = createBudget(at),
): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const resolve = (member: JsonValue) => resolveIncludes(member, at, files, spend);
  if (Array.isArray(value) || !Object.hasOwn(value, INCLUDE)) return mapMembers(value, resolve);
  const { [INCLUDE]: _, ...beside } = value;
  const included = mergeIncluded(value, at, files, spend);
  if (Object.keys(beside).length === 0) return included;
  if (!isJsonObject(included)) throw invalidInclude({ kind: 'include-beside-keys', path: at });
  return deepMerge(included, mapMembers(beside, resolve), spend);
}

/** A single file may hold any value; of a list each is merged over the ones before, from an empty object on. */
function mergeIncluded(value: JsonObject, at: string, files: IncludedFiles, spend: Spend): JsonValue {
  const resolved = includesOf(value, at).map((name) => files.resolved(files.resolvePath(name, at)));
  const [first] = resolved;
  if (!Array.isArray(value[INCLUDE]) && first !== undefined) return first;
  return resolved.reduce((merged, next) => deepMerge(merged, next, spend), {} as JsonValue);
}

export type Spend = (cost: number) => void;

/** What all includes together may come to: characters, or elements that merging copies. */
const MAX_MERGED = MAX_CONFIG_BYTES;

/** A budget that throws `config_invalid` when it is used up: a few tiny files that include each other could fill any memory. */
export function createBudget(at: string): Spend {
  let left = MAX_MERGED;
  return (cost) => {
    left -= cost;
    if (left < 0) throw invalidInclude({ kind: 'include-too-large', path: at, most: MAX_MERGED });
  };
}

/** Keys that OpenClaw never takes over from one object into another, because they reach prototypes. */
const BLOCKED_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * As OpenClaw merges an included value with what is beside it: arrays concatenate, objects merge, else `over` wins.
 * `spend` is told, before, what the copy costs.
 */
export function deepMerge(under: JsonValue, over: JsonValue, spend: Spend): JsonValue {
  if (Array.isArray(under) && Array.isArray(over)) {
    spend(under.length + over.length);
    return [...under, ...over];
  }
  if (!isJsonObject(under) || !isJsonObject(over)) return over;
  // A member of a large object costs about as much as 40 characters.
  spend(40 * Object.keys(under).length);
  const merged: JsonObject = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (BLOCKED_KEYS.includes(key)) continue;
    const before = Object.hasOwn(merged, key) ? merged[key] : undefined;
    setOwn(merged, key, before === undefined ? value : deepMerge(before, value, spend));
  }
  return merged;
}

/**
 * The included file that states the value at a path (or a value of another kind on the way to it); of several
 * the one that counts. Undefined where only the root file does, or none.
 */
export function findOwner(
  value: JsonValue,
  path: JsonPath,
  files: IncludedFiles,
  place: { at: string; root: string; seen?: Set<string> },
): string | undefined {
  const itself = place.at === place.root ? undefined : place.at;
  const { seen = new Set() } = place;
  if (!isJsonObject(value)) return itself;
  const [key, ...rest] = path;
  if (key === undefined && itself !== undefined) return itself;
  if (key !== undefined && Object.hasOwn(value, key)) {
    const owner = findOwner(value[key] ?? null, rest, files, { ...place, seen });
    if (owner !== undefined) return owner;
  }
  for (const name of includesOf(value, place.at).reverse()) {
    const at = files.resolvePath(name, place.at);
    // What was not found once in a file, for as much of the path, is not found in it again.
    const visit = `${path.length} ${at}`;
    if (seen.has(visit)) continue;
    seen.add(visit);
    const owner = findOwner(files.get(at), path, files, { ...place, at, seen });
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** `path` is the file that the faulty `$include` is in. */
export function invalidInclude(problem: Extract<Problem, { kind: `include-${string}` }>): OpenclawError {
  return new OpenclawError('config_invalid', problem, { unchanged: true });
}
