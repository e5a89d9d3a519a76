import { createFetch } from '../../src/node-system/network/create-fetch.ts';
import type { Clock, System } from '../../src/system.ts';

/** The real network and the real clock, which is all that a client of the service needs. */
export function networkSystem(
  signal: AbortSignal = new AbortController().signal,
): Pick<System, 'fetch' | 'clock' | 'signal'> {
  return { fetch: createFetch({}), clock: realClock, signal };
}

const realClock: Clock = { now: () => new Date(), monotonic: () => performance.now() };
