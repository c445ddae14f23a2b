import type { Triaged } from '../../contract/triaged.ts'
import { isReviewDue } from '../../domain/triage/triage.ts'
import { formatDay } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import './TriageButton.css'

type Props = {
  state: Triaged
  /** Today, by which a review is due or not. */
  today: string
  /** Null for who may only look. */
  onOpen: (() => void) | null
}

/** How far the team is with a bulletin: who, and the status, which opens what sets it. */
export function TriageButton({ state, today, onOpen }: Props) {
  const common = useCommon()
  const words = useWords()
  const language = useLanguage()
  const { id, status, assignee, reviewOn } = state
  const isDue = isReviewDue(state, today)
  return (
    <span className="triage" data-status={status}>
      {reviewOn !== null && (
        <span className={isDue ? 'hot' : undefined}>
          {common[isDue ? 'reviewDue' : 'reviewOn'](formatDay(reviewOn, language))}
        </span>
      )}
      {assignee !== null && <span className="assignee">{assignee}</span>}
      {onOpen === null ? (
        <span className="triage-status">
          <i aria-hidden />
          {words.triage[status]}
        </span>
      ) : (
        <button
          type="button"
          className="triage-status"
          aria-haspopup="dialog"
          aria-label={common.triageOf(id, words.triage[status])}
          onClick={onOpen}
        >
          <i aria-hidden />
          {words.triage[status]} <span aria-hidden>▾</span>
        </button>
      )}
    </span>
  )
}
