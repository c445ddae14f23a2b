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
  // The machines follow the bulletins: those on file come with the first bulletin that is for them, and go with the last.
  if (change.bulletins !== undefined && change.fleet === undefined) {
    const [had, has] = [machinesFor(before.bulletins), machinesFor(change.bulletins)]
    const among = (machines: readonly Machines[], { platform }: Machines) =>
      machines.some((each) => each.platform === platform)
    const isAsOnFile = (each: Machines) =>
      had.some(({ platform, count }) => platform === each.platform && count === each.count)
    const kept = before.fleet.filter((each) => among(has, each) || !isAsOnFile(each))
    // What the reader has taken out of the plan stays out.
    const isNew = (each: Machines) => !among(kept, each) && (before.fleet.length === 0 || !among(had, each))
    next.fleet = [...kept, ...has.filter(isNew)]
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
