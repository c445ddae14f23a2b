import type { Due } from '../../contract/due.ts'
import { isExtended } from '../../domain/due/overdue.ts'
import { formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useDueMessages } from './messages.ts'
import { useDueWords } from './use-due-words.ts'
import styles from './DueDay.module.css'

/** How pressing a day is: it is over, or is within the shortest time that any rule leaves. */
const pressing = (left: number | null) => (left === null ? 'none' : left < 0 ? 'over' : left <= 3 ? 'soon' : 'calm')

type Props = {
  due: Due
  /** Whether the rule is told beside it, in a few words. */
  hasRule?: boolean
}

/** A due day, and what is left until then. That it is late is said in words, too. */
export function DueDay({ due, hasRule = false }: Props) {
  const t = useDueMessages()
  const words = useWords()
  const ruleWords = useDueWords()
  const language = useLanguage()
  const { on, left, exception } = due
  return (
    <span className={styles['due-day']} data-pressing={pressing(left)}>
      {on === null || left === null ? (
        ruleWords.whenNone(due)
      ) : (
        <>
          <span className={styles['day']}>{formatDay(on, language)}</span>{' '}
          <span className={styles['left']}>{t.left(left)}</span>
        </>
      )}
      {hasRule && (
        <small>
          {' '}
          {isExtended(exception)
            ? `${words.dueBasis.extended} (${t.first(formatDay(exception.first, language))})`
            : on !== null && ruleWords.short(due)}
        </small>
      )}
    </span>
  )
}
