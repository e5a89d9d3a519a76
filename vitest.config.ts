import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What needs more than this repository: a real OpenClaw, or npm and other versions of Node. `npm test` leaves it out. */
const outside = (name: string) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/*.${name}.ts`], testTimeout: 300_000, maxWorkers: 1 },
});

export default defineConfig({
  test: {
    globalSetup: ['test/support/build.ts'],
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          testTimeout: 30_000,
          // One file waits for a process or a deadline while others compute; vitest itself leaves a core idle.
          maxWorkers: availableParallelism() + 2,
          // No test mocks a module, so files may share those that a worker has loaded.
          isolate: false,
          restoreMocks: true,
        },
      },
      outside('interop'),
      outside('package'),
    ],
  },
});
