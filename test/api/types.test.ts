import { expect, test } from 'vitest';
import { refreshCatalog } from '../../src/api.ts';
import type * as published from '../../types/api.d.ts';

/** Compiles only where both are the same type, in both directions. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

test('the published types are those of the code', () => {
  const sameFunction: Same<typeof refreshCatalog, typeof published.refreshCatalog> = true;
  const sameExports: Same<keyof typeof import('../../src/api.ts'), keyof typeof published> = true;
  expect([sameFunction, sameExports, typeof refreshCatalog]).toEqual([true, true, 'function']);
});
