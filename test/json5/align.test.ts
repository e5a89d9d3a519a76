import { describe, expect, it } from 'vitest';
import { alignLists } from '../../src/json5/edit/align.ts';

/** `=0` keep, `~1>2` replace by the new list's element 2, `-1` remove, `+2` insert (`+2..4` several). */
function steps(before: string, after: string): string {
  return alignLists([...before], [...after])
    .map((step) => {
      if (step.kind === 'keep') return `=${step.from}`;
      if (step.kind === 'remove') return `-${step.from}`;
      if (step.kind === 'replace') return `~${step.from}>${step.to}`;
      return step.toEnd === step.to + 1 ? `+${step.to}` : `+${step.to}..${step.toEnd}`;
    })
    .join(' ');
}

/** By its definition. */
function mostKept(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a[0] === b[0]) return 1 + mostKept(a.slice(1), b.slice(1));
  return Math.max(mostKept(a.slice(1), b), mostKept(a, b.slice(1)));
}

describe('alignLists', () => {
  it.each([
    ['', '', ''],
    ['', 'ab', '+0..2'],
    ['ab', '', '-0 -1'],
    ['ab', 'ab', '=0 =1'],
    ['ab', 'abc', '=0 =1 +2'],
    ['ab', 'xab', '+0 =0 =1'],
    ['abc', 'ac', '=0 -1 =2'],
    ['abcd', 'bd', '-0 =1 -2 =3'],
    ['abc', 'axc', '=0 ~1>1 =2'],
    ['abc', 'bcd', '-0 =1 =2 +2'],
    ['aba', 'b', '-0 =1 -2'],
    ['aaa', 'aa', '=0 =1 -2'],
    ['ab', 'cde', '~0>0 ~1>1 +2'],
    ['abc', 'xac', '+0 =0 -1 =2'],
  ])('%s -> %s: %s', (before, after, expected) => {
    expect(steps(before, after)).toBe(expected);
  });

  it('makes the new list, and keeps as many as can be kept, of all short lists', () => {
    const words = ['', 'a', 'b', 'c'].flatMap((x) =>
      ['', 'a', 'b', 'c'].flatMap((y) => ['', 'ac', 'aa', 'bab'].map((z) => x + y + z)),
    );
    for (const before of words)
      for (const after of words) {
        const found = alignLists([...before], [...after]);
        const made = found.map((step) => {
          if (step.kind === 'keep') return before[step.from];
          if (step.kind === 'replace') return after[step.to];
          return step.kind === 'insert' ? after.slice(step.to, step.toEnd) : '';
        });
        const from = found.flatMap((step) => (step.kind === 'insert' ? [] : step.from));
        const kept = found.filter((step) => step.kind === 'keep').length;
        expect({ before, after: made.join(''), from, kept }).toEqual({
          before,
          after,
          from: [...before].map((_, index) => index),
          kept: mostKept(before, after),
        });
      }
  });

  it('keeps the equal ends of lists that are too long to compare', () => {
    const before = Array.from({ length: 3000 }, (_, i) => i);
    const after = [...before.slice(0, 100), ...before.slice(200), 'new'];
    const kinds = alignLists(before, after).map((step) => step.kind);
    expect(kinds.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => 'keep'));
    const appended = alignLists(before, [...before, 'new']);
    expect(appended.at(-1)).toEqual({ kind: 'insert', to: 3000, toEnd: 3001 });
    expect(appended.filter((step) => step.kind === 'keep')).toHaveLength(3000);
    const prepended = alignLists(before, ['new', ...before]);
    expect(prepended.filter((step) => step.kind === 'keep')).toHaveLength(3000);
  });

  it('pairs what is too long to compare', () => {
    const before = Array.from({ length: 1500 }, (_, i) => i);
    const after = before.map((value) => value + 5000);
    expect(alignLists(before, after).every((step) => step.kind === 'replace')).toBe(true);
  });
});
