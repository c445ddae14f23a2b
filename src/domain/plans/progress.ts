/** How far each wave of a plan is. */
import type { progressSources } from '../../contract/plan-view.ts'
import type { KeptPlan, PlanWave } from '../../contract/plans.ts'
import { countOf, firstOf, withoutFirst, type Machines } from '../rollout/waves.ts'
import { isWithin } from '../platforms/platforms.ts'
import type { PlanMachine } from './machines.ts'
import { firstTouched } from './machines.ts'
import { membersOf } from './members.ts'
import { doneIn, marksOf, stepsAt, stepsOfCounts, type Marks, type Step } from './steps.ts'

export type WaveProgress = {
  wave: PlanWave
  of: number
  done: number
  steps: readonly Step[]
  actual: Marks
  source: (typeof progressSources)[number]
  /** Machines on which a first attempt was made, and on which it failed. */
  tried: number
  failed: number
  /** The known machines of the wave; none where it is counted by hand. */
  machines: readonly PlanMachine[]
  /** What is left to do, by platform. */
  left: readonly Machines[]
  /** Whether moments are those of installing, so that a pace can be told from them. */
  isExact: boolean
}

const isDoneBy = (now: number) => (machine: PlanMachine) => machine.doneAt !== null && machine.doneAt <= now

/** The planned machines of each platform less the known ones that are done. */
function leftOf({ machines: planned }: PlanWave, done: readonly PlanMachine[]): Machines[] {
  return planned
    .map(({ platform, count }) => ({
      platform,
      count: Math.max(
        0,
        count - done.filter((machine) => machine.platform !== null && isWithin(machine.platform, platform)).length,
      ),
    }))
    .filter(({ count }) => count > 0)
}

function byMachines(wave: PlanWave, members: readonly PlanMachine[], now: number): WaveProgress {
  const of = countOf(wave.machines)
  const isDone = isDoneBy(now)
  const done = members.filter(isDone)
  const steps = stepsAt(
    done.flatMap(({ doneAt }) => doneAt ?? []),
    now,
  ).map((step) => ({ ...step, done: Math.min(of, step.done) }))
  const touched = members.flatMap((machine) => firstTouched(machine) ?? []).filter((at) => at <= now)
  const start = touched.reduce((least, at) => Math.min(least, at), Infinity)
  const left = leftOf(wave, done)
  const missing = of - doneIn(steps)
  return {
    wave,
    of,
    done: doneIn(steps),
    steps,
    actual: marksOf(steps, of, start === Infinity ? null : start),
    source: wave.machineIds === undefined ? 'platform' : 'named',
    tried: members.filter((machine) => machine.firstAt !== null || isDone(machine)).length,
    failed: members.filter(({ hasFailedFirst }) => hasFailedFirst).length,
    machines: members,
    left: countOf(left) > missing ? firstOf(left, missing) : left,
    isExact: done.every(({ isExact }) => isExact),
  }
}

function byHand(wave: PlanWave, counts: KeptPlan['counts'], now: number): WaveProgress {
  const of = countOf(wave.machines)
  const told = counts
    .map((count) => ({ ...count, at: Date.parse(count.at) }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at)
  const steps = stepsOfCounts(told, now).map((step) => ({ ...step, done: Math.min(of, step.done) }))
  const attempts = told.findLast(({ tried }) => tried !== undefined)
  return {
    wave,
    of,
    done: doneIn(steps),
    steps,
    actual: marksOf(steps, of, steps.find(({ done }) => done > 0)?.at ?? null),
    source: 'counted',
    tried: attempts?.tried ?? 0,
    failed: attempts?.failed ?? 0,
    machines: [],
    // In the order of its platforms: nobody has counted them apart.
    left: withoutFirst(wave.machines, doneIn(steps)),
    isExact: true,
  }
}

/**
 * How far the waves are at `now`. Machines that a wave names come before counts by hand, and those before machines on file
 * of its platforms, which fill the waves in order.
 */
export function progressOfWaves(
  { waves, counts }: Pick<KeptPlan, 'waves' | 'counts'>,
  machines: readonly PlanMachine[],
  now: number,
): WaveProgress[] {
  const byWave = Map.groupBy(counts, ({ wave }) => wave)
  const members = membersOf(waves, machines)
  return waves.map((wave) => {
    const counted = byWave.get(wave.key)
    if (wave.machineIds === undefined && counted !== undefined) return byHand(wave, counted, now)
    const known = members.get(wave.key) ?? []
    const progress = byMachines(wave, known, now)
    return known.length === 0 && wave.machineIds === undefined ? { ...progress, source: 'none' } : progress
  })
}
