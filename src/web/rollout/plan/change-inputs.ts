import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { isSameCalibration, type Calibration } from '../../../domain/rollout/measured.ts'
import type { Machines } from '../../../domain/rollout/waves.ts'

/** What is on file for a plan. */
export type OnFile = {
  /** The machines that some bulletins affect. */
  machinesFor: (bulletins: readonly string[]) => Machines[]
  /** How the measured rollouts correct it. */
  calibrationOf: (inputs: RolloutInputs) => Calibration
}

/** Changes the inputs of a plan, together with what follows from the change. */
export function changeInputs(
  before: RolloutInputs,
  change: Partial<RolloutInputs>,
  { machinesFor, calibrationOf }: OnFile,
): RolloutInputs {
  const next = { ...before, ...change }
  // Platforms that are new to the plan come with their machines on file.
  if (change.bulletins !== undefined && change.fleet === undefined) {
    const known = new Set([...before.fleet, ...machinesFor(before.bulletins)].map(({ platform }) => platform))
    const isNew = before.fleet.length === 0 ? () => true : ({ platform }: Machines) => !known.has(platform)
    next.fleet = [...before.fleet, ...machinesFor(change.bulletins).filter(isNew)]
  }
  // A correction by the runs on file is computed anew: it is relative to the inputs. Without one, there were no runs, or
  // the reader has switched it off.
  const own = calibrationOf(before)
  const isFollowing =
    !('calibration' in change) &&
    (before.calibration === null ? own.runs === 0 : isSameCalibration(before.calibration, own))
  if (!isFollowing) return next
  const corrected = calibrationOf(next)
  return { ...next, calibration: corrected.runs > 0 ? corrected : null }
}
