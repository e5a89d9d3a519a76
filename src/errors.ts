import { en } from './words/en/en.ts';
import { explain, type Problem } from './words/words.ts';

/** Of a run that a signal ended: 128 and the signal's number, as in a shell. */
export const SIGNAL_EXITS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Not a failure: what `--exit-code` and `--check` ask for. Something would change, or a model drifted. */
export const DIFFERS = 8;

/**
 * Every failure that a caller can act on has a code, and each code one exit code; README.md lists them.
 * A caller decides by `code`; a person reads `message` (what failed and why) and `hint` (the exact next step).
 */
export const EXIT_CODES = {
  unexpected: 1,
  not_found: 1,
  usage: 2,
  alias_taken: 2,
  config_invalid: 3,
  config_conflict: 3,
  config_locked: 3,
  config_unwritable: 3,
  nothing_to_undo: 3,
  token_missing: 4,
  token_rejected: 4,
  token_permission: 4,
  token_unverified: 5,
  network: 5,
  timeout: 5,
  rate_limited: 5,
  service_error: 5,
  credits_exhausted: 6,
  model_unknown: 7,
  model_not_served: 7,
  interrupted: SIGNAL_EXITS.SIGINT,
} as const;

export type ErrorCode = keyof typeof EXIT_CODES;

export type ErrorDetails = {
  /** Nothing was changed before it failed: said where it is reported. */
  unchanged?: boolean;
  /** HTTP status where the service answered. */
  status?: number | undefined;
  /** Whether the same call may work later without a change. */
  retryable?: boolean;
  /** How long the service asks to wait before that. */
  retryAfterSeconds?: number | undefined;
  /** Overrides the code's exit code; only 143 for a termination needs it. */
  exitCode?: number;
  cause?: unknown;
};

export class OpenclawError extends Error {
  readonly code: ErrorCode;
  /** What failed; its words in the run's language are made where it is reported. `message` and `hint` are English. */
  readonly problem: Problem;
  readonly hint: string | undefined;
  readonly unchanged: boolean;
  readonly status: number | undefined;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly exitCode: number;

  constructor(code: ErrorCode, problem: Problem, details: ErrorDetails = {}) {
    const { message, hint } = explain(en, problem);
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'OpenclawError';
    this.code = code;
    this.problem = problem;
    this.hint = hint;
    this.unchanged = details.unchanged ?? false;
    this.status = details.status;
    this.retryable = details.retryable ?? false;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.exitCode = details.exitCode ?? EXIT_CODES[code];
  }
}

/** What ends the run because a request failed, before anything was changed; its status and when to retry stay. */
export function rewrapped(cause: OpenclawError, code: ErrorCode, problem: Problem): OpenclawError {
  const { status, retryable, retryAfterSeconds } = cause;
  return new OpenclawError(code, problem, { unchanged: true, status, retryable, retryAfterSeconds, cause });
}

/** The errno code (`ENOENT`, `EACCES`, …) of a failed file or network call, where it has one. */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Why a file function failed: its errno code, or the words it came with where it has none. */
export function reasonOf(error: unknown): string {
  return errnoOf(error) ?? (error instanceof Error ? error.message : String(error));
}

/** The error for an answer that ends the run: as Ctrl-C. */
export function quit(): OpenclawError {
  return new OpenclawError('interrupted', { kind: 'quit' }, { unchanged: true });
}

/**
 * The error for work that an aborted signal ended before anything was written: the one that it was aborted with (the time
 * of the run is over), else exit code 130, or 143 after SIGTERM.
 */
export function interruption(signal: AbortSignal): OpenclawError {
  if (signal.reason instanceof OpenclawError) return signal.reason;
  const exitCode = SIGNAL_EXITS[signalOf(signal)];
  const kind = exitCode === SIGNAL_EXITS.SIGTERM ? 'terminated' : 'interrupted';
  return new OpenclawError('interrupted', { kind }, { unchanged: true, exitCode });
}

/** The process signal that an abort is to be told as. */
export function signalOf({ reason }: AbortSignal): keyof typeof SIGNAL_EXITS {
  return reason === 'SIGTERM' ? 'SIGTERM' : 'SIGINT';
}
