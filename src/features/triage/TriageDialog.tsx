import { useId, useState } from 'react'
import type { TriageState } from '../../contract/triage.ts'
import { triages } from '../../contract/words.ts'
import { asksReason, asksReview } from '../../domain/triage.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useTriageMessages } from '../../i18n/triage-messages.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import './TriageDialog.css'

/** Which field is asked for: it has the focus. */
export type TriageField = 'status' | 'assignee'

type Props = {
  /** What is changed: an id, or how many. */
  title: string
  states: readonly TriageState[]
  /** What was typed before and is not saved yet. */
  draft?: Partial<TriageState>
  field: TriageField
  me: string
  /** Who already takes care of something. */
  people: readonly string[]
  onSave: (change: Partial<TriageState>) => void
  onClose: () => void
}

/** The value of a field that all states have; undefined where they differ. */
function shared<K extends keyof TriageState>(states: readonly TriageState[], field: K): TriageState[K] | undefined {
  const [first] = states
  return first !== undefined && states.every((state) => state[field] === first[field]) ? first[field] : undefined
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** Sets the state of one bulletin or of many; of many, what is not touched here stays as it is with each. */
export function TriageDialog({ title, states, draft, field, me, people, onSave, onClose }: Props) {
  const m = useTriageMessages()
  const { w } = useMessages()
  const [change, setChange] = useState<Partial<TriageState>>(draft ?? {})
  const [isTried, setTried] = useState(false)
  const list = useId()
  const edit = (more: Partial<TriageState>) => setChange({ ...change, ...more })
  const valueOf = <K extends keyof TriageState>(name: K): TriageState[K] | undefined =>
    name in change ? change[name] : shared(states, name)
  const status = valueOf('status')
  const [reason, reviewOn] = [valueOf('reason') ?? '', valueOf('reviewOn') ?? '']
  const wantsReason = status !== undefined && asksReason(status)
  const wantsReview = status !== undefined && asksReview(status)
  const isMissing = { reason: wantsReason && reason.trim() === '', reviewOn: wantsReview && reviewOn === '' }
  const placeholderOf = (name: keyof TriageState) => (valueOf(name) === undefined ? m.mixed : undefined)
  return (
    <Dialog label={title} onClose={onClose}>
      <form
        className="triage-dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isMissing.reason || isMissing.reviewOn) return
          onSave({
            ...change,
            ...(wantsReason && { reason: reason.trim() }),
            ...(wantsReview && { reviewOn }),
          })
        }}
      >
        <h2>{title}</h2>
        <fieldset>
          <legend>{m.status}</legend>
          {triages.map((option, at) => (
            <label key={option} data-status={option} className="triage-option">
              <input
                type="radio"
                name="status"
                value={option}
                checked={status === option}
                // The first choice has the focus where none is made yet.
                data-first-focus={
                  (field === 'status' && (status === option || (status === undefined && at === 0))) || undefined
                }
                onChange={() => edit({ status: option })}
              />
              <i aria-hidden />
              {w.triage[option]}
            </label>
          ))}
        </fieldset>
        {wantsReason && (
          <label className="field">
            {m.reason}
            <input
              className="field-input"
              maxLength={500}
              value={reason}
              aria-invalid={isTried && isMissing.reason}
              onChange={({ target }) => edit({ reason: target.value })}
            />
            {isTried && isMissing.reason && <span className="hot">{m.reasonMissing}</span>}
          </label>
        )}
        {wantsReview && (
          <label className="field">
            {m.reviewOn}
            <input
              className="field-input"
              type="date"
              value={reviewOn}
              aria-invalid={isTried && isMissing.reviewOn}
              onChange={({ target }) => edit({ reviewOn: target.value })}
            />
            {isTried && isMissing.reviewOn && <span className="hot">{m.reviewMissing}</span>}
          </label>
        )}
        <div className="field">
          <label htmlFor={`${list}-assignee`}>{m.assignee}</label>
          <span className="with-button">
            <input
              id={`${list}-assignee`}
              className="field-input"
              list={list}
              maxLength={80}
              data-first-focus={field === 'assignee' || undefined}
              placeholder={placeholderOf('assignee') ?? m.assigneeHint}
              value={valueOf('assignee') ?? ''}
              onChange={({ target }) => edit({ assignee: target.value === '' ? null : target.value })}
              onBlur={({ target }) => 'assignee' in change && edit({ assignee: orNull(target.value) })}
            />
            <button type="button" className="button" onClick={() => edit({ assignee: me })}>
              {m.me}
            </button>
          </span>
          <datalist id={list}>
            {people.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <label className="field">
          {m.note}
          <textarea
            className="field-input"
            rows={3}
            maxLength={2000}
            placeholder={placeholderOf('note')}
            value={valueOf('note') ?? ''}
            onChange={({ target }) => edit({ note: target.value })}
          />
        </label>
        <footer>
          <button type="submit" className="button primary">
            {m.save}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {m.cancel}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
