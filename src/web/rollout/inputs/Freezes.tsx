import { clsx } from 'clsx'
import { goldenWeeks } from '../../../domain/rollout/windows.ts'
import { formatDay, formatList } from '../../i18n/format.ts'
import { readText } from '../../i18n/local-text.tsx'
import { useLanguage } from '../../i18n/language.tsx'
import { useRolloutMessages } from '../messages.ts'
import { freezePhrase } from '../../i18n/windows.ts'
import { usePlan } from '../plan/plan.tsx'
import { CheckBox } from '../../ui/forms/controls.tsx'
import { FreezeList } from '../../windows/FreezeList.tsx'
import shared from '../../windows/plan-fields.module.css'
import styles from './Freezes.module.css'

/** The days on which nothing may change. */
export function Freezes() {
  const { inputs, holidays, change } = usePlan()
  const { freezes, holidays: isFrozen, startsOn } = inputs
  const t = useRolloutMessages()
  const language = useLanguage()
  const names = holidays.map(({ day, name }) => `${formatDay(day, language)} ${readText(name, language).value}`)
  const offered = goldenWeeks(holidays.map(({ day }) => day)).filter(
    (week) => !freezes.some(({ from, to }) => from === week.from && to === week.to),
  )
  return (
    <div className={styles['freezes']}>
      <h3>{t.freezes}</h3>
      <CheckBox isChecked={isFrozen} label={t.holidays} onCheck={(isOn) => change({ holidays: isOn })} />
      {isFrozen && (
        <p className="muted">{names.length > 0 ? t.holidaysIn(formatList(names, language)) : t.noHolidays}</p>
      )}
      {offered.map((week) => (
        <button
          key={week.from}
          type="button"
          className={clsx('link', shared['link'])}
          onClick={() => change({ freezes: [...freezes, week] })}
        >
          {t.goldenWeek(freezePhrase(week, language))}
        </button>
      ))}
      <FreezeList freezes={freezes} startsOn={startsOn} onChange={(next) => change({ freezes: next })} />
    </div>
  )
}
