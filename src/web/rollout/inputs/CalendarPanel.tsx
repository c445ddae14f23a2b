import { isFreeze } from '../../../domain/rollout/inputs.ts'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { usePlan } from '../plan/plan.tsx'
import { CheckedTextField } from '../../windows/CheckedTextField.tsx'
import { Freezes } from './Freezes.tsx'
import { WindowsEditor } from '../../windows/WindowsEditor.tsx'
import { ZoneField } from '../../windows/ZoneField.tsx'
import styles from './CalendarPanel.module.css'
import { InputNumber } from '../../windows/InputNumber.tsx'

/** When work may be done: windows, their zone, the first day, and the days on which nothing may change. */
export function CalendarPanel() {
  const { inputs, change } = usePlan()
  const t = useRolloutMessages()
  return (
    <Panel id="windows" title={t.windows}>
      <WindowsEditor windows={inputs.windows} startsOn={inputs.startsOn} onChange={(windows) => change({ windows })} />
      <div className={styles['fields']}>
        <CheckedTextField
          label={t.startsOn}
          type="date"
          value={inputs.startsOn}
          isGood={(startsOn) => isFreeze({ from: startsOn, to: startsOn })}
          onChange={(startsOn) => change({ startsOn })}
        />
        <ZoneField value={inputs.zone} onChange={(zone) => change({ zone })} />
      </div>
      <InputNumber name="marginMinutes" label={t.margin} unit={t.unit.minutes} {...{ inputs, change }} />
      <Freezes />
    </Panel>
  )
}
