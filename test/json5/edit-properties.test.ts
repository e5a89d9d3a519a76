import fc from 'fast-check';
import JSON5 from 'json5';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyChanges, type Change } from '../../src/json5/change.ts';
import { edit } from '../../src/json5/edit.ts';
import { WrongTypeError } from '../../src/json5/errors.ts';
import { type Document, parse } from '../../src/json5/parse.ts';
import type { ContainerNode, Item, ObjectNode, Range } from '../../src/json5/scan.ts';
import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '../../src/text/json.ts';
import { randomChanges } from '../support/random-changes.ts';
import { type Random, randomDocument, randomFrom } from '../support/random-json5.ts';

/** A soak: `SOAK_RUNS=200000 npx vitest run test/json5/edit-properties.test.ts --testTimeout 0`. */
const RUNS = Number(process.env.SOAK_RUNS ?? 400);

// The reference parser warns about raw U+2028 in strings; ours must not.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));

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
      const document = parse(text);
      const changes = randomChanges(random, document.value, false);
      const intended = applyOrRefuse(document.value, changes);
      if (intended === undefined) return;
      expectGoodEdit(document, intended, edit(document, intended));
      if (changes.every((change) => change.op === 'remove' || change.op === 'remove-item')) {
        expect(blankLines(edit(document, intended))).toBeLessThanOrEqual(blankLines(text));
      }
    });
  });

  it('turn any document into any other value', () => {
    forRandomDocuments((random) => {
      const document = parse(randomDocument(random, 'json5').text);
      const intended = parse(randomDocument(random, 'json5').text).value;
      expectGoodEdit(document, intended, edit(document, intended));
    });
  });

  it('give back the same bytes where what was added last is removed again', () => {
    forRandomDocuments((random) => {
      const document = parse(randomDocument(random, 'json5').text);
      const place = randomFilledContainer(random, document);
      if (place === undefined) return;
      const { path, node } = place;
      const isList = node.kind === 'array';
      const adding: Change = isList
        ? { op: 'append', path, value: 'new one' }
        : { op: 'set', path: [...path, 'new'], value: 1 };
      const removing: Change = isList
        ? { op: 'remove-item', path, value: 'new one' }
        : { op: 'remove', path: [...path, 'new'] };
      const added = parse(edit(document, applyChanges(document.value, [adding])));
      // A line that broke stays broken, and a comma that made way for its comment stays there.
      if (added.text.split(LINE_END).length > document.text.split(LINE_END).length && !hasLineEnd(document, node))
        return;
      const behindLast = document.text.slice((node.items.at(-1)?.comma ?? node.end) + 1, node.end);
      if (/^[^\S\n\r\u2028\u2029]*\/\*/.test(behindLast)) return;
      expect(edit(added, applyChanges(added.value, [removing]))).toBe(document.text);
    });
  });

  it('keep pure JSON pure', () => {
    forRandomDocuments((random) => {
      const document = parse(randomDocument(random, 'json').text);
      const intended = applyOrRefuse(document.value, randomChanges(random, document.value, true));
      if (intended === undefined) return;
      const text = edit(document, intended);
      expectGoodEdit(document, intended, text);
      expect(equalJson(JSON.parse(text), intended)).toBe(true);
    });
  });
});

function randomFilledContainer(
  random: Random,
  { root, value }: Document,
): { path: string[]; node: ContainerNode } | undefined {
  const places: { path: string[]; node: ContainerNode }[] = [];
  const visit = (node: ContainerNode, path: string[]) => {
    if (node.items.length > 0) places.push({ path, node });
    if (node.kind === 'array' || new Set(node.items.map(({ key }) => key)).size < node.items.length) return;
    for (const { key, value: child } of node.items) if (child.kind !== 'scalar') visit(child, [...path, key]);
  };
  if (root !== null && isJsonObject(value)) visit(root, []);
  return places[random.below(places.length)];
}

function expectGoodEdit(document: Document, intended: JsonObject, text: string): void {
  expect(equalJson(JSON5.parse(text.trim() === '' || isOnlyComments(text) ? '{}' : text), intended)).toBe(true);
  const edited = parse(text);
  expectCommentsBeside(document, edited);
  expectNoWideLine(document, edited);
  expect(edit(edited, intended)).toBe(text);
  if (document.root && edited.root)
    expectUntouched(document, document.root, edited, edited.root, document.value, intended);
  const before = lineEnds(document.text);
  const allowed = before.size === 0 ? new Set(['\n']) : before;
  if (allowed.size === 1) expect([...lineEnds(text)].every((eol) => allowed.has(eol))).toBe(true);
}

const STEP = '\u0001';

/** Where a comment stands: in front of or behind an item on its line, or on the line above it. */
type Stand = { side: 'inside' | 'before' | 'behind' | 'above'; path: string };

/**
 * A comment stays beside its item; where that goes from an object that keeps others, it goes. No comment appears twice
 * or from nowhere, and one on lines of its own stays.
 */
function expectCommentsBeside(before: Document, after: Document): void {
  const [old, now] = [standsOf(before), standsOf(after)];
  const left = commentsOf(after.text);
  expect(left.filter((comment) => !commentsOf(before.text).includes(comment))).toEqual([]);
  for (const [comment, stand] of old.stands) {
    if (stand === undefined || now.isAmbiguous(stand.path)) continue;
    const parent = stand.path.slice(0, stand.path.lastIndexOf(STEP));
    if (now.paths.has(stand.path)) expect([comment, now.stands.get(comment)?.path]).toEqual([comment, stand.path]);
    else if (stand.side !== 'above' && old.filledObjects.has(parent) && now.filledObjects.has(parent))
      expect(left).not.toContain(comment);
  }
}

function standsOf(document: Document) {
  const { text, root, comments } = document;
  const stands = new Map<string, Stand | undefined>();
  const paths = new Set<string>();
  const filledObjects = new Set<string>();
  const ambiguous = new Set<string>();
  const visit = (node: ContainerNode, path: string) => {
    if (node.kind === 'object' && node.items.length > 0) filledObjects.add(path);
    for (const [index, item] of node.items.entries()) {
      // A key may be what an element of a list is: `null`.
      const own = `${path}${STEP}${'key' in item ? item.key : `[${text.slice(item.value.start, item.value.end)}`}`;
      if (paths.has(own)) ambiguous.add(own);
      paths.add(own);
      const from = node.items[index - 1];
      const start = from === undefined ? node.start + 1 : (from.comma ?? from.value.end - 1) + 1;
      const end = node.items[index + 1]?.start ?? node.end - 1;
      for (const comment of comments) {
        const side = sideOf(text, comment, item, start, end);
        if (side !== undefined) stands.set(text.slice(comment.start, comment.end), { side, path: own });
      }
      if (item.value.kind !== 'scalar') visit(item.value, own);
    }
  };
  if (root !== null) visit(root, '');
  const words = commentsOf(text);
  const isAmbiguous = (path: string) => [...ambiguous].some((other) => (path + STEP).startsWith(other + STEP));
  for (const [comment, stand] of stands) {
    const isTwice = words.indexOf(comment) !== words.lastIndexOf(comment);
    if (isTwice || (stand !== undefined && isAmbiguous(stand.path))) stands.set(comment, undefined);
  }
  return { stands, paths, filledObjects, isAmbiguous };
}

const LINE_END = /[\n\r\u2028\u2029]/;

/** Between the items around (`start`, `end`), read by the words of the rule, not by the editor's code. */
function sideOf(text: string, comment: Range, item: Item, start: number, end: number): Stand['side'] | undefined {
  if (comment.start < start || comment.end > end) return undefined;
  const bare = (from: number, to: number) =>
    text.slice(from, to).replace(TOKEN, (token) => (token.startsWith('/') ? '' : token));
  if (comment.end <= item.start) {
    const gap = bare(comment.end, item.start);
    if (!LINE_END.test(gap)) return 'before';
    const isOwnLine = /(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*$/.test(text.slice(start, comment.start));
    return isOwnLine && /^(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*$/.test(text.slice(comment.end, item.start))
      ? 'above'
      : undefined;
  }
  const last = item.comma ?? item.value.end - 1;
  const isInValue = comment.start >= item.value.start && comment.end <= item.value.end;
  if (isInValue) return undefined;
  const isBelow = comment.start >= item.value.end && LINE_END.test(bare(item.value.end, comment.start));
  if (comment.end <= last) return isBelow ? undefined : 'inside';
  const follows = bare(comment.end, end);
  const isLastOnLine = follows.trim() === '' && (LINE_END.test(follows) || /[}\]]/.test(text.charAt(end)));
  const rest = /^[^\n\r\u2028\u2029]*/.exec(follows)?.[0] ?? '';
  return isLastOnLine && rest.trim() === '' && !LINE_END.test(bare(item.value.end, comment.start))
    ? 'behind'
    : undefined;
}

const WIDTH = 100;

/** No object or array that has its line for itself is made wider than the limit, where the file kept to it. */
function expectNoWideLine(before: Document, after: Document): void {
  if (before.root === null || after.root === null || !hasLineEnd(before, before.root)) return;
  if (before.text.split(LINE_END).some((line) => line.length > WIDTH)) return;
  const visit = (node: ContainerNode) => {
    for (const { start, value } of node.items) {
      if (value.kind === 'scalar' || value.items.length === 0) continue;
      visit(value);
      const line = after.text.slice(0, start).split(LINE_END).at(-1) ?? '';
      if (line.trim() !== '' || LINE_END.test(after.text.slice(start, value.end))) continue;
      expect([line.length + value.end - start <= WIDTH, after.text.slice(start, value.end)]).toEqual([
        true,
        after.text.slice(start, value.end),
      ]);
    }
  };
  visit(after.root);
}

function hasLineEnd({ text }: Document, { start, end }: Range): boolean {
  return LINE_END.test(text.slice(start, end));
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
    expect(error).toBeInstanceOf(WrongTypeError);
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
