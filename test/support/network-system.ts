import type { Clock, Fetch, System } from '../../src/system.ts';

/** The real network and the real clock, which is all that a client of the service needs. */
export function networkSystem(
  signal: AbortSignal = new AbortController().signal,
): Pick<System, 'fetch' | 'clock' | 'signal'> {
  const realFetch: Fetch = (url, init) => fetch(url, init);
  return { fetch: realFetch, clock: realClock, signal };
}

const realClock: Clock = { now: () => new Date(), monotonic: () => performance.now() };
