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
  const t = useRolloutMessages()
  return (
    <Panel id="work" title={t.work}>
      <ToolField value={inputs.tool} onChange={(tool) => onChange({ tool })} />
      <NumberField
        label={t.consoles}
        value={inputs.consoles}
        limits={limits.consoles}
        onChange={(consoles) => onChange({ consoles })}
      />
      <NumberField
        label={t.restart}
        value={inputs.restartMinutes}
        limits={limits.restartMinutes}
        unit={t.unit.minutes}
        onChange={(restartMinutes) => onChange({ restartMinutes })}
      />
      {mayRestart && inputs.restartMinutes === 0 && <p className="muted">{t.restartMissing}</p>}
      <NumberField
        label={t.failure}
        value={inputs.failurePercent}
        limits={limits.percent}
        unit={t.unit.percent}
        onChange={(failurePercent) => onChange({ failurePercent })}
      />
      {assumed !== '' && (
        <fieldset className="assumption">
          <legend>{t.assumption(assumed)}</legend>
          <NumberField
            label={t.setup}
            value={inputs.setupMinutes}
            limits={limits.setupMinutes}
            unit={t.unit.minutes}
            onChange={(setupMinutes) => onChange({ setupMinutes })}
          />
          <NumberField
            label={t.perMachine}
            value={inputs.secondsPerMachine}
            limits={limits.secondsPerMachine}
            unit={t.unit.seconds}
            onChange={(secondsPerMachine) => onChange({ secondsPerMachine })}
          />
          <p className="muted">{t.assumptionHint}</p>
        </fieldset>
      )}
    </Panel>
  )
}
