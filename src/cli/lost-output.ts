import { OpenclawError, SIGNAL_EXITS, signalOf } from '../errors.ts';

export type Ending = {
  /** The run's own exit code. */
  code: number;
  /** Whether all output was taken by its reader, or dropped for want of one. */
  isWhole: boolean;
  /** The errno code with which standard output failed. */
  failure: string | undefined;
  /** The files that the run wrote. */
  wrote: readonly string[];
};

/** What to say where a run did its work and could not say so; undefined where it could, or has failed anyway. */
export function lostOutput({ code, isWhole, failure, wrote }: Ending, signal: AbortSignal): OpenclawError | undefined {
  if (code !== 0) return undefined;
  const unchanged = wrote.length === 0;
  if (failure !== undefined)
    return new OpenclawError('unexpected', { kind: 'output-failed', code: failure, wrote }, { unchanged });
  if (isWhole) return undefined;
  const by = signalOf(signal);
  const exitCode = SIGNAL_EXITS[by];
  return new OpenclawError('interrupted', { kind: 'output-interrupted', by, wrote }, { unchanged, exitCode });
}

/** For a run whose promises will never settle. */
export function endedEarly(wrote: readonly string[]): OpenclawError {
  return new OpenclawError('unexpected', { kind: 'ended-early', wrote }, { unchanged: wrote.length === 0 });
}
