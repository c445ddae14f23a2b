import type { ReactNode } from 'react'
import type { Answer } from '../../../domain/rollout/answer.ts'
import { countOf, type Machines } from '../../../domain/rollout/waves.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatLength, type Moments } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import table from '../../ui/layout/DataTable.module.css'

type Props = {
  answer: Answer
  zone: string
  moments: Moments
  namesOf: (machines: readonly Machines[]) => string
  /** The ways to take the plan away. */
  children: ReactNode
}

/** Every session of the plan: when, what, with how much. */
export function PlanTable({ answer: { plan }, zone, moments, namesOf, children }: Props) {
  const t = useRolloutMessages()
  const language = useLanguage()
  if (plan.segments.length === 0) return null
  const head = [t.waveHead, t.startHead, t.endHead, t.minutesHead, t.machinesHead, t.consolesHead, t.targetHead]
  return (
    <Panel id="plan" title={t.plan} note={`${t.planHint} ・ ${zone}`} actions={children}>
      <DataTable label={t.plan} head={head} numeric={[3, 4, 5]}>
        <tbody>
          {plan.segments.map((segment) => (
            <tr key={`${segment.wave} ${segment.from}`}>
              <th scope="row">{t.wave(segment.wave)}</th>
              <td className={table['tight']}>{moments.moment(segment.from)}</td>
              <td className={table['tight']}>{moments.moment(segment.to)}</td>
              <td className={table['number']}>{formatLength((segment.to - segment.from) / 60_000, language)}</td>
              <td className={table['number']}>{formatNumber(countOf(segment.machines))}</td>
              <td className={table['number']}>{segment.consoles}</td>
              <td className="names">{namesOf(segment.machines)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {plan.idleMinutes > 0 && <p className="muted">{t.idle(formatLength(plan.idleMinutes, language))}</p>}
    </Panel>
  )
}
