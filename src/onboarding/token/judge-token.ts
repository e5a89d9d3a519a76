import { OpenclawError } from '../../errors.ts';
import type { TokenCheck } from '../../huggingface/whoami/check-token.ts';
import { namedToken, tokenRefusal } from '../../huggingface/whoami/token-refusal.ts';
import type { VerifyMode } from '../options.ts';
import type { TokenAnswer } from './given-token.ts';

/** What a check means for the run: warnings to go on with, or the error to stop with. */
export type Verdict = { kind: 'fine'; warnings: string[] } | { kind: 'refused'; error: OpenclawError };

/** A rejected token and a missing permission always stop; a service that could not be asked only where `required`. */
export function judgeToken(check: TokenCheck | null, { token, place }: TokenAnswer, verify: VerifyMode): Verdict {
  if (check === null) return { kind: 'fine', warnings: [] };
  if (check.kind === 'accepted') return { kind: 'fine', warnings: check.notes };
  if (check.kind === 'unverified') return judgeUnverified(namedToken(token, place), check.reason, verify);
  const refusal = tokenRefusal(check, { token, place });
  if (refusal === undefined) return { kind: 'fine', warnings: [] };
  const { code, message, ...details } = refusal;
  return refused(new OpenclawError(code, `${message} Nothing was changed.`, details));
}

function judgeUnverified(named: string, reason: OpenclawError, verify: VerifyMode): Verdict {
  const message = `${named} could not be checked: ${reason.message}`;
  if (verify !== 'required') return { kind: 'fine', warnings: [message] };
  return refused(
    new OpenclawError('token_unverified', `${message} Nothing was changed.`, {
      hint: reason.hint ?? 'Try again later, or go on without the check: --verify try',
      retryable: reason.retryable,
      ...(reason.status !== undefined && { status: reason.status }),
      ...(reason.retryAfterSeconds !== undefined && { retryAfterSeconds: reason.retryAfterSeconds }),
      cause: reason,
    }),
  );
}

function refused(error: OpenclawError): Verdict {
  return { kind: 'refused', error };
}
