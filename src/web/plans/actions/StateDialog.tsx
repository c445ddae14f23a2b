import { useState } from 'react'
import { plans } from '../../../contract/endpoints/plans.ts'
import * as limits from '../../../contract/limits.ts'
import type { PlanView } from '../../../contract/plan-view.ts'
import type { PlanState } from '../../../contract/plans.ts'
import { call } from '../../lib/call.ts'
import { LongTextField } from '../../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { Dialog, LeaveButton } from '../../ui/layout/Dialog.tsx'
import dialog from '../../ui/layout/Dialog.module.css'
import { usePlansMessages } from '../messages.ts'
import { usePlanActionMessages } from './messages.ts'
import { usePlanWrite } from './use-plan-write.ts'

type Props = { view: PlanView; state: PlanState; onClose: () => void }

/** Approves a plan, starts, stops or finishes it. */
export function StateDialog({ view: { plan }, state, onClose }: Props) {
  const t = usePlanActionMessages()
  const { states } = usePlansMessages()
  const [why, setWhy] = useState('')
  const [from] = useState(plan.state)
  const { send, isPending, refusal } = usePlanWrite(
    () =>
      call(plans.setPlanState, {
        params: { id: String(plan.id) },
        version: plan.version,
        body: { state, why: why.trim() },
      }),
    onClose,
  )
  const isAsked = state === 'stopped'
  const title = t.become(from, state)
  return (
    <Dialog label={title} onClose={onClose} isForm>
      <Form className={dialog['dialog-body']} pending={isPending} error={refusal} onSubmit={() => send(undefined)}>
        <h2>{title}</h2>
        <p>{`${plan.name}: ${t.fromTo(states[plan.state], states[state])}`}</p>
        <p className="muted">{t.becomeHint[state]}</p>
        <LongTextField
          label={isAsked ? t.why : t.whyOptional}
          value={why}
          required={isAsked}
          rows={3}
          limits={limits.planReason}
          data-first-focus
          onText={setWhy}
        />
        <SubmitRow label={title}>
          <LeaveButton />
        </SubmitRow>
      </Form>
    </Dialog>
  )
}
