import { Link } from '@tanstack/react-router'
import type { TestGrid } from '../../contract/lab-grid.ts'
import { countCells } from '../../domain/lab/release-grid.ts'
import { useGridMessages } from './grid-messages.ts'
import styles from './Lead.module.css'

/** How far the tests of a release are, in a sentence; each figure narrows the grid to what it counts. */
export function Lead({ editions }: Pick<TestGrid, 'editions'>) {
  const t = useGridMessages()
  const counts = countCells(editions.flatMap(({ cells }) => cells))
  if (counts.total === 0) return <p className={styles['lead']}>{t.nothing}</p>
  const parts = t.sentence(counts).map((part, at) => ({ ...part, at }))
  return (
    <p className={styles['lead']}>
      {parts.map(({ text, only, at }) =>
        only === undefined ? (
          text
        ) : (
          <Link key={at} to="/tests" search={(search) => ({ ...search, only })} resetScroll={false}>
            {text}
          </Link>
        ),
      )}
    </p>
  )
}
