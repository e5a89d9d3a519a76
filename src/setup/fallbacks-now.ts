import type { ConfigPlan } from './change-config.ts';

/** The fallbacks after a plan, as a line and as JSON. */
export function fallbacksNow(fallbacks: readonly string[]): Pick<ConfigPlan, 'lines' | 'document'> {
  const line = `Fallbacks: ${fallbacks.length === 0 ? 'none' : fallbacks.join(', ')}`;
  return { lines: [line], document: { fallbacks: [...fallbacks] } };
}
