import type { System } from '../../system.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { Shell } from './script.ts';
import { escapeWord, splitLine } from './shell-line.ts';
import { type Candidate, findValues, type ValueKind } from './values.ts';

/** The quote that is open at the cursor. */
export type Quote = '' | '"' | "'";

/** What stands on the line behind the program's name, the word to complete being the last. */
export type Line = {
  words: string[];
  /** How many characters of the last word the shell keeps: what it does not keep is to be answered in full. */
  kept: number;
  /** How the answer is to be escaped; null where the shell itself does that. */
  quote: Quote | null;
};

/** bash gives the line as it was typed and its word breaks; the others give the words. */
export function lineOf(shell: Shell, given: readonly string[]): Line {
  if (shell !== 'bash') return { words: given.length === 0 ? [''] : [...given], kept: 0, quote: null };
  const [line = '', breaks = ''] = given;
  return splitLine(line, breaks);
}

export type CompletionRequest = {
  shell: Shell;
  line: Line;
  completion: {
    candidates: readonly Candidate[];
    lookUp: { kind: ValueKind; prefix: string } | null;
    before: string;
  };
};

/** One candidate a line, with its meaning behind a tab where the shell shows it; `:file` where files are meant. */
export async function writeCandidates({ shell, line, completion }: CompletionRequest, system: System): Promise<void> {
  const { candidates, lookUp, before } = completion;
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
