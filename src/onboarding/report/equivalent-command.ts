import { describeModel } from '../../catalog/describe-model.ts';
import { modelIdOf } from '../../text/model-ref.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import type { Answers } from '../answers.ts';
import type { OnboardOptions } from '../options.ts';

/** The command that asks nothing and comes to the same result, indented and broken for a terminal of this width; the token stands for itself as `"$HF_TOKEN"`. */
export function equivalentCommand(
  { token, choices, catalog }: Answers,
  options: OnboardOptions,
  columns: number,
): string {
  const isDerived = (ref: string, label: string) => describeModel(catalog, modelIdOf(ref) ?? ref).name === label;
  const aliases = choices.aliases.filter(({ ref, label }) => !isDerived(ref, label));
  const flag = (name: string, value: string) => `${name} ${shellQuote(value)}`;
  const parts = [
    ['openclaw', ...(options.profile === undefined ? [] : [flag('--profile', options.profile)]), 'onboard'].join(' '),
    '--non-interactive --mode local',
    '--auth-choice huggingface-api-key',
    ...(choices.primary === null ? [] : [flag('--model', choices.primary)]),
    ...choices.fallbacks.map((ref) => flag('--fallback', ref)),
    ...aliases.map(({ ref, label }) => flag('--alias', `${ref}=${label}`)),
    ...(token?.isGiven ? ['--huggingface-api-key "$HF_TOKEN"'] : []),
    ...(token?.isGiven && !token.store ? ['--secret-input-mode ref'] : []),
  ];
  return breakCommand(parts, columns);
}

/** On one line where it fits, else a flag a line: a line that the terminal breaks is hard to copy. */
function breakCommand([program = '', ...flags]: readonly string[], columns: number): string {
  const line = `  ${[program, ...flags].join(' ')}`;
  return line.length <= columns ? line : `  ${[program, ...flags].join(' \\\n    ')}`;
}
