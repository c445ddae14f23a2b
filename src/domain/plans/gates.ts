/** Whether each wave of a plan may begin: a pure function of what is known and of now. */
import type { AwaitedWave, GateState, StopReason } from '../../contract/plan-view.ts'
import type { KeptPlan } from '../../contract/plans.ts'
import type { IssueFact } from './facts.ts'
import type { HeldWave } from './held.ts'
import type { WaveProgress } from './progress.ts'
import { isoOf, reachedAt, shareCount } from './steps.ts'

const hour = 3_600_000

export type GateFacts = {
  plan: Pick<KeptPlan, 'opened'>
  /** Of each wave, in their order. */
  progress: readonly WaveProgress[]
  /** The holds in force on each wave by its key. */
  held: ReadonlyMap<string, readonly HeldWave[]>
  /** Those that are not resolved. */
  issues: readonly IssueFact[]
  /** Milliseconds since 1970 UTC. */
  now: number
}

/** A share in percent, to a tenth. */
export const tenthOfPercent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10

/** How far a wave is that another one waits for, and when the share was reached. */
function awaited({ wave, of, done, steps }: WaveProgress, neededPercent: number) {
  const needed = shareCount(of, neededPercent)
  const waits: AwaitedWave = {
    wave: wave.key,
    machines: Math.max(0, needed - done),
    donePercent: of === 0 ? 100 : tenthOfPercent(done, of),
    neededPercent,
  }
  return { waits, reached: needed === 0 ? null : reachedAt(steps, needed) }
}

/** What an open gate waited for, as it is now. */
export const awaitedBy = ({ wave }: WaveProgress, progress: readonly WaveProgress[]) =>
  progress
    .filter((each) => wave.waitsFor.includes(each.wave.key))
    .map((each) => ({
      ...awaited(each, wave.gate.donePercent).waits,
      attempts: {
        tried: each.tried,
        failed: each.failed,
        percent: each.tried === 0 ? null : tenthOfPercent(each.failed, each.tried),
      },
    }))

/** Reasons that stop a wave, with the moment of those that a person may not have known when they opened it. */
function stopsOf(
  progress: WaveProgress,
  before: readonly WaveProgress[],
  stopped: ReadonlySet<string>,
  { held, issues }: GateFacts,
): { stop: StopReason; at: number | null }[] {
  const { gate } = progress.wave
  const stops: { stop: StopReason; at: number | null }[] = []
  for (const { wave, tried, failed } of before) {
    const percent = tenthOfPercent(failed, tried)
    if (gate.failurePercent !== null && tried > 0 && (failed / tried) * 100 > gate.failurePercent)
      stops.push({
        stop: { by: 'failures', wave: wave.key, failed, tried, percent, limit: gate.failurePercent },
        at: null,
      })
  }
  const began = before.flatMap(({ actual }) => actual.start ?? []).reduce((least, at) => Math.min(least, at), Infinity)
  if (gate.noNewIssues)
    for (const issue of issues)
      if (Date.parse(issue.at) > began) stops.push({ stop: { by: 'new-issue', ...issue }, at: Date.parse(issue.at) })
  // Where held machines are told apart they wait alone.
  for (const { hold, machines, isWhole } of held.get(progress.wave.key) ?? [])
    if (isWhole)
      stops.push({
        stop: { by: 'hold', hold: hold.id, reason: hold.reason, until: hold.until, machines },
        at: Date.parse(hold.at),
      })
  for (const { wave } of before)
    if (stopped.has(wave.key)) stops.push({ stop: { by: 'wave', wave: wave.key }, at: null })
  return stops
}

function gateOf(progress: WaveProgress, stopped: ReadonlySet<string>, facts: GateFacts): GateState {
  const { wave, of, done } = progress
  const before = facts.progress.filter((each) => wave.waitsFor.includes(each.wave.key))
  const awaits = before.map((each) => awaited(each, wave.gate.donePercent))
  const reached = awaits.reduce((most, { reached: at }) => Math.max(most, at ?? -Infinity), -Infinity)
  const opensAt = reached === -Infinity ? null : reached + wave.gate.soakHours * hour
  // Of a wave that is done nothing is left to be stopped.
  if (of > 0 && done >= of)
    return (
      handOpened(wave.key, facts) ?? {
        state: 'open',
        since: isoOf(opensAt === null || opensAt > facts.now ? progress.actual.start : opensAt),
      }
    )
  const stops = stopsOf(progress, before, stopped, facts)
  const waits = awaits.map((each) => each.waits).filter(({ machines }) => machines > 0)
  const byHand = handOpened(wave.key, facts)
  if (byHand !== null) {
    // What came up since was not known to who opened it.
    const since = stops.filter(({ at }) => at !== null && at > Date.parse(byHand.at))
    if (since.length === 0) return { ...byHand, waits, stops: stops.map(({ stop }) => stop) }
    return { state: 'stopped', stops: since.map(({ stop }) => stop) }
  }
  if (stops.length > 0) return { state: 'stopped', stops: stops.map(({ stop }) => stop) }
  if (waits.length > 0) return { state: 'waits', waits }
  if (opensAt !== null && opensAt > facts.now) return { state: 'opens-at', at: new Date(opensAt).toISOString() }
  return { state: 'open', since: isoOf(opensAt) }
}

function handOpened(key: string, { plan, now }: GateFacts) {
  const opened = plan.opened.find(({ wave, at }) => wave === key && Date.parse(at) <= now)
  if (opened === undefined) return null
  const { by, at, why } = opened
  return { state: 'opened-by-hand' as const, by, at, why, waits: [], stops: [] }
}

/**
 * The gate of each wave by its key. A stopped gate stops those that wait for it, and no others; a person opens it, and then
 * only what came up since stops it again.
 */
export function gatesOf(facts: GateFacts): ReadonlyMap<string, GateState> {
  const gates = new Map<string, GateState>()
  const stopped = new Set<string>()
  for (const progress of facts.progress) {
    const gate = gateOf(progress, stopped, facts)
    gates.set(progress.wave.key, gate)
    if (gate.state === 'stopped') stopped.add(progress.wave.key)
  }
  return gates
}
