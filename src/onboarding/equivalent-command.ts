import { describeModel } from '../catalog/describe-model.ts';
import { modelIdOf } from '../text/model-ref.ts';
import { shellQuote } from '../text/shell-quote.ts';
import type { Answers } from './answer-by-flags.ts';
import type { OnboardOptions } from './options.ts';

/** The command that asks nothing and comes to the same result; the token stands for itself as `"$HF_TOKEN"`. */
export function equivalentCommand({ token, choices, catalog }: Answers, options: OnboardOptions): string {
  const isDerived = (ref: string, label: string) => describeModel(catalog, modelIdOf(ref) ?? ref).name === label;
  const aliases = choices.aliases.filter(({ ref, label }) => !isDerived(ref, label));
  const words = [
    ...(options.profile === undefined ? [] : ['--profile', options.profile]),
    ...['onboard', '--non-interactive', '--mode', 'local', '--auth-choice', 'huggingface-api-key'],
    ...(choices.primary === null ? [] : ['--model', choices.primary]),
    ...choices.fallbacks.flatMap((ref) => ['--fallback', ref]),
    ...aliases.flatMap(({ ref, label }) => ['--alias', `${ref}=${label}`]),
  ];
  const key = token?.isGiven ? ' --huggingface-api-key "$HF_TOKEN"' : '';
  const mode = token?.isGiven && !token.store ? ' --secret-input-mode ref' : '';
  return `openclaw ${words.map(shellQuote).join(' ')}${key}${mode}`;
}
