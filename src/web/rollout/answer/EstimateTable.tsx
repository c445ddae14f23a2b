import type { Answer } from '../../../domain/rollout/answer.ts'
import { estimate } from '../../../domain/rollout/estimate.ts'
import { jobsOn } from '../../../domain/rollout/series.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useRolloutMessages } from '../messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import type { Line } from './scale.ts'
import table from '../../ui/layout/DataTable.module.css'

type Props = {
  answer: Answer
  lines: readonly Line[]
  most: number
  format: (minutes: number) => string
}

/** The numbers of machines that times are published and spoken of. */
const usual = [50, 100, 250, 500, 1000, 2000, 5000, 10_000]

/** The figures of the chart: the usual numbers of machines and the fleet's own, by consoles. */
export function EstimateTable({ answer: { fixes, fleet, circumstances, machines }, lines, most, format }: Props) {
  const t = useRolloutMessages()
  const counts = [...new Set([...usual.filter((count) => count <= most), ...(machines > 0 ? [machines] : [])])]
  const at = (count: number, consoles: number) => estimate(jobsOn(fixes, fleet, count), { ...circumstances, consoles })
  const head = [
    t.machinesHead,
    ...lines.map(({ consoles }) => t.consolesN(consoles)),
    t.rangeHead(circumstances.consoles),
  ]
  return (
    <details className="estimate-table">
      <summary>{t.asTable}</summary>
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
