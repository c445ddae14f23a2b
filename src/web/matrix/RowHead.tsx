import { isAffected } from '../../domain/bulletin/severity.ts'
import { formatList } from '../i18n/format.ts'
import { readText } from '../i18n/local-text.tsx'
import { useMatrixMessages } from './messages.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import type { MatrixRow } from './matrix-rows.ts'
import styles from './RowHead.module.css'

type Props = { by: 'bulletin' | 'vulnerability'; row: MatrixRow; hrefOf: (bulletin: string) => string }

/** Severity, number and subject of a row, how many platforms it touches, and of a vulnerability the bulletins that fix it. */
export function RowHead({ by, row: { name, title, severity, bulletins, ratings }, hrefOf }: Props) {
  const t = useMatrixMessages()
  const words = useWords()
  const language = useLanguage()
  const touches = ratings.filter(({ rating }) => isAffected(rating)).length
  const subject = readText(title, language)
  const fixes = formatList(bulletins, language)
  return (
    <span className={styles['row-head']} data-severity={severity ?? 'none'}>
      <i title={words.severity[severity ?? 'unrated']}>{severity ?? '?'}</i>
      <span className={styles['subject']}>
        <a href={hrefOf(bulletins[0] ?? '')} data-follow title={subject.value}>
          <b>{name}</b> <span lang={subject.language}>{subject.value}</span>
        </a>
        {by === 'vulnerability' && <small title={fixes}>{fixes}</small>}
      </span>
      <span className={styles['count']} title={t.touched(touches)} role="img" aria-label={t.touched(touches)}>
        {touches}
      </span>
    </span>
  )
}
