import { countOf } from '../../../domain/rollout/waves.ts'
import { dot, formatNumber } from '../../i18n/format.ts'
import { formatLength } from '../../i18n/moments.ts'
import { ExportMenu } from '../../export/ExportMenu.tsx'
import { useToday } from '../../lib/clock.tsx'
import { planRows } from '../export.ts'
import { usePlan } from '../plan/plan.tsx'
import { useConditions, useWording } from '../use-conditions.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import table from '../../ui/layout/DataTable.module.css'
import styles from './PlanTable.module.css'

/** Every session of the plan: when, what, with how much. */
export function PlanTable() {
  const { answer, inputs } = usePlan()
  const { plan } = answer
  const { zone } = inputs
  const wording = useWording(zone)
  const conditions = useConditions({ inputs, answer })
  const today = useToday()
  const { t, language, moments, namesOf } = wording
  if (plan.segments.length === 0) return null
  const head = [t.waveHead, t.startHead, t.endHead, t.minutesHead, t.machinesHead, t.consolesHead, t.targetHead]
  return (
    <Panel
      id="plan"
      title={t.plan}
      note={`${t.planHint}${dot(language)}${zone}`}
      actions={
        <ExportMenu
          table={() => ({ ...planRows(answer, wording), filter: conditions, exportedOn: today })}
          name="rollout"
        />
      }
    >
      <DataTable label={t.plan} head={head} numeric={[3, 4, 5]}>
        <tbody>
          {plan.segments.map((segment) => (
            <tr key={`${segment.wave} ${segment.from}`}>
              <th scope="row" className={table['tight']}>
                {t.wave(segment.wave)}
              </th>
              <td className={table['tight']}>{moments.moment(segment.from)}</td>
              <td className={table['tight']}>{moments.moment(segment.to)}</td>
              <td className={table['number']}>{formatLength((segment.to - segment.from) / 60_000, language)}</td>
              <td className={table['number']}>{formatNumber(countOf(segment.machines))}</td>
              <td className={table['number']}>{segment.consoles}</td>
              <td className={styles['names']}>{namesOf(segment.machines)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {plan.idleMinutes > 0 && <p className="muted">{t.idle(formatLength(plan.idleMinutes, language))}</p>}
    </Panel>
  )
}
