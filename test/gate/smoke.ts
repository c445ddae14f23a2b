/** Builds the release, installs it into an empty folder, and uses it there: `npm run smoke`. */
import { runSteps } from './steps.ts'

const passed = await runSteps('npm run smoke', [
  [
    [
      { name: 'release', command: 'node src/server/cli/release.ts --if-changed' },
      {
        name: 'journeys on the release',
        command: 'vitest run --config test/release/vitest.config.ts',
        needs: 'release',
      },
    ],
  ],
])
process.exitCode = passed ? 0 : 1
