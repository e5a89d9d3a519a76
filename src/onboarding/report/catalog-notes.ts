import type { Change } from '../../json5/change.ts';
import type { Plan } from '../../setup/plan/plan.ts';
import { isJsonObject } from '../../text/json.ts';
import type { Note } from '../../words/words.ts';
import type { Answers } from '../answers.ts';

/** Where the figures of the new model entries come from, where that is not the live list. In JSON `catalog` says it. */
export function catalogNotes({ catalog }: Pick<Answers, 'catalog'>, plan: Plan): Note[] {
  const { reason, source } = catalog;
  if (reason === null || source === 'live' || !plan.changes.some(writesModelEntries)) return [];
  return [{ kind: 'figures-not-live', source, reason }];
}

/** One more entry in the provider's list, or the whole provider or list with entries in it. */
function writesModelEntries(change: Change): boolean {
  if (change.path[0] !== 'models' || !('value' in change)) return false;
  const { op, value } = change;
  const entries = isJsonObject(value) ? value.models : value;
  return op === 'append' || (Array.isArray(entries) && entries.length > 0);
}
