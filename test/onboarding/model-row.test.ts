import { expect, test } from 'vitest';
import type { CatalogModel } from '../../src/catalog/catalog.ts';
import { formatModelRow } from '../../src/onboarding/picker/model-row.ts';

const MODEL: CatalogModel = {
  id: 'acme/seer',
  name: 'Seer',
  input: ['text', 'image'],
  contextWindow: 131072,
  maxTokens: 8192,
  reasoning: false,
  tools: 'yes',
  price: { input: 0.5, output: 2.25 },
  available: true,
  providers: [],
};

test.each([
  [80, [], 'acme/seer                                 131k  tools       image    0.50/2.25'],
  [78, [], 'acme/seer                                 131k  tools       image'],
  [65, [], 'acme/seer                                 131k  tools'],
  [50, [], 'acme/seer                                 131k'],
  [40, [], 'acme/seer'],
  [40, ['current', 'not served now'], 'acme/seer (current, not served now)'],
])('in %i columns what does not fit goes from the right, price first', (columns, marks, row) => {
  expect(formatModelRow(MODEL, marks, columns)).toBe(row);
});
