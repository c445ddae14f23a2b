/** What a kept plan comes to: gates, what was planned, what was done, and what is to be expected. */
import * as z from 'zod'
import { KeptPlan, PlannedMachines, PlanState, PlanWave, WaveKey } from './plans.ts'
import { PlatformId } from './platform.ts'
import { BulletinId } from './summary-fields.ts'
import { Day, Text } from './text.ts'

const Moment = z.iso.datetime()
const MaybeMoment = z.nullable(Moment)

/** How far a wave is that a gate waits for. `machines`: how many are still to be done until the share is reached. */
export const AwaitedWave = z.object({
  wave: WaveKey,
  machines: z.int(),
  donePercent: z.number(),
  neededPercent: z.number(),
})
export type AwaitedWave = z.infer<typeof AwaitedWave>

/** Why a gate is stopped: only a person opens it. */
export const StopReason = z.discriminatedUnion('by', [
  /** More first attempts failed than the rule allows. */
  z.object({
    by: z.literal('failures'),
    wave: WaveKey,
    failed: z.int(),
    tried: z.int(),
    percent: z.number(),
    limit: z.number(),
  }),
  /** A hold is on machines of the wave; `machines`: how many, null where that is not known. */
  z.object({
    by: z.literal('hold'),
    hold: z.int(),
    reason: z.string(),
    until: Day,
    machines: z.nullable(z.int()),
  }),
  /** A known issue that was first seen after a wave that it waits for had begun. */
  z.object({ by: z.literal('new-issue'), bulletin: BulletinId, issue: z.string(), title: Text, at: Moment }),
  /** A wave that it waits for is stopped. */
  z.object({ by: z.literal('wave'), wave: WaveKey }),
])
export type StopReason = z.infer<typeof StopReason>

/** The gate of a wave. A wave that waits for none is open once the plan runs. */
export const GateState = z.discriminatedUnion('state', [
  /** `since` is null where it waits for none. */
  z.object({ state: z.literal('open'), since: MaybeMoment }),
  /** `waits` and `stops`: what does not hold. */
  z.object({
    state: z.literal('opened-by-hand'),
    by: z.string(),
    at: Moment,
    why: z.string(),
    waits: z.array(AwaitedWave),
    stops: z.array(StopReason),
  }),
  /** Everything holds, and the soak ends at `at`. */
  z.object({ state: z.literal('opens-at'), at: Moment }),
  z.object({ state: z.literal('waits'), waits: z.array(AwaitedWave).check(z.minLength(1)) }),
  z.object({ state: z.literal('stopped'), stops: z.array(StopReason).check(z.minLength(1)) }),
])
export type GateState = z.infer<typeof GateState>

/** When a wave begins, and when half, 90 % and all of its machines are done; null: not (yet), or it does not fit. */
export const Milestones = z.object({ start: MaybeMoment, half: MaybeMoment, ninety: MaybeMoment, last: MaybeMoment })
export type Milestones = z.infer<typeof Milestones>

/**
 * What says which machines of a wave are done. `named`: those that it names; `platform`: machines on file of its
 * platforms, the first that were done counting for its first waves; `counted`: by hand; `none`: nothing does.
 */
export const progressSources = ['named', 'platform', 'counted', 'none'] as const

/** First attempts: on how many machines one was made, and failed. */
const Attempts = z.object({ tried: z.int(), failed: z.int(), percent: z.nullable(z.number()) })

export const waveStates = ['to-come', 'waiting', 'stopped', 'running', 'done'] as const

export const PlanWaveView = z.object({
  ...PlanWave.shape,
  of: z.int(),
  done: z.int(),
  source: z.enum(progressSources),
  state: z.enum(waveStates),
  gateState: GateState,
  /** What is known of the waves that it waits for, for the line of an open gate. */
  awaited: z.array(z.object({ ...AwaitedWave.shape, attempts: Attempts })),
  attempts: Attempts,
  /** Machines that a hold is on; null where how many is not known. */
  held: z.array(z.object({ hold: z.int(), reason: z.string(), until: Day, machines: z.nullable(z.int()) })),
  planned: Milestones,
  actual: Milestones,
  /** What is left of it; null where nothing is, or nothing can be said. */
  forecast: z.nullable(z.object({ start: MaybeMoment, last: MaybeMoment })),
  /** The last machine against the plan, done or expected; null where one of both is not known. Above 0: later. */
  slipMinutes: z.nullable(z.int()),
})
export type PlanWaveView = z.infer<typeof PlanWaveView>

/** Done machines at a moment; straight between two points. */
export const BurnUpPoint = z.object({ at: Moment, done: z.number() })
export type BurnUpPoint = z.infer<typeof BurnUpPoint>

/** Machines that have every fix of the plan meant for them, over time. */
export const BurnUp = z.object({
  planned: z.array(BurnUpPoint),
  actual: z.array(BurnUpPoint),
  /** From now on, by the measured pace, with stopped gates opened in time. */
  forecast: z.array(BurnUpPoint),
  /** The same where stopped gates stay closed over their next window; empty where none is stopped. */
  ifClosed: z.array(BurnUpPoint),
})

/** Where stopped gates stay closed: until when the first must be opened so that the forecast holds, and what follows where not. */
const IfClosed = z.object({ wave: WaveKey, openBy: MaybeMoment, finish: MaybeMoment })

export const waitingReasons = ['failed', 'restart-pending', 'held', 'not-seen', 'not-tried'] as const

/** Machines of waves that have begun and are not done, and why. */
export const WaitingMachines = z.object({
  why: z.enum(waitingReasons),
  wave: WaveKey,
  /** Null where it is not known of which platform they are. */
  platform: z.nullable(PlatformId),
  machines: z.int(),
  /** The code of their last failed attempt, such as `0x800F0922`. */
  code: z.nullable(z.string()),
  /** The last attempt of any. */
  at: MaybeMoment,
  /** When they are expected to be tried again: the start of the next window. */
  nextAt: MaybeMoment,
  /** Their names, at most twenty; null for viewers, and where nobody knows them. */
  names: z.nullable(z.array(z.string())),
})
export type WaitingMachines = z.infer<typeof WaitingMachines>

/** A due day, and what is left until then: bulletins with the same day on the same platforms. */
export const PlanDue = z.object({
  /** Null: no day. */
  on: z.nullable(Day),
  bulletins: z.array(BulletinId).check(z.minLength(1)),
  platforms: z.array(PlatformId),
  /** Whether the catalogue of exploited vulnerabilities sets the day. */
  isByKev: z.boolean(),
  of: z.int(),
  done: z.int(),
  /** When the last machine has them: done, or expected. */
  finish: MaybeMoment,
  /** From then to the end of the day; below 0: too late. Null without a day or a finish. */
  slackMinutes: z.nullable(z.int()),
  /** The same where stopped gates stay closed; null where that changes nothing. */
  slackIfClosedMinutes: z.nullable(z.int()),
})
export type PlanDue = z.infer<typeof PlanDue>

/** What deserves a sentence, worst first. */
export const Slip = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('due-missed'),
    on: Day,
    platforms: z.array(PlatformId),
    machines: z.int(),
    minutes: z.int(),
  }),
  z.object({
    code: z.literal('due-at-risk'),
    on: Day,
    platforms: z.array(PlatformId),
    wave: WaveKey,
    minutes: z.int(),
  }),
  z.object({ code: z.literal('gate-stopped'), wave: WaveKey, openBy: MaybeMoment }),
  z.object({ code: z.literal('gate-waits'), wave: WaveKey, machines: z.int() }),
  z.object({ code: z.literal('wave-late'), wave: WaveKey, minutes: z.int(), isDone: z.boolean() }),
  z.object({ code: z.literal('does-not-fit'), machines: z.int() }),
])
export type Slip = z.infer<typeof Slip>

/** How a plan is, in a line. */
export const planSummaryFields = {
  done: z.int(),
  of: z.int(),
  /** Of those done, how many people have counted by hand: no report tells of them. */
  counted: z.int(),
  /** When the last machine was to be done, and when it is or will be; null where nothing can be said. */
  finish: z.object({ planned: MaybeMoment, expected: MaybeMoment, slipMinutes: z.nullable(z.int()) }),
  ifClosed: z.nullable(IfClosed),
  /** The first gate that is not open of a wave that is not done; null where there is none. */
  nextGate: z.nullable(z.object({ wave: WaveKey, name: z.string(), gateState: GateState })),
  /** The first due day that is missed or nearest, with its slack. */
  nextDue: z.nullable(z.object({ on: Day, slackMinutes: z.nullable(z.int()) })),
}

export const PlanRow = z.object({
  id: z.int(),
  version: z.int(),
  name: z.string(),
  owner: z.nullable(z.string()),
  ticket: z.nullable(z.string()),
  state: PlanState,
  bulletins: z.int(),
  waves: z.int(),
  /** By whose clock it was planned. */
  zone: z.string(),
  changed: KeptPlan.shape.changed,
  ...planSummaryFields,
})
export type PlanRow = z.infer<typeof PlanRow>

export const PlanView = z.object({
  plan: KeptPlan,
  /** When this was computed: everything in it is of that moment. */
  now: Moment,
  ...planSummaryFields,
  machines: z.array(PlannedMachines),
  waves: z.array(PlanWaveView),
  burnUp: BurnUp,
  /** The curve of each fix on its own. */
  byFix: z.array(z.object({ bulletin: BulletinId, of: z.int(), done: z.int(), actual: z.array(BurnUpPoint) })),
  /** Minutes that went take compared with the estimate, from `waves` of this plan; null without any. */
  pace: z.nullable(z.object({ factor: z.number(), waves: z.int() })),
  due: z.array(PlanDue),
  waiting: z.array(WaitingMachines),
  slips: z.array(Slip),
})
export type PlanView = z.infer<typeof PlanView>

/** What changed of a plan: a field, an input of the draft by its name, or a wave by its key. */
export const PlanChange = z.object({
  what: z.string(),
  /** The wave, where it is about one. */
  wave: z.nullable(WaveKey),
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
})
export type PlanChange = z.infer<typeof PlanChange>

export const planEventKinds = ['created', 'changed', 'state-set', 'gate-opened', 'gate-closed', 'counted'] as const

/** What has happened to a plan, newest first. */
export const PlanHistoryEntry = z.object({
  /** The number of the event; the version of the plan after it, but for counts. */
  id: z.int(),
  at: Moment,
  who: z.string(),
  what: z.enum(planEventKinds),
  why: z.string(),
  changes: z.array(PlanChange),
  state: z.nullable(PlanState),
  wave: z.nullable(WaveKey),
  /** What did not hold when a person opened a gate. */
  waits: z.array(AwaitedWave),
  stops: z.array(StopReason),
  count: z.nullable(z.object({ done: z.int(), at: Moment })),
})
export type PlanHistoryEntry = z.infer<typeof PlanHistoryEntry>
