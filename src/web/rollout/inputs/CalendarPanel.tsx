import * as limits from '../../../contract/limits.ts'
import { useId } from 'react'
import { isFreeze, type RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { goldenWeeks } from '../../../domain/rollout/windows.ts'
import { isTimeZone } from '../../../domain/rollout/zone.ts'
import { formatDay, formatList } from '../../i18n/format.ts'
import { readText } from '../../i18n/local-text.tsx'
import { useLanguage } from '../../i18n/language.tsx'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import type { Holiday } from '../holidays.ts'
import { freezePhrase } from '../phrases.ts'
import { NumberField } from './NumberField.tsx'
import { FromTo, PhraseList } from './PhraseList.tsx'
import { useDraft } from './use-draft.ts'
import { WindowsEditor } from './WindowsEditor.tsx'
import './CalendarPanel.css'

type Props = {
  inputs: RolloutInputs
  /** The Japanese holidays of the months that are planned for. */
  holidays: readonly Holiday[]
  onChange: (change: Partial<RolloutInputs>) => void
}

/** When work may be done: windows, their zone, the first day, and the days on which nothing may change. */
export function CalendarPanel({ inputs, holidays, onChange }: Props) {
  const t = useRolloutMessages()
  return (
    <Panel id="windows" title={t.windows}>
      <WindowsEditor
        windows={inputs.windows}
        startsOn={inputs.startsOn}
        onChange={(windows) => onChange({ windows })}
      />
      <div className="calendar-fields">
        <TextField
          label={t.startsOn}
          type="date"
          value={inputs.startsOn}
          isGood={(startsOn) => isFreeze({ from: startsOn, to: startsOn })}
          onChange={(startsOn) => onChange({ startsOn })}
        />
        <TextField
          label={t.zone}
          type="text"
          value={inputs.zone}
          isGood={isTimeZone}
          bad={t.badZone}
          options={Intl.supportedValuesOf('timeZone')}
          onChange={(zone) => onChange({ zone })}
        />
      </div>
      <NumberField
        label={t.margin}
        value={inputs.marginMinutes}
        limits={limits.marginMinutes}
        unit={t.unit.minutes}
        onChange={(marginMinutes) => onChange({ marginMinutes })}
      />
      <Freezes {...{ inputs, holidays, onChange }} />
    </Panel>
  )
}

function Freezes({ inputs: { freezes, holidays: isFrozen, startsOn }, holidays, onChange }: Props) {
  const t = useRolloutMessages()
  const language = useLanguage()
  const names = holidays.map(({ day, name }) => `${formatDay(day, language)} ${readText(name, language).value}`)
  const offered = goldenWeeks(holidays.map(({ day }) => day)).filter(
    (week) => !freezes.some(({ from, to }) => from === week.from && to === week.to),
  )
  return (
    <div className="freezes">
      <h3>{t.freezes}</h3>
      <label className="check">
        <input type="checkbox" checked={isFrozen} onChange={({ target }) => onChange({ holidays: target.checked })} />
        {t.holidays}
      </label>
      {isFrozen && (
        <p className="muted">{names.length > 0 ? t.holidaysIn(formatList(names, language)) : t.noHolidays}</p>
      )}
      {offered.map((week) => (
        <button
          key={week.from}
          type="button"
          className="link"
          onClick={() => onChange({ freezes: [...freezes, week] })}
        >
          {t.goldenWeek(freezePhrase(week, language))}
        </button>
      ))}
      <PhraseList
        values={freezes}
        phrase={(freeze) => freezePhrase(freeze, language)}
        isGood={isFreeze}
        addLabel={t.addFreeze}
        fresh={() => ({ from: startsOn, to: startsOn })}
        onChange={(next) => onChange({ freezes: next })}
        fields={(freeze, isGood, edit) => (
          <FromTo type="date" value={freeze} isGood={isGood} onChange={(end) => edit({ ...freeze, ...end })} />
        )}
      />
    </div>
  )
}

type TextProps = {
  label: string
  type: 'date' | 'text'
  value: string
  isGood: (value: string) => boolean
  /** What is said of a value that is not good. */
  bad?: string
  options?: readonly string[]
  onChange: (value: string) => void
}

function TextField({ label, type, value, isGood, bad, options, onChange }: TextProps) {
  const id = useId()
  const [shown, edit, isFine] = useDraft(value, isGood, onChange)
  return (
    <label>
      {label}
      <input
        type={type}
        value={shown}
        aria-invalid={!isFine}
        aria-describedby={isFine || bad === undefined ? undefined : `${id}-bad`}
        list={options && id}
        autoComplete="off"
        onChange={({ target }) => edit(target.value)}
      />
      {options && (
        <datalist id={id}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {!isFine && bad !== undefined && (
        <span id={`${id}-bad`} className="bad" role="alert">
          {bad}
        </span>
      )}
    </label>
  )
}
