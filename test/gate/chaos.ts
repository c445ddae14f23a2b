/**
 * Kills, cuts off, races and fuzzes the server, by chance: `npm run chaos`. The seed is printed, and `-- --seed N` draws the
 * same again; `--times N` does all of it so many times as often, and `--seconds N` is how long documents are fuzzed.
 */
import { parseArgs } from 'node:util'
import { runSteps } from './steps.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    times: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '15' },
  },
})
const numbers = Object.values(values).map(Number)
if (!numbers.every((each) => Number.isSafeInteger(each) && each >= 0)) throw new Error('expected whole numbers')

process.env['HOTFIX_SEED'] = values.seed
process.env['HOTFIX_TIMES'] = values.times
const passed = await runSteps('npm run chaos', [
  [[{ name: 'kill, outage and race specs', command: 'vitest run --project chaos' }]],
  [[{ name: 'fuzz', command: `node test/bench/run.ts fuzz --seconds ${values.seconds} --seed ${values.seed}` }]],
])
console.log(`The seed was ${values.seed}: npm run chaos -- --seed ${values.seed}`)
process.exitCode = passed ? 0 : 1
