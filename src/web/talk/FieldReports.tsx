import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { fieldCounts } from '../../domain/board/field-reports.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { useMay } from '../lib/me.ts'
import { FieldCountsLine } from './FieldCountsLine.tsx'
import { FieldReportEntry } from './FieldReportEntry.tsx'
import { FieldReportForm } from './FieldReportForm.tsx'
import { useTalkMessages } from './messages.ts'
import { fieldReportsQuery } from './queries.ts'
import styles from './FieldReports.module.css'

/** The platforms that a report can be about, those of the bulletin. */
type Props = { bulletin: string; platforms: readonly string[] }

/** What people saw of a fix outside the lab: how much, each of it, and a form for more. */
export function FieldReports({ bulletin, platforms }: Props) {
  const t = useTalkMessages()
  const common = useCommon()
  const may = useMay('analyst')
  const [isOpen, setOpen] = useState(false)
  const { data: reports, error } = useQuery(fieldReportsQuery(bulletin))
  const [counts] = fieldCounts(reports ?? [])
  return (
    <section className={styles['field-reports']} aria-label={t.title}>
      <header>
        <h3>{t.title}</h3>
        <p className="muted">{t.note}</p>
      </header>
      {reports === undefined && (
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null ? common.loading : `${t.notRead} ${common.problem[codeOf(error)]}`}
        </p>
      )}
      {reports?.length === 0 && !isOpen && <p className="muted">{t.none}</p>}
      {counts !== undefined && <FieldCountsLine counts={counts} />}
      {reports !== undefined && reports.length > 0 && (
        <ul>
          {reports.toReversed().map((report) => (
            <FieldReportEntry key={report.id} report={report} />
          ))}
        </ul>
      )}
      {isOpen ? (
        <FieldReportForm bulletin={bulletin} platforms={platforms} onClose={() => setOpen(false)} />
      ) : (
        may && (
          <div className="on-screen">
            <button type="button" className="button" onClick={() => setOpen(true)}>
              {t.add}
            </button>
          </div>
        )
      )}
    </section>
  )
}
