import { clsx } from 'clsx'
import { isFreeze } from '../../../domain/rollout/inputs.ts'
import { goldenWeeks } from '../../../domain/rollout/windows.ts'
import { formatDay, formatList } from '../../i18n/format.ts'
import { readText } from '../../i18n/local-text.tsx'
import { useLanguage } from '../../i18n/language.tsx'
import { useRolloutMessages } from '../messages.ts'
import { freezePhrase } from '../../i18n/windows.ts'
import { usePlan } from '../plan/plan.tsx'
import { FromTo } from './FromTo.tsx'
import { CheckBox } from '../../ui/forms/controls.tsx'
import { PhraseList } from './PhraseList.tsx'
import shared from './plan-fields.module.css'
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
      <PhraseList
        values={freezes}
        phrase={(freeze) => freezePhrase(freeze, language)}
        isGood={isFreeze}
        addLabel={t.addFreeze}
        fresh={() => ({ from: startsOn, to: startsOn })}
        onChange={(next) => change({ freezes: next })}
        fields={(freeze, isGood, edit) => (
          <FromTo type="date" value={freeze} isGood={isGood} onChange={(end) => edit({ ...freeze, ...end })} />
        )}
      />
    </div>
  )
}
