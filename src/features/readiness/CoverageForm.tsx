import { useState } from 'react'
import { ApiError } from '../../client/api.ts'
import type { Coverage } from '../../contract/coverage.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'

/** Takes what the verification script has printed on the machines. */
export function CoverageForm({ onReport }: { onReport: (csv: string) => Promise<Coverage> }) {
  const m = useLabMessages()
  const { t } = useMessages()
  const [csv, setCsv] = useState('')
  const [taken, setTaken] = useState<Coverage | null>(null)
  const [error, setError] = useState<unknown>(null)
  const report = async () => {
    setTaken(await onReport(csv))
    setCsv('')
  }
  const refusal = (refused: unknown) =>
    refused instanceof ApiError && refused.code === 'invalid'
      ? m.nothingRead
      : t.problem[refused instanceof ApiError ? refused.code : 'unexpected']
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
          onChange={({ target }) => setCsv(target.value)}
        />
      </label>
      {error !== null && (
        <p role="alert" className="hot">
          {refusal(error)}
        </p>
      )}
      {taken !== null && <p role="status">{m.taken(taken.machines.length, taken.unreadable)}</p>}
      <p>
        <button
          type="button"
          className="button"
          disabled={csv.trim() === ''}
          onClick={() => {
            setError(null)
            setTaken(null)
            report().catch(setError)
          }}
        >
          {m.take}
        </button>
      </p>
    </details>
  )
}
