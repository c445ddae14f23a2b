import type { RecordedTest } from '../../contract/lab.ts'
import { counted } from '../../domain/lab/recorded.ts'
import { formatDay } from '../i18n/format.ts'
import { useLabMessages } from './messages.ts'
import { useMessages } from '../i18n/messages.ts'
import { useTestDetails } from './test-details.ts'
import { OutcomePill } from '../ui/marks/OutcomePill.tsx'

type Props = { results: readonly RecordedTest[]; onCorrect: (result: RecordedTest) => void }

/** What was recorded before, the last first; what was corrected is told as such. */
export function EarlierResults({ results, onCorrect }: Props) {
  const m = useLabMessages()
  const { language } = useMessages()
  const detailsOf = useTestDetails()
  if (results.length === 0) return null
  const own = new Set(counted(results).map(({ id }) => id))
  return (
    <section className="earlier-results">
      <h3>{m.earlier}</h3>
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
            {result.knownIssue !== null && <span className="muted">{m.hasFound(result.knownIssue.title)}</span>}
            {result.note.trim() !== '' && <span className="muted">{result.note}</span>}
            {result.corrects !== null && <span className="muted">{m.correct(result.corrects)}</span>}
            {own.has(result.id) ? (
              <button type="button" className="link" onClick={() => onCorrect(result)}>
                {m.toCorrect}
              </button>
            ) : (
              <span className="muted">{m.isCorrected}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
