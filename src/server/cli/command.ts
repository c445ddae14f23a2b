/** What the commands of this room have in common: how they are asked, and what they say. */
import { parseArgs } from 'node:util'
import { progressLine, terminalBar } from './progress.ts'
import type { KeptRow } from '../backup/rows.ts'
import { errorMessage } from '../error-text.ts'

/** Rows between two looks at how far it is. */
const rowsBetween = 100

/** Lets rows by and shows on a terminal how many have gone by. */
export async function* withProgress(rows: AsyncIterable<KeptRow>): AsyncGenerator<KeptRow> {
  const bar = terminalBar(process.stderr)
  let done = 0
  try {
    for await (const kept of rows) {
      if (done % rowsBetween === 0) bar.show(progressLine(done, null, kept.table))
      done++
      yield kept
    }
  } finally {
    bar.end()
  }
}

const number = new Intl.NumberFormat('en-US')
const megabytes = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

export const numberText = (count: number) => number.format(count)

/** `12.3 MB`, in millions of bytes. */
export const sizeText = (bytes: number) => `${megabytes.format(bytes / 1e6)} MB`

/** `6,214 rows in 10 tables`. */
export function rowsText(counts: Iterable<number>): string {
  const all = [...counts]
  return `${number.format(all.reduce((sum, count) => sum + count, 0))} rows in ${all.length} tables`
}

/**
 * Runs a command with a number of arguments, prints what it has to say (null for nothing), and sets the exit code: 1 when
 * it failed, 2 when it was asked wrongly.
 */
export async function runCommand(
  usage: string,
  takes: number,
  work: (given: readonly string[]) => Promise<string | null>,
) {
  let asked
  try {
    asked = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } })
  } catch {
    asked = null
  }
  if (asked?.values.help === true) {
    console.log(usage)
    return
  }
  if (asked?.positionals.length !== takes) {
    console.error(usage)
    process.exitCode = 2
    return
  }
  const { positionals } = asked
  await exitAfter(async () => {
    const said = await work(positionals)
    if (said !== null) console.log(said)
    return 0
  })
}

/** Sets the exit code that a command gives; where it throws, 1, and says why. */
export async function exitAfter(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(errorMessage(error))
    process.exitCode = 1
  }
}
