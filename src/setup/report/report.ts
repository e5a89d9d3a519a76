import type { System } from '../../system.ts';
import { type Note, noteIn } from '../../words/words.ts';
import type { Result } from '../apply/apply.ts';
import type { Plan } from '../plan/plan.ts';

type Saving = Pick<Result<Pick<Plan, 'changes'>>, 'changed' | 'saved'>;

/** Which file was written and where the old one is, in OpenClaw's words; and, as a hint, how to go back. */
export function reportSaved(
  { changed, saved }: Saving,
  path: string,
  { io, words: { report } }: Pick<System, 'io' | 'words'>,
): void {
  if (!changed) io.say(report.upToDate({ path }));
  if (saved === null) return;
  io.say(report.updated({ path }));
  if (saved.backup !== null) io.say(report.backup({ path: saved.backup }));
  io.tell(saved.undoable ? report.undo : report.notUndoable);
}

type Notes = readonly Note[];

/** Warnings and notes, on stderr, once each. */
export function reportWarnings(warnings: Notes, notes: Notes, { io, words }: Pick<System, 'io' | 'words'>): void {
  const said = (some: Notes) => new Set(some.map((note) => noteIn(words, note)));
  for (const warning of said(warnings)) io.warn(warning);
  for (const note of said(notes)) io.note(note);
}
