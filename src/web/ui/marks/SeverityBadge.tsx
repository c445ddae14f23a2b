import { useWords } from '../../i18n/words.ts'
import type { Words } from '../../../words/words.ts'
import styles from './SeverityBadge.module.css'

type Level = Exclude<keyof Words['severity'], 'unrated'>

/** The numeral of a severity, whose word comes with a pointer; a question mark where none is known. */
export function SeverityNumeral({ level }: { level: Level | null }) {
  const words = useWords()
  return (
    <i data-severity={level ?? 'none'} title={words.severity[level ?? 'unrated']}>
      {level ?? '?'}
    </i>
  )
}

/** Numeral and word of a severity; a question mark where none is known. Never colour alone. */
export function SeverityBadge({ level }: { level: Level | null }) {
  const words = useWords()
  return (
    <span className={styles['severity-badge']} data-severity={level ?? 'none'}>
      <i aria-hidden={level === null}>{level ?? '?'}</i>
      {words.severity[level ?? 'unrated']}
    </span>
  )
}
