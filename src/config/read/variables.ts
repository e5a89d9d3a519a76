import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, mapMembers, valueAt } from '../../text/json.ts';

/** A `${NAME}` that nothing defines; steps into an array are its indexes. */
export type UnresolvedVariable = { name: string; path: JsonPath };

/** The value of a variable; undefined where no source has it. */
export type LookUp = (name: string) => string | undefined;

/** `${NAME}`, or `$${NAME}`, which means the text `${NAME}`. Upper case only, as in OpenClaw. */
const REFERENCE = /\$(\$?)\{([A-Z_][A-Z0-9_]*)\}/g;

/**
 * The value with variables filled in, in member values only, never in keys, and not again in what was filled in.
 * OpenClaw refuses to start on a variable that is missing or empty; here its text stays, and it is reported, because
 * a config must stay readable where its variables are not set.
 */
export function resolveVariables(
  value: JsonObject,
  lookUp: LookUp,
): { value: JsonObject; unresolved: UnresolvedVariable[] } {
  const unresolved: UnresolvedVariable[] = [];
  const resolveText = (text: string, path: JsonPath) =>
    text.replace(REFERENCE, (reference, escaped: string, name: string) => {
      if (escaped) return `\${${name}}`;
      const found = lookUp(name);
      if (!found) unresolved.push({ name, path });
      return found || reference;
    });
  return { value: mapText(value, [], resolveText) as JsonObject, unresolved };
}

/** The text as it must be in a config for OpenClaw to read exactly this: `${NAME}` escaped to `$${NAME}`. */
export function escapeVariables(text: string): string {
  return text.replace(REFERENCE, (reference) => `$${reference}`);
}

/** The inverse of `escapeVariables`. */
export function unescapeVariables(text: string): string {
  return text.replace(REFERENCE, (reference, escaped) => (escaped ? reference.slice(1) : reference));
}

/** The names of the variables that a value refers to. */
export function variablesIn(value: JsonValue): Set<string> {
  const names = new Set<string>();
  const collect = (text: string) => {
    for (const [, escaped, name] of text.matchAll(REFERENCE)) if (!escaped && name) names.add(name);
    return text;
  };
  mapText(value, [], collect);
  return names;
}

/**
 * The variables that a config defines itself: `env.vars.NAME` and, before it, `env.NAME`. Blank values and those that
 * refer to variables do not count, as in OpenClaw. `value` is the effective config before variables are filled in.
 */
export function configVariables(value: JsonObject): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const path of [['env', 'vars'], ['env']]) {
    const block = valueAt(value, path);
    if (!isJsonObject(block)) continue;
    for (const [name, text] of Object.entries(block)) {
      if (typeof text !== 'string' || !text.trim() || variablesIn(text).size > 0) continue;
      if (/^[A-Za-z_]\w*$/.test(name) && name !== '__proto__') variables[name] = text;
    }
  }
  return variables;
}

type MapText = (text: string, path: JsonPath) => string;

/** The value itself where no text changes. `steps` is where it is. */
function mapText(value: JsonValue, steps: string[], map: MapText): JsonValue {
  if (typeof value === 'string') return value.includes('$') ? map(value, [...steps]) : value;
  if (typeof value !== 'object' || value === null) return value;
  return mapMembers(value, (member, key) => {
    steps.push(String(key));
    const mapped = mapText(member, steps, map);
    steps.pop();
    return mapped;
  });
}
