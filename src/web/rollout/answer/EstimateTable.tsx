import { estimate } from '../../../domain/rollout/estimate.ts'
import { jobsOn } from '../../../domain/rollout/series.ts'
import { formatMinutes, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useRolloutMessages } from '../messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { usePlan } from '../plan/plan.tsx'
import type { Line } from './scale.ts'
import table from '../../ui/layout/DataTable.module.css'
import styles from './EstimateTable.module.css'

/** The numbers of machines that published times are given for. */
const usual = [50, 100, 250, 500, 1000, 2000, 5000, 10_000]

type Props = {
  lines: readonly Line[]
  most: number
  /** Whether it is shown without being asked for. */
  isOpen: boolean
}

/** The figures of the chart: the usual numbers of machines and the fleet's own, by consoles. */
export function EstimateTable({ lines, most, isOpen }: Props) {
  const { fixes, fleet, circumstances, machines } = usePlan().answer
  const t = useRolloutMessages()
  const language = useLanguage()
  const format = (minutes: number) => formatMinutes(minutes, language)
  const counts = [...new Set([...usual.filter((count) => count <= most), ...(machines > 0 ? [machines] : [])])]
  const at = (count: number, consoles: number) => estimate(jobsOn(fixes, fleet, count), { ...circumstances, consoles })
  const head = [
    t.machinesHead,
    ...lines.map(({ consoles }) => t.consolesN(consoles)),
    t.rangeHead(circumstances.consoles),
  ]
  return (
    <details className={styles['estimate-table']} open={isOpen || undefined}>
      <summary className="muted">{t.asTable}</summary>
      <DataTable label={t.estimate} head={head} numeric={head.map((_, position) => position)}>
        <tbody>
          {counts
            .toSorted((a, b) => a - b)
            .map((count) => {
              const { low, high } = at(count, circumstances.consoles)
              return (
                <tr key={count} data-fleet={count === machines || undefined}>
                  <th scope="row" className={table['number']}>
                    {formatNumber(count)}
                  </th>
                  {lines.map(({ consoles }) => (
                    <td key={consoles} className={table['number']}>
                      {format(at(count, consoles).minutes)}
                    </td>
                  ))}
                  <td className={table['number']}>{`${format(low)} – ${format(high)}`}</td>
                </tr>
              )
            })}
        </tbody>
      </DataTable>
    </details>
  )
}
