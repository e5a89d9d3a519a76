import type { Change } from '../../src/json5/change.ts';
import type { JsonValue } from '../../src/text/json.ts';
import { isJsonObject, type JsonObject } from '../../src/text/json.ts';
import { KEYS, type Random } from './random-json5.ts';

/** Changes to a config: half of them such as the program makes, half of them anywhere. */
export function randomChanges(random: Random, value: JsonObject, finite: boolean): Change[] {
  return Array.from({ length: 1 + random.below(4) }, () => randomChange(random, value, finite));
}

const MODEL = ['agents', 'defaults', 'model'];

function randomChange(random: Random, value: JsonObject, finite: boolean): Change {
  const ref = `huggingface/org/${random.pick(['a', 'b', 'c'])}`;
  switch (random.below(8)) {
    case 0:
      return { op: 'set', path: [...MODEL, 'primary'], value: ref };
    case 1:
      return { op: 'append', path: [...MODEL, 'fallbacks'], value: ref };
    case 2:
      return { op: 'set', path: ['agents', 'defaults', 'models', ref, 'alias'], value: "it's A" };
    case 3:
      return { op: 'remove', path: randomPath(random, value) };
    case 4:
      return { op: 'append', path: randomPath(random, value), value: randomJson(random, 0, finite) };
    case 5: {
      const path = randomPath(random, value);
      const list = at(value, path);
      const item = Array.isArray(list) ? list[random.below(list.length)] : undefined;
      return { op: 'remove-item', path, value: item ?? 1 };
    }
    default:
      return { op: 'set', path: randomPath(random, value), value: randomJson(random, 0, finite) };
  }
}

/** Mostly a path that exists. */
function randomPath(random: Random, value: JsonObject): string[] {
  const path: string[] = [];
  let current: JsonValue | undefined = value;
  do {
    const keys: string[] = isJsonObject(current) ? Object.keys(current) : [];
    const [first, ...others] = keys;
    const key = first !== undefined && random.chance(0.85) ? random.pick([first, ...others]) : random.pick(KEYS);
    path.push(key);
    current = isJsonObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  } while (current !== undefined && random.chance(0.6));
  return path;
}

function at(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const key of path) {
    current = isJsonObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  }
  return current;
}

function randomJson(random: Random, depth: number, finite: boolean): JsonValue {
  const size = random.below(depth > 2 ? 1 : 4);
  switch (random.below(8)) {
    case 0:
      return Array.from({ length: size }, () => randomJson(random, depth + 1, finite));
    case 1:
    case 2:
      return Object.fromEntries(
        Array.from({ length: size }, () => [
          random.pick([...KEYS, '__proto__', "it's", '\u2028', 'x y']),
          randomJson(random, depth + 1, finite),
        ]),
      );
    case 3:
      return finite ? 12.5 : random.pick([-0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e21]);
    case 4:
      return random.pick([true, false, null, 0, 7]);
    default:
      return random.pick([
        'x',
        '',
        'a"b',
        "a'b",
        'back\\slash',
        '\\"',
        '\u2028\u0000\ud800',
        '// no',
        'huggingface/o/m',
      ]);
  }
}
