import { expect, test } from 'vitest';
import { formatExcerpt } from '../../src/config/read/excerpt.ts';
import { maskSecrets } from '../../src/config/read/mask-secrets.ts';
import { parse } from '../../src/json5/parse.ts';
import { nearest } from '../../src/text/nearest.ts';
import { redact } from '../../src/text/redact.ts';

/** Each took minutes where a pattern went back over what it had read; the test's own time limit is the bound. */
test.each([
  ['a comment of a secret word again and again', `{ a: 1 } // ${'key'.repeat(100_000)}`],
  ['words that all name secrets', `{ a: 1 } // ${'token-'.repeat(50_000)}`],
  ['200 KB without a blank', `{ a: "${'x'.repeat(200_000)}" }`],
  ['200 KB of dots and hyphens', `{ a: "${'.-'.repeat(100_000)}" }`],
  ['quotes that never close, in a comment', `{ a: 1 } // ${'key: "'.repeat(30_000)}`],
])('%s is masked in linear time', (_, text) => {
  expect(maskSecrets(parse(text)).length).toBeGreaterThan(0);
  expect(redact(text).length).toBeGreaterThan(0);
  expect(formatExcerpt(text, text.length - 1)).toBeDefined();
});

test('no name is near to 1 MB of letters', () => {
  const names = Array.from({ length: 150 }, (_, index) => `organisation/model-number-${index}`);
  expect(nearest('x'.repeat(1_000_000), names, 3, Number.POSITIVE_INFINITY)).toEqual([]);
});
