import { useState } from 'react'
import { plans } from '../../../contract/endpoints/plans.ts'
import * as limits from '../../../contract/limits.ts'
import type { PlanView } from '../../../contract/plan-view.ts'
import type { KeptPlan } from '../../../contract/plans.ts'
import { formatNumber } from '../../i18n/format.ts'
import { call } from '../../lib/call.ts'
import { TextField } from '../../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { Dialog, LeaveButton } from '../../ui/layout/Dialog.tsx'
import dialog from '../../ui/layout/Dialog.module.css'
import {
  draftOf,
  editOf,
  movedWave,
  platformsIn,
  rebasedDraft,
  withAnother,
  withoutWave,
  type PlanDraft,
} from './edit-plan.ts'
import { EditConflict } from './EditConflict.tsx'
import { usePlanActionMessages } from './messages.ts'
import { OwnerField } from './OwnerField.tsx'
import { WindowFields } from './WindowFields.tsx'
import { usePlanWrite } from './use-plan-write.ts'
import { WaveFields } from './WaveFields.tsx'
import styles from './fields.module.css'

/** Changes a plan: name, owner and change number, waves with what they wait for and their gates, windows and consoles. */
export function EditDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  const t = usePlanActionMessages()
  // The version that the edit began from stays, whatever the page reads meanwhile.
  const [base, setBase] = useState<KeptPlan>(view.plan)
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(view.plan))
  const [why, setWhy] = useState('')
  const [isAside, setAside] = useState(false)
  const { send, isPending, overtaken, refusal } = usePlanWrite(
    ({ version, edit }: { version: number; edit: PlanDraft }) =>
      call(plans.changePlan, { params: { id: String(base.id) }, version, body: editOf(edit, why.trim()) }),
    onClose,
  )
  const change = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part })
  const { waves } = draft
  const platforms = [...new Set([...platformsIn(base), ...platformsIn(draft)])]
  const inWaves = waves.reduce((sum, { machines }) => sum + machines.reduce((more, { count }) => more + count, 0), 0)
  const hasOtherTimes = draft.inputs !== base.inputs
  const conflict = overtaken !== null && overtaken.version !== base.version && !isAside ? overtaken : null
  return (
    <Dialog label={t.editTitle} onClose={onClose} isForm>
      {conflict !== null ? (
        <EditConflict
          base={base}
          mine={draft}
          theirs={conflict}
          isPending={isPending}
          onOverwrite={() => send({ version: conflict.version, edit: rebasedDraft(base, draft, conflict) })}
          onKeep={() => {
            setDraft(rebasedDraft(base, draft, conflict))
            setBase(conflict)
            setAside(true)
          }}
          onDrop={onClose}
        />
      ) : (
        <Form
          className={dialog['dialog-body']}
          pending={isPending}
          error={overtaken === null ? refusal : null}
          onSubmit={() => {
            setAside(false)
            send({ version: base.version, edit: draft })
          }}
        >
          <h2>{t.editTitle}</h2>
          <p className="muted">{t.editHint}</p>
          <TextField
            label={t.name}
            value={draft.name}
            required
            limits={{ maxLength: limits.planName.maxLength }}
            data-first-focus
            onText={(name) => change({ name })}
          />
          <div className={styles['row']}>
            <OwnerField
              value={draft.owner ?? ''}
              onChange={(owner) => change({ owner: owner === '' ? null : owner })}
            />
            <TextField
              label={t.ticket}
              value={draft.ticket ?? ''}
              limits={{ maxLength: limits.changeTicket.maxLength }}
              onText={(ticket) => change({ ticket: ticket === '' ? null : ticket })}
            />
          </div>
          <section>
            {waves.map((wave, position) => (
              <WaveFields
                key={wave.key}
                wave={wave}
                before={waves.slice(0, position)}
                platforms={platforms}
                isLast={position === waves.length - 1}
                onChange={(next) => change({ waves: waves.map((each) => (each.key === wave.key ? next : each)) })}
                onMove={(by) => change({ waves: movedWave(waves, wave.key, by) })}
                onRemove={waves.length === 1 ? null : () => change({ waves: withoutWave(waves, wave.key) })}
              />
            ))}
          </section>
          <WindowFields inputs={draft.inputs} onChange={(inputs) => change({ inputs })} />
          <p className={inWaves === view.of ? 'muted' : 'hot'}>
            {t.total(formatNumber(inWaves), formatNumber(view.of))}
          </p>
          <div className={styles['buttons']}>
            <button type="button" className="button" onClick={() => change({ waves: withAnother(waves) })}>
              {t.addWave}
            </button>
          </div>
          <TextField
            label={hasOtherTimes ? t.whyTimes : t.whyOptional}
            value={why}
            required={hasOtherTimes}
            limits={limits.planReason}
            onText={setWhy}
          />
          <SubmitRow label={t.save}>
            <LeaveButton />
          </SubmitRow>
        </Form>
      )}
    </Dialog>
  )
}
