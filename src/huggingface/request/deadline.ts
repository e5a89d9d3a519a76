import { interruption } from '../../errors.ts';
import type { System } from '../../system.ts';
import { ServiceError } from '../failures/service-error.ts';

/** One limit over everything a call does: connecting, headers, body, and the waits between retries. */
export type Deadline = {
  /** Aborts with the error to report: `timeout` when the time is up, else what ended the run. */
  signal: AbortSignal;
  remainingMs(): number;
  /** Must be called once the work is done, else the process stays alive until the time is up. */
  end(): void;
};

/** Starts a deadline for asking a host. */
export function startDeadline(host: string, limitMs: number, system: Pick<System, 'clock' | 'signal'>): Deadline {
  const controller = new AbortController();
  const started = system.clock.monotonic();
  const interrupt = () => controller.abort(interruption(system.signal));
  const timer = setTimeout(() => controller.abort(timeout(host, limitMs)), limitMs);
  if (system.signal.aborted) interrupt();
  else system.signal.addEventListener('abort', interrupt, { once: true });
  return {
    signal: controller.signal,
    remainingMs: () => limitMs - (system.clock.monotonic() - started),
    end: () => {
      clearTimeout(timer);
      system.signal.removeEventListener('abort', interrupt);
    },
  };
}

/** Waits, unless the signal aborts: then it rejects with the signal's reason. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', abort, { once: true });
  });
}

function timeout(host: string, limitMs: number): ServiceError {
  return new ServiceError('timeout', { kind: 'no-answer', host, seconds: limitMs / 1000 }, { retryable: true });
}
