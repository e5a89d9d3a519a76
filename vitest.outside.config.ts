import { defineConfig } from 'vitest/config';

// What needs more than this repository: a real OpenClaw (test:interop), npm and other versions of Node (test:package).
export default defineConfig({
  test: {
    include: ['test/interop/*.interop.ts', 'test/package/*.package.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 300_000,
    maxWorkers: 1,
  },
});
