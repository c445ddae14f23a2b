import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useCommon } from '../i18n/common.ts'
import { useWords } from '../i18n/words.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useMatrixMessages } from './messages.ts'
import type { Matrix } from './use-matrix.ts'
import styles from './MatrixFooter.module.css'

/** What the signs mean, and how many platforms have no column. */
export function MatrixFooter({ matrix: { by, view, query, isFirst } }: { matrix: Matrix }) {
  const language = useLanguage()
  const t = useMatrixMessages()
  const common = useCommon()
  const words = useWords()
  const numerals = ([1, 2, 3, 4] as const).map((severity) => `${severity} ${words.severity[severity]}`)
  const marks = by === 'bulletin' ? t.marks : []
  return (
    <footer className={styles['matrix-footer']}>
      <p className="muted">{[...numerals, ...marks, ...t.legend].join(dot(language))}</p>
      {(isFirst || view.rest > 0) && (
        <p className={clsx('muted', styles['rest'])}>
          {isFirst ? (
            common.loading
          ) : query.release === undefined ? (
            t.rest(formatNumber(view.rest))
          ) : (
            <Link to="/matrix" search={(now) => ({ ...now, release: undefined, scope: 'all' })} className="link">
              {t.rest(formatNumber(view.rest))}
            </Link>
          )}
        </p>
      )}
    </footer>
  )
}
