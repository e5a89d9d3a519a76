import { describe, expect, test } from 'vitest';
import { formatExcerpt } from '../../src/config/read/excerpt.ts';
import { Json5SyntaxError } from '../../src/json5/errors.ts';
import { parse } from '../../src/json5/parse.ts';

/** The line that the excerpt of a broken config shows; undefined where it shows none. */
function shown(text: string): string | undefined {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof Json5SyntaxError)) throw error;
    return formatExcerpt(text, error.offset).split('\n')[0]?.slice(2);
  }
  throw new Error(`not broken: ${text}`);
}

describe('behind a word that names a secret the rest of the line is masked', () => {
  test.each([
    ['{ token; "123:AAH-abc" }', '{ token***'],
    ['{ token, "123:AAH-abc" }', '{ token***'],
    ['{ token： "123:AAH-abc" }', '{ token***'],
    ['{ token -> "123:AAH-abc" }', '{ token***'],
    ['{ token->"123:AAH-abc" }', '{ token-***'],
    ['{ token | "123:AAH-abc" }', '{ token***'],
    ['{ token “123:AAH-abc” }', '{ token***'],
    ['{ token: “123:AAH-abc” }', '{ token***'],
    ['{ token 123:AAH-abc }', '{ token***'],
    ['{ token = 123:AAH-abc }', '{ token***'],
    ["{ password: 'don't-tell' }", '{ password***'],
    ["{ password: 'don', 't-tell' }", '{ password***'],
    ['{ apiKey: "x"rest" }', '{ apiKey***'],
    ['{ apiKey: "x","rest" }', '{ apiKey***'],
    ['{ apiKey: "x" + "rest" }', '{ apiKey***'],
    ['{ apiKey: "x" ! // was abc\n}', '{ apiKey***'],
    ['{ apiKey: """abc""" }', '{ apiKey***'],
    ['{ apiKey: `abc` }', '{ apiKey***'],
    ['{ apiKey: abc }', '{ apiKey***'],
    ['{ apiKey: 12345678, 9abc }', '{ apiKey***'],
    ['{ "p\\u0061ssword": abc }', '{ "p\\u0061ssword***'],
    ['{ "p\\x61ssword": abc }', '{ "p\\x61ssword***'],
    ['{ "pass\\word": abc }', '{ "pass\\word***'],
    ['{ passphrase: abc }', '{ passphrase***'],
    ['{ cookie abc }', '{ cookie***'],
    ['{ credential: (abc) }', '{ credential***'],
    ['{ headers: { "X-A": abc } }', '{ headers***'],
    ['{ extraHeaders->{ "X-A": "abc" } }', '{ extraHeaders-***'],
    ['{ env: { FOO: abc } }', '{ env***'],
    ['{ env->{ FOO: "abc" } }', '{ env-***'],
    ['{ Authorization: Bearer abc }', '{ Authorization***'],
    ['{ a: Bearer abc }', '{ a: Bearer***'],
    ['{ a: hf_abc!defghijk }', '{ a: ***'],
    ['{ a: "hf_abcdefgh\nijk" }', '{ a: "***'],
    ['{ a: eyJhbGci!OiJI.eyJz.c2ln }', '{ a: ***'],
    ['{ url: https://ada:p w@host }', '{ url: https://***'],
    ['{ url: "https://ada:pw@host" ! }', '{ url: "https://***'],
    ['{ a: "my token: abc\n" }', '{ a: "my token***'],
  ])('%j -> %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('a whole value that ends the line is masked alone, and a number of tokens not at all', () => {
  test.each([
    ['{ ! apiKey: "abc" }', '{ ! apiKey: "***" }'],
    ["{ a 'api-key' : 'abc', ", '{ a \'api-key\' : "***", '],
    ['{ a: 1 maxTokens: 8192, b: 1 }', '{ a: 1 maxTokens: 8192, b: 1 }'],
    ['{ url: http://127.0.0.1:8080/v1 }', '{ url: http://127.0.0.1:8080/v1 }'],
    ['{ environment: abc }', '{ environment: abc }'],
  ])('%j -> %j', (text, expected) => {
    expect(shown(text)?.trimEnd()).toBe(expected.trimEnd());
  });
});

describe('a line that may hold the rest of a secret is not shown', () => {
  test.each([
    '{ apiKey:\n  abc }',
    '{ apiKey\n  "abc" }',
    '{ "apiKey": // why\n  abc }',
    '{ apiKey: "x"\n  "abc" }',
    '{ apiKey: "x"\n  + "abc" }',
    '{ apiKey: "x"\n  abc" }',
    '{ tokens: ["x",\n  abc ] }',
    '{ headers: {\n  "X-A": abc } }',
    '{ env: { vars: {\n  A: abc } } }',
    '{ env: [\n  "A=1" "abc" ] }',
    '{ "p\\u0061ssword":\n abc }',
    '{ apiKey: "x\\\nabc" ! }',
    '{ pass!word: "abc" }',
  ])('%j', (text) => {
    expect(shown(text)).toBe('');
  });
});

describe('a line behind a secret that has ended is shown', () => {
  test.each([
    ['{ apiKey: "x",\n  a: 1 b: 2 }', 'a: 1 b: 2 }'],
    ['{ apiKey: "x"\n  a: 1 }', 'a: 1 }'],
    ['{ apiKey: "x"\n  "a": 1 }', '"a": 1 }'],
    ['{ auth: { token: "x" }\n  a: 1 }', 'a: 1 }'],
    ['{ headers: { a: "x" },\n  a: 1 b: 2 }', 'a: 1 b: 2 }'],
    ['{ // the token is elsewhere\n  a: 1 b: 2 }', 'a: 1 b: 2 }'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

test('where the text is not known to be JSON5 up to the place, it is not trusted', () => {
  const text = "{ password: 'don't-tell,\n  go-on\n a: 1 }";
  expect(formatExcerpt(text, text.indexOf('go-on'))).toBe('');
  expect(formatExcerpt('// apiKey: x\n// abc \ufffd', 20)).toBe('');
});
