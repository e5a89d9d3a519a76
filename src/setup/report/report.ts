import type { System } from '../../system.ts';
import { sanitise } from '../../text/sanitise.ts';
import { wrapWords } from '../../text/wrap.ts';
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

/** Warnings and notes, on stderr, once each. */
export function reportWarnings(
  warnings: readonly string[],
  notes: readonly string[],
  { io }: Pick<System, 'io'>,
): void {
  const mark = io.err.style('yellow', '!');
  const { columns } = io.err;
  for (const warning of new Set(warnings))
    io.err.write(`${wrapWords(`${mark} ${sanitise(warning)}`, columns, '  ')}\n`);
  for (const note of new Set(notes))
    io.err.write(`${io.err.style('dim', wrapWords(`  ${sanitise(note)}`, columns, '  '))}
`);
}
