/** Until which day policy wants a bulletin deployed, by which rule, and who has moved that day. */
import * as z from 'zod'
import { BulletinId } from './summary-fields.ts'
import { dueDays, dueReason, timeZone } from './limits.ts'
import { Day, someText, wholeNumber } from './text.ts'
import { bodOutcomes, dueEnvironments, duePolicyKinds, factBases, noDueReasons } from './due-words.ts'
import { presences } from './vocabulary.ts'
import { UrgencyLevel } from './words.ts'

/** Whole days from when the facts were known; null: no day, it waits for the next upgrade of the system. */
const Days = z.nullable(wholeNumber(dueDays))
const DaysByEnvironment = z.object({ server: Days, client: Days })

/** How many days each urgency leaves on servers and on clients. */
export const DueDays = z.object({
  immediate: DaysByEnvironment,
  early: DaysByEnvironment,
  wait: DaysByEnvironment,
  unrated: DaysByEnvironment,
})
export type DueDays = z.infer<typeof DueDays>

const Presence = z.enum(presences)

/** What gives each bulletin its day. Both ways are kept, so that going back finds the days as they were. */
export const DuePolicy = z.object({
  /** `table`: days by urgency and server or client. `bod-26-04`: the decision table of CISA's directive. */
  kind: z.enum(duePolicyKinds),
  days: DueDays,
  /** What a machine counts as of which the fleet does not say whether the internet reaches it. */
  unknownExposure: Presence,
  /** Where a day begins and ends, such as `Asia/Tokyo`. */
  zone: someText('a time zone', timeZone),
})
export type DuePolicy = z.infer<typeof DuePolicy>

/** The policy as last set; version 0 where it never was. */
export const KeptDuePolicy = z.object({
  version: z.int(),
  at: z.nullable(z.iso.datetime()),
  by: z.nullable(z.string()),
  ...DuePolicy.shape,
})
export type KeptDuePolicy = z.infer<typeof KeptDuePolicy>

/** What the problem of a lost race tells beyond the usual: the policy that is there now. */
export const KeptDueConflict = z.object({ current: KeptDuePolicy })

/** The rule that a day comes from. */
export const DueRule = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('table'),
    urgency: UrgencyLevel,
    /** `unknown`: no source says whether servers or clients, and the shorter of both counts. */
    environment: z.enum(dueEnvironments),
    days: Days,
  }),
  /** The day that the catalogue of exploited vulnerabilities sets. */
  z.object({ by: z.literal('kev'), cve: z.string() }),
  z.object({
    by: z.literal('bod-26-04'),
    outcome: z.enum(bodOutcomes),
    /** Of which vulnerability; null where none is named. */
    cve: z.nullable(z.string()),
  }),
])
export type DueRule = z.infer<typeof DueRule>

/** What sets a day: a rule, or a person who has moved it. */
export type DueBasis = DueRule['by'] | 'extended'

/** The day of a bulletin: the earliest that any rule gives, or a later one that a person has set. */
export const Due = z.object({
  /** The last day that is in time; null: no day, it waits for the next upgrade of the system. */
  on: z.nullable(Day),
  rule: DueRule,
  /** Since when the facts of the rule are known: its days are counted from there. */
  first: Day,
  /** Days left, 0 on the last one, below 0 when overdue; null without a day. */
  left: z.nullable(z.int()),
  /** BOD 26-04 asks to look for traces of an attack, too. */
  forensics: z.optional(z.literal(true)),
  /** A day that a person has set. Once that is over the first day counts again. */
  exception: z.optional(z.object({ first: Day, renewals: z.int(), isOver: z.boolean() })),
})
export type Due = z.infer<typeof Due>

/**
 * The due days of all bulletins that are to be installed or, without a fleet, that nothing on file replaces; whatever the
 * team's state of them. `today` is the day that `left` is counted from.
 */
export const DueList = z.object({
  version: z.string(),
  today: Day,
  zone: z.string(),
  due: z.record(BulletinId, Due),
})
export type DueList = z.infer<typeof DueList>

/** One of the four facts that BOD 26-04 decides by: yes or no, where that comes from, and since when it is known. */
const Fact = z.object({
  value: z.enum([...presences, 'unknown']),
  /** `inferred`: from the CVSS vector, since no catalogue says it. `setting`: not known, and what the policy counts it as. */
  basis: z.enum(factBases),
  since: z.nullable(Day),
})
export type DecidingFact = z.infer<typeof Fact>

/** What the decision for one vulnerability is made from. */
export const DueDecision = z.object({
  cve: z.nullable(z.string()),
  outcome: z.enum(bodOutcomes),
  on: z.nullable(Day),
  /** Since when the facts that count are known. */
  first: Day,
  kev: Fact,
  exposed: Fact,
  automatable: Fact,
  /** Yes: the technical impact is total. */
  total: Fact,
})
export type DueDecision = z.infer<typeof DueDecision>

/** What moves a day: until when, and why. */
export const DueExtension = z.object({ until: Day, reason: someText('a reason', dueReason) })
export type DueExtension = z.infer<typeof DueExtension>

/** An exception on file. It ends by itself with its day. */
export const DueException = z.object({
  bulletin: BulletinId,
  version: z.int(),
  /** The day that the rule gave when the first of them was made. */
  first: Day,
  until: Day,
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** How often it was renewed. */
  renewals: z.int(),
  /** Who has ended it before its day; null where nobody has. */
  ended: z.nullable(z.object({ by: z.string(), at: z.iso.datetime() })),
})
export type DueException = z.infer<typeof DueException>

/** The due day of one bulletin, with all that it comes from. */
export const BulletinDue = z.object({
  id: BulletinId,
  /** The version of the exception, for `If-Match`; 0 where there was none. */
  version: z.int(),
  today: Day,
  zone: z.string(),
  policy: z.enum(duePolicyKinds),
  due: z.nullable(Due),
  none: z.nullable(z.enum(noDueReasons)),
  /** Every day that some rule gives, the earliest first; those without a day last. */
  days: z.array(z.object({ on: z.nullable(Day), rule: DueRule, first: Day })),
  /** Of BOD 26-04: what was decided for each vulnerability. */
  decisions: z.array(DueDecision),
  exception: z.nullable(DueException),
})
export type BulletinDue = z.infer<typeof BulletinDue>

/** What the problem of a lost race tells beyond the usual: the day and its exception as they are now. */
export const BulletinDueConflict = z.object({ current: BulletinDue })

const DueCount = z.object({ overdue: z.int(), withDay: z.int(), withoutDay: z.int() })

/** What another policy would change, without what is done or not applicable. */
export const DuePreview = z.object({
  before: DueCount,
  after: DueCount,
  /** Those that become overdue, and those that are so no longer. */
  becomesOverdue: z.array(BulletinId),
  noLongerOverdue: z.array(BulletinId),
  earlier: z.int(),
  later: z.int(),
})
export type DuePreview = z.infer<typeof DuePreview>
