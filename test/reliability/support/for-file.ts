import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from '../../../scripts/stand-in/server.js';

/**
 * Homes and services for tests that run at once, all gone at the end of the file: `onTestFinished` without its context
 * counts for whichever test happens to be current.
 */
export function forFile() {
  const directories: string[] = [];
  const closing: (() => Promise<void> | void)[] = [];
  afterAll(async () => {
    await Promise.all(closing.map((close) => close()));
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });
  return {
    home(): string {
      const directory = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-test-')));
      directories.push(directory);
      return directory;
    },
    async service(options: StandInOptions = {}): Promise<StandIn> {
      const service = await startStandIn(options);
      closing.push(() => service.close().catch(() => undefined));
      return service;
    },
    /** To be called at the end. */
    atEnd(close: () => Promise<void> | void): void {
      closing.push(close);
    },
  };
}
