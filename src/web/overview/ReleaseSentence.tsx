import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { dayOfWeek } from '../i18n/days.ts'
import { useOverviewMessages } from './messages.ts'
import styles from './ReleaseSentence.module.css'

type Clause = Overview['sentence'][number]

/** Text with a part in its middle. */
function Around({
  parts: [before, , after],
  children,
}: {
  parts: readonly [string, string, string]
  children: ReactNode
}) {
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}

/** What is to be done, what is late and what is left, in one sentence. Its figures lead to what they count. */
export function ReleaseSentence({ clauses, today }: { clauses: readonly Clause[]; today: string }) {
  const left = clauses.find((clause) => clause.code === 'left')?.machines ?? null
  const isAllLate = clauses.some((clause) => clause.code === 'overdue' && clause.machines === left)
  return (
    <p className={styles['release-sentence']}>
      {clauses.map((clause) =>
        clause.code === 'left' && isAllLate ? null : (
          <Said key={clause.code} clause={clause} today={today} isAllLate={isAllLate} />
        ),
      )}
    </p>
  )
}

function Said({ clause, today, isAllLate }: { clause: Clause; today: string; isAllLate: boolean }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const day = (on: string) => dayOfWeek(on, today, language)
  const counted = (parts: readonly [string, string, string], query: object, isLate = false) => (
    <Around parts={parts}>
      <Link to="/alerts" search={query} className={isLate ? 'hot' : undefined}>
        {parts[1]}
      </Link>
    </Around>
  )
  switch (clause.code) {
    case 'no-release':
      return t.noRelease
    case 'no-fleet':
      return (
        <Around parts={t.noFleet}>
          <Link to="/fleet">{t.noFleet[1]}</Link>
        </Around>
      )
    case 'to-install':
      return counted(t.toInstall(clause.count), clause.query)
    case 'overdue': {
      const say = isAllLate ? t.overdueAll : t.overdue
      return counted(say(formatNumber(clause.machines), clause.days, clause.count === 1), clause.query, true)
    }
    case 'left':
      return t.left(formatNumber(clause.machines))
    case 'all-done':
      return t.allDone(clause.on === null ? null : day(clause.on))
    case 'next-release':
      return t.nextRelease(day(clause.on))
    case 'in-all':
      return <span className={styles['aside']}>{counted(t.inAll(clause.count, clause.overdue), clause.query)}</span>
  }
}
