import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { formatNumber } from '../i18n/format.ts'
import { useMay } from '../lib/me.ts'
import { Board } from './Board.tsx'
import { useOverviewMessages } from './messages.ts'
import styles from './DueBoard.module.css'

type Props = { overview: Overview; className?: string | undefined }

/** The fixes to install by the time that is left: as wide as there are fixes, with the machines below. */
export function DueBoard({ overview: { due, actNow }, className }: Props) {
  const t = useOverviewMessages()
  const mayLead = useMay('admin')
  const shown = due.filter(({ count }) => count > 0)
  if (shown.length === 0) return null
  return (
    <Board
      id="due"
      title={t.due}
      className={className}
      note={t.dueNote(actNow.count)}
      links={
        <>
          <Link to="/how-we-do">{t.toHandling}</Link>
          {mayLead && <Link to="/policy">{t.toPolicy}</Link>}
        </>
      }
    >
      <ul
        className={styles['due-board']}
        style={{ gridTemplateColumns: shown.map(({ count }) => `minmax(74px, ${count}fr)`).join(' ') }}
      >
        {shown.map(({ bucket, count, query, left }) => (
          <li key={bucket} data-bucket={bucket}>
            <Link to="/alerts" search={query} aria-label={t.dueCount(t.buckets[bucket], count)}>
              {count}
            </Link>
            <b>{t.buckets[bucket]}</b>
            <small>{t.machines(formatNumber(left))}</small>
          </li>
        ))}
      </ul>
    </Board>
  )
}
