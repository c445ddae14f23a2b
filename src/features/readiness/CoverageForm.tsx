import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ApiError, codeOf } from '../../client/api.ts'
import type { Coverage } from '../../contract/coverage.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'

/** Takes what the verification script has printed on the machines. */
export function CoverageForm({ onReport }: { onReport: (csv: string) => Promise<Coverage> }) {
  const m = useLabMessages()
  const { t } = useMessages()
  const [csv, setCsv] = useState('')
  const { mutate, isPending, data: taken, error } = useMutation({ mutationFn: onReport })
  const refusal = (refused: unknown) =>
    refused instanceof ApiError && refused.code === 'invalid' ? m.nothingRead : t.problem[codeOf(refused)]
  return (
    <details className="sign">
      <summary className="link">{m.report}</summary>
      <label className="field">
        <span className="muted">{m.reportHint}</span>
        <textarea
          className="field-input"
          rows={3}
          aria-label={m.report}
          value={csv}
          // What is pasted while the answer is awaited would be cleared with what was sent.
          readOnly={isPending}
          onChange={({ target }) => setCsv(target.value)}
        />
      </label>
      {error !== null && (
        <p role="alert" className="hot">
          {refusal(error)}
        </p>
      )}
      {taken !== undefined && <p role="status">{m.taken(taken.machines.length, taken.unreadable)}</p>}
      <p>
        <button
          type="button"
          className="button"
          disabled={isPending || csv.trim() === ''}
          onClick={() => mutate(csv, { onSuccess: () => setCsv('') })}
        >
          {m.take}
        </button>
      </p>
    </details>
  )
}
