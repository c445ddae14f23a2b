import styles from './ProgressBar.module.css'

/** How much of it is done; the numbers are said beside it. */
export const ProgressBar = ({ done, total }: { done: number; total: number }) => (
  <span className={styles['progress-bar']} aria-hidden>
    <i style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
  </span>
)
