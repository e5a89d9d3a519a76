/** A value as JSON5 gives it: JSON plus NaN and the infinities as numbers. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export type JsonObject = { [key: string]: JsonValue };

/** Keys from the root to a value; an index of an array is text. Changes address whole arrays, never an element. */
export type JsonPath = readonly string[];

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type JsonType = 'absent' | 'null' | 'array' | 'object' | 'string' | 'number' | 'boolean';

export function jsonTypeOf(value: JsonValue | undefined): JsonType {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as 'object' | 'string' | 'number' | 'boolean');
}

/** The own member at a path; undefined where any step is absent. Never reads a prototype (`__proto__`). */
export function valueAt(value: JsonValue | undefined, path: JsonPath): JsonValue | undefined {
  let current = value;
  for (const key of path) {
    if (!isJsonObject(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** Sets an own member, also one named `__proto__`. */
export function setOwn(object: JsonObject, key: string, value: JsonValue): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}

/** The value with each element or member mapped; the value itself, not a copy, where each stays what it is. */
export function mapMembers(
  value: JsonValue[] | JsonObject,
  map: (member: JsonValue, key: string | number) => JsonValue,
): JsonValue {
  return Array.isArray(value) ? mapElements(value, map) : mapObject(value, map);
}

function mapElements(value: JsonValue[], map: (member: JsonValue, key: number) => JsonValue): JsonValue[] {
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const member = value[index] ?? null;
    const mapped = map(member, index);
    if (Object.is(mapped, member)) continue;
    copy ??= [...value];
    copy[index] = mapped;
  }
  return copy ?? value;
}

function mapObject(value: JsonObject, map: (member: JsonValue, key: string) => JsonValue): JsonObject {
  let copy: JsonObject | undefined;
  for (const key of Object.keys(value)) {
    const member = value[key] ?? null;
    const mapped = map(member, key);
    if (Object.is(mapped, member)) continue;
    copy ??= { ...value };
    setOwn(copy, key, mapped);
  }
  return copy ?? value;
}

/** Deep equality; the order of keys does not count, -0 and 0 differ, NaN equals NaN. */
export function equalJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => equalJson(item, b[index]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]));
}

const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/;

/**
 * `agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias`; the empty path is `(root)`. Steps that are indexes of an
 * array in `root` are written as such: `agents.list[0].id`.
 */
export function formatPath(path: JsonPath, root?: JsonValue): string {
  let at = root;
  let text = '';
  for (const key of path) {
    if (Array.isArray(at)) text += `[${key}]`;
    else if (!PLAIN_KEY.test(key)) text += `[${JSON.stringify(key)}]`;
    else text += text === '' ? key : `.${key}`;
    at = Array.isArray(at) ? at[Number(key)] : valueAt(at, [key]);
  }
  return text || '(root)';
}

/** The inverse of `formatPath`; undefined where the text is not a path. Single quotes are accepted too. */
export function parsePath(text: string): string[] | undefined {
  const step = /\.?([^.[\]"']+)|\[("(?:[^"\\]|\\.)*"|'[^']*'|\d+)\]/y;
  const path: string[] = [];
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (!match) return undefined;
    const [, plain, bracketed] = match;
    const key = plain ?? parseBracketed(bracketed ?? '');
    if (key === undefined) return undefined;
    path.push(key);
  }
  return path.length > 0 ? path : undefined;
}

/** Undefined for an escape that JSON does not know. */
function parseBracketed(text: string): string | undefined {
  if (text.startsWith("'")) return text.slice(1, -1);
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The promise of every document: within it no field is removed or given another meaning. */
const SCHEMA_VERSION = 1;

/** The one document of a `--json` run, as its line on stdout. */
export function formatDocument(document: object): string {
  return `${formatJson({ schemaVersion: SCHEMA_VERSION, ...document })}\n`;
}

/**
 * A value as one line of JSON, exact, in which what a terminal would obey or a reader not see is escaped. JSON itself
 * escapes only the controls below U+0020 and halves of characters.
 */
export function formatJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Most documents are ASCII: of megabytes, looking for more than that would be a tenth of the whole run.
  return /^[ -~]*$/.test(json) ? json : json.replace(UNSAFE, escapedCharacter);
}

const UNSAFE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

function escapedCharacter(character: string): string {
  const codes = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return codes.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('');
}
