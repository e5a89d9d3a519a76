import { OpenclawError } from '../errors.ts';

const WORDS = {
  failed: (code: string) => `The output could not be written (${code}).`,
  interrupted: (verb: string) => `${verb} while the output waited for its reader.`,
  early: 'The run ended before its work was done: nothing was left to wait for.',
  done: (paths: string) => `The run itself was completed; it wrote ${paths}.`,
  begun: (paths: string) => `Until then it wrote ${paths}.`,
  nothing: 'Nothing was changed.',
};

export type Ending = {
  /** The run's own exit code. */
  code: number;
  /** Whether all output was taken by its reader, or dropped for want of one. */
  isWhole: boolean;
  /** The errno code with which standard output failed. */
  failure: string | undefined;
  /** The files that the run wrote. */
  changed: readonly string[];
};

/** What to say where a run did its work and could not say so; undefined where it could, or has failed anyway. */
export function lostOutput(
  { code, isWhole, failure, changed }: Ending,
  signal: AbortSignal,
): OpenclawError | undefined {
  if (code !== 0) return undefined;
  const hint = changed.length === 0 ? WORDS.nothing : WORDS.done(changed.join(', '));
  if (failure !== undefined) return new OpenclawError('unexpected', WORDS.failed(failure), { hint });
  if (isWhole) return undefined;
  const isTerminated = signal.reason === 'SIGTERM';
  const message = WORDS.interrupted(isTerminated ? 'Terminated' : 'Interrupted');
  return new OpenclawError('interrupted', message, { hint, exitCode: isTerminated ? 143 : 130 });
}

/** For a run whose promises will never settle. */
export function endedEarly(changed: readonly string[]): OpenclawError {
  const hint = changed.length === 0 ? WORDS.nothing : WORDS.begun(changed.join(', '));
  return new OpenclawError('unexpected', WORDS.early, { hint });
}
