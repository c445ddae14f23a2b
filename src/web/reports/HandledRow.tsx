import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { HandlingRow } from '../../contract/reports.ts'
import { handlingSteps } from '../../contract/report-words.ts'
import { formatDay, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { LocalText } from '../i18n/local-text.tsx'
import { SeverityBadge } from '../ui/marks/SeverityBadge.tsx'
import { useReportMessages } from './messages.ts'
import styles from './HandledRow.module.css'

/** The heading of the rows: of extended due days with who moved them and why, of all others with their steps. */
export function useRowHead(isOfExceptions: boolean): string[] {
  const t = useReportMessages()
  const { rows } = t
  return isOfExceptions
    ? [t.alerts, t.owner, rows.due, rows.until, rows.since, rows.by, rows.reason]
    : [t.alerts, t.owner, rows.known, ...handlingSteps.map((step) => t.steps[step]), rows.due]
}

type Props = { row: HandlingRow; head: readonly string[]; isOfExceptions: boolean }

/** An alert with its moments, or with how its due day is moved. */
export function HandledRow({ row, head, isOfExceptions }: Props) {
  const t = useReportMessages()
  const cells = useCells(row, isOfExceptions)
  return (
    <tr className={styles['handled-row']}>
      <th scope="row">
        <SeverityBadge level={row.severity} />{' '}
        <Link to="/bulletins/$id" params={{ id: row.id }} search={{}} className="link">
          {row.id}
        </Link>{' '}
        <span className={styles['title']}>
          <LocalText text={row.title} />
        </span>
        <Link
          to="/bulletins/$id/record"
          params={{ id: row.id }}
          className={clsx('on-screen', styles['record'])}
          aria-label={t.rows.recordOf(row.id)}
        >
          {t.rows.record}
        </Link>
      </th>
      {cells.map((cell, at) => (
        <td key={head[at + 1]} data-head={head[at + 1]}>
          {cell}
        </td>
      ))}
    </tr>
  )
}

function useCells(row: HandlingRow, isOfExceptions: boolean) {
  const t = useReportMessages()
  const language = useLanguage()
  const moment = (at: string | null) => (at === null ? '–' : formatMoment(at, language))
  const { exception } = row
  const owner = row.owner ?? t.nobody
  if (isOfExceptions && exception !== null)
    return [
      owner,
      formatDay(exception.first, language),
      formatDay(exception.until, language),
      moment(exception.since) + (exception.renewals === 0 ? '' : ` (${t.rows.renewals} ${exception.renewals})`),
      exception.by,
      exception.reason,
    ]
  const due = row.due === null ? t.noDay : formatDay(row.due, language)
  const timing = row.timing === 'none' ? t.states[row.state] : t.timings[row.timing]
  return [
    owner,
    moment(row.known),
    ...handlingSteps.map((step) => moment(row[step])),
    <>
      {due} <small data-timing={row.timing}>{timing}</small>
      {row.isExtended && <small> {t.rows.wasExtended}</small>}
    </>,
  ]
}
