import * as limits from '../../contract/limits.ts'
import type { RolloutInputs } from '../../domain/rollout/inputs.ts'
import { NumberField } from '../ui/forms/NumberField.tsx'

const limitsOf = {
  pilotPercent: limits.percent,
  soakHours: limits.soakHours,
  consoles: limits.consoles,
  restartMinutes: limits.restartMinutes,
  failurePercent: limits.percent,
  setupMinutes: limits.setupMinutes,
  secondsPerMachine: limits.secondsPerMachine,
  marginMinutes: limits.marginMinutes,
}

type Props = {
  name: keyof typeof limitsOf
  label: string
  unit?: string
  inputs: RolloutInputs
  change: (part: Partial<RolloutInputs>) => void
}

/** A number among the inputs of a plan, within its limits. */
export const InputNumber = ({ name, inputs, change, ...shown }: Props) => (
  <NumberField
    {...shown}
    value={inputs[name]}
    limits={limitsOf[name]}
    onChange={(value) => change({ [name]: value })}
  />
)
