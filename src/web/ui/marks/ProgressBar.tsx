import { clsx } from 'clsx'
import styles from './ProgressBar.module.css'

type Props = { done: number; total: number; isThin?: boolean; className?: string | undefined }

/** How much of it is done; the numbers are said beside it. */
export const ProgressBar = ({ done, total, isThin = false, className }: Props) => (
  <span className={clsx(styles['progress-bar'], className)} data-thin={isThin || undefined} aria-hidden>
    <i style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
  </span>
)
