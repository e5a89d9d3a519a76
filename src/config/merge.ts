import { isJsonObject, type JsonObject, type JsonValue, setOwn } from '../text/json.ts';

/** Keys that OpenClaw never takes over from one object into another, because they reach prototypes. */
const BLOCKED_KEYS = ['__proto__', 'constructor', 'prototype'];

/** As OpenClaw merges an included value with what stands beside it: arrays concatenate, objects merge, else `over` wins. */
export function deepMerge(under: JsonValue, over: JsonValue): JsonValue {
  if (Array.isArray(under) && Array.isArray(over)) return [...under, ...over];
  if (!isJsonObject(under) || !isJsonObject(over)) return over;
  const merged: JsonObject = {};
  for (const [key, value] of Object.entries(under)) setOwn(merged, key, value);
  for (const [key, value] of Object.entries(over)) {
    if (BLOCKED_KEYS.includes(key)) continue;
    const before = Object.hasOwn(merged, key) ? merged[key] : undefined;
    setOwn(merged, key, before === undefined ? value : deepMerge(before, value));
  }
  return merged;
}
