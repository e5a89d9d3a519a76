import JSON5 from 'json5';
import { describe, expect, test } from 'vitest';
import { quickParse } from '../../src/json5/quick-parse.ts';
import { rounds } from '../reliability/support/soak.ts';
import { type Random, randomDocument, randomFrom } from '../support/random-json5.ts';

const quick = (text: string) => quickParse(text, 1000);

/** json5's value as text that tells -0 from 0 and keeps the order of the keys; undefined where it refuses the text. */
function reference(text: string): string | undefined {
  try {
    return shown(JSON5.parse(text));
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return `[${value.map(shown).join()}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${shown(member)}`)}}`;
}

describe('what configs are written in is read', () => {
  test.each([
    ['{}', {}],
    ["// c\n{ a: 1, 'b': [true, false, null,], /* d */ \"c\": 'x', }\r\n", { a: 1, b: [true, false, null], c: 'x' }],
    ['{ "a\\n": "\\u0041\\"" }', { 'a\n': 'A"' }],
    ['[-1.5e3, 0, 12]', [-1500, 0, 12]],
    ['{ a: 1, a: 2 }', { a: 2 }],
    ['"text"', 'text'],
  ])('%s', (text, value) => {
    expect(quick(text)).toEqual(value);
  });
});

describe('what is unusual or wrong is left to json5', () => {
  test.each([
    ['{ __proto__: 1 }'],
    ['{ "__proto__": 1 }'],
    ["{ a: 'it\\'s' }"],
    ['{ a: 0x10 }'],
    ['{ a: +1 }'],
    ['{ a: .5 }'],
    ['{ a: 5. }'],
    ['{ a: 01 }'],
    ['{ a: Infinity }'],
    ['{ ä: 1 }'],
    ['{ \\u0061: 1 }'],
    ['\u00a0{}'],
    ['\ufeff{}'],
    ['{ a: "\u2028" }'],
    ['{ a: "\t" }'],
    ['// \u2028 {}'],
    ['{ a: 1 b: 2 }'],
    ['{ a: 1,, }'],
    ['{ , }'],
    ['{ a: truey }'],
    ['{ a: 1 } x'],
    ['{ a: "x'],
    ['{ a: "x\\'],
    ['{ a /* '],
    ['/'],
    [''],
    [`${'['.repeat(1001)}${']'.repeat(1001)}`],
  ])('%s', (text) => {
    expect(quick(text)).toBeUndefined();
  });
});

/** A character more, less or another one, at one to three places. */
function broken(text: string, random: Random): string {
  const odd = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    "'",
    '/',
    '*',
    '\\',
    '\n',
    '\u2028',
    '\u00a0',
    '0',
    '-',
    '.',
    'e',
    '_',
    'true',
  ] as const;
  let result = text;
  for (let left = 1 + random.below(3); left > 0; left--) {
    const at = random.below(result.length + 1);
    result = result.slice(0, at) + (random.chance(0.6) ? random.pick(odd) : '') + result.slice(at + random.below(3));
  }
  return result;
}

test('for every text it is the value of json5, or "not mine"', () => {
  let mine = 0;
  const runs = rounds(4000, 100_000);
  for (let seed = 0; seed < runs; seed++) {
    const random = randomFrom(seed);
    const whole = randomDocument(random, seed % 4 === 0 ? 'json' : 'json5').text;
    const text = seed % 2 === 0 ? whole : broken(whole, random);
    const value = quick(text);
    if (value === undefined) continue;
    mine++;
    expect(shown(value), text).toBe(reference(text));
  }
  // Or it would be of no use.
  expect(mine).toBeGreaterThan(runs / 20);
});
