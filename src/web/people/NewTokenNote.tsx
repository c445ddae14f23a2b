import type { NewToken } from '../../contract/people.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { useAccessMessages } from './messages.ts'
import styles from './NewTokenNote.module.css'

/** A token that was just made: it is shown only here and now. */
export function NewTokenNote({ made }: { made: NewToken }) {
  const { tokens: t } = useAccessMessages()
  return (
    <div className={styles['new-token-note']} role="status">
      <p>
        <b>{made.title}</b> {t.once}
      </p>
      <code>{made.token}</code>
      <CopyButton text={made.token} label={t.copy} done={t.copied} failed={t.copyFailed} />
    </div>
  )
}
