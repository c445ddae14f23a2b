/** What the waves of a plan that is over tell of how long rollouts take. */
import type { KeptPlan } from '../../contract/plans.ts'
import type { WaveMeasurement } from '../../contract/rollouts.ts'
import { dayIn } from '../due/days.ts'
import { countOf, firstOf } from '../rollout/waves.ts'
import { firstRun } from './pace.ts'
import type { WaveProgress } from './progress.ts'
import type { Schedule } from './schedule.ts'

/** A run, and the first of the bulletins that were installed in it. */
export type RunOfWave = { bulletin: string; measurement: WaveMeasurement }

/** The first go of each wave as a measured run: without the restart, as the published times are. */
export function runsOfWaves(
  { id }: Pick<KeptPlan, 'id'>,
  progress: readonly WaveProgress[],
  schedule: Schedule,
): RunOfWave[] {
  const { consoles, restartMinutes, tool, zone } = schedule.inputs
  return progress.flatMap((each, place): RunOfWave[] => {
    const run = firstRun(each, schedule, schedule.marks[place]?.start ?? null)
    if (run === null) return []
    const fleet = firstOf(each.wave.machines, run.machines)
    const fixes = schedule.fixes.filter(({ platforms }) => fleet.some(({ platform }) => platforms.has(platform)))
    const [bulletin, ...others] = fixes.map((fix) => fix.id)
    const minutes = run.minutes - (fixes.some(({ mayRestart }) => mayRestart) ? restartMinutes : 0)
    if (bulletin === undefined || minutes <= 0 || countOf(fleet) === 0) return []
    return [
      {
        bulletin,
        measurement: {
          machines: countOf(fleet),
          consoles,
          minutes: Math.round(minutes * 10) / 10,
          on: dayIn(zone)(new Date(run.from)),
          ...(tool !== '' && { tool }),
          plan: id,
          others,
          fleet,
        },
      },
    ]
  })
}
