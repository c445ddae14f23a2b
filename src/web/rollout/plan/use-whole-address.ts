import { useDeferredValue, useEffect } from 'react'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
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
  const isWhole = given.startsOn !== undefined && given.zone !== undefined
  // Before any alert is chosen nothing on the page is different then: it is seen first.
  const isSeen = useDeferredValue(true, inputs.bulletins.length > 0)
  useEffect(() => {
    if (isWhole || onFile === null || !isSeen) return
    const { machinesFor, calibrationOf } = onFile
    const own = calibrationOf(inputs)
    // A reader who comes from the middle of another page starts at the top of this one.
    update(
      (now) => ({
        inputs: {
          ...now.inputs,
          ...(given.calibration === undefined && own.runs > 0 && { calibration: own }),
          ...(given.fleet === undefined && { fleet: machinesFor(now.inputs.bulletins) }),
        },
      }),
      true,
    )
  })
}
