import type { Catalog } from '../../catalog/catalog.ts';
import type { System } from '../../system.ts';
import { formatPath, type JsonObject } from '../../text/json.ts';
import { sanitise } from '../../text/sanitise.ts';
import { en } from '../../words/en/en.ts';
import { type Note, noteIn, reasonIn } from '../../words/words.ts';
import type { Outcome } from '../plan/outcome.ts';
import type { Plan } from '../plan/plan.ts';

type NameCommands = Pick<System['io'], 'nameCommands'>;

// What several `--json` documents have in common. The members are written in this order.

/** `model`: the chain and the labels after the plan. */
export function modelDocument({ primary, fallbacks, aliases }: Plan): JsonObject {
  const { ref, previous, action } = primary;
  return { primary: ref, previous, action, fallbacks: [...fallbacks], aliases: Object.fromEntries(aliases) };
}

/** Which list of models it was, and why it is not a live one. */
export function catalogDocument({ source, models, fetchedAt, reason }: Catalog): JsonObject {
  return { source, count: models.size, fetchedAt, reason: reasonIn(en, reason) };
}

/** The last members of a document about a change: what it edits, what it kept and why, what to know. */
export function outcomeDocument(
  { changes, notes }: Omit<Outcome, 'warnings'>,
  warnings: readonly Note[],
  io: NameCommands,
): JsonObject {
  return {
    edits: changes.map(({ path, op }) => ({ path: formatPath(path), op })),
    notes: notesDocument(notes, io),
    warnings: notesDocument(warnings, io),
  };
}

/** In English, their commands named as this run was called. */
export function notesDocument(notes: readonly Note[], { nameCommands }: NameCommands): string[] {
  return notes.map((note) => nameCommands(sanitise(noteIn(en, note))));
}
