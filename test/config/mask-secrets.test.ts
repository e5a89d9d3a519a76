import { describe, expect, test } from 'vitest';
import { maskSecrets } from '../../src/config/mask-secrets.ts';
import { parse } from '../../src/json5/parse.ts';

function masked(text: string): string {
  return maskSecrets(parse(text));
}

describe('every string under a secret key is masked', () => {
  test.each([
    ['{ apiKey: "abc" }', '{ apiKey: "***" }'],
    ["{ 'api-key': 'abc' }", "{ 'api-key': '***' }"],
    ['{ tokens: ["abc", "def", 5, true] }', '{ tokens: ["***", "***", 5, true] }'],
    ['{ apiKey:\n  "abc"\n}', '{ apiKey:\n  "***"\n}'],
    ['{ apiKey /* c */ : /* d */ "abc" }', '{ apiKey /* *** */ : /* *** */ "***" }'],
    ['{ secrets: { a: { b: ["abc"] } }, c: "abc" }', '{ secrets: { a: { b: ["***"] } }, c: "abc" }'],
    ['{ \\u0061piKey: "abc", "p\\u0061ssword": "abc" }', '{ \\u0061piKey: "***", "p\\u0061ssword": "***" }'],
    ['{ apiKey: "a\\"b\\\nc" }', '{ apiKey: "***" }'],
    ['{ apiKey: "", maxTokens: 5 }', '{ apiKey: "", maxTokens: 5 }'],
    ['{ env: { HF_TOKEN: "abc" } }', '{ env: { HF_TOKEN: "***" } }'],
    ['{ note: "hf_abcdefghijklmnop9fQ2" }', '{ note: "hf_…9fQ2" }'],
  ])('%j -> %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

describe('what a comment says behind a secret word is masked', () => {
  test.each([
    ['{ // apiKey: abc\n}', '{ // apiKey: ***\n}'],
    ['{ // "apiKey": "abc", b: 1\n}', '{ // "apiKey": "***", ***: ***\n}'],
    ['{ /* token = abc */ a: 1 }', '{ /* token = *** */ a: 1 }'],
    [
      '{\n  // tokens: [\n  //   "abc",\n  // ],\n  // model: "x"\n}',
      '{\n  // tokens: [\n  //   "***",\n  // ],\n  // model: "x"\n}',
    ],
    ['{\n  // apiKey:\n  //   abc\n}', '{\n  // apiKey:\n  //   ***\n}'],
    ['{ /* password:\n abc\n */ }', '{ /* password:\n ***\n */ }'],
    ['{ apiKey: // old: "abc"\n "def" }', '{ apiKey: // ***: "***"\n "***" }'],
    ['{ tokens: [ /* abc */ "def" ] }', '{ tokens: [ /* *** */ "***" ] }'],
    ['{ // the token is kept elsewhere\n}', '{ // the token is kept elsewhere\n}'],
  ])('%j -> %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

test('an empty config and one of comments alone stay as they are', () => {
  expect([masked(''), masked('// hello\n')]).toEqual(['', '// hello\n']);
});
