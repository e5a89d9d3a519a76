import type { Command } from 'commander';
import { writeCandidates } from '../../commands/completion/complete.ts';
import type { ShellName } from '../../commands/completion/script.ts';
import { lineOf } from '../../commands/completion/shell-line.ts';
import type { System } from '../../system.ts';
import { completeWords } from './complete-words.ts';

/** Writes what could be typed next on a line of a shell, by the command table and by what is set up. */
export async function completeLine(
  program: Command,
  { shell, words }: { shell: ShellName; words: readonly string[] },
  system: System,
): Promise<void> {
  const line = lineOf(shell, words);
  await writeCandidates(completeWords(program, line.words), { shell, line }, system);
}
