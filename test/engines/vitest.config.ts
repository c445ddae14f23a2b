import { defineConfig } from 'vitest/config'

// Apart from the other specs: it drives browsers, and wants the pages built.
export default defineConfig({
  test: {
    include: ['test/engines/journeys.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is left out is said in a line of its own.
    disableConsoleIntercept: true,
  },
})
