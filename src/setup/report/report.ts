import type { System } from '../../system.ts';
import { sanitise } from '../../text/sanitise.ts';
import { en } from '../../words/en/en.ts';
import { type Note, noteIn } from '../../words/words.ts';
import type { Applied } from '../apply/apply.ts';
import type { Plan } from '../plan/plan.ts';

type Saving = Pick<Applied<Pick<Plan, 'changes'>>, 'changed' | 'saved'>;

/** Which file was written and where the old one is, in OpenClaw's words; and, as a hint, how to go back. */
export function reportSaved({ changed, saved }: Saving, configPath: string, { io }: Pick<System, 'io'>): void {
  if (!changed) {
    io.out.write(`Already up to date: ${configPath}\n`);
    return;
  }
  if (saved === null) return;
  io.out.write(`Updated config: ${configPath}\n`);
  if (saved.backup !== null) io.out.write(`Backup: ${saved.backup}\n`);
  io.err.write(saved.undoable ? 'Undo: openclaw config undo\n' : 'openclaw config undo does not know this write.\n');
}

type Notes = readonly (Note | string)[];

/** Warnings and notes, on stderr, once each. */
export function reportWarnings(warnings: Notes, notes: Notes, { io, words }: Pick<System, 'io' | 'words'>): void {
  const said = (some: Notes) => new Set(some.map((note) => noteIn(words, note)));
  for (const warning of said(warnings)) io.warn(warning);
  for (const note of said(notes)) io.note(note);
}

/** As every `--json` document has them: in English. */
export function notesDocument(notes: Notes): string[] {
  return notes.map((note) => sanitise(noteIn(en, note)));
}
