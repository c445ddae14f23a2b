import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { useOverviewMessages } from './messages.ts'
import { ActNowRow } from './ActNowRow.tsx'
import { Board } from './Board.tsx'
import styles from './ActNowBoard.module.css'

type Props = { overview: Overview; className?: string | undefined }

/** The fixes to install that are not done, the most pressing first; without a fleet those of the release by urgency. */
export function ActNowBoard({ overview, className }: Props) {
  const t = useOverviewMessages()
  const { actNow, figures, release, state, today } = overview
  const { fixes, count, query, unassigned, overdue } = actNow
  const hasFleet = state !== 'no-fleet'
  return (
    <Board
      id="act-now"
      title={t.actNow}
      className={className}
      note={hasFleet ? t.actNowNote(count, figures?.mine?.count ?? null) : t.mostUrgent}
      links={
        <>
          {hasFleet && unassigned.count > 0 && (
            <Link to="/alerts" search={unassigned.query} className="hot">
              {t.unassigned(unassigned.count)}
            </Link>
          )}
          {overdue.count > 0 && (
            <Link to="/alerts" search={overdue.query} className="hot">
              {t.overdueCount(overdue.count)}
            </Link>
          )}
          {release !== null && (
            <Link to="/alerts" search={release.query}>
              {t.alerts(release.count)}
            </Link>
          )}
        </>
      }
    >
      {fixes.length === 0 ? (
        <p className={styles['nothing']}>{t.nothingToDo}</p>
      ) : (
        <div className={styles['act-now']}>
          <div className={styles['head']} aria-hidden>
            <span>{t.head.due}</span>
            <span>{t.head.what}</span>
            <span>{hasFleet && t.head.machines}</span>
            <span>{hasFleet && t.head.tests}</span>
            <span>{t.head.state}</span>
          </div>
          <ul>
            {fixes.map((fix) => (
              <ActNowRow key={fix.id} fix={fix} today={today} hasFleet={hasFleet} release={release?.key} />
            ))}
          </ul>
          {count > fixes.length && (
            <p className={styles['more']}>
              <Link to="/alerts" search={{ ...query, sort: 'due' }} className="link">
                {t.more(count - fixes.length)}
              </Link>
            </p>
          )}
        </div>
      )}
    </Board>
  )
}
