import type { Handling } from '../../contract/reports.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { FigureLink } from './FigureLink.tsx'
import { useReportMessages } from './messages.ts'

/** How many due days are moved today, by how long ago they were first moved. */
export function Exceptions({ exceptions }: Pick<Handling, 'exceptions'>) {
  const t = useReportMessages()
  return (
    <Panel id="exceptions" title={t.exceptions} note={t.exceptionsNote}>
      {exceptions.length === 0 ? (
        <p className="muted">{t.noExceptions}</p>
      ) : (
        <DataTable label={t.exceptions} head={[t.age, t.alerts]}>
          <tbody>
            {exceptions.map(({ age, count }) => (
              <tr key={age}>
                <th scope="row">{t.exceptionAges[age]}</th>
                <td>
                  <FigureLink
                    figure={{ exception: age }}
                    label={`${t.exceptions}, ${t.exceptionAges[age]}: ${t.count(count)}`}
                  >
                    {t.count(count)}
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
