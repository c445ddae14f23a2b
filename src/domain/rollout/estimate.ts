/** How long one go takes: installs of all bulletins, one restart, and a second pass over what failed. */
import { minutesOn, type Curve } from './curve.ts'
import { uncalibrated, type Calibration } from './measured.ts'
import { shareOf } from './waves.ts'

/** One fix on the machines that it concerns, and whether it needs, or may need, a restart. */
export type Job = { curve: Curve; machines: number; mayRestart: boolean }

export type Circumstances = {
  consoles: number
  /** Counted once, where any of the fixes that are installed needs or may need a restart. */
  restartMinutes: number
  /** Share of machines on which the first pass fails, from 0 to 1. */
  failureShare: number
  calibration?: Calibration
}

/** Minutes, not rounded: the estimate, and between what it may lie. */
export type Estimate = { minutes: number; low: number; high: number }

/** Published minutes are whole: each means half a minute less or more. */
const roundingMinutes = 0.5

/** An assumed curve may be off by this share of itself. */
const assumedShare = 0.5

function check({ consoles, restartMinutes, failureShare }: Circumstances): void {
  if (!(Number.isInteger(consoles) && consoles >= 1)) throw new RangeError(`consoles: ${consoles}`)
  if (!(restartMinutes >= 0 && restartMinutes < Infinity)) throw new RangeError(`restartMinutes: ${restartMinutes}`)
  if (!(failureShare >= 0 && failureShare <= 1)) throw new RangeError(`failureShare: ${failureShare}`)
}

/** How far a time on the curve may be off: rounding and residual, which grows beyond the last published point. */
function doubt(curve: Curve, machines: number, minutes: number): number {
  if (machines === 0) return 0
  const last = curve.published.at(-1)
  if (last === undefined) return minutes * assumedShare
  return roundingMinutes + curve.residualMinutes * Math.max(1, machines / last.machines)
}

/**
 * Minutes of one go, not rounded; 0 without any machine (docs/rollout.md, "One go"). This is what the planner asks for
 * thousands of times; `estimate` adds the range.
 *
 * @throws RangeError naming the field that is out of range
 */
export function minutesOf(jobs: readonly Job[], circumstances: Circumstances): number {
  check(circumstances)
  const { consoles, restartMinutes, failureShare, calibration = uncalibrated } = circumstances
  let install = 0
  let isRestarted = false
  for (const { curve, machines, mayRestart } of jobs) {
    install += minutesOn(curve, machines, consoles) + minutesOn(curve, shareOf(machines, failureShare), consoles)
    isRestarted ||= mayRestart && machines > 0
  }
  return install * calibration.median + (isRestarted ? restartMinutes : 0)
}

/**
 * Minutes of one go and their range.
 *
 * @throws RangeError naming the field that is out of range
 */
export function estimate(jobs: readonly Job[], circumstances: Circumstances): Estimate {
  const minutes = minutesOf(jobs, circumstances)
  const { consoles, restartMinutes, failureShare, calibration = uncalibrated } = circumstances
  const passes = jobs.flatMap(({ curve, machines }) =>
    [machines, shareOf(machines, failureShare)].map((count) => ({ curve, machines: count })),
  )
  const install = passes.reduce((sum, { curve, machines }) => sum + minutesOn(curve, machines, consoles), 0)
  const off = passes.reduce(
    (sum, { curve, machines }) =>
      sum + doubt(curve, Math.ceil((machines * curve.consoles) / consoles), minutesOn(curve, machines, consoles)),
    0,
  )
  const restart = jobs.some((job) => job.mayRestart && job.machines > 0) ? restartMinutes : 0
  return {
    minutes,
    low: Math.max(0, install - off) * calibration.low + restart,
    high: (install + off) * calibration.high + restart,
  }
}
