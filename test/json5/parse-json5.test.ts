import JSON5 from 'json5';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Json5SyntaxError } from '../../src/json5/errors.ts';
import { positionAt } from '../../src/json5/lines.ts';
import { parseJson5 } from '../../src/json5/parse-json5.ts';
import { equalJson } from '../../src/text/json.ts';

afterEach(() => vi.restoreAllMocks());

function failureOf(text: string): Json5SyntaxError {
  try {
    parseJson5(text);
  } catch (error) {
    if (error instanceof Json5SyntaxError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('parseJson5', () => {
  it.each([
    ['duplicate keys', '{"a":1,"b":2,"a":3}'],
    ['a __proto__ key', '{"__proto__":{"a":1},"constructor":null}'],
    ['escapes', '"\\u0041\\ud800\\n\\/"'],
    ['raw line separators', '{"a\u2028":"\u2029"}'],
    ['numbers', '[-0, 1e400, 12345678901234567890, 0.1e-7]'],
    ['a scalar', ' null '],
  ])('reads pure JSON as json5 does: %s', (_, text) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const value = parseJson5(text);
    const reference = JSON5.parse(text);
    expect(equalJson(value, reference)).toBe(true);
    expect(JSON.stringify(value)).toBe(JSON.stringify(reference));
  });

  it('is silent about raw line separators in strings', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(parseJson5("{a: '\u2028\u2029'}")).toEqual({ a: '\u2028\u2029' });
    expect(() => parseJson5("{a: '\u2028\u2029'")).toThrow(Json5SyntaxError);
    expect(warn).not.toHaveBeenCalled();
    expect(console.warn).toBe(warn);
  });

  it.each<[string, string, number, number, string]>([
    ['an empty text', '', 1, 1, 'unexpected-end'],
    ['a missing value, LF', '{\n  a: ,\n}', 2, 6, 'unexpected-character'],
    ['a missing value, CRLF', '{\r\n  a: ,\r\n}', 2, 6, 'unexpected-character'],
    ['a missing value, CR', '{\r  a: ,\r}', 2, 6, 'unexpected-character'],
    ['mixed line ends', '{\r\n\n\ra: ,', 4, 4, 'unexpected-character'],
    ['a BOM on the first line', '\ufeff{a: ,}', 1, 5, 'unexpected-character'],
    ['a BOM before later lines', '\ufeff{\n a: ,}', 2, 5, 'unexpected-character'],
    ['only a BOM', '\ufeff', 1, 1, 'unexpected-end'],
    ['a missing comma', '{\n  a: 1\n  b: 2\n}', 3, 3, 'unexpected-character'],
    ['an unclosed object', '{\n  a: 1\n', 3, 1, 'unexpected-end'],
    ['an unclosed string', '{\n  a: "x\n}', 2, 8, 'unexpected-line-end'],
    ['an unclosed string, CR', '{\r  a: "x\r}', 2, 8, 'unexpected-line-end'],
    ['an unclosed comment', '{} /* x\n', 2, 1, 'unexpected-end'],
    ['an unclosed comment alone', '/* x', 1, 5, 'unexpected-end'],
    ['a bad key escape', '{\n \\u0020a: 1}', 2, 2, 'escape-in-key'],
    ['a character beyond the BMP', '{a: 😀}', 1, 5, 'unexpected-character'],
    ['behind characters beyond the BMP', '{"😀": x}', 1, 8, 'unexpected-character'],
    ['a literal cut by a line end', '{a: tru\n}', 1, 8, 'unexpected-line-end'],
    ['text behind the root', '{}\n\n x', 3, 2, 'unexpected-character'],
    ['a line separator on the way', '{a: "\u2028", b: ,}', 1, 13, 'unexpected-character'],
  ])('says where: %s', (_, text, line, column, kind) => {
    const { fault, offset } = failureOf(text);
    expect([positionAt(text, offset), fault]).toEqual([{ line, column }, { kind }]);
  });

  it('gives the offset of the place', () => {
    expect(failureOf('\ufeff{\r\n  a: ,}').offset).toBe(9);
  });

  it('never quotes the text', () => {
    for (const text of [
      '{token: hf_secret}',
      '{"a": "hf_secret}',
      'hf_secret',
      '{a: [hf_secret]}',
      '{hf\\u0020secret: 1}',
    ]) {
      expect(failureOf(text).message).not.toMatch(/hf|secret/);
    }
  });

  it.each([1000, 1001, 10_000, 1_000_000])('answers %i levels without overflowing the stack', (levels) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['{a:', '}'],
    ] as const) {
      const text = `${open.repeat(levels)}1${close.repeat(levels)}`;
      if (levels <= 1000) expect(parseJson5(text)).toBeTypeOf('object');
      else expect(failureOf(text).fault).toEqual({ kind: 'too-deep', most: 1000 });
    }
  });

  it('does not count brackets in strings and comments', () => {
    const many = '['.repeat(2000);
    expect(parseJson5(`{a: "${many}", /* ${many} */ b: '\\'${many}' // ${many}\n}`)).toHaveProperty('a', many);
  });
});
