/** Minutes over machines for the chart: only where a line bends. */
import { estimate, type Circumstances, type Estimate, type Job } from './estimate.ts'
import type { Fix } from './fixes.ts'
import { jobsOf } from './fixes.ts'
import { countOf, shareOf, type Machines } from './waves.ts'

export type SeriesPoint = Estimate & { machines: number }

/**
 * The fixes on `machines` machines in the mix of the fleet, each on one at least, so that each has its set-up from the
 * first machine on; without a fleet all are on all.
 */
export function jobsOn(fixes: readonly Fix[], fleet: readonly Machines[], machines: number): Job[] {
  const total = countOf(fleet)
  return jobsOf(fixes, fleet).map(({ machines: concerned, ...job }) => ({
    ...job,
    machines: total === 0 ? machines : shareOf(concerned, machines / total),
  }))
}

/** The bends of a line up to `most` machines, with the estimate at each. */
export function series(
  fixes: readonly Fix[],
  fleet: readonly Machines[],
  circumstances: Circumstances,
  most: number,
): SeriesPoint[] {
  const jobs = jobsOn(fixes, fleet, most)
  // The first pass bends where the curve does, the second where that many have failed.
  const passes = [1, circumstances.failureShare]
  const bends = jobs.flatMap(({ curve, machines: concerned }) =>
    passes.flatMap((share) => {
      const perMachine = (concerned / most) * share
      return curve.knots.flatMap(({ machines }) =>
        perMachine > 0 ? Math.round((machines * circumstances.consoles) / curve.consoles / perMachine) : [],
      )
    }),
  )
  const places = [...new Set([1, ...bends, most])].filter((at) => at >= 1 && at <= most).toSorted((a, b) => a - b)
  return places.map((machines) => ({ machines, ...estimate(jobsOn(fixes, fleet, machines), circumstances) }))
}
