/** The answer behind the start page: how a release is, and how far the fleet is with it. */
import * as z from 'zod'
import { ChangeKind, Change } from './changes.ts'
import { Due } from './due.ts'
import { PlanRow } from './plan-view.ts'
import { PlatformId } from './platform.ts'
import { Release, ReleaseMonth, SeverityCounts } from './releases.ts'
import { BulletinId, Name } from './summary-fields.ts'
import { BulletinQuery } from './summary.ts'
import { Day, keptNumber, Text } from './text.ts'
import {
  Disclosure,
  Exploit,
  Exploitability,
  ExploitedBy,
  Outcome,
  Restart,
  Severity,
  Triage,
  UrgencyLevel,
} from './words.ts'

export const OverviewQuery = z.object({
  /** The key of a release; without it the newest. */
  release: z.optional(z.string().check(z.regex(/^[^,\s]{1,300}$/, 'expected a release such as 2025-06'))),
  /** The number of an event, after which changes count; without it, what the person who asks has seen. */
  since: z.optional(keptNumber('expected the number of an event')),
})

/** Bulletins that are counted, and the filter that lists exactly these. */
export const Counted = z.object({ count: z.int(), query: BulletinQuery })
export type Counted = z.infer<typeof Counted>

/** A figure of the release. `bulletins`: how many `query` lists, also where the figure counts vulnerabilities. */
export const ReleaseFigure = z.object({
  count: z.int(),
  /** What the rows of the matrix are, so that `query` has as many as the figure counts. */
  by: z.enum(['bulletin', 'vulnerability']),
  bulletins: z.int(),
  query: BulletinQuery,
  /** Of the twelve months before; null where fewer than six of them are on file. */
  median: z.nullable(z.number()),
})
export type ReleaseFigure = z.infer<typeof ReleaseFigure>

const Figures = z.object({
  fixes: ReleaseFigure,
  vulnerabilities: ReleaseFigure,
  /** Vulnerabilities that are exploited, and that are public. */
  exploited: ReleaseFigure,
  public: ReleaseFigure,
  /** Vulnerabilities whose exploitation their publisher calls more likely. */
  moreLikely: ReleaseFigure,
  /** Fixes that need a restart. */
  restart: ReleaseFigure,
  /** Fixes with an open known issue. */
  knownIssues: ReleaseFigure,
  /** Fixes for machines of the fleet; null without a fleet. */
  mine: z.nullable(ReleaseFigure),
})
export type Figures = z.infer<typeof Figures>

const Head = z.object({
  ...Release.shape,
  query: BulletinQuery,
  /** Since Patch Tuesday, or the first day of publication; below 0 before it. */
  daysSince: z.int(),
  /** The months of the same publisher that are on file before and after it. */
  previous: z.nullable(z.string()),
  following: z.nullable(z.string()),
  /** The first one from today on, or after that of the release. */
  nextPatchTuesday: z.object({ on: Day, daysLeft: z.int() }),
})

/** A month of the publisher. Its bars are listed by `release` and `severity` together. */
const Month = z.object({
  month: ReleaseMonth,
  /** Null where nothing of the month is on file. */
  key: z.nullable(z.string()),
  severities: z.nullable(SeverityCounts),
  isOutOfBand: z.boolean(),
})

/** Machines of the platforms that a fix is to be installed on, and on how many of them it was found. */
const Machines = z.object({ applied: z.int(), of: z.int() })
export type MachinesDone = z.infer<typeof Machines>

/** A platform with its name. */
const LabelledPlatform = z.object({ id: PlatformId, label: Text })
export type LabelledPlatform = z.infer<typeof LabelledPlatform>

/** A fix that is to be installed on the fleet. */
const ActNow = z.object({
  id: BulletinId,
  title: Text,
  /** The worst for the platforms of the fleet. */
  severity: z.nullable(Severity),
  urgency: UrgencyLevel,
  due: z.nullable(Due),
  exploit: Exploit,
  disclosure: Disclosure,
  exploitedBy: z.array(ExploitedBy),
  /** Of its vulnerabilities those that are exploited, public, and more likely to be exploited; each the first five. */
  exploited: z.array(z.string()),
  public: z.array(z.string()),
  moreLikely: z.array(z.string()),
  exploitability: z.optional(Exploitability),
  epss: z.optional(z.number()),
  cvss: z.optional(z.number()),
  restart: Restart,
  vulnerabilities: z.int(),
  platforms: z.array(LabelledPlatform),
  machines: Machines,
  /** On how many OS editions of the fleet that it is for each outcome was seen, and on how many it was not tested. */
  tests: z.partialRecord(Outcome, z.int()),
  untested: z.int(),
  knownIssues: z.int(),
  triage: Triage,
  assignee: z.nullable(z.string()),
})
export type ActNow = z.infer<typeof ActNow>

/** A fix on a platform of the fleet. */
const FixHere = z.object({
  id: BulletinId,
  /** The worst for the platform. */
  severity: z.nullable(Severity),
  build: z.optional(Name),
  /** The program of a line of programs. */
  name: z.optional(Name),
  machines: Machines,
  triage: Triage,
  /** Whether it is of the release that is looked at. */
  isOfRelease: z.boolean(),
})

/** Machines of one version. */
const OnPlatform = z.object({
  id: PlatformId,
  label: Text,
  machines: z.int(),
  /** What brings it up to date: the newest of its cumulative line, or each fix of a platform that has no such line. */
  install: z.array(FixHere),
  /** What is in place of these, and what they have in them already: the newest four, and how many there are. */
  alternatives: z.array(BulletinId),
  alternativeCount: z.int(),
  contained: z.array(BulletinId),
  containedCount: z.int(),
  /** What is to be installed of other product lines, such as Edge. Of these and of `install` the newest eight, of `installCount`. */
  apps: z.array(FixHere),
  installCount: z.int(),
  /** Alerts that affect it, of the release. */
  affected: Counted,
})
export type OnPlatform = z.infer<typeof OnPlatform>

/** An OS edition: by name, or the platform where its machines are not told apart. */
const EditionTests = z.object({
  edition: z.nullable(z.string()),
  platform: LabelledPlatform,
  /** Null where the fleet does not name it: it was tested all the same. */
  machines: z.nullable(z.int()),
  /** Each fix that is to be installed here, or was tested; the outcome is null where it was not tested. */
  fixes: z.array(z.object({ id: BulletinId, outcome: z.nullable(Outcome), name: z.optional(Name) })),
  count: z.int(),
})

const OpenIssue = z.object({
  bulletin: BulletinId,
  id: Name,
  title: Text,
  platforms: z.array(LabelledPlatform),
  /** Null where nobody has read what is said of it. */
  workaround: z.nullable(z.enum(['yes', 'no'])),
  on: z.nullable(Day),
})
export type OpenIssue = z.infer<typeof OpenIssue>

const Tests = z.object({
  /** The first forty with anything to test, and how many there are in all; of the fixes of each the first eight, of `count`. */
  editions: z.array(EditionTests),
  editionCount: z.int(),
  /** Of all fixes on all editions: how many are tested. */
  tested: z.int(),
  of: z.int(),
  /** The first six, those without a workaround first. */
  issues: z.array(OpenIssue),
  /** Of all: the issues, and the pages about some that nobody has read. */
  issueCount: z.int(),
  unreadCount: z.int(),
})

/** `overdue`, and at most 3, 14 and 60 days left: those that are less among none of the others. `later`: more, or no day. */
export const dueBuckets = ['overdue', '3', '14', '60', 'later'] as const

const DueBucket = z.object({
  bucket: z.enum(dueBuckets),
  ...Counted.shape,
  /** Machines that are left, of each fix. */
  left: z.int(),
})

/** Minutes over machines, only where the line bends. */
const Curve = z.object({
  consoles: z.int(),
  points: z.array(z.object({ machines: z.int(), minutes: z.number(), low: z.number(), high: z.number() })),
})

/** How far the fleet is with what is to be installed of the release. */
const Rollout = z.object({
  /** Machines that any of the fixes is for, and those of them on which each fix that they were checked for was found. */
  machines: z.int(),
  patched: z.int(),
  /** How long it takes to install all that is left to do, for 1, 2 and 4 consoles. */
  curves: z.array(Curve),
  /** Whether no times of these fixes were published or measured, so that the lines rest on the assumed curve alone. */
  isAssumed: z.boolean(),
})

/** A class of change since the person last looked. */
const ChangeClass = z.object({
  kind: ChangeKind,
  /** Bulletins. */
  ...Counted.shape,
  /** The last of them. */
  at: z.iso.datetime(),
  bulletin: BulletinId,
  title: Text,
  change: z.nullable(Change),
})

const Changes = z.object({
  /** The number of the event after which changes count, and of the last event. */
  since: z.int(),
  last: z.int(),
  /** What calls for the most attention first: at most four. */
  classes: z.array(ChangeClass),
  /** Changed bulletins that are in none of these classes. */
  others: z.int(),
  /** All of them. */
  ...Counted.shape,
})

const SourceAge = z.object({
  id: z.string(),
  title: z.string(),
  /** When it was last read to the end; null where it never was, or that is not known. */
  readAt: z.nullable(z.iso.datetime()),
  isFailing: z.boolean(),
  message: z.nullable(z.string()),
})

/** What the first sentence of the page is made of, in order. A clause that would count nothing is left out. */
export const Clause = z.discriminatedUnion('code', [
  /** Nothing is on file but what ships, if that. */
  z.object({ code: z.literal('no-release') }),
  z.object({ code: z.literal('no-fleet') }),
  z.object({ code: z.literal('to-install'), ...Counted.shape }),
  /** Machines that are left of fixes whose day is over, and for how many days at most. */
  z.object({ code: z.literal('overdue'), ...Counted.shape, machines: z.int(), days: z.int() }),
  z.object({ code: z.literal('left'), machines: z.int() }),
  /** Nothing is left to install of the release. */
  z.object({ code: z.literal('all-done'), on: z.nullable(Day) }),
  z.object({ code: z.literal('next-release'), on: Day, daysLeft: z.int() }),
  /** Open fixes to install of all releases together, and how many of them are overdue: where these are more than of this one. */
  z.object({ code: z.literal('in-all'), ...Counted.shape, overdue: z.int() }),
])
export type Clause = z.infer<typeof Clause>

/**
 * - `first-start`: there is no release.
 * - `no-fleet`: nobody has said which machines there are; `actNow` has the fixes of the release, the most urgent first.
 * - `to-do`, `all-done`: whether anything of the release is left to install.
 */
export const overviewStates = ['first-start', 'no-fleet', 'to-do', 'all-done'] as const

export const Overview = z.object({
  today: Day,
  state: z.enum(overviewStates),
  /** Machines of the fleet; 0 without one. */
  machines: z.int(),
  release: z.nullable(Head),
  /** 24 months of the same publisher, oldest first. */
  months: z.array(Month),
  sentence: z.array(Clause),
  figures: z.nullable(Figures),
  actNow: z.object({
    /** By due day, urgency and machines left: the first six. */
    fixes: z.array(ActNow),
    ...Counted.shape,
    unassigned: Counted,
    overdue: Counted,
  }),
  /** By the number of machines: the first twenty, and how many there are. */
  platforms: z.array(OnPlatform),
  platformCount: z.int(),
  tests: Tests,
  due: z.array(DueBucket),
  rollout: z.nullable(Rollout),
  /** Null where the person has never said what they have seen. */
  changes: z.nullable(Changes),
  /** Kept plans that run or were stopped, the one changed last first: at most five. */
  plans: z.array(PlanRow),
  data: z.object({
    /** When anything was last read in; null where nothing ever was. */
    readAt: z.nullable(z.iso.datetime()),
    sources: z.array(SourceAge),
    /** Sources that are switched off. */
    off: z.int(),
  }),
})
export type Overview = z.infer<typeof Overview>
