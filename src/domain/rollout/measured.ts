/** How long rollouts really took, against their estimates. */

import type { MeasuredRollout } from '../../contract/rollouts.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { quantile } from '../statistics/quantile.ts'
import { minutesOn } from './curve.ts'
import { jobsOf, type Fix } from './fixes.ts'

/** A run and how many times its estimate it took; `excluded`: why it does not count, where it does not. */
export type JudgedRun = { run: MeasuredRollout; ratio: number | null; excluded: Exclusion | null }
type Exclusion = 'far-quicker' | 'far-slower' | 'unknown-bulletin'

/** Ratios measured to estimated: what to multiply an estimate by, and how far runs lie apart. From `runs` runs. */
export type Calibration = { runs: number; median: number; low: number; high: number }

/** What counts for nothing: without it an estimate is kept as it is. */
export const uncalibrated: Calibration = { runs: 0, median: 1, low: 1, high: 1 }

/** Whether two corrections are one, as far as a link tells them. */
export const isSameCalibration = (a: Calibration, b: Calibration): boolean =>
  a.runs === b.runs && (['median', 'low', 'high'] as const).every((key) => a[key].toFixed(3) === b[key].toFixed(3))

/** A run that took less than a fifth or more than five times of its estimate was something else than that rollout. */
const outOfProportion = 5

/** Each run against its estimate in minutes; null is that of a bulletin which is not on file. */
export function compareToEstimate(
  runs: readonly MeasuredRollout[],
  estimate: (run: MeasuredRollout) => number | null,
): JudgedRun[] {
  return runs.map((run) => {
    const minutes = estimate(run)
    if (minutes === null) return { run, ratio: null, excluded: 'unknown-bulletin' }
    const ratio = run.minutes / minutes
    if (!(ratio >= 1 / outOfProportion)) return { run, ratio, excluded: 'far-quicker' }
    return { run, ratio, excluded: ratio > outOfProportion ? 'far-slower' : null }
  })
}

/** Minutes of a run by the curves of its fixes; null where one of them is not on file. */
export function estimateOfRun(
  { bulletin, machines, consoles, others = [], fleet }: MeasuredRollout,
  fixWith: (id: string) => Fix | null,
): number | null {
  const fixes = [bulletin, ...others].map(fixWith).filter((fix) => fix !== null)
  const [first] = fixes
  if (first === undefined || fixes.length <= others.length) return null
  if (fleet === undefined) return minutesOn(first.curve, machines, consoles)
  return jobsOf(fixes, fleet).reduce((sum, job) => sum + minutesOn(job.curve, job.machines, consoles), 0)
}

const isSameTool = (a: string, b: string) =>
  a.localeCompare(b, undefined, { sensitivity: 'accent', ignorePunctuation: true }) === 0

/**
 * Median and 10-90 % of the ratios that count for a plan with a tool (empty: not known). Runs with the same
 * tool come first; without any, all runs count, from two on. One run alone says nothing of other tools. Of these, runs
 * that were on any of the plan's platforms come first, where there are any.
 */
export function calibrate(
  judged: readonly JudgedRun[],
  tool: string,
  platforms: readonly PlatformId[] = [],
): Calibration {
  const counted = judged.flatMap(({ run, ratio, excluded }) =>
    ratio === null || excluded !== null ? [] : [{ tool: run.tool ?? '', fleet: run.fleet ?? [], ratio }],
  )
  const own = tool === '' ? [] : counted.filter((run) => isSameTool(run.tool, tool))
  const ofTool = own.length > 0 ? own : counted.length > 1 ? counted : []
  const near = ofTool.filter(({ fleet }) => fleet.some(({ platform }) => platforms.includes(platform)))
  const used = near.length > 0 ? near : ofTool
  const ratios = used.map(({ ratio }) => ratio).toSorted((a, b) => a - b)
  if (ratios.length === 0) return uncalibrated
  return {
    runs: ratios.length,
    median: quantile(ratios, 0.5),
    low: quantile(ratios, 0.1),
    high: quantile(ratios, 0.9),
  }
}
