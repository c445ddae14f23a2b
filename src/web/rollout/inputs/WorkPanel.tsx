import * as limits from '../../../contract/limits.ts'
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
      <ToolField value={inputs.tool} onChange={(tool) => onChange({ tool })} />
      <NumberField
        label={r.consoles}
        value={inputs.consoles}
        limits={limits.consoles}
        onChange={(consoles) => onChange({ consoles })}
      />
      <NumberField
        label={r.restart}
        value={inputs.restartMinutes}
        limits={limits.restartMinutes}
        unit={r.unit.minutes}
        onChange={(restartMinutes) => onChange({ restartMinutes })}
      />
      {mayRestart && inputs.restartMinutes === 0 && <p className="muted">{r.restartMissing}</p>}
      <NumberField
        label={r.failure}
        value={inputs.failurePercent}
        limits={limits.percent}
        unit={r.unit.percent}
        onChange={(failurePercent) => onChange({ failurePercent })}
      />
      {assumed !== '' && (
        <fieldset className="assumption">
          <legend>{r.assumption(assumed)}</legend>
          <NumberField
            label={r.setup}
            value={inputs.setupMinutes}
            limits={limits.setupMinutes}
            unit={r.unit.minutes}
            onChange={(setupMinutes) => onChange({ setupMinutes })}
          />
          <NumberField
            label={r.perMachine}
            value={inputs.secondsPerMachine}
            limits={limits.secondsPerMachine}
            unit={r.unit.seconds}
            onChange={(secondsPerMachine) => onChange({ secondsPerMachine })}
          />
          <p className="muted">{r.assumptionHint}</p>
        </fieldset>
      )}
    </Panel>
  )
}
