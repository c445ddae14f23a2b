import { useQuery } from '@tanstack/react-query'
import type { RecordedTest } from '../../contract/lab.ts'
import { counted } from '../../domain/lab/recorded.ts'
import { formatDay } from '../i18n/format.ts'
import { useRecordMessages } from './record-messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useTestDetails } from './test-details.ts'
import { OutcomePill } from '../ui/marks/OutcomePill.tsx'
import { labQueries } from './queries.ts'
import styles from './EarlierResults.module.css'

type Props = { bulletin: string; onCorrect: (result: RecordedTest) => void }

/** The results of the bulletin so far, newest first, corrected ones marked. */
export function EarlierResults({ bulletin, onCorrect }: Props) {
  const t = useRecordMessages()
  const language = useLanguage()
  const detailsOf = useTestDetails()
  const { data: results = [] } = useQuery({ ...labQueries.recorded(bulletin), enabled: bulletin !== '' })
  if (results.length === 0) return null
  const own = new Set(counted(results).map(({ id }) => id))
  return (
    <section className={styles['earlier-results']}>
      <h3>{t.earlier}</h3>
      <ul>
        {results.toReversed().map((result) => (
          <li key={result.id} data-corrected={!own.has(result.id) || undefined}>
            <OutcomePill outcome={result.outcome} />
            <span>
              {result.id} {result.edition}
            </span>
            <span className="muted">
              {[`${formatDay(result.on, language)} ${result.by}`, ...detailsOf(result)].join(' · ')}
            </span>
            {result.knownIssue !== null && <span className="muted">{t.hasFound(result.knownIssue.title)}</span>}
            {result.note.trim() !== '' && <span className="muted">{result.note}</span>}
            {result.corrects !== null && <span className="muted">{t.correct(result.corrects)}</span>}
            {own.has(result.id) ? (
              <button type="button" className="link" onClick={() => onCorrect(result)}>
                {t.toCorrect}
              </button>
            ) : (
              <span className="muted">{t.isCorrected}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
