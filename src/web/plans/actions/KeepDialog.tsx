import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { plans } from '../../../contract/endpoints/plans.ts'
import * as limits from '../../../contract/limits.ts'
import type { PlanWave } from '../../../contract/plans.ts'
import { callOnce } from '../../lib/call-once.ts'
import { wholeKey } from '../../lib/query-keys.ts'
import { TextField } from '../../ui/forms/controls.tsx'
import { Choice } from '../../ui/forms/Choice.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { formText } from '../../ui/forms/form-text.ts'
import { Dialog, LeaveButton } from '../../ui/layout/Dialog.tsx'
import dialog from '../../ui/layout/Dialog.module.css'
import { usePlanActionMessages } from './messages.ts'
import { OwnerField } from './OwnerField.tsx'
import { usePlanWrite } from './use-plan-write.ts'
import styles from './fields.module.css'

/** A way to go in waves, and how it is said. */
export type WavesChoice = { label: string; waves: readonly PlanWave[] }

type Props = {
  title: string
  name: string
  owner: string
  /** The text of the draft link. */
  inputs: string
  /** The first one counts unless another one is chosen. */
  choices: readonly [WavesChoice, ...WavesChoice[]]
  onClose: () => void
}

/** Keeps a draft, or another plan, as a plan of its own, and goes to it. */
export function KeepDialog({ title, name, owner: firstOwner, inputs, choices, onClose }: Props) {
  const t = usePlanActionMessages()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [owner, setOwner] = useState(firstOwner)
  const [chosen, setChosen] = useState(choices[0])
  const { send, isPending, refusal } = usePlanWrite(
    (form: FormData) =>
      callOnce(plans.keepPlan, {
        body: {
          name: formText(form, 'name').trim(),
          owner: owner.trim() === '' ? null : owner.trim(),
          ticket: formText(form, 'ticket').trim() || null,
          inputs,
          waves: [...chosen.waves],
        },
      }),
    (plan) => {
      onClose()
      void client.invalidateQueries({ queryKey: wholeKey('overview') })
      void navigate({ to: '/plans/$id', params: { id: String(plan.id) } })
    },
  )
  return (
    <Dialog label={title} onClose={onClose} isForm>
      <Form
        className={dialog['dialog-body']}
        pending={isPending}
        error={refusal}
        onSubmit={(form) => send(new FormData(form))}
      >
        <h2>{title}</h2>
        <p className="muted">{t.keepHint}</p>
        <TextField
          name="name"
          label={t.name}
          defaultValue={name}
          required
          limits={{ maxLength: limits.planName.maxLength }}
          autoComplete="off"
          data-first-focus
          onFocus={({ target }) => target.select()}
        />
        <div className={styles['row']}>
          <OwnerField value={owner} onChange={setOwner} />
          <TextField
            name="ticket"
            label={t.ticket}
            limits={{ maxLength: limits.changeTicket.maxLength }}
            autoComplete="off"
          />
        </div>
        {choices.length > 1 && (
          <Choice
            label={t.wavesBy}
            value={chosen.label}
            options={choices.map(({ label }) => ({ value: label, label }))}
            onChange={(label) => setChosen(choices.find((each) => each.label === label) ?? chosen)}
          />
        )}
        <SubmitRow label={t.keepDone}>
          <LeaveButton />
        </SubmitRow>
      </Form>
    </Dialog>
  )
}
