import type { OpenclawError } from '../errors.ts';
import { explain, type Words } from '../words/words.ts';

/** What failed and what helps, in the run's language; for a failure that does not end the run. */
export function failureWords(
  { problem, message, hint }: OpenclawError,
  words: Words,
): { message: string; hint?: string } {
  if (typeof problem !== 'string') return explain(words, problem);
  return { message, ...(hint !== undefined && { hint }) };
}
