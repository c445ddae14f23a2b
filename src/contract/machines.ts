/** The machines themselves: what inventory files and deployment tools report of each, and which fixes it lacks. */
import * as z from 'zod'
import { reachabilities } from './fleet.ts'
import { attemptCode, attempts, machineDays, machineName, machineSearch } from './limits.ts'
import { PlatformId } from './platform.ts'
import { BulletinId, Name } from './summary-fields.ts'
import { atMost, someText, wholeNumber } from './text.ts'

/** The id of a machine: it means nobody once the machine is deleted. */
export const MachineId = z.int().check(z.positive())

/** `partly`: a part of what the fix mends. `not-concerned`: the fix is for other machines. */
export const machineStates = ['fixed', 'missing', 'restart-pending', 'partly', 'unknown', 'not-concerned'] as const
export const MachineState = z.enum(machineStates)
export type MachineState = z.infer<typeof MachineState>

const Kb = z.string().check(z.regex(/^KB\d{4,8}$/, 'expected a KB such as KB5060842'))
const by = { by: BulletinId }
const builds = { build: Name, needed: Name }

/** Why a machine is in a state for a fix. `build` is the machine's, `needed` the one that the fix brings. */
export const MachineReason = z.discriminatedUnion('code', [
  /** It lists the fix. */
  z.object({ code: z.literal('listed') }),
  /** It lists a fix that contains this one. */
  z.object({ code: z.literal('contained'), ...by }),
  /** It has the hotpatch in place of it; `lacks`: which leaves flaws open that this one mends. */
  z.object({ code: z.literal('hotpatch'), ...by, lacks: z.boolean() }),
  /** It has the security-only update, which is a part of this one. */
  z.object({ code: z.literal('security-only'), ...by }),
  z.object({ code: z.literal('build'), ...builds }),
  z.object({ code: z.literal('older-build'), ...builds }),
  /** `by` is installed, and the build from before runs; null where the machine does not say its build. */
  z.object({ code: z.literal('restart'), ...by, build: z.nullable(Name) }),
  z.object({ code: z.literal('removed') }),
  /** Neither the fix nor one that contains it is among the fixes that it lists. */
  z.object({ code: z.literal('not-listed') }),
  /** A deployment tool finds that it needs it, or that it does not. */
  z.object({ code: z.literal('required') }),
  z.object({ code: z.literal('not-required') }),
  /** Nothing has ever been reported of it. */
  z.object({ code: z.literal('never-reported') }),
  /** What it is cannot be told from what is reported. */
  z.object({ code: z.literal('no-platform') }),
  /** No document names its platform. */
  z.object({ code: z.literal('not-in-documents') }),
  /** Neither the revision of its build nor its fixes are reported. */
  z.object({ code: z.literal('no-evidence') }),
  /** It lists a later fix that no document knows. */
  z.object({ code: z.literal('unknown-fix'), kb: Kb }),
  /** Documents do not say whether it needs this, such as a servicing stack that newer updates bring along. */
  z.object({ code: z.literal('not-said') }),
  z.object({ code: z.literal('other-platform') }),
])
export type MachineReason = z.infer<typeof MachineReason>

/** What installing a fix on a machine came to. `restart-pending`: it takes effect with the next restart. */
export const attemptResults = ['installed', 'failed', 'removed', 'restart-pending'] as const
const Code = z.string().check(z.minLength(1), atMost(attemptCode))

/** One attempt to install or remove a fix. `fix` is its bulletin, or its KB where no bulletin on file has it. */
export const Attempt = z.object({
  fix: Name,
  at: z.iso.datetime(),
  outcome: z.enum(attemptResults),
  code: z.optional(Code),
})
export type Attempt = z.infer<typeof Attempt>

/** Attempts as deployment tools report them; a machine that is not on file is added. */
export const AttemptReport = z.object({
  attempts: z
    .array(z.object({ machine: someText('a machine', machineName), ...Attempt.shape, fix: BulletinId }))
    .check(z.minLength(1, 'expected an attempt'), atMost(attempts, 'attempts')),
})
export type AttemptReport = z.infer<typeof AttemptReport>

export const AttemptsTaken = z.object({ machines: z.int(), attempts: z.int() })

export const Machine = z.object({
  id: MachineId,
  name: z.string(),
  /** Null where nothing tells which it is. */
  platform: z.nullable(PlatformId),
  edition: z.nullable(z.string()),
  /** `10.0.26100.4349`; the revision may be missing. */
  build: z.nullable(z.string()),
  /** The fixes that it has, by KB. */
  fixes: z.array(Kb),
  roles: z.array(z.string()),
  reachable: z.optional(z.enum(reachabilities)),
  restartPending: z.optional(z.boolean()),
  /** Null where nothing was ever reported of it. */
  lastSeen: z.nullable(z.iso.datetime()),
})
export type Machine = z.infer<typeof Machine>

/** A fix of a machine. `since`: from when on it was on, as far as anything tells. */
export const MachineFix = z.object({
  bulletin: BulletinId,
  state: MachineState,
  reason: MachineReason,
  since: z.optional(z.iso.datetime()),
})
export type MachineFix = z.infer<typeof MachineFix>

const overall = ['current', 'lacking', 'unknown'] as const

/** A machine in the list. `lacks`: of what is to be installed on it, what it does not have in full, with the reason. */
export const MachineRow = z.object({
  ...Machine.shape,
  state: z.enum(overall),
  lacks: z.array(MachineFix),
})
export type MachineRow = z.infer<typeof MachineRow>

/** One machine with every fix that is for it and what was attempted, newest first. */
export const MachineDetail = z.object({
  ...Machine.shape,
  fixes: z.array(Kb),
  states: z.array(MachineFix),
  attempts: z.array(Attempt),
  /** What was reported of it last, by kind of file. */
  reports: z.array(z.object({ kind: z.string(), seenAt: z.nullable(z.iso.datetime()) })),
})
export type MachineDetail = z.infer<typeof MachineDetail>

/** After how many days without a report a machine is deleted; null: never. */
export const Retention = z.object({ days: z.nullable(wholeNumber(machineDays)) })
export type Retention = z.infer<typeof Retention>

/** How many machines report, without their names. `current`, `lacking` and `unknown` add up to `machines`. */
export const MachineCounts = z.object({
  machines: z.int(),
  current: z.int(),
  lacking: z.int(),
  unknown: z.int(),
  /** Those last seen more than 30, and more than 90 days ago, and those of which nothing was ever reported. */
  over30Days: z.int(),
  over90Days: z.int(),
  neverSeen: z.int(),
  /** Null where the platform is unknown; largest first. */
  byPlatform: z.array(
    z.object({ platform: z.nullable(PlatformId), machines: z.int(), lacking: z.int(), unknown: z.int() }),
  ),
  retention: Retention,
})
export type MachineCounts = z.infer<typeof MachineCounts>

/** All that can name a machine or its owner goes: `name` as it is written anywhere. */
export const Forget = z.object({ name: someText('the name of a machine', machineName) })

/** What the list may be narrowed to. Days are counted to today. */
export const machineQuery = z.object({
  platform: z.optional(PlatformId),
  lacks: z.optional(BulletinId),
  state: z.optional(z.enum(overall)),
  notSeenFor: z.optional(z.string().check(z.regex(/^\d{1,4}$/, 'expected a number of days'))),
  search: z.optional(z.string().check(atMost(machineSearch))),
})
export type MachineQuery = z.infer<typeof machineQuery>
