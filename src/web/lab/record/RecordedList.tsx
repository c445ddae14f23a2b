import type { RecordedTest } from '../../../contract/lab.ts'
import { dot, formatDay } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { OutcomePill } from '../../ui/marks/OutcomePill.tsx'
import { useRecordMessages } from './messages.ts'
import { useTestDetails } from './use-test-details.ts'
import styles from './RecordedList.module.css'

type Props = {
  /** The results that count, oldest first. */
  results: readonly RecordedTest[]
  /** Those that were corrected, too. */
  all: readonly RecordedTest[]
  isFirstFocus: boolean
  /** Null for who may only look. */
  onCorrect: ((result: RecordedTest) => void) | null
}

/** The results of a cell, newest first, with what was tried; each can be corrected, and says what it corrects. */
export function RecordedList({ results, all, isFirstFocus, onCorrect }: Props) {
  const t = useRecordMessages()
  return (
    <ul className={styles['recorded-list']}>
      {results.toReversed().map((result, at) => (
        <li key={result.id}>
          <Result result={result} />
          {onCorrect !== null && (
            <button
              type="button"
              className="button"
              data-first-focus={(isFirstFocus && at === 0) || undefined}
              onClick={() => onCorrect(result)}
            >
              {t.toCorrect}
            </button>
          )}
          <Corrected of={result} all={all} />
        </li>
      ))}
    </ul>
  )
}

function Result({ result }: { result: RecordedTest }) {
  const t = useRecordMessages()
  const language = useLanguage()
  const detailsOf = useTestDetails()
  const { id, outcome, edition, on, by, checks = [], knownIssue, note } = result
  return (
    <>
      <OutcomePill outcome={outcome} />
      <p className="muted">{[edition, `${by} ${formatDay(on, language)}`, ...detailsOf(result)].join(dot(language))}</p>
      {checks.length > 0 && (
        <details>
          <summary>{t.checked(checks.filter(({ done }) => done).length, checks.length)}</summary>
          <ul>
            {checks.map(({ point, done }) => (
              <li key={point} data-done={done || undefined}>
                <span aria-hidden>{done ? '✓' : '–'}</span> {point}
                <span className="visually-hidden">{done ? t.tried : t.notTried}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {knownIssue !== null && <p>{t.hasFound(knownIssue.title)}</p>}
      {note.trim() !== '' && <p>{note}</p>}
      <p className="muted">{t.number(id)}</p>
    </>
  )
}

/** The results that one takes the place of, the last one first. */
function Corrected({ of, all }: { of: RecordedTest; all: readonly RecordedTest[] }) {
  const t = useRecordMessages()
  const before = all.find(({ id }) => id === of.corrects)
  if (before === undefined) return null
  return (
    <details>
      <summary>{t.corrects(before.id)}</summary>
      <Result result={before} />
      <Corrected of={before} all={all} />
    </details>
  )
}
