import { OpenclawError } from '../errors.ts';
import type { TokenCheck } from '../huggingface/check-token.ts';
import { NEW_TOKEN_URL } from '../huggingface/token.ts';
import { maskToken } from '../text/redact.ts';
import type { VerifyMode } from './options.ts';
import type { TokenAnswer } from './token-answer.ts';

/** What a check means for the run: warnings to go on with, or the error to stop with. */
export type Verdict = { kind: 'fine'; warnings: string[] } | { kind: 'refused'; error: OpenclawError };

/** A rejected token and a missing permission always stop; a service that could not be asked only where `required`. */
export function judgeToken(check: TokenCheck | null, { token, place }: TokenAnswer, verify: VerifyMode): Verdict {
  if (check === null) return { kind: 'fine', warnings: [] };
  const named = `The token from ${place} (${maskToken(token)})`;
  switch (check.kind) {
    case 'accepted':
      return { kind: 'fine', warnings: check.notes };
    case 'rejected':
      return refused(
        new OpenclawError(
          'token_rejected',
          `${named} was rejected by Hugging Face: ${check.message} Nothing was changed.`,
          {
            hint: `Create a new one: ${NEW_TOKEN_URL}`,
            ...(check.status !== null && { status: check.status }),
          },
        ),
      );
    case 'missing-permission':
      return refused(
        new OpenclawError(
          'token_permission',
          `${named} belongs to ${check.account.name}, but may not call Inference Providers. Nothing was changed.`,
          {
            hint: `Tick "Make calls to Inference Providers" for it at https://huggingface.co/settings/tokens\nor create a new one: ${NEW_TOKEN_URL}`,
          },
        ),
      );
    case 'unverified':
      return judgeUnverified(named, check.reason, verify);
  }
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
