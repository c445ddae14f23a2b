import { useState } from 'react'
import { plans } from '../../../contract/endpoints/plans.ts'
import * as limits from '../../../contract/limits.ts'
import type { PlanView } from '../../../contract/plan-view.ts'
import { call } from '../../lib/call.ts'
import { LongTextField } from '../../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { Dialog, LeaveButton } from '../../ui/layout/Dialog.tsx'
import dialog from '../../ui/layout/Dialog.module.css'
import { gateWords } from '../waves/gate-words.ts'
import { useWaveMessages } from '../waves/messages.ts'
import { usePlanWords } from '../wording.ts'
import { usePlanActionMessages } from './messages.ts'
import { usePlanWrite } from './use-plan-write.ts'

type Props = { view: PlanView; wave: string; isOpen: boolean; onClose: () => void }

/** Opens the gate of a wave by hand, or takes that back, with a reason. */
export function GateDialog({ view, wave: key, isOpen, onClose }: Props) {
  const t = usePlanActionMessages()
  const waveText = useWaveMessages()
  const words = usePlanWords(view)
  const [why, setWhy] = useState('')
  const { plan, waves } = view
  const params = { id: String(plan.id), wave: key }
  const { send, isPending, refusal } = usePlanWrite(
    () => call(plans.openGate, { params, version: plan.version, body: { isOpen, why: why.trim() } }),
    onClose,
  )
  const wave = waves.find((each) => each.key === key)
  if (wave === undefined) return null
  const title = isOpen ? t.openGate(words.waveName(key)) : t.closeGate(words.waveName(key))
  const gate = gateWords(wave, { t: waveText, words, view })
  return (
    <Dialog label={title} onClose={onClose} isForm>
      <Form className={dialog['dialog-body']} pending={isPending} error={refusal} onSubmit={() => send(undefined)}>
        <h2>{title}</h2>
        <p>
          {t.gateNow}: <b>{gate.word}</b> {gate.text}
        </p>
        <p className="muted">{isOpen ? t.gateHint : t.closeHint}</p>
        <LongTextField
          label={t.why}
          value={why}
          required
          rows={3}
          limits={limits.planReason}
          data-first-focus
          onText={setWhy}
        />
        <SubmitRow label={isOpen ? t.open : t.closeAgain}>
          <LeaveButton />
        </SubmitRow>
      </Form>
    </Dialog>
  )
}
