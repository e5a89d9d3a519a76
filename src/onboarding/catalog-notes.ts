import { touchedRefs } from '../setup/choices.ts';
import type { Plan } from '../setup/plan.ts';
import type { Answers } from './answer-by-flags.ts';

/** Where the figures of the new model entries come from, where that is not the live list. In JSON `catalog` says it. */
export function catalogNotes({ catalog, choices }: Pick<Answers, 'catalog' | 'choices'>, plan: Plan): string[] {
  const hasEntries = touchedRefs(choices).length > 0 && plan.changes.some(({ path }) => path[0] === 'models');
  if (catalog.reason === null || !hasEntries) return [];
  const list = catalog.source === 'cache' ? 'cached' : 'built-in';
  return [`Model figures are those of the ${list} list: ${catalog.reason}`];
}
