import styles from './DoneMeter.module.css'

/**
 * How much of it is done; the numbers are said beside it. The start page has it at once: the progress bar of other pages
 * would be loaded with that one's chunk, and that by all of them.
 */
export const DoneMeter = ({ done, total }: { done: number; total: number }) => (
  <span className={styles['done-meter']} aria-hidden>
    <i style={{ width: `${(done / Math.max(1, total)) * 100}%` }} />
  </span>
)
