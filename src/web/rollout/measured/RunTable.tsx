import { useState } from 'react'
import { codeOf } from '../../lib/api.ts'
import type { MeasuredRollout } from '../../../contract/rollouts.ts'
import type { JudgedRun } from '../../../domain/rollout/measured.ts'
import { formatDay, formatMinutes, formatNumber } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useMeasuredMessages } from './messages.ts'
import { useRolloutMessages } from '../messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { QuestionDialog } from '../../ui/layout/QuestionDialog.tsx'

type Props = {
  judged: readonly JudgedRun[]
  /** Takes a run back, and gives those that are left; null for who may only look. */
  onWithdraw: ((id: number) => Promise<MeasuredRollout[]>) | null
  onDone: (runs: MeasuredRollout[]) => void
}

/** The runs on file, each with how many times its estimate it took. */
export function RunTable({ judged, onWithdraw, onDone }: Props) {
  const m = useMeasuredMessages()
  const r = useRolloutMessages()
  const { language } = useMessages()
  const { t } = useMessages()
  const [leaving, setLeaving] = useState<MeasuredRollout | null>(null)
  if (judged.length === 0) return null
  return (
    <>
      <DataTable
        label={m.title}
        head={[m.on, m.bulletin, r.tool, r.machinesHead, r.consolesHead, r.minutesHead, m.ratio, '']}
        numeric={[3, 4, 5]}
      >
        <tbody>
          {judged.map(({ run, ratio, excluded }) => (
            <tr key={run.id} data-excluded={excluded ?? undefined}>
              <th scope="row" className="day">
                {formatDay(run.on, language)}
              </th>
              <td>{run.bulletin}</td>
              <td>{run.tool ?? ''}</td>
              <td className="number">{formatNumber(run.machines)}</td>
              <td className="number">{run.consoles}</td>
              <td className="number">{formatMinutes(run.minutes, language)}</td>
              <td>
                {ratio === null ? '' : `${ratio.toFixed(2)}×`} {excluded !== null && m.excluded[excluded]}
              </td>
              <td>
                {onWithdraw !== null && (
                  <button
                    type="button"
                    className="link"
                    aria-label={m.remove(formatDay(run.on, language))}
                    onClick={() => setLeaving(run)}
                  >
                    ×
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {leaving !== null && onWithdraw !== null && (
        <QuestionDialog
          title={m.removeSure(formatDay(leaving.on, language), leaving.bulletin)}
          yes={m.removeRun}
          onYes={async () => onWithdraw(leaving.id)}
          onDone={onDone}
          onClose={() => setLeaving(null)}
          refusal={(error) => `${m.failed} ${t.problem[codeOf(error)]}`}
        >
          <p>{m.removeHint}</p>
        </QuestionDialog>
      )}
    </>
  )
}
