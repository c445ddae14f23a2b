import { maxConsoles, maxToolLength } from '../../../contract/rollouts.ts'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { NumberField } from './NumberField.tsx'
import { ToolField } from './ToolField.tsx'

type Props = {
  inputs: RolloutInputs
  /** Whether any of the bulletins restarts the machines. */
  mayRestart: boolean
  /** The bulletins without published times, for a reader; empty where there is none. */
  assumed: string
  onChange: (change: Partial<RolloutInputs>) => void
}

/** How the work is done: consoles, restart, failures, and what is assumed where nothing is published. */
export function WorkPanel({ inputs, mayRestart, assumed, onChange }: Props) {
  const r = useRolloutMessages()
  return (
    <Panel id="work" title={r.work}>
      <ToolField value={inputs.tool} atMost={maxToolLength} onChange={(tool) => onChange({ tool })} />
      <NumberField
        label={r.consoles}
        value={inputs.consoles}
        min={1}
        max={maxConsoles}
        onChange={(consoles) => onChange({ consoles })}
      />
      <NumberField
        label={r.restart}
        value={inputs.restartMinutes}
        min={0}
        max={600}
        unit={r.unit.minutes}
        onChange={(restartMinutes) => onChange({ restartMinutes })}
      />
      {mayRestart && inputs.restartMinutes === 0 && <p className="muted">{r.restartMissing}</p>}
      <NumberField
        label={r.failure}
        value={inputs.failurePercent}
        min={0}
        max={100}
        unit={r.unit.percent}
        isFraction
        onChange={(failurePercent) => onChange({ failurePercent })}
      />
      {assumed !== '' && (
        <fieldset className="assumption">
          <legend>{r.assumption(assumed)}</legend>
          <NumberField
            label={r.setup}
            value={inputs.setupMinutes}
            min={0}
            max={10_000}
            unit={r.unit.minutes}
            isFraction
            onChange={(setupMinutes) => onChange({ setupMinutes })}
          />
          <NumberField
            label={r.perMachine}
            value={inputs.secondsPerMachine}
            min={0}
            max={100_000}
            unit={r.unit.seconds}
            isFraction
            onChange={(secondsPerMachine) => onChange({ secondsPerMachine })}
          />
          <p className="muted">{r.assumptionHint}</p>
        </fieldset>
      )}
    </Panel>
  )
}
