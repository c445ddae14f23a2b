import type { FixState } from '../../contract/fixes.ts'
import { useFixMessages } from './messages.ts'
import styles from './FixMark.module.css'

/** What a fix is, in a word: filled, framed, or quiet. */
export function FixMark({ state }: { state: FixState }) {
  const t = useFixMessages()
  return (
    <span className={styles['fix-mark']} data-state={state}>
      {t.states[state]}
    </span>
  )
}
