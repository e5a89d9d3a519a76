import { join } from 'node:path';

/** Where `build.ts` puts what the tests start as processes of their own: Node takes ten times as long to start sources. */
export const WORKERS = join(import.meta.dirname, '../../.cache/workers');

/** The file to start for `<name>.ts`. */
export function worker(name: string): string {
  return join(WORKERS, `${name}.mjs`);
}
