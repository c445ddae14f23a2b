import * as limits from '../../../contract/limits.ts'
import type { PlanWave } from '../../../contract/plans.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { CheckBox, TextField } from '../../ui/forms/controls.tsx'
import { NumberField } from '../../ui/forms/NumberField.tsx'
import { Fold } from '../../ui/layout/Fold.tsx'
import { useWaveMessages } from '../waves/messages.ts'
import { useWaveName } from '../wave-names.ts'
import { GateFields } from './GateFields.tsx'
import { usePlanActionMessages } from './messages.ts'
import styles from './fields.module.css'

type Props = {
  wave: PlanWave
  /** The waves before it, which it may wait for. */
  before: readonly PlanWave[]
  platforms: readonly string[]
  isLast: boolean
  onChange: (wave: PlanWave) => void
  onMove: (by: 1 | -1) => void
  /** Null where it is the only one. */
  onRemove: (() => void) | null
}

/** A wave while it is edited: its name, its machines, what it waits for, and the rule of its gate. */
export function WaveFields({ wave, before, platforms, isLast, onChange, onMove, onRemove }: Props) {
  const t = usePlanActionMessages()
  const waveText = useWaveMessages()
  const nameOf = useWaveName()
  const namesOf = useShortPlatformNames()
  const name = nameOf(wave)
  const machines = wave.machines.reduce((sum, { count }) => sum + count, 0)
  const countOf = (platform: string) => wave.machines.find((each) => each.platform === platform)?.count ?? 0
  const setCount = (platform: string, count: number) => {
    const counts = platforms.map((each) => ({ platform: each, count: each === platform ? count : countOf(each) }))
    onChange({ ...wave, machines: counts.filter((each) => each.count > 0) })
  }
  const wait = (key: string, does: boolean) =>
    onChange({
      ...wave,
      waitsFor: before.map((each) => each.key).filter((each) => (each === key ? does : wave.waitsFor.includes(each))),
    })
  return (
    <Fold className={styles['wave']} title={`${name}: ${waveText.machines(formatNumber(machines))}`}>
      <div>
        <TextField
          label={t.waveName}
          value={wave.name}
          placeholder={nameOf({ key: wave.key, name: '' })}
          limits={limits.waveName}
          onText={(text) => onChange({ ...wave, name: text })}
        />
        <fieldset>
          <legend>{t.machines}</legend>
          <div className={styles['machines']}>
            {platforms.map((platform) => (
              <NumberField
                key={platform}
                label={namesOf([platform])}
                value={countOf(platform)}
                limits={limits.plannedMachines}
                isBlankZero
                onChange={(count) => setCount(platform, count)}
              />
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{t.waitsFor}</legend>
          {before.length === 0 ? (
            <p className="muted">{t.waitsForNone}</p>
          ) : (
            <div className={styles['waits']}>
              {before.map((each) => (
                <CheckBox
                  key={each.key}
                  label={nameOf(each)}
                  isChecked={wave.waitsFor.includes(each.key)}
                  onCheck={(does) => wait(each.key, does)}
                />
              ))}
            </div>
          )}
        </fieldset>
        {wave.waitsFor.length > 0 && <GateFields rule={wave.gate} onChange={(gate) => onChange({ ...wave, gate })} />}
        <div className={styles['buttons']}>
          <button type="button" className="button" disabled={before.length === 0} onClick={() => onMove(-1)}>
            {t.up(name)}
          </button>
          <button type="button" className="button" disabled={isLast} onClick={() => onMove(1)}>
            {t.down(name)}
          </button>
          {onRemove !== null && (
            <button type="button" className="button" onClick={onRemove}>
              {t.removeWave(name)}
            </button>
          )}
        </div>
      </div>
    </Fold>
  )
}
