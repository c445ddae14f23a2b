import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { ProgressRow } from '../../contract/fleet.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { formatList, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { answerAt } from '../lib/answers.ts'
import { useMay } from '../lib/me.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useFleetMessages } from './messages.ts'
import styles from './ProgressPanel.module.css'
import table from '../ui/layout/DataTable.module.css'

/** It is old when the figures of the start page are: after a bulletin, the fleet or a report has come in. */
const progressQuery = () => answerAt([...wholeKey('overview'), 'progress of the fleet'], '/api/fleet/progress')

const counts = ['applied', 'missing', 'unchecked'] as const

const totalOf = (rows: readonly ProgressRow[], count: (typeof counts)[number] | 'of') =>
  rows.reduce((sum, row) => sum + row[count], 0)

/** How far the machines are that have something to be installed; nothing where that is not known. */
export function ProgressSentence() {
  const t = useFleetMessages()
  const language = useLanguage()
  const rows = (useQuery(progressQuery()).data?.rows ?? []).filter(({ fixes }) => fixes.length > 0)
  const parts = counts.flatMap((count) => {
    const total = totalOf(rows, count)
    return total === 0 ? [] : [t.sentenceParts[count](formatNumber(total))]
  })
  return (
    <span className={styles['sentence']}>
      {parts.length > 0 && (
        <a href="#progress" className="link">
          {formatList(parts, language)}
        </a>
      )}
    </span>
  )
}

/** The most fixes that are named of a row. */
const maxNamed = 4

/** Each part of the fleet with what is to be installed on it, and how many machines have it, lack it, or were not checked. */
export function ProgressPanel() {
  const t = useFleetMessages()
  const names = usePlatformNames()
  const { data } = useQuery(progressQuery())
  const mayName = useMay('analyst')
  const lines = useFleet()
  const doReport = lines.some(({ reported }) => reported === true)
  const heads = { applied: t.applied, missing: t.missing, unchecked: t.unchecked }
  // What comes later has its place: about a row for each line.
  if (data === undefined && lines.length > 0) return <div style={{ minHeight: 180 + 39 * lines.length }} />
  if (data === undefined || data.rows.length === 0) return null
  return (
    <Panel
      id="progress"
      title={t.progress}
      actions={
        <span className={clsx('on-screen', styles['ways'])}>
          <Link to="/holds" hash="deploy-list" className="link">
            {t.deployList}
          </Link>
          {mayName && doReport && (
            <a href="/api/machines/fixes.csv" className="link" download>
              {t.machineFixes}
            </a>
          )}
        </span>
      }
    >
      <p className="muted">{t.progressHint}</p>
      <DataTable
        label={t.progress}
        head={[t.platform, t.toInstall, t.machines, ...counts.map((count) => heads[count])]}
        numeric={[2, 3, 4, 5]}
        isStacked
      >
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.platforms.join(' ')}>
              <th scope="row">{names(row.platforms)}</th>
              <td data-head={t.toInstall}>
                <Fixes row={row} />
              </td>
              <td className={table['number']} data-head={t.machines}>
                {formatNumber(row.of)}
              </td>
              {counts.map((count) => (
                <td key={count} className={table['number']} data-head={heads[count]}>
                  {row.fixes.length === 0 ? '–' : <Count row={row} count={count} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <td />
            {(['of', ...counts] as const).map((count) => (
              <td key={count} className={table['number']} data-head={count === 'of' ? t.machines : heads[count]}>
                <b>
                  {formatNumber(
                    totalOf(count === 'of' ? data.rows : data.rows.filter(({ fixes }) => fixes.length > 0), count),
                  )}
                </b>
              </td>
            ))}
          </tr>
        </tfoot>
      </DataTable>
    </Panel>
  )
}

function Fixes({ row: { fixes, platforms } }: { row: ProgressRow }) {
  const t = useFleetMessages()
  if (fixes.length === 0) return t.nothingToInstall
  const [first = ''] = platforms
  return (
    <>
      {fixes.slice(0, maxNamed).map((id) => (
        <span key={id} className={styles['fix']}>
          <Link className="link" to="/bulletins/$id" params={{ id }}>
            {id}
          </Link>{' '}
        </span>
      ))}
      {fixes.length > maxNamed && (
        <Link to="/platforms/$id" params={{ id: first }} className="muted">
          {t.moreFixes(fixes.length - maxNamed)}
        </Link>
      )}
    </>
  )
}

/** A count that leads to its machines, where one report names them. */
function Count({ row, count }: { row: ProgressRow; count: (typeof counts)[number] }) {
  const text = formatNumber(row[count])
  const [id, ...others] = row.fixes
  if (id === undefined || others.length > 0 || row[count] === 0) return text
  return (
    <Link className="link" to="/bulletins/$id" params={{ id }} hash="readiness">
      {text}
    </Link>
  )
}
