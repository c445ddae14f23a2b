/** What the verification script has printed, read in parts: others have their turn in between. */
import Papa from 'papaparse'
import { maxReported, type CheckedMachine } from '../../contract/coverage.ts'
import type { Problem } from '../../contract/problem.ts'
import { verificationReader } from '../../domain/fleet/coverage.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** A part ends with a line, and not within quotes; what has no end is no line of the script, and is cut. */
const partLength = 32 * 1024
const maxPart = 4 * partLength

/** The parts of CSV, each of some lines. */
function* partsOf(csv: string): Generator<string> {
  let [from, isQuoted] = [0, false]
  for (let at = 0; at < csv.length; at++) {
    const letter = csv[at]
    if (letter === '"') isQuoted = !isQuoted
    const length = at + 1 - from
    const isEnd = letter === '\n' && !isQuoted && length >= partLength
    if (!isEnd && length < maxPart) continue
    yield csv.slice(from, letter === '\n' ? at : at + 1)
    ;[from, isQuoted] = [at + 1, false]
  }
  yield csv.slice(from)
}

export async function readReport(csv: string): Promise<{ machines: CheckedMachine[]; unreadable: number[] }> {
  const reader = verificationReader()
  for (const part of partsOf(csv.replaceAll(/\r\n?/g, '\n'))) {
    reader.add(Papa.parse<string[]>(part, { newline: '\n' }).data)
    await yieldToEventLoop()
  }
  return { machines: reader.machines(), unreadable: reader.unreadable }
}

/** Why a report is refused for its size; null where it is not. */
export function refuseTooMany(machines: number, unreadable: number): Problem | null {
  const said = (found: number, what: string, most: number) =>
    ({ code: 'too_large', message: `${found} ${what}: a report may have ${most}; send it in parts` }) as const
  if (machines > maxReported.machines) return said(machines, 'machines', maxReported.machines)
  if (unreadable > maxReported.unreadable) return said(unreadable, 'lines cannot be read', maxReported.unreadable)
  return null
}
