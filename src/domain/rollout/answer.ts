/** From inputs to the answer: how long, until when, how sure. */
import type { PlatformId } from '../../contract/platform.ts'
import { assumedCurve } from './curve.ts'
import { estimate, minutesOf, type Circumstances, type Estimate } from './estimate.ts'
import { fixOf, isOfVersion, jobsOf, type Fix, type Fixable } from './fixes.ts'
import type { RolloutInputs } from './inputs.ts'
import { uncalibrated } from './measured.ts'
import { planWaves, type Plan, type PlanInput } from './plan.ts'
import { countOf, wavesOf, type Machines, type Wave } from './waves.ts'
import { openStretches, type Freeze, type Stretch } from './windows.ts'

/** So far ahead windows are looked for. */
export const horizonDays = 26 * 7

export type Answer = {
  fixes: readonly Fix[]
  /** Those of them that are installed on any machine of the plan. */
  inUse: readonly Fix[]
  /** The machines that any of the fixes concerns. */
  fleet: readonly Machines[]
  machines: number
  circumstances: Circumstances
  /** All machines in one go. */
  estimate: Estimate
  waves: readonly Wave[]
  open: readonly Stretch[]
  plan: Plan
  /** The same waves where each go takes as long as its range allows. */
  slowest: Plan
}

/**
 * What an answer rests on beside the inputs: the chosen bulletins, the days that `inputs.holidays` speaks of, and which
 * bulletins are not needed on which platforms, since another one of the plan is enough.
 */
export type Facts = { bulletins: readonly Fixable[]; holidays: readonly Freeze[]; needless?: readonly NotNeeded[] }

/** A bulletin that is not installed on some of the platforms that it is for. */
type NotNeeded = { id: string; platforms: readonly PlatformId[] }

/** The fix without the platforms on which another one is enough. */
function withoutNeedless(fix: Fix, needless: readonly NotNeeded[]): Fix {
  const spared = new Set(needless.filter(({ id }) => id === fix.id).flatMap(({ platforms }) => platforms))
  return spared.size === 0 ? fix : { ...fix, platforms: fix.platforms.difference(spared) }
}

/** What minutes depend on: the fixes as they are installed on this plan's machines, with what, and how often that fails. */
export function workOf(
  inputs: RolloutInputs,
  { bulletins, needless = [] }: Facts,
): { fixes: Fix[]; circumstances: Circumstances } {
  const assumed = assumedCurve(inputs.setupMinutes, inputs.secondsPerMachine / 60)
  const present = new Set(inputs.fleet.map(({ platform }) => platform))
  return {
    fixes: bulletins.map((bulletin) => {
      const fix = fixOf(bulletin, assumed)
      const ours = [...present].filter((platform) => isOfVersion(platform, fix.platforms))
      return withoutNeedless({ ...fix, platforms: new Set([...fix.platforms, ...ours]) }, needless)
    }),
    circumstances: {
      consoles: inputs.consoles,
      restartMinutes: inputs.restartMinutes,
      failureShare: inputs.failurePercent / 100,
      calibration: inputs.calibration ?? uncalibrated,
    },
  }
}

/** When work may be done, through a number of days from a first one; those of the plan unless said otherwise. */
export const openFor = (
  inputs: RolloutInputs,
  holidays: readonly Freeze[],
  { startsOn, days }: { startsOn: string; days: number } = { startsOn: inputs.startsOn, days: horizonDays },
): Stretch[] =>
  openStretches({
    windows: inputs.windows,
    freezes: freezesOf(inputs, holidays),
    zone: inputs.zone,
    startsOn,
    days,
  })

/** @throws RangeError when an input is out of range; those of an address never are */
export function answerTo(inputs: RolloutInputs, facts: Facts): Answer {
  const { fixes, circumstances } = workOf(inputs, facts)
  const fleet = inputs.fleet.filter(
    ({ platform, count }) => count > 0 && fixes.some(({ platforms }) => platforms.has(platform)),
  )
  const waves = wavesOf({ fleet, pilotShare: inputs.pilotPercent / 100, groups: inputs.groups })
  const input: Omit<PlanInput, 'minutesFor'> = {
    waves,
    open: openFor(inputs, facts.holidays),
    consoles: inputs.consoles,
    soakHours: inputs.soakHours,
    marginMinutes: inputs.marginMinutes,
  }
  return {
    fixes,
    inUse: fixes.filter(({ platforms }) => fleet.some(({ platform }) => platforms.has(platform))),
    fleet,
    machines: countOf(fleet),
    circumstances,
    estimate: estimate(jobsOf(fixes, fleet), circumstances),
    waves,
    open: input.open,
    plan: planWaves({ ...input, minutesFor: (machines) => minutesOf(jobsOf(fixes, machines), circumstances) }),
    slowest: planWaves({ ...input, minutesFor: (machines) => estimate(jobsOf(fixes, machines), circumstances).high }),
  }
}

/** All days on which nothing may change. */
export const freezesOf = (inputs: RolloutInputs, holidays: readonly Freeze[]): Freeze[] => [
  ...inputs.freezes,
  ...(inputs.holidays ? holidays : []),
]
