import { clsx } from 'clsx'
import type { StateFields } from '../../contract/triage.ts'
import { isReviewDue } from '../../domain/triage/triage.ts'
import { useTeamDay } from '../due/queries.ts'
import { formatDay } from '../i18n/format.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useTriageState } from './queries.ts'
import { useTriage } from './Triage.tsx'
import styles from './TriageButton.module.css'

type Props = { id: string; state: StateFields; hidesAssignee?: boolean; className?: string | undefined }

/** How far the team is with a bulletin: who, and the status, which opens the dialog that sets it. */
export function TriageButton({ id, state, hidesAssignee = false, className }: Props) {
  const common = useCommon()
  const words = useWords()
  const openTriage = useTriage()
  const { status, assignee, reviewOn } = state
  return (
    <span className={clsx(styles['triage'], className)} data-status={status}>
      {reviewOn !== null && <ReviewDay on={reviewOn} />}
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

/** When it is to be looked at again; that this day has come is said in words, too. */
function ReviewDay({ on }: { on: string }) {
  const common = useCommon()
  const day = formatDay(on, useLanguage())
  const isDue = isReviewDue({ reviewOn: on }, useTeamDay())
  return <span className={isDue ? 'hot' : undefined}>{isDue ? common.reviewDue(day) : common.reviewOn(day)}</span>
}

/** The same, of a bulletin whose state is looked up for it alone. */
export const TriageOf = (props: Omit<Props, 'state'>) => <TriageButton {...props} state={useTriageState(props.id)} />
