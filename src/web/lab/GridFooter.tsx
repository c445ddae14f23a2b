import { Link } from '@tanstack/react-router'
import type { TestGrid } from '../../contract/lab-grid.ts'
import { releaseSize } from '../../domain/lab/release-grid.ts'
import { useGridMessages } from './grid-messages.ts'
import styles from './GridFooter.module.css'

/** What the marks mean, and the way to all fixes of the release, also to those that are not in the grid. */
export function GridFooter({ grid }: { grid: TestGrid }) {
  const t = useGridMessages()
  const { others, release } = grid
  return (
    <footer className={styles['grid-footer']}>
      <span>{t.legend}</span>
      {others > 0 && release !== null && (
        <Link to="/alerts" search={{ release }} className="link">
          {t.wholeRelease(releaseSize(grid), others)}
        </Link>
      )}
    </footer>
  )
}
