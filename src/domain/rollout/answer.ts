/** From inputs to the answer: how long, until when, how sure. */
import { assumedCurve } from './curve.ts'
import { estimate, minutesOf, type Circumstances, type Estimate } from './estimate.ts'
import { fixOf, jobsOf, type Fix, type Fixable } from './fixes.ts'
import type { RolloutInputs } from './inputs.ts'
import type { Calibration } from './measured.ts'
import { planWaves, type Plan, type PlanInput } from './plan.ts'
import { countOf, wavesOf, type Machines, type Wave } from './waves.ts'
import { openStretches, type Freeze, type Stretch } from './windows.ts'

/** So far ahead windows are looked for. */
export const horizonDays = 26 * 7

export type Answer = {
  fixes: readonly Fix[]
  /** The machines that any of the fixes concerns. */
  fleet: readonly Machines[]
  machines: number
  circumstances: Circumstances
  /** All machines in one go. */
  estimate: Estimate
  waves: readonly Wave[]
  open: readonly Stretch[]
  plan: Plan
  planInput: PlanInput
}

type Facts = { bulletins: readonly Fixable[]; calibration: Calibration; holidays: readonly Freeze[] }

/** @throws RangeError when an input is out of range; those of an address never are */
export function answerTo(inputs: RolloutInputs, { bulletins, calibration, holidays }: Facts): Answer {
  const assumed = assumedCurve(inputs.setupMinutes, inputs.secondsPerMachine / 60)
  const fixes = bulletins.map((bulletin) => fixOf(bulletin, assumed))
  const fleet = inputs.fleet.filter(
    ({ platform, count }) => count > 0 && fixes.some(({ platforms }) => platforms.has(platform)),
  )
  const circumstances: Circumstances = {
    consoles: inputs.consoles,
    restartMinutes: fixes.some(({ mayRestart }) => mayRestart) ? inputs.restartMinutes : 0,
    failureShare: inputs.failurePercent / 100,
    calibration,
  }
  const waves = wavesOf({ fleet, pilotShare: inputs.pilotPercent / 100, groups: inputs.groups })
  const open = openStretches({
    windows: inputs.windows,
    freezes: [...inputs.freezes, ...(inputs.holidays ? holidays : [])],
    zone: inputs.zone,
    startsOn: inputs.startsOn,
    days: horizonDays,
  })
  const planInput: PlanInput = {
    waves,
    open,
    consoles: inputs.consoles,
    minutesFor: (machines, consoles) => minutesOf(jobsOf(fixes, machines), { ...circumstances, consoles }),
    soakHours: inputs.soakHours,
    marginMinutes: inputs.marginMinutes,
  }
  return {
    fixes,
    fleet,
    machines: countOf(fleet),
    circumstances,
    estimate: estimate(jobsOf(fixes, fleet), circumstances),
    waves,
    open,
    plan: planWaves(planInput),
    planInput,
  }
}
