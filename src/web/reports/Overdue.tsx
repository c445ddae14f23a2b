import { Link } from '@tanstack/react-router'
import type { Handling } from '../../contract/reports.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useReportMessages } from './messages.ts'

/** Who has how many overdue alerts, each a link to the list of alerts. */
export function Overdue({ overdue }: Pick<Handling, 'overdue'>) {
  const t = useReportMessages()
  return (
    <Panel id="overdue" title={t.overdue}>
      {overdue.length === 0 ? (
        <p className="muted">{t.noneOverdue}</p>
      ) : (
        <DataTable label={t.overdue} head={[t.owner, t.alerts, t.longest]}>
          <tbody>
            {overdue.map(({ owner, count, days, query }) => (
              <tr key={owner ?? ''}>
                <th scope="row">{owner ?? <span className="muted">{t.nobody}</span>}</th>
                <td>
                  <Link
                    to="/alerts"
                    search={query}
                    className="link"
                    aria-label={`${t.overdue}: ${owner ?? t.nobody}, ${t.count(count)}`}
                  >
                    {t.count(count)}
                  </Link>
                </td>
                <td>{t.days(days)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Panel>
  )
}
