import type { PlanView } from '../../../contract/plan-view.ts'
import { formatNumber } from '../../i18n/format.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import table from '../../ui/layout/DataTable.module.css'
import { usePlansMessages } from '../messages.ts'
import { usePlanWords } from '../wording.ts'
import type { Curves } from './BurnUpChart.tsx'
import { curveRows } from './curves.ts'
import styles from './BurnUpTable.module.css'

type Props = {
  view: PlanView
  curves: Curves
  /** Whether it is shown without being asked for. */
  isOpen: boolean
}

/** The figures of the curves: where waves begin and end, and now. */
export function BurnUpTable({ view, curves, isOpen }: Props) {
  const t = usePlansMessages().curve
  const { moments } = usePlanWords(view)
  const columns = (['planned', 'actual', 'forecast', 'ifClosed'] as const).filter((name) => curves[name].length > 0)
  const titles = { planned: t.planned, actual: t.actual, forecast: t.forecast, ifClosed: t.closed }
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value))
  return (
    <details className={styles['burn-up-table']} open={isOpen || undefined}>
      <summary className="muted">{t.asTable}</summary>
      <DataTable
        label={t.asTable}
        head={[t.at, ...columns.map((name) => titles[name])]}
        numeric={columns.map((_, position) => position + 1)}
      >
        <tbody>
          {curveRows(view, curves).map((row) => (
            <tr key={row.at}>
              <th scope="row" className={table['tight']}>
                {row.at === curves.now ? t.now(moments.moment(row.at)) : moments.moment(row.at)}
              </th>
              {columns.map((name) => (
                <td key={name} className={table['number']}>
                  {number(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  )
}
