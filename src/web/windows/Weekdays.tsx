import { useLanguage } from '../i18n/language.tsx'
import { weekdayName } from '../i18n/moments.ts'
import { useWindowMessages } from './messages.ts'
import styles from './Weekdays.module.css'

type Props = { chosen: readonly number[]; onChange: (weekdays: number[]) => void }

/** Some days of the week, 1 (Monday) to 7. */
export function Weekdays({ chosen, onChange }: Props) {
  const t = useWindowMessages()
  const language = useLanguage()
  return (
    <fieldset className={styles['weekdays']}>
      <legend className="visually-hidden">{t.weekdays}</legend>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <label key={day}>
          <input
            type="checkbox"
            checked={chosen.includes(day)}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...chosen, day].toSorted((a, b) => a - b) : chosen.filter((other) => other !== day),
              )
            }
          />
          <span>{weekdayName(day, language)}</span>
        </label>
      ))}
    </fieldset>
  )
}
