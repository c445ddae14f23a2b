import * as limits from '../../contract/limits.ts'
import { useState } from 'react'
import type { Triaged, TriageState } from '../../contract/triage.ts'
import { asksReason, asksReview } from '../../contract/vocabulary.ts'
import { missingIn, sharedValue, tidyChange, type TriageField } from '../../domain/triage/change.ts'
import type { EditStep } from '../../domain/triage/pending-edits.ts'
import { useTeamDay } from '../due/queries.ts'
import { AssigneeField } from './AssigneeField.tsx'
import { useAssignees } from './use-assignees.ts'
import { titleOf } from './TriageToasts.tsx'
import { useTriageMessages } from './messages.ts'
import { Dialog, LeaveButton } from '../ui/layout/Dialog.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { focusWrong } from '../ui/forms/focus-wrong.ts'
import { StatusChoice } from './StatusChoice.tsx'
import dialog from '../ui/layout/Dialog.module.css'
import { LongTextField, TextField } from '../ui/forms/controls.tsx'

/** Which field is asked for: it has the focus. */
export type FirstField = 'status' | 'assignee'

type Props = {
  /** The states when it opens. What others set meanwhile is not taken for seen: it is shown as a lost race. */
  seen: readonly Triaged[]
  /** What was typed before and is not saved yet. */
  draft: Partial<TriageState>
  field: FirstField
  /** Not called where nothing was changed. */
  onSave: (steps: EditStep[], draft: Partial<TriageState>) => void
  onClose: () => void
}

/** Sets the state of one bulletin or of many; of many, what is not touched here stays as it is with each. */
export function TriageDialog({ seen, draft, field, onSave, onClose }: Props) {
  const t = useTriageMessages()
  const today = useTeamDay()
  const [states] = useState(seen)
  const [typed, setTyped] = useState(draft)
  const [isTried, setTried] = useState(false)
  const edit = (more: Partial<TriageState>) => setTyped({ ...typed, ...more })
  const valueOf = <F extends TriageField>(name: F): TriageState[F] | undefined =>
    name in typed ? typed[name] : sharedValue(states, name)
  const placeholderOf = (name: TriageField) => (valueOf(name) === undefined ? t.mixed : undefined)
  const status = valueOf('status')
  const change = tidyChange(states, typed)
  const missing = missingIn(states, change, today)
  const isRefused = useAssignees().isRefused(valueOf('assignee') ?? '')

  function save(form: HTMLFormElement) {
    if (missing.reason || missing.reviewOn !== null || isRefused) focusWrong(form, () => setTried(true))
    else if (Object.keys(change).length === 0) onClose()
    else
      onSave(
        states.map((state) => ({ seen: state, change })),
        change,
      )
  }
  const ids = states.map(({ id }) => id)
  const title = titleOf(ids, t)
  const dayErrors = { missing: t.reviewMissing, over: t.reviewOver }
  return (
    <Dialog label={title} onClose={onClose} isForm>
      <Form className={dialog['dialog-body']} noValidate pending={false} error={null} onSubmit={save}>
        <h2>{title}</h2>
        <StatusChoice status={status} hasFocus={field === 'status'} onChoose={(option) => edit({ status: option })} />
        {status !== undefined && asksReason(status) && (
          <TextField
            label={t.reason}
            limits={limits.triageReason}
            error={isTried && missing.reason ? t.reasonMissing : null}
            placeholder={placeholderOf('reason')}
            value={valueOf('reason') ?? ''}
            onText={(reason) => edit({ reason })}
          />
        )}
        {status !== undefined && asksReview(status) && (
          <TextField
            type="date"
            label={t.reviewOn}
            error={isTried && missing.reviewOn !== null ? dayErrors[missing.reviewOn] : null}
            min={today}
            value={valueOf('reviewOn') ?? ''}
            onText={(reviewOn) => edit({ reviewOn })}
          />
        )}
        <AssigneeField
          hasFocus={field === 'assignee'}
          placeholder={placeholderOf('assignee') ?? t.assigneeHint}
          value={valueOf('assignee') ?? ''}
          isRefused={isTried && isRefused}
          onChange={(assignee) => edit({ assignee })}
        />
        <LongTextField
          label={t.note}
          limits={limits.triageNote}
          rows={3}
          placeholder={placeholderOf('note')}
          value={valueOf('note') ?? ''}
          onText={(note) => edit({ note })}
        />
        <SubmitRow label={t.save}>
          <LeaveButton />
        </SubmitRow>
      </Form>
    </Dialog>
  )
}
