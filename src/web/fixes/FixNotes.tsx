import type { FixDoubt, FixReason } from '../../contract/fixes.ts'
import { useFixMessages } from './messages.ts'
import { useReasons } from './use-reasons.ts'
import styles from './FixNotes.module.css'

/** Why a fix is what it is, and what is doubtful about that. */
export function FixNotes({ reason, doubts }: { reason: FixReason; doubts: readonly FixDoubt[] }) {
  const t = useFixMessages()
  const words = useReasons()
  return (
    <span className={styles['fix-notes']}>
      <span className="muted">{words.reason(reason)}</span>
      {doubts.map((doubt) => (
        <span key={JSON.stringify(doubt)} className={styles['doubt']}>
          <b>{t.doubt}</b> {words.doubt(doubt)}
        </span>
      ))}
    </span>
  )
}
