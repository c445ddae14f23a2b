import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { ByProject } from './test/support/by-project.ts'
import { preferMemoryFolder } from './test/support/memory-folder.ts'

/** What needs a document; everything else runs in plain Node. End-to-end tests belong to Playwright. */
const browser = ['test/web/**/*.spec.{ts,tsx}']
/** What kills and races by chance: `npm run chaos`. */
const chaos = ['test/**/*.chaos.spec.ts']
/** `npm run check` leaves out what takes long, and takes up what it has compiled before. */
const isQuick = process.env['HOTFIX_CHECK'] === 'quick'
const slow = isQuick ? ['test/**/*.slow.spec.{ts,tsx}'] : []

/** A busy machine is slow, and a test that hangs is told apart from it all the same. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }
/** Modules are loaded once for all files of a worker, which halves the time; so no spec mocks one. */
const shared = { isolate: false, ...patience }
/** Most of what a test makes is gone soon: with more room for it, little of it is copied on the way. */
const roomForYoung = ['--max-semi-space-size=64']
const globalSetup = ['test/support/postgres-setup.ts']

preferMemoryFolder()

export default defineConfig({
  test: {
    // By default one core is left alone, which is half of a small machine.
    maxWorkers: '100%',
    sequence: { sequencer: ByProject },
    experimental: { fsModuleCache: isQuick },
    projects: [
      {
        test: {
          name: 'node',
          ...shared,
          include: ['test/**/*.spec.{ts,tsx}'],
          exclude: ['test/e2e/**', ...browser, ...chaos, ...slow],
          globalSetup,
          execArgv: roomForYoung,
        },
      },
      // Each file draws from the start of the seed, whatever runs beside it.
      { test: { name: 'chaos', ...patience, include: chaos, globalSetup } },
      {
        plugins: [react()],
        test: {
          name: 'browser',
          ...shared,
          include: browser,
          exclude: slow,
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost/' } },
          setupFiles: ['test/support/setup-dom.ts'],
          // Node's own localStorage would stand in front of jsdom's, and warn about itself.
          execArgv: [...roomForYoung, '--no-experimental-webstorage'],
        },
      },
    ],
  },
})
