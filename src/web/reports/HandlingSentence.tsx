import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import type { HandlingClause } from '../../contract/reports.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FigureLink } from './FigureLink.tsx'
import { formatHours } from './hours.ts'
import { useReportMessages } from './messages.ts'
import { wholeShare } from './share.ts'
import styles from './HandlingSentence.module.css'

type Around = readonly [string, string, string]

const inside = ([before, , after]: Around, link: ReactNode) => (
  <>
    {before}
    {link}
    {after}
  </>
)

/** How soon alerts are looked at and deployed, how many in time, what is overdue, what is moved: by rule, in one paragraph. */
export const HandlingSentence = ({ clauses }: { clauses: readonly HandlingClause[] }) => (
  <p className={styles['handling-sentence']}>
    {clauses.map((clause) => (
      <Said key={clause.code} clause={clause} />
    ))}
  </p>
)

function Said({ clause }: { clause: HandlingClause }) {
  const t = useReportMessages()
  const language = useLanguage()
  const hours = (length: number | null) => (length === null ? null : formatHours(length, language))
  switch (clause.code) {
    case 'nothing':
      return t.nothing
    case 'none-overdue':
      return t.allInTime
    case 'few': {
      const said = t.few(clause.count)
      return inside(said, <FigureLink figure={{ reached: 'triaged' }}>{said[1]}</FigureLink>)
    }
    case 'triaged':
    case 'deployed': {
      const { code, count, median, p90 } = clause
      const say = code === 'triaged' ? t.halfTriaged : t.halfDeployed
      const said = say(formatNumber(count), formatHours(median, language), hours(p90))
      return inside(said, <FigureLink figure={{ reached: code }}>{said[1]}</FigureLink>)
    }
    case 'in-time': {
      const said = t.wasInTime(wholeShare(clause.inTime, clause.of), clause.inTime, clause.of)
      return inside(said, <FigureLink figure={{ timing: 'in-time' }}>{said[1]}</FigureLink>)
    }
    case 'overdue': {
      const said = t.areOverdue(clause.count, clause.days)
      return inside(
        said,
        <Link to="/alerts" search={clause.query} className="hot">
          {said[1]}
        </Link>,
      )
    }
    case 'exceptions': {
      const said = t.areMoved(clause.count, clause.days)
      return inside(
        said,
        <Link to="/how-we-do" search hash="exceptions" resetScroll={false} className="link">
          {said[1]}
        </Link>,
      )
    }
  }
}
