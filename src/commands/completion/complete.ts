import type { System } from '../../system.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { ShellName } from './script.ts';
import { escapeWord, type Line } from './shell-line.ts';
import { type Candidate, findValues, type ValueKind } from './values.ts';

/** What could stand as the current word: candidates that are known already, and more to be looked up by kind. */
export type Completion = {
  candidates: readonly Candidate[];
  lookUp: { kind: ValueKind; prefix: string } | null;
  /** Before each value that is looked up: `--model=`. */
  before: string;
};

/** One candidate a line, with its meaning behind a tab where the shell shows it; `:file` where files are meant. */
export async function writeCandidates(
  { candidates, lookUp, before }: Completion,
  { shell, line }: { shell: ShellName; line: Line },
  system: System,
): Promise<void> {
  if (lookUp?.kind === 'file') {
    system.io.out.write(':file\n');
    return;
  }
  const found = lookUp === null ? [] : await findValues(lookUp, line.words, system);
  const all = [...candidates, ...found.map(({ value, ...rest }) => ({ value: before + value, ...rest }))];
  for (const { value, description } of all) {
    const clean = sanitise(value);
    const meaning = shell === 'bash' || description === '' ? '' : `\t${sanitise(description)}`;
    system.io.out.write(`${answer(clean, line)}${meaning}\n`);
  }
}

function answer(value: string, { kept, quote }: Line): string {
  return quote === null ? value : escapeWord(value.slice(kept), quote);
}
