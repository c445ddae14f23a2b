import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** What needs a document; everything else runs in plain Node. End-to-end tests belong to Playwright. */
const browser = ['test/web/**/*.spec.{ts,tsx}']

/** A busy machine is slow, and a test that hangs is told apart from it all the same. */
const patience = { testTimeout: 30_000, hookTimeout: 30_000 }

export default defineConfig({
  test: {
    // By default one core is left alone, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          ...patience,
          include: ['test/**/*.spec.ts'],
          exclude: ['test/e2e/**', ...browser],
          globalSetup: ['test/support/postgres-setup.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'browser',
          ...patience,
          include: browser,
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost/' } },
          setupFiles: ['test/support/setup-dom.ts'],
          // Node's own localStorage would stand in front of jsdom's, and warn about itself.
          execArgv: ['--no-experimental-webstorage'],
        },
      },
    ],
  },
})
