import * as limits from '../../contract/limits.ts'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { asksReason, asksReview } from '../../contract/triaged.ts'
import type { TriageState } from '../../contract/triage.ts'
import { missingIn, sharedValue, tidyChange, type TriageField } from '../../domain/triage/change.ts'
import { useTriageMessages } from './messages.ts'
import { Dialog, LeaveButton } from '../ui/layout/Dialog.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { StatusChoice } from './StatusChoice.tsx'
import styles from './TriageDialog.module.css'
import { Field } from '../ui/forms/Field.tsx'

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

  function save(form: HTMLFormElement) {
    if (missing.reason || missing.reviewOn !== null) {
      // What is wrong stands beside the field by the time that the field has the focus.
      flushSync(() => setTried(true))
      form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    } else if (Object.keys(change).length === 0) onClose()
    else onSave(change)
  }
  const dayErrors = { missing: t.reviewMissing, over: t.reviewOver }
  return (
    <Dialog label={title} onClose={onClose} isForm>
      <Form className={styles['triage-dialog']} noValidate pending={false} error={null} onSubmit={save}>
        <h2>{title}</h2>
        <StatusChoice status={status} hasFocus={field === 'status'} onChoose={(option) => edit({ status: option })} />
        {status !== undefined && asksReason(status) && (
          <Field
            label={t.reason}
            limits={limits.triageReason}
            error={isTried && missing.reason ? t.reasonMissing : null}
          >
            {(control) => (
              <input
                {...control}
                placeholder={placeholderOf('reason')}
                value={valueOf('reason') ?? ''}
                onChange={({ target }) => edit({ reason: target.value })}
              />
            )}
          </Field>
        )}
        {status !== undefined && asksReview(status) && (
          <Field label={t.reviewOn} error={isTried && missing.reviewOn !== null ? dayErrors[missing.reviewOn] : null}>
            {(control) => (
              <input
                {...control}
                type="date"
                min={today}
                value={valueOf('reviewOn') ?? ''}
                onChange={({ target }) => edit({ reviewOn: target.value })}
              />
            )}
          </Field>
        )}
        <Field label={t.assignee} limits={limits.assignee}>
          {(control) => (
            <span className={styles['with-button']}>
              <input
                {...control}
                list={list}
                data-first-focus={field === 'assignee' || undefined}
                placeholder={placeholderOf('assignee') ?? t.assigneeHint}
                value={valueOf('assignee') ?? ''}
                onChange={({ target }) => edit({ assignee: target.value })}
              />
              <button type="button" className="button" onClick={() => edit({ assignee: me })}>
                {t.me}
              </button>
            </span>
          )}
        </Field>
        <datalist id={list}>
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field label={t.note} limits={limits.triageNote}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              placeholder={placeholderOf('note')}
              value={valueOf('note') ?? ''}
              onChange={({ target }) => edit({ note: target.value })}
            />
          )}
        </Field>
        <SubmitRow label={t.save}>
          <LeaveButton>{t.cancel}</LeaveButton>
        </SubmitRow>
      </Form>
    </Dialog>
  )
}
