import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CheckPoints } from '../../../contract/checklist.ts'
import { useCommon } from '../../i18n/common.ts'
import { codeOf } from '../../lib/api.ts'
import { FormError } from '../../ui/forms/FormError.tsx'
import { LongTextField } from '../../ui/forms/controls.tsx'
import { setChecklist } from '../queries.ts'
import { useRecordMessages } from './messages.ts'
import styles from './ChecklistEditor.module.css'

type Props = { version: number; points: readonly string[]; onDone: () => void }

const pointsIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((point) => point.trim())
      .filter((point) => point !== ''),
  ),
]

/** The points that the lab tries, one a line. Inside the form of a result, so it is none itself. */
export function ChecklistEditor({ version, points, onDone }: Props) {
  const t = useRecordMessages()
  const common = useCommon()
  const client = useQueryClient()
  const [text, setText] = useState(points.join('\n'))
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => setChecklist(client, version, pointsIn(text)),
    onSuccess: onDone,
  })
  const isTooLong = !CheckPoints.safeParse(pointsIn(text)).success
  return (
    <div className={styles['editor']}>
      <LongTextField
        label={t.points}
        help={t.pointsHelp}
        error={isTooLong ? t.pointsTooLong : null}
        rows={Math.max(4, points.length + 1)}
        value={text}
        onText={setText}
      />
      {error !== null && (
        <FormError>{codeOf(error) === 'conflict' ? t.pointsConflict : common.problem[codeOf(error)]}</FormError>
      )}
      <p>
        <button type="button" className="button" disabled={isPending || isTooLong} onClick={() => mutate()}>
          {t.savePoints}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {common.cancel}
        </button>
      </p>
    </div>
  )
}
