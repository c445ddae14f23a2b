/** On how many machines a fix is. */
import * as z from 'zod'
import { coverageCsv, machineName } from './limits.ts'
import { BulletinId } from './summary-fields.ts'
import { atMost } from './text.ts'

const MachineName = z.string().check(z.minLength(1), atMost(machineName))

/**
 * What the verification script has said of a machine last: whether the fix is on; null where it is not for this machine.
 * `by`: the other fix by which the machine has it, a newer update or its hotpatch.
 */
export const CheckedMachine = z.object({
  name: MachineName,
  isApplied: z.nullable(z.boolean()),
  by: z.optional(BulletinId),
})
export type CheckedMachine = z.infer<typeof CheckedMachine>

/** How many machines have a fix, lack it, or may have it as far as what they report goes. */
export const CoverageCounts = z.object({ applied: z.int(), missing: z.int(), unknown: z.int() })
export type CoverageCounts = z.infer<typeof CoverageCounts>

/**
 * How far a fix has got, by the machines that were checked or report themselves, and the numbers, from 1, of the lines of
 * the last report that say nothing. Names are for analysts, those that lack it first, at most ten thousand.
 */
export const Coverage = z.object({
  counts: CoverageCounts,
  machines: z.array(CheckedMachine),
  unreadable: z.array(z.int()),
})
export type Coverage = z.infer<typeof Coverage>

/** The most machines in one report, and the most lines that say nothing: more are sent in several reports. */
export const maxReported = { machines: 10_000, unreadable: 10_000 }

/** The lines that the verification script has printed, of up to ten thousand machines. */
export const CoverageReport = z.object({
  csv: z.string().check(z.minLength(1, 'expected lines of CSV'), atMost(coverageCsv)),
})
