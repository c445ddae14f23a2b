import { Link } from '@tanstack/react-router'
import type { TestGrid } from '../../contract/lab-grid.ts'
import { useGridMessages } from './grid-messages.ts'
import styles from './GridFooter.module.css'

/** What the marks mean, and the fixes of the release that are not in the grid. */
export function GridFooter({ grid: { others, hasFleet, release } }: { grid: TestGrid }) {
  const t = useGridMessages()
  return (
    <footer className={styles['grid-footer']}>
      <span>{t.legend}</span>
      {others > 0 && release !== null && (
        <Link to="/alerts" search={{ release, ...(hasFleet && { mine: 'not-affected' }) }} className="link">
          {t.others(others, hasFleet)}
        </Link>
      )}
    </footer>
  )
}
