import type { Handling } from '../../contract/reports.ts'
import { useWords } from '../i18n/words.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { FigureLink } from './FigureLink.tsx'
import { useReportMessages } from './messages.ts'

const levels = [1, 2, 3, 4, 'unrated'] as const

/** Open alerts by how long they are known, and by severity. */
export function Backlog({ backlog }: Pick<Handling, 'backlog'>) {
  const t = useReportMessages()
  const words = useWords()
  const shown = levels.filter((level) => backlog.some(({ severities }) => severities[level] > 0))
  return (
    <Panel id="backlog" title={t.backlog}>
      {backlog.length === 0 ? (
        <p className="muted">{t.noBacklog}</p>
      ) : (
        <DataTable label={t.backlog} head={[t.age, ...shown.map((level) => words.severity[level]), t.sum]}>
          <tbody>
            {backlog.map(({ age, count, severities }) => (
              <tr key={age}>
                <th scope="row">{t.backlogAges[age]}</th>
                {shown.map((level) => (
                  <td key={level}>
                    {severities[level] === 0 ? (
                      <span className="muted">0</span>
                    ) : (
                      <FigureLink
                        figure={{ backlog: age, severity: `${level}` }}
                        label={`${t.backlogAges[age]}, ${words.severity[level]}: ${t.count(severities[level])}`}
                      >
                        {severities[level]}
                      </FigureLink>
                    )}
                  </td>
                ))}
                <td>
                  <FigureLink figure={{ backlog: age }} label={`${t.backlogAges[age]}: ${t.count(count)}`}>
                    {count}
                  </FigureLink>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Panel>
  )
}
