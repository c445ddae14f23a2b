import { begun } from '../../../domain/rollout/inputs.ts'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { WaveOrder } from './WaveOrder.tsx'
import { usePlan } from '../plan/plan.tsx'
import { useMachineNames } from '../plan/use-platform-names.ts'
import { InputNumber } from '../../windows/InputNumber.tsx'

/** Which machines come when: the share that goes first, the order of the platforms, and how long each wave soaks. */
export function WavesPanel() {
  const { inputs, withMachines, change } = usePlan()
  const { nameOf } = useMachineNames()
  const t = useRolloutMessages()
  return (
    <Panel id="waves" title={t.waves}>
      <InputNumber name="pilotPercent" label={t.pilot} unit={t.unit.percent} {...{ inputs, change }} />
      <InputNumber name="soakHours" label={t.soak} unit={t.unit.hours} {...{ inputs, change }} />
      {inputs.soakHours === begun.soakHours && <p className="muted">{t.soakBegun}</p>}
      {inputs.soakHours === 0 && inputs.pilotPercent > 0 && <p className="muted">{t.soakMissing}</p>}
      <WaveOrder
        groups={inputs.groups}
        platforms={withMachines}
        nameOf={nameOf}
        onChange={(groups) => change({ groups })}
      />
    </Panel>
  )
}
