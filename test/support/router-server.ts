import { afterAll, beforeEach } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from '../../scripts/stand-in/server.js';

/**
 * A stand-in for the service for each test of a file, on a port of its own: `const server = routerServer();`, then
 * `server().url`. Closed at the end.
 */
export function routerServer(options: StandInOptions = {}): () => StandIn {
  let current: StandIn | undefined;
  beforeEach(async () => {
    await current?.close();
    current = await startStandIn(options);
  });
  afterAll(async () => current?.close());
  return () => {
    if (!current) throw new Error('routerServer() is to be asked inside a test');
    return current;
  };
}
