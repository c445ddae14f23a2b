import { useEffect, useRef } from 'react'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { HandlingQuery, HandlingRow } from '../../contract/reports.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import styles from './FigureRows.module.css'
import { HandledRow, useRowHead } from './HandledRow.tsx'
import { useReportMessages } from './messages.ts'
import { handledQuery } from './queries.ts'
import { SaveHandled } from './SaveHandled.tsx'
import { useFigureName } from './use-figure-name.ts'

/** Rows that are shown: who wants more takes the file. */
const maxRows = 200

/** The alerts that a figure counts. Its heading takes the focus, since the figure is elsewhere on the page. */
export function FigureRows({ figure }: { figure: HandlingQuery }) {
  const t = useReportMessages()
  const common = useCommon()
  const nameOf = useFigureName()
  const { data: rows, error, refetch } = useQuery(handledQuery(figure))
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={top} tabIndex={-1} className={styles['figure-rows']} role="group" aria-label={t.rows.title}>
      <Panel
        id="alerts"
        title={nameOf(figure)}
        note={rows === undefined ? undefined : t.count(rows.length)}
        actions={
          <span className="actions">
            <SaveHandled figure={figure} />
            <Link to="/how-we-do" search={{}} resetScroll={false} className="button">
              {t.rows.close}
            </Link>
          </span>
        }
      >
        {rows === undefined && error === null && (
          <p className="muted" data-loading>
            {common.loading}
          </p>
        )}
        {rows === undefined && error !== null && (
          <ProblemNotice of="part" title={t.rows.failed} hint={common.problem[codeOf(error)]}>
            <button type="button" className="button" onClick={() => void refetch()}>
              {common.retry}
            </button>
          </ProblemNotice>
        )}
        {rows?.length === 0 && <p className="muted">{t.rows.empty}</p>}
        {rows !== undefined && rows.length > 0 && <Rows rows={rows} isOfExceptions={figure.exception !== undefined} />}
      </Panel>
    </div>
  )
}

function Rows({ rows, isOfExceptions }: { rows: readonly HandlingRow[]; isOfExceptions: boolean }) {
  const t = useReportMessages()
  const head = useRowHead(isOfExceptions)
  return (
    <>
      <DataTable label={t.rows.title} head={head} isStacked>
        <tbody>
          {rows.slice(0, maxRows).map((row) => (
            <HandledRow key={row.id} row={row} head={head} isOfExceptions={isOfExceptions} />
          ))}
        </tbody>
      </DataTable>
      {rows.length > maxRows && <p className="muted">{t.rows.first(maxRows, rows.length)}</p>}
    </>
  )
}
