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
    maxWorkers: 2,
  },
})
