/** Runs the steps of a check as npm scripts do, and says at the end how long each took. */
import { spawn } from 'node:child_process'

/** A command by its name; one that needs another is left out where that one has failed. */
export type Step = { name: string; command: string; needs?: string }

/** Steps one after the other. What the lanes of a stage do, they do at the same time. */
type Lane = readonly Step[]
type Stage = readonly Lane[]

type Result = Step & { seconds: number; outcome: 'passed' | 'failed' | 'left out' }

const secondsSince = (began: number) => (performance.now() - began) / 1000
const printed = (seconds: number) => `${seconds.toFixed(1)} s`.padStart(8)

/** Runs a command; one that is not to be seen at once shows what it printed when it has ended, so that lines do not mix. */
async function run({ name, command }: Step, isSeen: boolean): Promise<boolean> {
  const child = spawn(command, { shell: true, stdio: isSeen ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => output.push(bytes))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (!isSeen) process.stdout.write(`\n> ${name}\n${Buffer.concat(output).toString()}`)
  return code === 0
}

/**
 * Runs all stages, whatever fails, and prints a table of what took how long.
 *
 * @returns whether all steps have passed
 */
export async function runSteps(title: string, stages: readonly Stage[]): Promise<boolean> {
  const began = performance.now()
  const results: Result[] = []
  const runLane = async (lane: Lane, isSeen: boolean) => {
    for (const step of lane) {
      const isPossible = results.every(({ name, outcome }) => name !== step.needs || outcome === 'passed')
      const stepBegan = performance.now()
      const hasPassed = isPossible && (await run(step, isSeen))
      const outcome = hasPassed ? 'passed' : isPossible ? 'failed' : 'left out'
      results.push({ ...step, seconds: secondsSince(stepBegan), outcome })
    }
  }
  // The last lane of a stage is the long one, which shows how far it is.
  for (const stage of stages) await Promise.all(stage.map((lane, at) => runLane(lane, at === stage.length - 1)))

  const failed = results.filter(({ outcome }) => outcome !== 'passed')
  const lines = results.map(({ name, seconds, outcome }) => {
    return `  ${printed(seconds)}  ${name}${outcome === 'passed' ? '' : ` (${outcome})`}`
  })
  console.log(
    [
      '',
      ...lines,
      `${title}: ${printed(secondsSince(began)).trim()}, ${failed.length === 0 ? 'passed' : 'FAILED'}`,
    ].join('\n'),
  )
  return failed.length === 0
}
