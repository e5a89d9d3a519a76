import dotenv from 'dotenv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEnvFile, removeEnvVariable, setEnvVariable } from '../../src/env-file/env-file.ts';
import { OpenclawError } from '../../src/errors.ts';

const set = (text: string, value = 'hf_new') => setEnvVariable(text, 'T', value);

test.each([
  ['an empty file', '', 'T=hf_new\n'],
  ['a BOM alone', '\ufeff', '\ufeffT=hf_new\n'],
  ['no final line end', 'A=1', 'A=1\nT=hf_new\n'],
  ['CRLF', 'A=1\r\nB=2\r\n', 'A=1\r\nB=2\r\nT=hf_new\r\n'],
  ['CRLF without a final one', 'A=1\r\nB=2', 'A=1\r\nB=2\r\nT=hf_new\r\n'],
  ['a plain value', 'T=old\n', 'T=hf_new\n'],
  ['a value behind a BOM', '\ufeffT=old\n', '\ufeffT=hf_new\n'],
  ['export', 'export T=old\nA=1\n', 'export T=hf_new\nA=1\n'],
  ['blanks', '  T = old  \n', '  T = hf_new  \n'],
  ['a colon', 'T: old\n', 'T: hf_new\n'],
  ['a comment behind', 'T=old # mine\n', 'T=hf_new # mine\n'],
  ['single quotes', "T='old' # mine\n", "T='hf_new' # mine\n"],
  ['double quotes', 'T="old"\n', 'T="hf_new"\n'],
  ['backticks', 'T=`old`\n', 'T=`hf_new`\n'],
  ['an empty value', 'T=\nA=1\n', 'T=hf_new\nA=1\n'],
  ['an empty value with a comment', 'T= # none yet\n', 'T=hf_new # none yet\n'],
  ['the last of several', 'T=1\nA=1\nT=2\nB=1\n', 'T=1\nA=1\nT=hf_new\nB=1\n'],
  ['CRLF around it', 'A=1\r\nT=old\r\nB=2\r\n', 'A=1\r\nT=hf_new\r\nB=2\r\n'],
  ['a line that is commented out', '# T=old\n', '# T=old\nT=hf_new\n'],
  ['a longer name', 'MY_T=1\nT_2=1\n', 'MY_T=1\nT_2=1\nT=hf_new\n'],
  ['a line within a value', 'A="x\nT=inner\ny"\n', 'A="x\nT=inner\ny"\nT=hf_new\n'],
  ['a line within a value after it', 'T=old\nA="x\r\nT=inner\r\ny"\n', 'T=hf_new\nA="x\r\nT=inner\r\ny"\n'],
  ['its own value of several lines', 'T="x\r\ny"\r\nA=1', 'T="hf_new"\r\nA=1'],
  ['CR alone as line end', 'A=1\rT=old\rB=2', 'A=1\rT=hf_new\rB=2'],
])('%s', (_, before, after) => {
  expect(set(before)).toBe(after);
  expect(set(after)).toBe(after);
});

test.each([
  ['the only line', 'T=old\n', ''],
  ['nothing', 'A=1\n', 'A=1\n'],
  ['behind a BOM', '\ufeffT=old\nA=1\n', '\ufeffA=1\n'],
  ['the first of several', 'T=old\nA=1\n', 'A=1\n'],
  ['the last line without an end', 'A=1\nT=old', 'A=1\n'],
  ['each of several', 'T=1\nA=1\n  export T = 2 # mine\nB=1\nT=\n', 'A=1\nB=1\n'],
  ['CRLF', 'A=1\r\nT=old\r\nB=2\r\n', 'A=1\r\nB=2\r\n'],
  ['CR alone', 'A=1\rT=old\rB=2', 'A=1\rB=2'],
  ['a value of several lines', 'T="x\r\ny" # mine\r\nA=1', 'A=1'],
  ['a comment below an empty value stays', 'T=\n# A is next\nA=1\n', '# A is next\nA=1\n'],
  ['what only looks like it', '# T=1\nMY_T=1\nA="x\nT=inner\ny"\n', '# T=1\nMY_T=1\nA="x\nT=inner\ny"\n'],
])('taken out: %s', (_, before, after) => {
  expect(removeEnvVariable(before, 'T')).toBe(after);
});

test.each([
  ['a b#c', "T='a b#c'\n"],
  ["it's", 'T="it\'s"\n'],
  ['$HOME', "T='$HOME'\n"],
  ['', 'T=\n'],
])('the value %j is quoted as it needs be', (value, expected) => {
  expect(set('', value)).toBe(expected);
  expect(parseEnvFile(expected).T).toBe(value);
});

test('what no quotes can hold is refused', () => {
  expect(() => set('', '\'"`# ')).toThrow(expect.objectContaining({ code: 'config_unwritable' }));
});

test('where an unfinished quote would swallow the line, either it reads back or it is refused', () => {
  const before = "A='open\nB=`\n";
  expect(parseEnvFile(set(before))).toEqual({ ...parseEnvFile(before), T: 'hf_new' });
});

test('a file is read as dotenv reads it', () => {
  const piece = fc.constantFrom(
    ...[
      'A',
      'B',
      '=',
      ':',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '#',
      "'",
      '"',
      '`',
      '\\',
      'x',
      'export ',
      'export',
      '\ufeff',
      '\t',
    ],
    ...['A=', 'B=1\n', '$', '\\n', '\n\n\n', '\u2028', '\u2029', '!', '"x"\n', '.', '-'],
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (content) => {
      expect(parseEnvFile(content)).toEqual(dotenv.parse(content));
    }),
    { numRuns: 5000 },
  );
});

test('80,000 blank lines, and as many of one variable, are read and edited without delay', () => {
  const blank = '\n'.repeat(80_000);
  expect(set(`A=1${blank}T=old${blank}B=\n`)).toBe(`A=1${blank}T=hf_new${blank}B=\n`);
  expect(set(`${blank}export${blank}!`)).toBe(`${blank}export${blank}!\nT=hf_new\n`);
  const many = 'T=1\r\n'.repeat(80_000);
  expect(set(`${many}T=old\r\n`)).toBe(`${many}T=hf_new\r\n`);
});

test('every variable reads back as intended, and every other line stays, whatever the file holds', () => {
  const piece = fc.constantFrom(
    'T',
    'A',
    '=',
    ':',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '#',
    "'",
    '"',
    '`',
    '\\',
    'x',
    'export ',
    '\ufeff',
    '\t',
    'T=',
    'A=1\n',
    '$',
    '\\n',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const value = fc.stringMatching(/^hf_[A-Za-z0-9]{1,8}$/);
  let refused = 0;
  let runs = 0;
  fc.assert(
    fc.property(text, value, (before, token) => {
      runs++;
      let after: string;
      try {
        after = setEnvVariable(before, 'T', token);
      } catch {
        refused++;
        return;
      }
      expect(parseEnvFile(after)).toEqual({ ...parseEnvFile(before), T: token });
      if (parseEnvFile(before).T === undefined) expect(after.startsWith(before)).toBe(true);
      expect(setEnvVariable(after, 'T', token)).toBe(after);
      const { T: _, ...others } = parseEnvFile(before);
      try {
        expect(parseEnvFile(removeEnvVariable(before, 'T'))).toEqual(others);
      } catch (error) {
        if (!(error instanceof OpenclawError)) throw error;
        refused++;
      }
    }),
    { numRuns: 5000 },
  );
  expect(refused / runs).toBeLessThan(0.02);
});
