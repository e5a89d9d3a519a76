import fc from 'fast-check';
import JSON5 from 'json5';
import { describe, expect, it, vi } from 'vitest';
import { applyChanges, type Change } from '../../src/config/change.ts';
import { type Document, parseDocument } from '../../src/config/document.ts';
import { editDocument } from '../../src/config/edit.ts';
import type { ContainerNode, Item, ObjectNode } from '../../src/config/scan.ts';
import { OpenclawError } from '../../src/errors.ts';
import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '../../src/text/json.ts';
import { randomChanges } from '../support/random-changes.ts';
import { type Random, randomDocument, randomFrom } from '../support/random-json5.ts';

/** A soak: `SOAK_RUNS=200000 npx vitest run test/config/edit-properties.test.ts --testTimeout 0`. */
const RUNS = Number(process.env.SOAK_RUNS ?? 1000);

// The reference parser warns about raw U+2028 in strings; ours must not.
vi.spyOn(console, 'warn').mockImplementation(() => {});

/** Runs a property over seeds: a failure prints the seed that reproduces it. */
function forRandomDocuments(property: (random: Random, seed: number) => void): void {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => property(randomFrom(seed), seed)),
    { numRuns: RUNS },
  );
}

describe('random edits of random documents', () => {
  it('make the changes and nothing else, in JSON5', () => {
    forRandomDocuments((random) => {
      const { text } = randomDocument(random, 'json5');
      const document = parseDocument(text);
      const changes = randomChanges(random, document.value, false);
      const intended = applyOrRefuse(document.value, changes);
      if (intended === undefined) return;
      expectGoodEdit(document, intended, editDocument(document, intended));
      if (changes.every((change) => change.op === 'remove' || change.op === 'remove-item')) {
        expect(blankLines(editDocument(document, intended))).toBeLessThanOrEqual(blankLines(text));
      }
    });
  });

  it('turn any document into any other value', () => {
    forRandomDocuments((random) => {
      const document = parseDocument(randomDocument(random, 'json5').text);
      const intended = parseDocument(randomDocument(random, 'json5').text).value;
      expectGoodEdit(document, intended, editDocument(document, intended));
    });
  });

  it('keep pure JSON pure', () => {
    forRandomDocuments((random) => {
      const document = parseDocument(randomDocument(random, 'json').text);
      const intended = applyOrRefuse(document.value, randomChanges(random, document.value, true));
      if (intended === undefined) return;
      const text = editDocument(document, intended);
      expectGoodEdit(document, intended, text);
      expect(equalJson(JSON.parse(text), intended)).toBe(true);
    });
  });
});

function expectGoodEdit(document: Document, intended: JsonObject, text: string): void {
  expect(equalJson(JSON5.parse(text.trim() === '' || isOnlyComments(text) ? '{}' : text), intended)).toBe(true);
  expect(commentsOf(text)).toEqual(commentsOf(document.text));
  const edited = parseDocument(text);
  expect(editDocument(edited, intended)).toBe(text);
  if (document.root && edited.root)
    expectUntouched(document, document.root, edited, edited.root, document.value, intended);
  const before = lineEnds(document.text);
  const allowed = before.size === 0 ? new Set(['\n']) : before;
  if (allowed.size === 1) expect([...lineEnds(text)].every((eol) => allowed.has(eol))).toBe(true);
}

/** What means the same in both texts is written with the same characters in both. */
function expectUntouched(
  before: Document,
  oldNode: ContainerNode,
  after: Document,
  newNode: ContainerNode,
  oldValue: JsonValue,
  newValue: JsonValue,
): void {
  const compare = (a: Item | undefined, b: Item | undefined, x: JsonValue, y: JsonValue) => {
    if (a === undefined || b === undefined) throw new Error('an item is missing');
    if ('keyEnd' in a && 'keyEnd' in b) {
      expect(after.text.slice(b.start, b.keyEnd)).toBe(before.text.slice(a.start, a.keyEnd));
    }
    if (equalJson(x, y)) {
      expect(after.text.slice(b.start, b.value.end)).toBe(before.text.slice(a.start, a.value.end));
    } else if (a.value.kind !== 'scalar' && b.value.kind === a.value.kind && a.value.items.length > 0) {
      expectUntouched(before, a.value, after, b.value, x, y);
    }
  };
  if (Array.isArray(oldValue) && Array.isArray(newValue)) {
    for (let i = 0; i < Math.min(oldValue.length, newValue.length); i++) {
      if (!equalJson(oldValue[i], newValue[i])) break;
      compare(oldNode.items[i], newNode.items[i], oldValue[i] ?? null, newValue[i] ?? null);
    }
  } else if (
    oldNode.kind === 'object' &&
    newNode.kind === 'object' &&
    isJsonObject(oldValue) &&
    isJsonObject(newValue)
  ) {
    for (const key of Object.keys(oldValue).filter((name) => Object.hasOwn(newValue, name))) {
      compare(lastNamed(oldNode, key), lastNamed(newNode, key), oldValue[key] ?? null, newValue[key] ?? null);
    }
  }
}

function lastNamed(node: ObjectNode, key: string): Item | undefined {
  return node.items.findLast((member) => member.key === key);
}

/** An oracle of its own for `applyChanges`: mutates a copy. Both must refuse the same changes. */
function applyOrRefuse(value: JsonObject, changes: Change[]): JsonObject | undefined {
  const expected = changes.reduce<JsonObject | undefined>(
    (current, change) => (current && mutate(current, change) ? current : undefined),
    copy(value) as JsonObject,
  );
  const untouched = JSON5.stringify(value);
  try {
    const result = applyChanges(value, changes);
    expect(JSON5.stringify(value)).toBe(untouched);
    expect(expected !== undefined && equalJson(result, expected)).toBe(true);
    return result;
  } catch (error) {
    expect(error).toBeInstanceOf(OpenclawError);
    expect(expected).toBeUndefined();
    return undefined;
  }
}

function mutate(root: JsonObject, change: Change): boolean {
  const creates = change.op === 'set' || change.op === 'append';
  let object: JsonObject = root;
  for (const key of change.path.slice(0, -1)) {
    if (!Object.hasOwn(object, key)) {
      if (!creates) return true;
      define(object, key, {});
    }
    const next = object[key];
    if (!isJsonObject(next)) return false;
    object = next;
  }
  const key = change.path.at(-1) ?? '';
  const target = Object.hasOwn(object, key) ? object[key] : undefined;
  if (change.op === 'set') define(object, key, copy(change.value));
  if (change.op === 'remove') delete object[key];
  if (change.op === 'append' || change.op === 'remove-item') {
    if (target !== undefined && !Array.isArray(target)) return false;
    if (change.op === 'append') define(object, key, [...(target ?? []), copy(change.value)]);
    else if (target)
      define(
        object,
        key,
        target.filter((item) => !equalJson(item, change.value)),
      );
  }
  return true;
}

function define(object: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}

function copy(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(copy);
  if (!isJsonObject(value)) return value;
  const object = {};
  for (const key of Object.keys(value)) define(object, key, copy(value[key] ?? null));
  return object;
}

const TOKEN = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\//g;

function commentsOf(text: string): string[] {
  return (text.match(TOKEN) ?? []).filter((token) => token.startsWith('/'));
}

function isOnlyComments(text: string): boolean {
  return text.replace(TOKEN, '').trim() === '';
}

function lineEnds(text: string): Set<string> {
  return new Set(text.match(/\r\n|\r|\n/g));
}

function blankLines(text: string): number {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() === '').length;
}
