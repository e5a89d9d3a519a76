import { type OpenclawError, rewrapped } from '../../errors.ts';
import type { TokenCheck } from '../../huggingface/whoami/check-token.ts';
import { tokenRefusal } from '../../huggingface/whoami/token-refusal.ts';
import { maskToken } from '../../text/redact.ts';
import type { Note } from '../../words/words.ts';
import type { VerifyMode } from '../options.ts';
import type { TokenAnswer } from './given-token.ts';

/** What a check means for the run: warnings to go on with, or the error to stop with. */
export type Verdict = { kind: 'fine'; warnings: Note[] } | { kind: 'refused'; error: OpenclawError };

/** A rejected token and a missing permission always stop; a service that could not be asked only where `required`. */
export function judgeToken(check: TokenCheck | null, { token, place }: TokenAnswer, verify: VerifyMode): Verdict {
  if (check === null) return { kind: 'fine', warnings: [] };
  if (check.kind === 'accepted') return { kind: 'fine', warnings: check.notes };
  const refusal = tokenRefusal(check, { token, place });
  if (refusal !== undefined) return { kind: 'refused', error: refusal };
  if (check.kind !== 'unverified') return { kind: 'fine', warnings: [] };
  const { reason } = check;
  const unchecked = { kind: 'token-unchecked', place, masked: maskToken(token), why: reason.problem } as const;
  if (verify !== 'required') return { kind: 'fine', warnings: [unchecked] };
  return { kind: 'refused', error: rewrapped(reason, 'token_unverified', unchecked) };
}
