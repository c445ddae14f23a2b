/** What became of one bulletin, in order, for who has to prove it. */
import * as z from 'zod'
import { BulletinEvent } from './events.ts'
import { PlanHistoryEntry } from './plan-view.ts'
import { Hold } from './holds.ts'
import { KeptPlan } from './plans.ts'
import { HandlingRow } from './reports.ts'
import { handlingSteps } from './report-words.ts'
import { BulletinId } from './summary-fields.ts'
import { Day, Text } from './text.ts'
import { Exploit, Outcome, Severity, UrgencyLevel } from './words.ts'

/** A report of machines, as counts: the log of a record names none. */
const CountedCoverage = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  who: z.string(),
  bulletin: BulletinId,
  topic: z.literal('coverage'),
  what: z.literal('counted'),
  detail: z.object({ applied: z.int(), of: z.int() }),
})

/** What was on file of the bulletin at a moment. */
export const RecordFacts = z.object({
  /** The version on file, and as its publisher numbers it. */
  version: z.int(),
  revision: z.string(),
  severity: z.nullable(Severity),
  urgency: UrgencyLevel,
  exploit: Exploit,
  /** Open known issues. */
  knownIssues: z.int(),
  /** Pages on known issues that nobody has read. */
  unreadIssues: z.int(),
  /** Results on OS editions by outcome; the corrected one counts, and an outcome that never occurred is absent. */
  tests: z.partialRecord(Outcome, z.int()),
  /** Machines on which it was found, of those that were checked. */
  applied: z.int(),
  checked: z.int(),
  /** The day that a person had moved it to; null where nobody had. */
  extendedUntil: z.nullable(Day),
})
export type RecordFacts = z.infer<typeof RecordFacts>

/** An event, and what was known when a person set a state, moved a day or signed; null for all others. */
const RecordEntry = z.object({ event: z.union([CountedCoverage, BulletinEvent]), facts: z.nullable(RecordFacts) })
export type RecordEntry = z.infer<typeof RecordEntry>

/** The first time that it came so far: the event that says so, and who caused that. */
const RecordStep = z.object({
  step: z.enum(['known', ...handlingSteps]),
  at: z.iso.datetime(),
  who: z.string(),
  event: z.int(),
})
export type RecordStep = z.infer<typeof RecordStep>

/** The record of a bulletin: all of it is from the log. */
export const BulletinRecord = z.object({
  id: BulletinId,
  title: Text,
  publishedOn: Day,
  revision: z.string(),
  /** When it was made, up to which event of the log, and by whom; null for who has no name. */
  madeAt: z.iso.datetime(),
  last: z.int(),
  by: z.nullable(z.string()),
  /** How far it has come, and when. */
  handling: HandlingRow,
  /** In the order of their moments; what it has not come to is absent. */
  steps: z.array(RecordStep),
  /** Oldest first. */
  entries: z.array(RecordEntry),
  /** All that were ever on it, also those that are over; oldest first. */
  holds: z.array(Hold),
})
export type BulletinRecord = z.infer<typeof BulletinRecord>

/** The record of a kept plan, and of each of its bulletins that is on file. */
export const PlanRecord = z.object({
  madeAt: BulletinRecord.shape.madeAt,
  last: BulletinRecord.shape.last,
  by: BulletinRecord.shape.by,
  plan: KeptPlan,
  /** Oldest first. */
  history: z.array(PlanHistoryEntry),
  bulletins: z.array(BulletinRecord),
  /** All that were ever on any of its bulletins, each once; oldest first. */
  holds: z.array(Hold),
})
export type PlanRecord = z.infer<typeof PlanRecord>
