import { describe, expect, it } from 'vitest';
import { Json5SyntaxError } from '../../src/json5/errors.ts';
import { positionAt } from '../../src/json5/lines.ts';
import { parse } from '../../src/json5/parse.ts';

describe('parse', () => {
  it('says where everything stands', () => {
    const text = "{ a: [1, 'x'], /* c */ 'b': {}, }";
    const { root, comments, value } = parse(text);
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(value).toEqual({ a: [1, 'x'], b: {} });
    expect(comments.map(slice)).toEqual(['/* c */']);
    expect(root?.items.map((item) => [item.key, text.slice(item.start, item.keyEnd), slice(item.value)])).toEqual([
      ['a', 'a', "[1, 'x']"],
      ['b', "'b'", '{}'],
    ]);
    expect(root?.items.map((item) => item.comma)).toEqual([text.indexOf('],') + 1, text.lastIndexOf(',')]);
  });

  it.each(['', ' \n\t', '\ufeff', '// only\n', '/* a */ // b', '\ufeff// x\r'])(
    'takes %j for an empty config',
    (text) => {
      expect(parse(text)).toMatchObject({ value: {}, root: null });
    },
  );

  it.each<[string, number, number]>([
    ['[]', 1, 1],
    ['// a list\n  [1]', 2, 3],
    ['\ufeffnull', 1, 1],
    ['"x"', 1, 1],
    ['\r\r5', 3, 1],
  ])('refuses the top level of %j', (text, line, column) => {
    const offset = text.search(/[[n"5]/);
    expect(positionAt(text, offset)).toEqual({ line, column });
    expect(() => parse(text)).toThrow(new Json5SyntaxError({ kind: 'not-an-object' }, offset));
  });

  it('reads keys as json5 does', () => {
    const text = '{ \\u0061b: 1, "\\x41\\\n": 2, größe: 3, \'it\\\'s\': 4, $_1: 5, "": 6, Infinity: 7, 𝒳: 8 }';
    const { root, value } = parse(text);
    expect(root?.items.map((item) => item.key)).toEqual(['ab', 'A', 'größe', "it's", '$_1', '', 'Infinity', '𝒳']);
    expect(root?.items.map((item) => item.key)).toEqual(Object.keys(value));
  });
});
