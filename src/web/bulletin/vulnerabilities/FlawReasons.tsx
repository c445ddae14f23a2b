import type { AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import { formatDay } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useFlawMessages } from './messages.ts'
import styles from './FlawReasons.module.css'

/** More than these nobody reads at a glance. */
const maxReasons = 2

/** Why a vulnerability is notable; of one on CISA's list until when it has to be fixed, or since when it is there. */
export function FlawReasons({ assessed: { reasons, context, flaw } }: { assessed: AssessedFlaw }) {
  const t = useFlawMessages()
  const language = useLanguage()
  const kev = context.kev ?? flaw.knownExploited
  return (
    <>
      {reasons.slice(0, maxReasons).map((reason) => (
        <span key={reason} className={styles['reason']} data-reason={reason}>
          {t.reasons[reason]}
        </span>
      ))}
      {kev !== undefined && (
        <small>
          {kev.dueOn === undefined
            ? t.kevAdded(formatDay(kev.addedOn, language))
            : t.kevDue(formatDay(kev.dueOn, language))}
        </small>
      )}
    </>
  )
}
