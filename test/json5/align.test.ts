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
  ])('%s -> %s: %s', (before, after, expected) => {
    expect(steps(before, after)).toBe(expected);
  });

  it('keeps the equal ends of lists that are too long to compare', () => {
    const before = Array.from({ length: 3000 }, (_, i) => i);
    const after = [...before.slice(0, 100), ...before.slice(200), 'new'];
    const kinds = alignLists(before, after).map((step) => step.kind);
    expect(kinds.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => 'keep'));
    const appended = alignLists(before, [...before, 'new']);
    expect(appended.at(-1)).toEqual({ kind: 'insert', to: 3000, toEnd: 3001 });
    expect(appended.filter((step) => step.kind === 'keep')).toHaveLength(3000);
  });

  it('pairs what is too long to compare', () => {
    const before = Array.from({ length: 1500 }, (_, i) => i);
    const after = before.map((value) => value + 5000);
    expect(alignLists(before, after).every((step) => step.kind === 'replace')).toBe(true);
  });
});
