import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { codeOf } from '../../lib/api.ts'
import type { MeasuredRollout } from '../../../contract/rollouts.ts'
import type { JudgedRun } from '../../../domain/rollout/measured.ts'
import { formatDay, formatMinutes, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useCommon } from '../../i18n/common.ts'
import { useMeasuredMessages } from './messages.ts'
import { useRolloutMessages } from '../messages.ts'
import { withdrawRollout } from '../queries.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { QuestionDialog } from '../../ui/layout/QuestionDialog.tsx'
import table from '../../ui/layout/DataTable.module.css'
import fields from '../../windows/plan-fields.module.css'
import styles from './RunTable.module.css'

type Props = {
  judged: readonly JudgedRun[]
  mayEdit: boolean
  /** Gets the runs that are left once one is deleted. */
  onDone: (runs: MeasuredRollout[]) => void
}

/** The runs on file, each with how many times its estimate it took. */
export function RunTable({ judged, mayEdit, onDone }: Props) {
  const client = useQueryClient()
  const t = useMeasuredMessages()
  const rolloutText = useRolloutMessages()
  const language = useLanguage()
  const common = useCommon()
  const [leaving, setLeaving] = useState<MeasuredRollout | null>(null)
  if (judged.length === 0) return null
  return (
    <>
      <DataTable
        label={t.title}
        head={[
          t.on,
          t.bulletin,
          rolloutText.tool,
          rolloutText.machinesHead,
          rolloutText.consolesHead,
          rolloutText.minutesHead,
          t.ratio,
          '',
        ]}
        numeric={[3, 4, 5]}
      >
        <tbody>
          {judged.map(({ run, ratio, excluded }) => (
            <tr key={run.id} className={clsx(excluded !== null && styles['excluded'])}>
              <th scope="row" className={table['day']}>
                {formatDay(run.on, language)}
              </th>
              <td>{[run.bulletin, ...(run.others ?? [])].join(', ')}</td>
              <td>{run.tool ?? ''}</td>
              <td className={table['number']}>{formatNumber(run.machines)}</td>
              <td className={table['number']}>{run.consoles}</td>
              <td className={table['number']}>{formatMinutes(run.minutes, language)}</td>
              <td>
                {ratio === null ? '' : `${ratio.toFixed(2)}×`} {excluded !== null && t.excluded[excluded]}
              </td>
              <td>
                {mayEdit && (
                  <button
                    type="button"
                    className={clsx('link', fields['link'])}
                    aria-label={t.remove(formatDay(run.on, language))}
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
      {leaving !== null && (
        <QuestionDialog
          title={t.removeSure(formatDay(leaving.on, language), leaving.bulletin)}
          yes={t.removeRun}
          onYes={() => withdrawRollout(client, leaving.id)}
          onDone={onDone}
          onClose={() => setLeaving(null)}
          refusal={(error) => `${t.failed} ${common.problem[codeOf(error)]}`}
        >
          <p>{t.removeHint}</p>
        </QuestionDialog>
      )}
    </>
  )
}
