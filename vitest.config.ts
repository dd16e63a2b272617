import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/accuracy/**', 'test/faults/**', 'test/fuzz/**', 'test/bench/**', 'node_modules/**'],
    // A run at an injected moment (`npm run test:dates`).
    setupFiles: process.env.REPLYMARK_TEST_MOMENT ? ['test/moments/setup.ts'] : [],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A poll waits for its event for as long as a test may last: a busy machine is no fault.
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: 2,
  },
})
