import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ApiError, codeOf } from '../../client/api.ts'
import { verdicts, type Decision, type Verdict } from '../../contract/lab.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'

type Props = { onDecide: (decision: Pick<Decision, 'verdict' | 'note'>) => Promise<unknown> }

/** Signs in the reader's name. What they have typed stays until it is on record. */
export function Sign({ onDecide }: Props) {
  const m = useLabMessages()
  const { t } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (verdict: Verdict) => onDecide({ verdict, note: note.trim() }),
  })
  const isUnseen = error instanceof ApiError && error.code === 'conflict'
  const signed = () => {
    setNote('')
    // The second click of a double click finds nothing to sign.
    setOpen(false)
  }
  return (
    <details className="sign" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="link">{m.sign}</summary>
      <label className="field">
        {m.why}
        <textarea
          className="field-input"
          rows={2}
          maxLength={4000}
          value={note}
          readOnly={isPending}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      {error !== null && (
        <p role="alert" className="hot">
          {isUnseen ? m.unseen : t.problem[codeOf(error)]}
        </p>
      )}
      <p>
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="button"
            disabled={isPending}
            onClick={() => mutate(verdict, { onSuccess: signed })}
          >
            {m.signAs[verdict]}
          </button>
        ))}
      </p>
    </details>
  )
}
