import type { System } from '../../system.ts';
import { sanitise } from '../../text/sanitise.ts';
import type { ShellName } from './script.ts';
import { escapeWord, type Line } from './shell-line.ts';
import { type Candidate, findValues, type ValueKind } from './values.ts';

export type CompletionRequest = {
  shell: ShellName;
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
