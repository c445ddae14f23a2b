import { defineConfig } from '@playwright/test'
import { browserArgs, findHeadlessBrowser } from './test/support/browser.ts'

function browserOrExit(): string {
  try {
    return findHeadlessBrowser()
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem)
    return process.exit(1)
  }
}

export default defineConfig({
  testDir: 'test/e2e',
  // What is built is run as it is.
  build: { external: ['**/dist/**', '**/src/**'] },
  outputDir: 'test-results/e2e',
  reporter: 'list',
  // Much of a test is waiting: a third fills what two of them leave of two cores.
  workers: 3,
  retries: 0,
  // A busy machine is slow, and a test that hangs is told apart from it all the same.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    // Of pages that live for seconds, code that is made faster in threads of its own is never worth it: a load costs a sixth less.
    launchOptions: {
      executablePath: browserOrExit(),
      args: [...browserArgs(), '--js-flags=--single-threaded --no-opt'],
    },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1360, height: 900 } } },
    {
      name: 'phone',
      // A phone has no keys, what has no page has no width, and what two servers or tabs tell each other is the same at any.
      grepInvert: /@any-width/,
      testIgnore: /\/(keyboard|live|long-lists|pages|races|saving|support)\.spec\.ts$/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' },
    },
  ],
})
