import { useEffect } from 'react'
import { begun, type RolloutInputs } from '../../../domain/rollout/inputs.ts'
import type { OnFile } from './change-inputs.ts'
import type { UpdatePlan } from './use-plan-search.ts'

type Plan = {
  given: Partial<RolloutInputs>
  inputs: RolloutInputs
  update: UpdatePlan
  /** Null until it is known. */
  onFile: OnFile | null
}

/**
 * Completes the address once: a link means the same tomorrow and elsewhere only if it names its first day, its zone, its
 * machines, how long its waves soak and restarts take, and the correction of its estimate.
 */
export function useWholeAddress({ given, inputs, update, onFile }: Plan): void {
  // A link with a zone or day that cannot be read is still a plan: what it leaves out keeps its meaning.
  const isNew = given.startsOn === undefined && given.zone === undefined
  const isWhole = given.startsOn !== undefined && given.zone !== undefined
  useEffect(() => {
    if (isWhole || onFile === null) return
    const { machinesFor, calibrationOf } = onFile
    const own = calibrationOf(inputs)
    // A reader who comes from the middle of another page starts at the top of this one.
    update(
      (now) => ({
        inputs: {
          ...now.inputs,
          ...(isNew && given.soakHours === undefined && { soakHours: begun.soakHours }),
          ...(isNew && given.restartMinutes === undefined && { restartMinutes: begun.restartMinutes }),
          ...(given.calibration === undefined && own.runs > 0 && { calibration: own }),
          ...(given.fleet === undefined && { fleet: machinesFor(now.inputs.bulletins) }),
        },
      }),
      true,
    )
  })
}
