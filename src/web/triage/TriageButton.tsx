import { clsx } from 'clsx'
import type { StateFields } from '../../contract/triage.ts'
import { isReviewDue } from '../../domain/triage/triage.ts'
import { formatDay } from '../i18n/format.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useToday } from '../lib/clock.tsx'
import { useTriageState } from './queries.ts'
import { useTriage } from './Triage.tsx'
import styles from './TriageButton.module.css'

type Props = { id: string; state: StateFields; hidesAssignee?: boolean; className?: string | undefined }

/** How far the team is with a bulletin: who, and the status, which opens the dialog that sets it. */
export function TriageButton({ id, state, hidesAssignee = false, className }: Props) {
  const common = useCommon()
  const words = useWords()
  const language = useLanguage()
  const openTriage = useTriage()
  const isDue = isReviewDue(state, useToday())
  const { status, assignee, reviewOn } = state
  return (
    <span className={clsx(styles['triage'], className)} data-status={status}>
      {reviewOn !== null && (
        <span className={isDue ? 'hot' : undefined}>
          {common[isDue ? 'reviewDue' : 'reviewOn'](formatDay(reviewOn, language))}
        </span>
      )}
      {assignee !== null && !hidesAssignee && <span>{assignee}</span>}
      {openTriage === null ? (
        <span className={styles['triage-status']}>
          <i aria-hidden />
          {words.triage[status]}
        </span>
      ) : (
        <button
          type="button"
          className={styles['triage-status']}
          aria-haspopup="dialog"
          aria-label={common.triageOf(id, words.triage[status])}
          onClick={() => openTriage({ ids: [id], field: 'status' })}
        >
          <i aria-hidden />
          {words.triage[status]} <span aria-hidden>▾</span>
        </button>
      )}
    </span>
  )
}

/** The same, of a bulletin whose state is looked up for it alone. */
export const TriageOf = (props: Omit<Props, 'state'>) => <TriageButton {...props} state={useTriageState(props.id)} />
