import { useState } from 'react'
import { plans } from '../../../contract/endpoints/plans.ts'
import * as limits from '../../../contract/limits.ts'
import type { PlanView } from '../../../contract/plan-view.ts'
import { callOnce } from '../../lib/call-once.ts'
import { ListField, TextField } from '../../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { formText } from '../../ui/forms/form-text.ts'
import { Dialog, LeaveButton } from '../../ui/layout/Dialog.tsx'
import dialog from '../../ui/layout/Dialog.module.css'
import { usePlanWords } from '../wording.ts'
import { usePlanActionMessages } from './messages.ts'
import { usePlanWrite } from './use-plan-write.ts'
import styles from './fields.module.css'

/** `2025-06-25T09:10`, as a field for a moment has it: by the clock of a zone. */
const fieldOf = (at: string, zone: string) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

const momentOf = (field: string, zone: string) =>
  new Date(Temporal.PlainDateTime.from(field).toZonedDateTime(zone).epochMilliseconds).toISOString()

const numberIn = (form: FormData, name: string) => Number(formText(form, name))

/** Records how many machines of a wave a person has counted as done. */
export function CountDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  const t = usePlanActionMessages()
  const { waveName, zone } = usePlanWords(view)
  const { plan, waves } = view
  const first =
    waves.find(({ state }) => state === 'running') ?? waves.find(({ state }) => state !== 'done') ?? waves[0]
  const [key, setKey] = useState(first?.key ?? '')
  const [tried, setTried] = useState('')
  const { send, isPending, refusal } = usePlanWrite((form: FormData) => {
    const attempts = tried === '' ? {} : { tried: numberIn(form, 'tried'), failed: numberIn(form, 'failed') }
    const body = { wave: key, done: numberIn(form, 'done'), ...attempts, at: momentOf(formText(form, 'at'), zone) }
    return callOnce(plans.countPlan, { params: { id: String(plan.id) }, body })
  }, onClose)
  const wave = waves.find((each) => each.key === key)
  const most = wave?.of ?? limits.plannedMachines.max
  const whole = { min: 0, max: most, step: 1 }
  return (
    <Dialog label={t.count} onClose={onClose} isForm>
      <Form
        className={dialog['dialog-body']}
        pending={isPending}
        error={refusal}
        onSubmit={(form) => send(new FormData(form))}
      >
        <h2>{t.count}</h2>
        <p className="muted">{t.countHint}</p>
        <ListField
          label={t.wave}
          value={key}
          options={waves.map((each) => ({
            value: each.key,
            label: `${waveName(each.key)} (${each.done} / ${each.of})`,
          }))}
          onChoose={setKey}
        />
        <div className={styles['row']}>
          <TextField key={key} name="done" type="number" label={t.done} limits={whole} required data-first-focus />
          <TextField
            name="at"
            type="datetime-local"
            label={`${t.countedAt} (${zone})`}
            defaultValue={fieldOf(view.now, zone)}
            required
          />
        </div>
        <div className={styles['row']}>
          <TextField name="tried" type="number" label={t.tried} limits={whole} value={tried} onText={setTried} />
          <TextField
            name="failed"
            type="number"
            label={t.failed}
            limits={{ ...whole, max: Math.min(most, Number(tried) || 0) }}
            required={tried !== ''}
            disabled={tried === ''}
          />
        </div>
        <p className="muted">{t.triedHint}</p>
        <SubmitRow label={t.record}>
          <LeaveButton />
        </SubmitRow>
      </Form>
    </Dialog>
  )
}
