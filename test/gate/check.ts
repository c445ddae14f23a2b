/**
 * The checks of the project: `npm run check` is what to run before each commit, and `npm test` everything but the specs
 * that kill and race (`npm run chaos`). Their steps run side by side as far as two cores have use for it.
 */
import { resolve } from 'node:path'
import { runSteps, type Step } from './steps.ts'

const isWhole = process.argv[2] === 'whole'

// Specs and their workers are processes, and each takes up what another one has compiled.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/node')

const statics: Step[] = [
  // What the linter knows of types is what the compiler tells: one program is built for both.
  { name: 'types and lint', command: 'oxlint --type-aware --type-check --deny-warnings' },
  { name: 'format', command: 'oxfmt --check' },
  { name: 'dead code', command: 'knip' },
  { name: 'dead code in production', command: 'knip --production' },
]
const built: Step[] = [
  { name: 'build', command: 'node src/server/cli/build.ts' },
  { name: 'size', command: 'node test/bench/size.ts', needs: 'build' },
]
// Specs that take long by their nature have `slow` in their names.
if (!isWhole) process.env['HOTFIX_CHECK'] = 'quick'
const unit: Step = { name: 'unit specs', command: 'vitest run --project node --project browser' }
const journeys: Step = { name: 'end-to-end specs', command: 'playwright test', needs: 'build' }

const passed = await (isWhole
  ? runSteps('npm test', [[[...statics, ...built], [unit]], [[journeys]]])
  : runSteps('npm run check', [[statics, [unit]]]))
process.exitCode = passed ? 0 : 1
