/** How the team handles what comes in: how long each step takes, what is in time, what is overdue, and what piles up. */
import * as z from 'zod'
import { Release, SeverityCounts } from './releases.ts'
import { BulletinId } from './summary-fields.ts'
import { BulletinQuery } from './summary.ts'
import { Day, Text } from './text.ts'
import { Severity } from './words.ts'
import { backlogAges, exceptionAges, handlingSteps, handlingTimings, handlingStates } from './report-words.ts'

/** Number of hours from when an alert was known to a step. */
export const Spread = z.object({
  /** Alerts that have come so far. */
  count: z.int(),
  /** In hours; null where fewer than three count. */
  median: z.nullable(z.number()),
  /** 90 % took this long or less; null where fewer than ten count. */
  p90: z.nullable(z.number()),
  /** Open alerts that have not come so far. */
  waiting: z.int(),
})
export type Spread = z.infer<typeof Spread>

/** A step of every alert of a group, and how many of them were in time. */
export const Measured = z.object({
  alerts: z.int(),
  steps: z.object({
    triaged: Spread,
    decided: Spread,
    tested: Spread,
    deployed: Spread,
  } satisfies Record<(typeof handlingSteps)[number], z.ZodType>),
  /** Deployed on the due day or before it. */
  inTime: z.int(),
  /** Of these the ones whose day a person had moved. */
  extended: z.int(),
  /** Deployed after the due day, or open and overdue. */
  late: z.int(),
})
export type Measured = z.infer<typeof Measured>

const Month = z.string().check(z.regex(/^\d{4}-\d{2}$/, 'expected a month such as 2025-06'))
const severityGroups = z.union([Severity, z.literal('unrated')])

/** What the first sentence of the page is made of, in order. A clause that would say nothing is left out. */
export const HandlingClause = z.discriminatedUnion('code', [
  /** Nothing was handled yet. */
  z.object({ code: z.literal('nothing') }),
  z.object({ code: z.literal('triaged'), count: z.int(), median: z.number(), p90: z.nullable(z.number()) }),
  z.object({ code: z.literal('deployed'), count: z.int(), median: z.number(), p90: z.nullable(z.number()) }),
  /** Too few were handled for a median. */
  z.object({ code: z.literal('few'), count: z.int() }),
  z.object({ code: z.literal('in-time'), inTime: z.int(), of: z.int() }),
  /** `days`: of the one that is overdue the longest. */
  z.object({ code: z.literal('overdue'), count: z.int(), days: z.int(), query: BulletinQuery }),
  z.object({ code: z.literal('none-overdue') }),
  /** `days`: how old the oldest is. */
  z.object({ code: z.literal('exceptions'), count: z.int(), days: z.int() }),
])
export type HandlingClause = z.infer<typeof HandlingClause>

/** The report. Each figure counts the rows that `GET /api/reports/handling/alerts` lists for it, or those of its `query`. */
export const Handling = z.object({
  today: Day,
  /** Where a day begins and ends: the zone of the due day policy. */
  zone: z.string(),
  sentence: z.array(HandlingClause),
  all: Measured,
  /** The worst first; those without an alert are left out. */
  severities: z.array(z.object({ severity: severityGroups, ...Measured.shape })),
  /** By the month in which alerts became known, the newest first. */
  months: z.array(z.object({ month: Month, ...Measured.shape })),
  /** Open alerts whose day is over, by assignee; null: nobody. Who has the most first. */
  overdue: z.array(z.object({ owner: z.nullable(z.string()), count: z.int(), days: z.int(), query: BulletinQuery })),
  /** Due days that are moved today, by how many days ago they were first moved. */
  exceptions: z.array(z.object({ age: z.enum(exceptionAges), count: z.int() })),
  /** What is to be installed, by release, the newest first: fixes and how many of them are done, and the machines of all of them. */
  coverage: z.array(
    z.object({
      key: Release.shape.key,
      publisher: Release.shape.publisher,
      month: Release.shape.month,
      fixes: z.int(),
      done: z.int(),
      /** Machines of every fix on which it was found, of all that it is for: a machine counts once for each fix. */
      applied: z.int(),
      of: z.int(),
      query: BulletinQuery,
    }),
  ),
  /** Open alerts by how many days ago they became known. */
  backlog: z.array(z.object({ age: z.enum(backlogAges), count: z.int(), severities: SeverityCounts })),
})
export type Handling = z.infer<typeof Handling>

const moment = z.nullable(z.iso.datetime())

/** How far an alert has come, and when. */
export const HandlingRow = z.object({
  id: BulletinId,
  title: Text,
  severity: z.nullable(Severity),
  owner: z.nullable(z.string()),
  /** `not-to-install`: replaced, withdrawn or not for our machines any more, before anybody called it done. */
  state: z.enum(handlingStates),
  /** When it came on file, or was published where that was later. */
  known: z.iso.datetime(),
  /** First set to another state than new. */
  triaged: moment,
  /** The first go or no-go that was signed. */
  decided: moment,
  /** The first lab result that was recorded. */
  tested: moment,
  /** Set to done, and not opened again since. */
  deployed: moment,
  /** The day that counted when it was deployed, or counts today; null where there is none. */
  due: z.nullable(Day),
  timing: z.enum(handlingTimings),
  /** Whether that day is one to which a person had moved it. */
  isExtended: z.boolean(),
  /** How a person has moved its day; null where it is not moved today. `since`: when it was first moved. */
  exception: z.nullable(
    z.object({
      first: Day,
      until: Day,
      since: z.iso.datetime(),
      reason: z.string(),
      by: z.string(),
      renewals: z.int(),
    }),
  ),
})
export type HandlingRow = z.infer<typeof HandlingRow>

/** Which rows a figure counts: all that match every field. */
export const HandlingQuery = z.object({
  severity: z.optional(z.enum(['1', '2', '3', '4', 'unrated'])),
  month: z.optional(Month),
  /** They have come to a step, or wait for it. */
  reached: z.optional(z.enum(handlingSteps)),
  waiting: z.optional(z.enum(handlingSteps)),
  timing: z.optional(z.enum(handlingTimings)),
  exception: z.optional(z.enum(exceptionAges)),
  backlog: z.optional(z.enum(backlogAges)),
})
export type HandlingQuery = z.infer<typeof HandlingQuery>
