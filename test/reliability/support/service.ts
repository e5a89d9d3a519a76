import { onTestFinished } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from '../../../scripts/stand-in/server.js';

/** A stand-in for the service of one test, so that tests can run at once. */
export async function useService(options: StandInOptions = {}): Promise<StandIn> {
  const service = await startStandIn(options);
  onTestFinished(() => service.close());
  return service;
}
