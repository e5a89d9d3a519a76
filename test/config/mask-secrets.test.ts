import { describe, expect, test } from 'vitest';
import { maskSecrets } from '../../src/config/read/mask-secrets.ts';
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
    ['{ passphrase: "abc", Authorization: "abc" }', '{ passphrase: "***", Authorization: "***" }'],
    ['{ setCookie: "abc", credentials: ["abc"] }', '{ setCookie: "***", credentials: ["***"] }'],
    ['{ note: "hf_oauth_eyJhbGci.eyJzdWIi.c2ln-9fQ2" }', '{ note: "hf_…9fQ2" }'],
    ['{ note: "see eyJhbGci.eyJzdWIi.c2ln-9fQ2." }', '{ note: "see …9fQ2." }'],
    ['{ url: "wss://ada:pa:ss@host/x" }', '{ url: "wss://***@host/x" }'],
    ['{ note: "hf_abcdefghijklmnop9fQ2" }', '{ note: "hf_…9fQ2" }'],
  ])('%j -> %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

describe('every value within headers and env is masked', () => {
  test.each([
    ['{ env: { HF_TOKEN: "abc", PIN: 0x10, ON: true } }', '{ env: { HF_TOKEN: "***", PIN: ***, ON: true } }'],
    ['{ env: { vars: { A: "abc" } } }', '{ env: { vars: { A: "***" } } }'],
    ['{ env: { shellEnv: { timeoutMs: 500 } } }', '{ env: { shellEnv: { timeoutMs: 500 } } }'],
    [
      '{\n  headers: {\n    "X-A": "abc", // old: "abc"\n    x:\n      "abc",\n  },\n}',
      '{\n  headers: {\n    "X-A": "***", // ***: "***"\n    x:\n      "***",\n  },\n}',
    ],
    ['{ "extra\\u0048eaders": [["a", "b"]] }', '{ "extra\\u0048eaders": [["***", "***"]] }'],
    ['{ environment: "abc", header: "abc" }', '{ environment: "abc", header: "abc" }'],
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
    [
      '{\n  // headers: {\n  //   a: { x: "abc" },\n  //   b: "abc",\n  // },\n  // c: "d"\n}',
      '{\n  // headers: {\n  //   ***: { ***: "***" },\n  //   ***: "***",\n  // },\n  // c: "d"\n}',
    ],
    ['{ // env = A=abc\n}', '{ // env = ***\n}'],
    ['{ // token; "abc", apiKey -> abc\n}', '{ // token; "***", *** *** ***\n}'],
    ['{ // apiKey "a}b"\n}', '{ // apiKey "***"\n}'],
    ['{\n  // privateKey: "begin\n  // abc\n}', '{\n  // privateKey: "***\n  // ***\n}'],
    ['{ // p\\u0061ssword: abc\n}', '{ // p\\u0061ssword: ***\n}'],
    ['{ // the token is kept elsewhere\n}', '{ // the token is kept elsewhere\n}'],
  ])('%j -> %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

test('an empty config and one of comments alone stay as they are', () => {
  expect([masked(''), masked('// hello\n')]).toEqual(['', '// hello\n']);
});
