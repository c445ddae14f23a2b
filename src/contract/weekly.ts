/** HotFix Weekly: when it comes out, and what an issue says. */
import * as z from 'zod'
import { Change } from './changes.ts'
import { Due } from './due.ts'
import { searchText, timeZone } from './limits.ts'
import { weekdays } from './notices.ts'
import { GateState } from './plan-view.ts'
import { ReleaseMonth } from './releases.ts'
import { BulletinId, Name } from './summary-fields.ts'
import { anyText, Day, keptNumber, someText, Text } from './text.ts'
import { Exploit, Restart, Severity, Tlp, UrgencyLevel } from './words.ts'

const Moment = z.iso.datetime()

/** When it comes out, on the clock of a zone; and after each Patch Tuesday on the day after, at the same time. */
export const WeeklySettings = z.object({
  on: z.literal(weekdays),
  /** `08:00`. */
  at: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 08:00')),
  /** By its IANA name: `Asia/Tokyo`. */
  zone: someText('a time zone', timeZone),
  /** Whether no issue is made of a week in which nothing has happened. */
  skipsEmpty: z.boolean(),
})
export type WeeklySettings = z.infer<typeof WeeklySettings>

/** The settings as last set; version 0 where they never were. `next`: when the next issue comes out. */
export const KeptWeeklySettings = z.object({
  version: z.int(),
  at: WeeklySettings.shape.at,
  on: WeeklySettings.shape.on,
  zone: WeeklySettings.shape.zone,
  skipsEmpty: WeeklySettings.shape.skipsEmpty,
  setBy: z.nullable(z.string()),
  setAt: z.nullable(Moment),
  next: Moment,
})
export type KeptWeeklySettings = z.infer<typeof KeptWeeklySettings>

/** What the problem of a lost race tells beyond the usual. */
export const WeeklyConflict = z.object({ current: KeptWeeklySettings })

/** `release`: the one on the day after Patch Tuesday. */
export const weeklyKinds = ['weekly', 'release'] as const

/** What a headline is made of, the most telling first. A clause that would count nothing is left out. */
export const WeeklyClause = z.discriminatedUnion('code', [
  /**
   * What a publisher has brought out: a month by its key, its new bulletins, how many of them are ours, and how many
   * vulnerabilities of it are exploited. `more`: how many other months came in, too.
   */
  z.object({
    code: z.literal('release'),
    key: z.string(),
    month: ReleaseMonth,
    count: z.int(),
    own: z.int(),
    exploited: z.int(),
    more: z.int(),
  }),
  /** Bulletins on our machines of which exploitation was confirmed. */
  z.object({ code: z.literal('exploited'), count: z.int() }),
  z.object({ code: z.literal('overdue'), count: z.int(), machines: z.int() }),
  /** Machines that are left of the newest release. */
  z.object({ code: z.literal('left'), machines: z.int() }),
  /** A gate of a plan that is stopped: until when to open it, and when the last machine is done then. */
  z.object({ code: z.literal('gate'), plan: z.string(), wave: z.string(), openBy: Moment, finish: z.nullable(Moment) }),
  /** When the plan that is to end last ends. */
  z.object({ code: z.literal('finish'), plan: z.string(), finish: Moment }),
  /** Everything of a release is installed. */
  z.object({ code: z.literal('done'), key: z.nullable(z.string()), machines: z.int() }),
  z.object({ code: z.literal('new'), count: z.int() }),
  z.object({ code: z.literal('escalated'), count: z.int() }),
  z.object({ code: z.literal('due'), count: z.int(), machines: z.int() }),
  /** Nothing on our machines. `others`: what has changed elsewhere. */
  z.object({ code: z.literal('quiet'), others: z.int() }),
])
export type WeeklyClause = z.infer<typeof WeeklyClause>

/** A bulletin that an issue tells of, as it was then. */
const told = {
  id: BulletinId,
  title: Text,
  publishedOn: Day,
  /** The worst for the platforms of the fleet. */
  severity: z.nullable(Severity),
  urgency: UrgencyLevel,
  /** To whom it may be passed on, where that is said. */
  tlp: z.optional(Tlp),
  /** Platforms of the fleet that it is to be installed on, the first four, and how many there are. */
  platforms: z.array(Text),
  platformCount: z.int(),
  /** Machines that lack it, of those that it is for; null without a fleet. */
  machines: z.nullable(z.object({ left: z.int(), of: z.int() })),
  due: z.nullable(Due),
}
export const WeeklyBulletin = z.object(told)
export type WeeklyBulletin = z.infer<typeof WeeklyBulletin>

const NewBulletin = z.object({
  ...told,
  exploit: Exploit,
  restart: Restart,
  vulnerabilities: z.int(),
  /** Those of its vulnerabilities that are exploited: the first three, and how many there are. */
  exploited: z.array(z.string()),
  exploitedCount: z.int(),
})

/** What changed of it since the last issue: the most telling first, at most four. */
const ChangedBulletin = z.object({ ...told, at: Moment, changes: z.array(Change) })

const ReReleased = z.object({
  ...ChangedBulletin.shape,
  /** Whether its packages are others now: where they are not, what is installed stays. */
  hasOtherPackages: z.boolean(),
})

const WeeklyIssueLine = z.object({
  bulletin: BulletinId,
  severity: z.nullable(Severity),
  tlp: z.optional(Tlp),
  issue: Name,
  title: Text,
  /** The first four platforms that it is on, and how many there are. */
  platforms: z.array(Text),
  platformCount: z.int(),
  what: z.enum(['opened', 'closed']),
  /** Null where nobody has read what is said of it. */
  workaround: z.nullable(z.enum(['yes', 'no'])),
})

/** What is told one by one is on our machines; of the rest there are numbers. */
const counted = { own: z.int(), others: z.int() }

const PlanLine = z.object({
  id: z.int(),
  name: z.string(),
  state: z.enum(['running', 'stopped']),
  done: z.int(),
  of: z.int(),
  finish: z.object({ planned: z.nullable(Moment), expected: z.nullable(Moment), slipMinutes: z.nullable(z.int()) }),
  gate: z.nullable(z.object({ wave: z.string(), gateState: GateState, openBy: z.nullable(Moment) })),
})
export type WeeklyPlan = z.infer<typeof PlanLine>

/** What an issue says, frozen when it was made: in no language yet, and with no name of a machine. */
export const WeeklyContent = z.object({
  /** The day of the making in the zone of the settings; what is due and done is as of then. */
  today: Day,
  zone: z.string(),
  headline: z.array(WeeklyClause),
  /** Whether nothing has happened and nothing is to be done: then one line says so. */
  isEmpty: z.boolean(),
  /** Of the fleet; 0 without one: then everything is told as if it were ours. */
  machines: z.int(),
  versions: z.int(),
  nextPatchTuesday: Day,
  new: z.object({
    ...counted,
    /** Of others those that are urgent. */
    urgent: z.int(),
    /** On our machines, and in what is to be installed already. */
    contained: z.int(),
    lines: z.array(NewBulletin),
  }),
  /** `exploited`: those of ours of which exploitation was confirmed, or which a catalogue lists now. */
  escalated: z.object({ ...counted, exploited: z.int(), lines: z.array(ChangedBulletin) }),
  reReleased: z.object({ ...counted, lines: z.array(ReReleased) }),
  /** Known issues, not bulletins. `open`: of what is to be installed, now. */
  issues: z.object({
    opened: z.int(),
    closed: z.int(),
    open: z.int(),
    others: z.int(),
    lines: z.array(WeeklyIssueLine),
  }),
  /** What is overdue, or due until a day: the next seven days. */
  due: z.object({
    until: Day,
    count: z.int(),
    overdue: z.int(),
    /** Machines that are left, of each fix; and of those that are overdue. */
    machines: z.int(),
    machinesOverdue: z.int(),
    lines: z.array(WeeklyBulletin),
  }),
  /** Bulletins that have changed and are in none of the sections: corrected, replaced, withdrawn. */
  others: z.object({ count: z.int(), textOnly: z.int(), withdrawn: z.int() }),
  progress: z.object({
    /** The newest release, by its key; null without one. */
    release: z.nullable(z.string()),
    /** Machines with all of it; null where there is nothing to install. */
    patched: z.nullable(z.object({ applied: z.int(), of: z.int() })),
    /** By version of the fleet, the first twenty: what brings it up to date. */
    versions: z.array(z.object({ label: Text, applied: z.int(), of: z.int() })),
    tests: z.object({ tested: z.int(), of: z.int(), failed: z.int(), withIssues: z.int() }),
    plans: z.array(PlanLine),
  }),
})
export type WeeklyContent = z.infer<typeof WeeklyContent>

/** An issue in the archive. It is about what happened from `from` until before `to`. */
const head = {
  number: z.int(),
  kind: z.enum(weeklyKinds),
  from: Moment,
  to: Moment,
  madeAt: Moment,
}

export const WeeklyHead = z.object({
  ...head,
  /** The day on which it came out, in its zone. */
  on: Day,
  zone: z.string(),
  headline: z.array(WeeklyClause),
  isEmpty: z.boolean(),
  /** Of the fleet then; 0 without one. */
  machines: z.int(),
})
export type WeeklyHead = z.infer<typeof WeeklyHead>

export const WeeklyIssue = z.object({ ...head, content: WeeklyContent })
export type WeeklyIssue = z.infer<typeof WeeklyIssue>

/** How far an issue was delivered. */
const Delivery = z.object({ sent: z.int(), waiting: z.int(), givenUp: z.int() })
export type WeeklyDelivery = z.infer<typeof Delivery>

/** An issue with what is around it: the numbers before and after it, and how far it was delivered. */
export const KeptWeeklyIssue = z.object({
  ...WeeklyIssue.shape,
  previous: z.nullable(z.int()),
  following: z.nullable(z.int()),
  delivery: Delivery,
})
export type KeptWeeklyIssue = z.infer<typeof KeptWeeklyIssue>

export const WeeklyArchiveQuery = z.object({
  /** The year of the day on which an issue came out: without it the newest that has one. */
  year: z.optional(z.string().check(z.regex(/^\d{4}$/, 'expected a year such as 2025'))),
  /** Words that all occur in an issue: then the year counts only where it is given. */
  q: z.optional(anyText(searchText)),
})

/** The issues of a year, or the newest fifty that words were found in, the newest first. */
export const WeeklyArchive = z.object({
  year: z.nullable(z.string()),
  years: z.array(z.object({ year: z.string(), count: z.int() })),
  issues: z.array(WeeklyHead),
  settings: KeptWeeklySettings,
})
export type WeeklyArchive = z.infer<typeof WeeklyArchive>

/** The number of an issue, or the newest. */
export const IssueNumber = z.union([z.literal('latest'), keptNumber('expected the number of an issue, or latest')])
