import { interruption, OpenclawError } from '../../errors.ts';
import type { Prompt } from '../../system/prompt.ts';
import type { System } from '../../system.ts';

/** Seconds that a command which asks the service may take, where `--timeout` says nothing. */
export const TIME_LIMIT = 60;
/** The same of `models bench`, which sends dozens of messages and names their number before. */
export const LONG_TIME_LIMIT = 600;
/** A day, in seconds; Node's timers go to 24. */
export const MAX_TIME = 86_400;

/** How long work that was told to end may take for that. */
const LAST_WORDS_MS = 500;

/**
 * Runs work that may take so many seconds. When they are over, the system's signal aborts, as on Ctrl-C, and the work
 * ends with `timeout`, having said what it has; where it does not hear the signal, this does half a second later. A
 * question stops the time, which starts anew behind the answer. A write that has begun is finished, and once it is done
 * there is no limit: what was written is to be told.
 */
export async function runWithin<T>(seconds: number, system: System, work: (limited: System) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const signal = AbortSignal.any([system.signal, controller.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  try {
    return await new Promise<T>((resolve, reject) => {
      const start = () => {
        stop();
        timer = setTimeout(() => {
          controller.abort(outOfTime(seconds));
          timer = setTimeout(() => reject(signal.reason), LAST_WORDS_MS);
        }, seconds * 1000);
        // A run with nothing left to wait for has ended, whatever time it had.
        timer.unref();
      };
      start();
      work(limit(system, { signal, start, stop })).then(resolve, reject);
    });
  } finally {
    stop();
  }
}

type TimeLimit = { signal: AbortSignal; start(): void; stop(): void };

function limit(system: System, { signal, start, stop }: TimeLimit): System {
  const { files } = system;
  const uninterrupted: typeof files.uninterrupted = async (write) => {
    // Behind a report that nothing was changed nothing may be written.
    if (signal.aborted) throw interruption(signal);
    stop();
    return files.uninterrupted(write).catch((error) => {
      start();
      throw error;
    });
  };
  const prompt = system.prompt && askWithout({ signal, start, stop }, system.prompt);
  return { ...system, signal, prompt, files: { ...files, uninterrupted } };
}

/** Questions during which the time stands still. */
function askWithout({ signal, start, stop }: TimeLimit, prompt: Prompt): Prompt {
  const unhurried = async <A>(answer: () => Promise<A>): Promise<A> => {
    if (signal.aborted) throw interruption(signal);
    stop();
    try {
      return await answer();
    } finally {
      start();
    }
  };
  return {
    ...prompt,
    choose: (question) => unhurried(() => prompt.choose(question)),
    text: (question) => unhurried(() => prompt.text(question)),
    secret: (question) => unhurried(() => prompt.secret(question)),
  };
}

function outOfTime(seconds: number): OpenclawError {
  const more = Math.min(Math.ceil(seconds * 2), MAX_TIME);
  return new OpenclawError('timeout', { kind: 'out-of-time', seconds, more }, { unchanged: true, retryable: true });
}
