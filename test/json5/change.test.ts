import { describe, expect, it } from 'vitest';
import { applyChanges, type Change } from '../../src/json5/change.ts';
import { WrongTypeError } from '../../src/json5/errors.ts';
import type { JsonObject, JsonType, JsonValue } from '../../src/text/json.ts';

describe('applyChanges', () => {
  it.each<[string, JsonObject, Change, JsonObject]>([
    ['sets', { a: 1 }, { op: 'set', path: ['a'], value: 2 }, { a: 2 }],
    ['sets what is absent', {}, { op: 'set', path: ['a', 'b'], value: [] }, { a: { b: [] } }],
    ['sets null', { a: 1 }, { op: 'set', path: ['a'], value: null }, { a: null }],
    ['appends', { a: [1] }, { op: 'append', path: ['a'], value: 1 }, { a: [1, 1] }],
    ['appends to what is absent', {}, { op: 'append', path: ['a', 'b'], value: 1 }, { a: { b: [1] } }],
    ['removes', { a: { b: 1, c: 2 } }, { op: 'remove', path: ['a', 'b'] }, { a: { c: 2 } }],
    ['removes what is absent', { a: {} }, { op: 'remove', path: ['a', 'b', 'c'] }, { a: {} }],
    [
      'removes all equal items',
      { a: [1, { x: 1 }, { x: 1 }] },
      { op: 'remove-item', path: ['a'], value: { x: 1 } },
      { a: [1] },
    ],
    ['leaves an empty list', { a: [1] }, { op: 'remove-item', path: ['a'], value: 1 }, { a: [] }],
    ['removes an item of an absent list', {}, { op: 'remove-item', path: ['a', 'b'], value: 1 }, {}],
    [
      'updates the items of an id in what they have',
      { a: [1, { id: 'x', n: 1, in: { a: 1, b: 1 } }, { id: 'y', n: 1 }, { id: 'x' }] },
      { op: 'update-item', path: ['a'], value: { id: 'x', n: 2, new: 2, in: { a: 2, c: 2 } } },
      { a: [1, { id: 'x', n: 2, in: { a: 2, b: 1 } }, { id: 'y', n: 1 }, { id: 'x' }] },
    ],
    ['updates an item of an absent list', {}, { op: 'update-item', path: ['a'], value: { id: 'x' } }, {}],
    ['replaces the whole', { a: 1 }, { op: 'set', path: [], value: { b: 2 } }, { b: 2 }],
  ])('%s', (_, before, change, after) => {
    expect(applyChanges(before, [change])).toEqual(after);
  });

  it('applies changes in order and never mutates', () => {
    const before: JsonObject = Object.freeze({ a: Object.freeze({ b: 1 }), keep: Object.freeze({}) });
    const after = applyChanges(before, [
      { op: 'set', path: ['a', 'c'], value: 2 },
      { op: 'remove', path: ['a', 'b'] },
      { op: 'append', path: ['l'], value: 1 },
    ]);
    expect(after).toEqual({ a: { c: 2 }, keep: {}, l: [1] });
    expect(after.keep).toBe(before.keep);
  });

  it('never writes into a value that a change brings', () => {
    const list: JsonValue[] = [1];
    const member: JsonObject = { x: 1 };
    const changes: Change[] = [
      { op: 'set', path: ['l'], value: list },
      { op: 'append', path: ['l'], value: 2 },
      { op: 'set', path: ['o'], value: member },
      { op: 'set', path: ['o', 'y'], value: 2 },
      { op: 'remove', path: ['o', 'x'] },
    ];
    expect(applyChanges({}, changes)).toEqual({ l: [1, 2], o: { y: 2 } });
    expect([list, member]).toEqual([[1], { x: 1 }]);
  });

  // Copied for each change, it takes minutes; the runner gives a test five seconds.
  it('makes 60,000 changes to one list and one object in one copy of each', () => {
    const refs = Array.from({ length: 20_000 }, (_, i) => `m${i}`);
    const after = applyChanges({ list: ['m'], map: {} }, [
      ...refs.map((value): Change => ({ op: 'append', path: ['list'], value })),
      ...refs.map((ref): Change => ({ op: 'set', path: ['map', ref, 'alias'], value: ref })),
      ...refs.slice(1).map((ref): Change => ({ op: 'remove', path: ['map', ref] })),
    ]);
    expect(after).toEqual({ list: ['m', ...refs], map: { m0: { alias: 'm0' } } });
  });

  it.each<Change>([
    { op: 'set', path: ['a', 'b'], value: { x: [1], y: 2 } },
    { op: 'remove', path: ['z', 'y'] },
    { op: 'remove-item', path: ['l'], value: 3 },
    { op: 'update-item', path: ['e'], value: { id: 1, n: 1, new: 1 } },
  ])('gives the same object back where $op changes nothing', (change) => {
    const before = { a: { b: { y: 2, x: [1] } }, l: [1, 2], e: [{ id: 1, n: 1 }] };
    expect(applyChanges(before, [change])).toBe(before);
  });

  it('tells -0 from 0', () => {
    expect(applyChanges({ a: -0 }, [{ op: 'set', path: ['a'], value: 0 }])).toEqual({ a: 0 });
  });

  it('takes __proto__ and constructor for plain keys', () => {
    const after = applyChanges({}, [
      { op: 'set', path: ['__proto__', 'polluted'], value: true },
      { op: 'set', path: ['constructor', 'prototype', 'x'], value: 1 },
    ]);
    expect(JSON.stringify(after)).toBe('{"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}}}');
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
    expect(applyChanges(after, [{ op: 'remove', path: ['__proto__'] }])).toEqual({
      constructor: { prototype: { x: 1 } },
    });
    expect('polluted' in {}).toBe(false);
  });

  it.each<[JsonObject, Change, path: string[], found: JsonType, needed: 'object' | 'array']>([
    [{ agents: 5 }, { op: 'set', path: ['agents', 'defaults'], value: {} }, ['agents'], 'number', 'object'],
    [{ agents: null }, { op: 'set', path: ['agents', 'x'], value: 1 }, ['agents'], 'null', 'object'],
    [{ a: { b: [] } }, { op: 'set', path: ['a', 'b', 'c'], value: 1 }, ['a', 'b'], 'array', 'object'],
    [{ a: { 'x/y': 'hf_secret' } }, { op: 'set', path: ['a', 'x/y', 'c'], value: 1 }, ['a', 'x/y'], 'string', 'object'],
    [{ a: true }, { op: 'remove', path: ['a', 'b'] }, ['a'], 'boolean', 'object'],
    [{ fallbacks: {} }, { op: 'append', path: ['fallbacks'], value: 'x' }, ['fallbacks'], 'object', 'array'],
    [{ fallbacks: null }, { op: 'append', path: ['fallbacks'], value: 'x' }, ['fallbacks'], 'null', 'array'],
    [{ fallbacks: 'x' }, { op: 'remove-item', path: ['fallbacks'], value: 'x' }, ['fallbacks'], 'string', 'array'],
    [{}, { op: 'set', path: [], value: [] }, [], 'array', 'object'],
    [{}, { op: 'remove', path: [] }, [], 'absent', 'object'],
  ])('refuses a wrong type in %j', (before, change, path, found, needed) => {
    expect(() => applyChanges(before, [change])).toThrow(new WrongTypeError(path, found, needed));
  });
});
