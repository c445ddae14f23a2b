import { inputsIn, isFreeze, writeInputs, type RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { CheckBox } from '../../ui/forms/controls.tsx'
import { Fold } from '../../ui/layout/Fold.tsx'
import { CheckedTextField } from '../../windows/CheckedTextField.tsx'
import { FreezeList } from '../../windows/FreezeList.tsx'
import { WindowsEditor } from '../../windows/WindowsEditor.tsx'
import { ZoneField } from '../../windows/ZoneField.tsx'
import { usePlanActionMessages } from './messages.ts'
import styles from './fields.module.css'
import { InputNumber } from '../../windows/InputNumber.tsx'

/** `inputs`: the text of the draft link. */
type Props = { inputs: string; onChange: (inputs: string) => void }

/** When the work of a plan may be done, and with how many consoles. */
export function WindowFields({ inputs: text, onChange }: Props) {
  const t = usePlanActionMessages()
  const inputs = inputsIn(text)
  const change = (part: Partial<RolloutInputs>) => onChange(writeInputs({ ...inputs, ...part }))
  return (
    <Fold className={styles['wave']} title={t.times}>
      <div>
        <h3>{t.inputNames.windows}</h3>
        <WindowsEditor
          windows={inputs.windows}
          startsOn={inputs.startsOn}
          onChange={(windows) => change({ windows })}
        />
        <div className={styles['row']}>
          <CheckedTextField
            label={t.inputNames.startsOn}
            type="date"
            value={inputs.startsOn}
            isGood={(startsOn) => isFreeze({ from: startsOn, to: startsOn })}
            onChange={(startsOn) => change({ startsOn })}
          />
          <ZoneField value={inputs.zone} onChange={(zone) => change({ zone })} />
        </div>
        <div className={styles['machines']}>
          <InputNumber name="consoles" label={t.inputNames.consoles} {...{ inputs, change }} />
          <InputNumber
            name="restartMinutes"
            label={t.inputNames.restartMinutes}
            unit={t.minutes}
            {...{ inputs, change }}
          />
          <InputNumber
            name="marginMinutes"
            label={t.inputNames.marginMinutes}
            unit={t.minutes}
            {...{ inputs, change }}
          />
        </div>
        <h3>{t.inputNames.freezes}</h3>
        <CheckBox
          isChecked={inputs.holidays}
          label={t.inputNames.holidays}
          onCheck={(holidays) => change({ holidays })}
        />
        <FreezeList freezes={inputs.freezes} startsOn={inputs.startsOn} onChange={(freezes) => change({ freezes })} />
      </div>
    </Fold>
  )
}
