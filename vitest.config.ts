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
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], testTimeout: 30_000 } },
      outside('interop'),
      outside('package'),
    ],
  },
});
