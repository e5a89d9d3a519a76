import { describeModel } from '../../catalog/describe-model.ts';
import { shortRef } from '../../text/model-ref.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import type { Answers } from '../answers.ts';
import type { OnboardOptions } from '../options.ts';

/**
 * The command that makes no request for answers and comes to the same result, indented and broken for a terminal of this
 * width. The token is left out where OpenClaw finds it by itself now, else it is `"$HF_TOKEN"`.
 */
export function equivalentCommand(
  { authChoice, token, choices, catalog }: Answers,
  options: OnboardOptions,
  columns: number,
): string {
  const isDerived = (ref: string, label: string) => describeModel(catalog, shortRef(ref)).name === label;
  const aliases = choices.aliases.filter(({ ref, label }) => !isDerived(ref, label));
  const flag = (name: string, value: string) => `${name} ${shellQuote(value)}`;
  const parts = [
    ['openclaw', ...(options.profile === undefined ? [] : [flag('--profile', options.profile)]), 'onboard'].join(' '),
    '--non-interactive',
    '--mode local',
    `--auth-choice ${authChoice}`,
    ...(choices.primary === null ? [] : [flag('--model', shortRef(choices.primary))]),
    ...choices.fallbacks.map((ref) => flag('--fallback', shortRef(ref))),
    ...aliases.map(({ ref, label }) => flag('--alias', `${shortRef(ref)}=${label}`)),
    ...(choices.billTo ? [flag('--bill-to', choices.billTo.org ?? 'none')] : []),
    ...(token?.isGiven && !token.store ? ['--huggingface-api-key "$HF_TOKEN"', '--secret-input-mode ref'] : []),
  ];
  return breakCommand(parts, columns);
}

const CONTINUED = ' \\';

/** As many flags a line as there is room for: a line that the terminal breaks is hard to copy. */
function breakCommand(parts: readonly string[], columns: number): string {
  const lines: string[] = [];
  let line = ' ';
  for (const part of parts) {
    const longer = `${line} ${part}`;
    if (longer.length + CONTINUED.length > columns && line.trim() !== '') {
      lines.push(line + CONTINUED);
      line = `    ${part}`;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}
