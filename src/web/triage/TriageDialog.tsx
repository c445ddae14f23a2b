import * as limits from '../../contract/limits.ts'
import { useId, useState, type SubmitEvent } from 'react'
import { flushSync } from 'react-dom'
import { asksReason, asksReview } from '../../contract/triaged.ts'
import type { TriageState } from '../../contract/triage.ts'
import { missingIn, sharedValue, tidyChange, type TriageField } from '../../domain/triage/change.ts'
import { useTriageMessages } from './messages.ts'
import { Dialog, LeaveButton } from '../ui/layout/Dialog.tsx'
import { CheckedField } from './CheckedField.tsx'
import { StatusChoice } from './StatusChoice.tsx'
import './TriageDialog.css'

/** Which field is asked for: it has the focus. */
export type FirstField = 'status' | 'assignee'

type Props = {
  /** What is changed: an id, or how many. */
  title: string
  states: readonly TriageState[]
  /** What was typed before and is not saved yet. */
  draft: Partial<TriageState>
  field: FirstField
  me: string
  /** Who already takes care of something. */
  people: readonly string[]
  today: string
  /** Not called where nothing was changed. */
  onSave: (change: Partial<TriageState>) => void
  onClose: () => void
}

/** Sets the state of one bulletin or of many; of many, what is not touched here stays as it is with each. */
export function TriageDialog({ title, states, draft, field, me, people, today, onSave, onClose }: Props) {
  const t = useTriageMessages()
  const [typed, setTyped] = useState(draft)
  const [isTried, setTried] = useState(false)
  const list = useId()
  const edit = (more: Partial<TriageState>) => setTyped({ ...typed, ...more })
  const valueOf = <F extends TriageField>(name: F): TriageState[F] | undefined =>
    name in typed ? typed[name] : sharedValue(states, name)
  const placeholderOf = (name: TriageField) => (valueOf(name) === undefined ? t.mixed : undefined)
  const status = valueOf('status')
  const change = tidyChange(states, typed)
  const missing = missingIn(states, change, today)

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (missing.reason || missing.reviewOn !== null) {
      // What is wrong stands beside the field by the time that the field has the focus.
      flushSync(() => setTried(true))
      event.currentTarget.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    } else if (Object.keys(change).length === 0) onClose()
    else onSave(change)
  }
  const dayErrors = { missing: t.reviewMissing, over: t.reviewOver }
  return (
    <Dialog label={title} onClose={onClose} isForm>
      <form className="triage-dialog" noValidate onSubmit={save}>
        <h2>{title}</h2>
        <StatusChoice status={status} hasFocus={field === 'status'} onChoose={(option) => edit({ status: option })} />
        {status !== undefined && asksReason(status) && (
          <CheckedField
            label={t.reason}
            maxLength={limits.triageReason.maxLength}
            placeholder={placeholderOf('reason')}
            value={valueOf('reason') ?? ''}
            error={isTried && missing.reason ? t.reasonMissing : null}
            onChange={(reason) => edit({ reason })}
          />
        )}
        {status !== undefined && asksReview(status) && (
          <CheckedField
            label={t.reviewOn}
            type="date"
            min={today}
            value={valueOf('reviewOn') ?? ''}
            error={isTried && missing.reviewOn !== null ? dayErrors[missing.reviewOn] : null}
            onChange={(reviewOn) => edit({ reviewOn })}
          />
        )}
        <div className="field">
          <label htmlFor={`${list}-assignee`}>{t.assignee}</label>
          <span className="with-button">
            <input
              id={`${list}-assignee`}
              className="field-input"
              list={list}
              {...limits.assignee}
              data-first-focus={field === 'assignee' || undefined}
              placeholder={placeholderOf('assignee') ?? t.assigneeHint}
              value={valueOf('assignee') ?? ''}
              onChange={({ target }) => edit({ assignee: target.value })}
            />
            <button type="button" className="button" onClick={() => edit({ assignee: me })}>
              {t.me}
            </button>
          </span>
          <datalist id={list}>
            {people.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <label className="field">
          {t.note}
          <textarea
            className="field-input"
            rows={3}
            {...limits.triageNote}
            placeholder={placeholderOf('note')}
            value={valueOf('note') ?? ''}
            onChange={({ target }) => edit({ note: target.value })}
          />
        </label>
        <footer>
          <button type="submit" className="button primary">
            {t.save}
          </button>
          <LeaveButton>{t.cancel}</LeaveButton>
        </footer>
      </form>
    </Dialog>
  )
}
