import { defineConfig } from 'vitest/config'

// Apart from the other specs: it installs the package that `npm run release` has made, and wants nothing beside it to be busy.
export default defineConfig({
  test: {
    include: ['test/release/smoke.ts', 'test/release/container.ts', 'test/engines/journeys.ts'],
    globalSetup: ['test/release/install.ts'],
    // One after the other: the first page is waited for with a clock.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
  },
})
