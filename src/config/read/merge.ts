import { isJsonObject, type JsonObject, type JsonValue, setOwn } from '../../text/json.ts';

/** Keys that OpenClaw never takes over from one object into another, because they reach prototypes. */
const BLOCKED_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * As OpenClaw merges an included value with what stands beside it: arrays concatenate, objects merge, else `over` wins.
 * `spend` is told, before, what the copy costs.
 */
export function deepMerge(under: JsonValue, over: JsonValue, spend: (count: number) => void = () => {}): JsonValue {
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
